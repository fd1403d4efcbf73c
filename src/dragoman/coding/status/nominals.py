"""What the words around a noun say of the event that it tells."""

from collections.abc import Sequence

from dragoman.coding.inflection import PAST, THIRD
from dragoman.coding.status.governors import Governor, match, phrase_start
from dragoman.coding.status.reading import StatusReading, open_reading, plain
from dragoman.coding.status.words import VERBAL, Word, listed, verb_form
from dragoman.model import Certainty, Status

_STATES = frozenset("is are remain remains stay stays still am".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def by_modifiers(words: Sequence[Word], head: int) -> StatusReading | None:
    """The status that an adjective or "no" gives: "the cancelled visit", "a possible strike"."""
    first = min(phrase_start(words, head), max(0, head - 1))
    for index in range(head - 1, first - 1, -1):
        word = words[index]
        for name, status in (
            ("denied", Status.DENIED),
            ("planned", Status.PLANNED),
            ("ongoing", Status.ONGOING),
        ):
            if word.lower in listed("nouns", name):
                return StatusReading(
                    status, Certainty.CERTAIN, word.span, f"adjective {word.lower}"
                )
        if word.lower in listed("nouns", "possible"):
            return open_reading(word.span, f"adjective {word.lower}")
        if word.lower in listed("nouns", "probable"):
            rule = f"adjective {word.lower}"
            return StatusReading(Status.OCCURRED, Certainty.PROBABLE, word.span, rule)
    return None


def by_preposition(words: Sequence[Word], head: int) -> StatusReading | None:
    """The status that a preposition of time gives: "amid protests", "ahead of talks"."""
    at = phrase_start(words, head) - 1
    if at < 0:
        return None
    word = words[at]
    if word.lower == "of" and at and words[at - 1].lower in {"ahead", "because", "instead"}:
        at -= 1
        word = words[at]
    rule = f"preposition {word.lower}"
    if word.kind == "negation":
        return StatusReading(Status.DENIED, Certainty.CERTAIN, word.span, "negation")
    if word.lower == "under" and at and words[at - 1].lower in _STATES:
        return StatusReading(Status.ONGOING, Certainty.CERTAIN, word.span, rule)
    if word.lower in {"amid", "amidst"}:
        return StatusReading(Status.ONGOING, Certainty.CERTAIN, word.span, rule)
    if word.lower in {"without", "instead"}:
        return StatusReading(Status.DENIED, Certainty.CERTAIN, word.span, rule)
    if word.lower in {"ahead", "pending"}:
        return StatusReading(Status.PLANNED, Certainty.CERTAIN, word.span, rule)
    if word.lower in listed("nouns", "past_leads"):
        return plain(rule=rule)
    return None


def object_verb(words: Sequence[Word], head: int) -> int | None:
    """The verb whose object the noun is, if nothing but its own phrase stands between."""
    at = phrase_start(words, head) - 1
    if at < 0:
        return None
    if words[at].kind == "open" and verb_form(words, at):
        return at
    particle = words[at].lower in {"out", "off", "up", "in", "for", "on"} and at
    return at - 1 if particle and verb_form(words, at - 1) and words[at - 1].forms else None


def subject_verb(words: Sequence[Word], head: int) -> int | None:
    """The verb whose subject the noun is: the first main verb to the right, phrases skipped."""
    depth = 0
    for index in range(head + 1, min(len(words), head + 16)):
        word = words[index]
        if word.kind in {"stop", "coordinator", "subordinator"} or depth > 1:
            return None
        if word.kind in {"relative", "comma"} or word.lower == "that":
            return None
        if word.kind == "to":
            return None
        if word.kind in VERBAL:
            return _main(words, index)
        if word.kind == "open" and verb_form(words, index) in {PAST, THIRD}:
            return index
    return None


def _main(words: Sequence[Word], index: int) -> int:
    """The main verb of the group that begins with an auxiliary."""
    for at in range(index + 1, min(len(words), index + 6)):
        word = words[at]
        if word.kind == "open" and word.forms:
            return at
        if word.kind not in VERBAL | {"adverb", "negation", "to"}:
            return index
    return index


def by_own_verb(words: Sequence[Word], verb: int) -> Governor | None:
    """A signature that says something of the subject: "came to nothing", "went ahead"."""
    for last in range(verb, min(len(words), verb + 4)):
        found = match(words, last, "subj")
        if found is not None and found.head == verb:
            return found
    return None


def by_day(words: Sequence[Word], head: int) -> bool:
    """Whether it is a day's event ("Friday's vote") in a sentence that looks ahead."""
    first = phrase_start(words, head)
    own = any(word.lower in _DAYS for word in words[max(0, first - 1) : head])
    return own and any(word.lower in {"will", "'ll", "ahead"} for word in words)
