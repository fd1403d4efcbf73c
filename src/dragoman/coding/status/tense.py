"""What a verb group says of its event by tense, aspect, modal and negation alone."""

from collections.abc import Sequence
from itertools import pairwise

from dragoman.coding.inflection import BASE, GERUND, PARTICIPLE, THIRD
from dragoman.coding.status.predicates import Predicate
from dragoman.coding.status.reading import StatusReading, open_reading, plain
from dragoman.coding.status.signatures import load_signatures
from dragoman.coding.status.words import Word, headline, listed
from dragoman.model import Certainty, Span, Status

_OPEN = frozenset({"may", "might", "could", "can", "should", "must", "ought", "need", "supposed"})
_SCHEDULED = frozenset(
    "resume begin start open arrive reach end finish land return be last".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow".split())
_HABIT = frozenset(
    "always often usually routinely regularly still every constantly daily frequently "
    "currently now nightly weekly sometimes".split()
)


def by_tense(words: Sequence[Word], item: Predicate, *, shifted: bool) -> StatusReading:
    """The status that the verb group tells; `shifted` where it follows a past verb of saying."""
    cue = _cue(words, item)
    if item.modal:
        return _modal(words, item, cue, shifted=shifted)
    if item.negation is not None:
        return StatusReading(Status.DENIED, Certainty.CERTAIN, cue, "negation")
    if item.progressive and not ("had" in item.helpers and item.perfect):
        return _progressive(words, item, cue, shifted=shifted)
    return _simple(words, item, cue)


def _cue(words: Sequence[Word], item: Predicate) -> Span | None:
    if item.negation is not None:
        return words[item.negation].span
    return words[item.start].span if item.start < item.head else None


def _modal(
    words: Sequence[Word], item: Predicate, cue: Span | None, *, shifted: bool
) -> StatusReading:
    modal, denied = item.modal, item.negation is not None
    rule = f"modal {modal}"
    if modal in {"will", "shall"}:
        status = Status.DENIED if denied else Status.PLANNED
        return StatusReading(status, Certainty.CERTAIN, cue, rule)
    if modal in {"would", "'d"}:
        return _would(item, cue, denied=denied, shifted=shifted)
    if modal in {"can", "could"} and denied:
        return StatusReading(Status.DENIED, Certainty.CERTAIN, cue, f"not {rule}")
    if modal == "used":
        status = Status.DENIED if denied else Status.OCCURRED
        return StatusReading(status, Certainty.CERTAIN, cue, "used to")
    if modal == "had to":
        return StatusReading(Status.OCCURRED, Certainty.PROBABLE, cue, rule)
    if modal == "must" and item.perfect:
        status = Status.DENIED if denied else Status.OCCURRED
        return StatusReading(status, Certainty.PROBABLE, cue, "inference must have")
    if modal == "supposed" and item.past:
        return StatusReading(Status.DENIED, Certainty.CERTAIN, cue, "was supposed to")
    if modal in {"should", "ought"} and item.perfect:
        status = Status.OCCURRED if denied else Status.DENIED
        return StatusReading(status, Certainty.PROBABLE, cue, "should have")
    if modal == "should" and _timetable(words, item) and not denied:
        return StatusReading(Status.PLANNED, Certainty.PROBABLE, cue, "timetable should")
    if modal in {"may", "might"} and words[item.head].text[:1].isupper():
        return open_reading(cue, rule)
    return open_reading(cue, rule)


def _would(item: Predicate, cue: Span | None, *, denied: bool, shifted: bool) -> StatusReading:
    if item.perfect:
        status = Status.OCCURRED if denied else Status.DENIED
        return StatusReading(status, Certainty.CERTAIN, cue, "would have")
    if denied:
        return StatusReading(Status.DENIED, Certainty.CERTAIN, cue, "would not")
    if shifted or "to" in item.helpers:
        return StatusReading(Status.PLANNED, Certainty.CERTAIN, cue, "future in the past")
    return open_reading(cue, "modal would")


def _timetable(words: Sequence[Word], item: Predicate) -> bool:
    if not words[item.head].lemmas & _SCHEDULED:
        return False
    return any(word.lower in _DAYS | {"next", "later", "by", "soon"} for word in words[item.head :])


def _progressive(
    words: Sequence[Word], item: Predicate, cue: Span | None, *, shifted: bool
) -> StatusReading:
    if item.past and not shifted:
        return StatusReading(Status.OCCURRED, Certainty.CERTAIN, None, "past progressive")
    if not item.past and not item.perfect and _ahead(words):
        return StatusReading(Status.PLANNED, Certainty.CERTAIN, cue, "progressive of what is next")
    return StatusReading(Status.ONGOING, Certainty.CERTAIN, cue, "progressive")


def _ahead(words: Sequence[Word]) -> bool:
    """Whether the sentence names a day to come."""
    lowers = [word.lower for word in words]
    if "tomorrow" in lowers or "tonight" in lowers:
        return True
    units = {"week", "month", "year", "weekend", "spring", "summer", "autumn", "winter"} | _DAYS
    return any(first == "next" and second in units for first, second in pairwise(lowers)) or bool(
        _DAYS & set(lowers)
    )


def _simple(words: Sequence[Word], item: Predicate, cue: Span | None) -> StatusReading:
    if item.perfect and not item.past and _lasting(words, item):
        return StatusReading(Status.ONGOING, Certainty.CERTAIN, cue, "present perfect of a state")
    if item.past or item.perfect:
        return plain()
    if item.helpers and item.feature in {PARTICIPLE, THIRD, ""}:
        return StatusReading(Status.ONGOING, Certainty.CERTAIN, cue, "present state")
    if item.helpers or item.feature not in {THIRD, BASE}:
        return plain()
    word = words[item.head]
    if word.kind in {"be", "have", "do"} or any(w.lower in _HABIT for w in words):
        return StatusReading(Status.ONGOING, Certainty.CERTAIN, None, "present state or habit")
    return plain(rule="present of the report")


def _lasting(words: Sequence[Word], item: Predicate) -> bool:
    after = any(word.lower in {"since", "for"} for word in words[item.head + 1 :])
    return after and bool(words[item.head].lemmas & listed("certainty", "lasting"))


def subjunctive(words: Sequence[Word], item: Predicate) -> bool:
    """Whether a base form has a subject in the singular: what is demanded, not what is."""
    if item.helpers not in {(), ("be",)} or item.form == "noun":
        return False
    if item.helpers == ("be",) or words[item.head].lower == "be":
        return True
    if item.feature != BASE or words[item.head].kind != "open":
        return False
    ending = words[item.start - 1] if item.start else None
    if ending is None or ending.kind not in {"open", "pronoun"}:
        return False
    return not ending.lower.endswith("s") and ending.lower not in {"they", "we", "i", "you"}


def demanding(lemmas: frozenset[str]) -> bool:
    """Whether a verb may ask that something be done ("insist", "propose", "agree")."""
    wanted = {"insist", "suggest", "propos", "agree", "decide", "demand", "propose", "argue"}
    return bool(lemmas & wanted) or any((x, "objto") in load_signatures() for x in lemmas)


__all__ = ["GERUND", "by_tense", "demanding", "headline", "subjunctive"]
