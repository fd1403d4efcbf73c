"""Whether an event is told as background: by a time long past of its own, or by words."""

import re
from collections.abc import Sequence

from dragoman.coding.status.words import VERBAL, Word, tables, verb_form, words_of
from dragoman.model import Span

_WAR = re.compile(r"\b(?:during|in|throughout|before|since) the [\w ]{0,24}\b(?:war|occupation)\b")
_LEADS = frozenset({"since", "from", "until"})


def is_background(sentence: str, trigger: Span, past: Sequence[Span]) -> bool:
    """Whether the event at `trigger` of `sentence` is told as long past.

    `past` are the spans, in the sentence, of times that ended long before publication. A time
    tells of the event unless it dates another clause or only says since when something holds.
    """
    words = words_of(sentence)
    inside = [i for i, word in enumerate(words) if word.span.overlaps(trigger)]
    if not inside:
        return False
    head = inside[0]
    if any(_dates(words, inside, span) for span in past):
        return True
    return _says(words, head) or _phrase(sentence, words, inside)


def _dates(words: Sequence[Word], inside: Sequence[int], span: Span) -> bool:
    """Whether the time at `span` belongs to the event."""
    at = next((i for i, word in enumerate(words) if word.span.end > span.start), None)
    if at is None:
        return False
    lowers = [word.lower for word in words]
    before = lowers[max(0, at - 3) : at + 1]
    if _LEADS & set(before) or "time" in before[:-1]:
        return False
    if at > inside[-1]:
        return _after(words, inside[-1], at)
    return _before(words, at, inside[0])


def _after(words: Sequence[Word], trigger: int, at: int) -> bool:
    """No other clause begins in between but one that tells of the trigger itself."""
    between = words[trigger + 1 : at]
    nominal = not verb_form(words, trigger)
    for offset, word in enumerate(between):
        opens = word.kind == "relative" or word.lower in {"that", "if", "when", "after", "before"}
        if opens and not (nominal and offset == 0):
            return False
        if word.kind == "stop" or (word.kind == "coordinator" and _verb_near(between, offset)):
            return False
    return True


def _verb_near(between: Sequence[Word], offset: int) -> bool:
    return any(word.kind in VERBAL for word in between[offset + 1 : offset + 5])


def _before(words: Sequence[Word], at: int, trigger: int) -> bool:
    """The time does not lie in a relative clause that is closed before the trigger."""
    opening = next(
        (i for i in range(at - 1, -1, -1) if words[i].kind in {"relative", "stop"}), None
    )
    closed = any(word.kind == "comma" for word in words[at:trigger])
    if opening is not None and words[opening].kind == "relative" and closed:
        return False
    between = words[at:trigger]
    if any(word.kind == "stop" and word.text not in "()" for word in between):
        return False
    described = at > 0 and words[at - 1].lower in {"of", "in"} and opening is None
    relative = any(word.kind == "relative" for word in between)
    return described or not relative


def _says(words: Sequence[Word], head: int) -> bool:
    """For "Once led", "used to lead", "the anniversary of"."""
    near = [word.lower for word in words[max(0, head - 4) : head]]
    if near[-1:] == ["once"] or near[-2:] == ["used", "to"] or "anniversary" in near:
        return True
    if near[-1:] in (["former"], ["formerly"], ["erstwhile"], ["bygone"]):
        return True
    after = [word.lower for word in words[head + 1 : head + 4]]
    return "anniversary" in after


def _phrase(sentence: str, words: Sequence[Word], inside: Sequence[int]) -> bool:
    lowered = sentence.lower()
    found = [match.start() for match in _WAR.finditer(lowered)]
    for phrase in tables()["background"]["phrases"]:
        found += [match.start() for match in re.finditer(rf"\b{phrase}\b", lowered)]
    spans = [Span(start, start + 1) for start in found]
    return any(_dates(words, inside, span) for span in spans)
