"""The status of the event that any words of a text tell."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.coding.inflection import BASE, GERUND, THIRD
from dragoman.coding.status.judge import Judge
from dragoman.coding.status.predicates import predicate_at
from dragoman.coding.status.reading import StatusReading, plain
from dragoman.coding.status.words import VERBAL, Word, tables, verb_form, words_of
from dragoman.model import Certainty, Span, Status
from dragoman.text.sentences import split

_OBJECT = frozenset({"determiner", "possessive", "pronoun"})


def status_of(text: str, span: Span) -> StatusReading:
    """Whether the event that the words at `span` of `text` tell happened.

    Only the sentence of the span is read, as if it stood alone. The cue is a span of `text`.
    """
    place = next((s for s in split(text) if s.overlaps(span)), Span(0, len(text)))
    start = max(0, span.start - place.start)
    inside = Span(start, max(start, min(span.end, place.end) - place.start))
    found = status_in(place.of(text), inside)
    cue = found.cue.shifted(place.start) if found.cue is not None else None
    return StatusReading(found.status, found.certainty, cue, found.rule)


@lru_cache(maxsize=512)
def status_in(sentence: str, trigger: Span) -> StatusReading:
    """The same for a single sentence with a span of its own."""
    return status_at(words_of(sentence), trigger)


def status_at(words: Sequence[Word], trigger: Span) -> StatusReading:
    """The same for the words of a sentence."""
    inside = [i for i, word in enumerate(words) if word.span.overlaps(trigger)]
    if not inside:
        return plain()
    words, unknown = _with_unknown_verb(words, inside)
    judge = Judge(words)
    verb = unknown if unknown is not None else _verb_of(words, inside)
    if _idle(words, inside):
        idle = StatusReading(Status.DENIED, Certainty.CERTAIN, None, "idleness")
        base = judge.verb(verb if verb is not None else inside[0])
        return idle if base.status in {Status.OCCURRED, Status.ONGOING} else base
    if verb is not None:
        return judge.verb(verb)
    return judge.noun(inside[-1])


def _verb_of(words: Sequence[Word], inside: Sequence[int]) -> int | None:
    """The verb of the trigger; a word with the form of one counts as one unless it is nominal."""
    main = [i for i in inside if words[i].kind == "open"]
    for index in main:
        if verb_form(words, index):
            return index
    if not main:
        return next((i for i in inside if words[i].kind in VERBAL), None)
    first = main[0]
    asked = words[0].kind in VERBAL and words[-1].text == "?"
    if asked and BASE in words[first].forms and not _has_article(words, first):
        return first
    if words[first].forms and not _nominal(words, first):
        return first
    item = predicate_at(words, first)
    copular = item.start < first and words[first].kind == "open" and not _has_article(words, first)
    return first if copular else None


def _with_unknown_verb(
    words: Sequence[Word], inside: Sequence[int]
) -> tuple[Sequence[Word], int | None]:
    """The words with a trigger that no table knows made a verb where it stands like one."""
    index = next((i for i in inside if words[i].kind == "open"), inside[0])
    word = words[index]
    if word.forms or word.kind != "open" or _has_article(words, index):
        return words, None
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    object_follows = after is not None and (
        after.kind in {"determiner", "possessive", "pronoun", "number"} or after.text.istitle()
    )
    asked = words[0].kind in VERBAL and words[-1].text == "?"
    led = before is not None and before.kind in {"to", "modal", "pronoun", "do", "relative"}
    if not (object_follows or led or asked) or (before is not None and before.kind == "be"):
        return words, None
    feature = THIRD if word.lower.endswith("s") and not led else BASE
    verb = replace(word, forms={feature: word.lower}, lemmas=word.lemmas | {word.lower})
    return (*words[:index], verb, *words[index + 1 :]), index


def _nominal(words: Sequence[Word], index: int) -> bool:
    before = words[index - 1] if index else None
    if before is None:
        return (
            GERUND not in words[index].forms and len(words) > 1 and words[1].kind == "preposition"
        )
    if before.kind in {"determiner", "possessive", "number"}:
        return True
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if GERUND in words[index].forms and after == "of" and before.kind != "be":
        return True
    following = words[index + 1] if index + 1 < len(words) else None
    object_follows = following is not None and following.kind in _OBJECT
    if BASE in words[index].forms and object_follows and before.kind == "open":
        return False
    if before.kind == "preposition":
        return GERUND not in words[index].forms
    return before.kind == "open" and before.text.islower() and GERUND not in words[index].forms


def _has_article(words: Sequence[Word], index: int) -> bool:
    return index > 0 and words[index - 1].kind in {"determiner", "possessive", "number"}


def _idle(words: Sequence[Word], inside: Sequence[int]) -> bool:
    """Whether the trigger is a phrase of not acting."""
    if len(inside) < 2:
        return False
    given = [words[i] for i in inside]
    return any(_is(given, phrase.split()) for phrase in tables()["idle"]["phrases"])


def _is(given: Sequence[Word], phrase: Sequence[str]) -> bool:
    return len(given) >= len(phrase) and all(
        part == "*" or part in word.lemmas or part == word.lower
        for part, word in zip(phrase, given, strict=False)
    )
