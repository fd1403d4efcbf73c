"""Words of doubt and nearness in a clause, and subjects that deny it."""

from collections.abc import Sequence

from dragoman.coding.status.predicates import Predicate
from dragoman.coding.status.reading import StatusReading, open_reading
from dragoman.coding.status.words import Word, listed
from dragoman.model import Certainty, Status


def hedged(words: Sequence[Word], item: Predicate, own: StatusReading) -> StatusReading:
    """The reading with the adverbs of the verb's neighbourhood."""
    for index in _near(words, item):
        word = words[index]
        if word.lower in listed("certainty", "possible"):
            return open_reading(word.span, f"adverb {word.lower}")
        if word.lower in listed("certainty", "probable") and not _adjective(words, index):
            own = own.weakened(Certainty.PROBABLE, word.span, f"adverb {word.lower}")
    return own


def _adjective(words: Sequence[Word], index: int) -> bool:
    """Whether "likely" is the adjective of "likely to"."""
    return index + 1 < len(words) and words[index + 1].kind == "to"


def _near(words: Sequence[Word], item: Predicate) -> list[int]:
    """Places in the verb's group, just before and just after it, and at the sentence's start."""
    found = [i for i in range(max(0, item.start - 3), item.head) if _clear(words, i, item.start)]
    first = [i for i in range(min(2, item.start)) if i not in found]
    if not any(word.kind == "comma" for word in words[2 : item.start]):
        found += first
    after = item.head + 1
    if after < len(words):
        found.append(after)
    return found


def _clear(words: Sequence[Word], index: int, end: int) -> bool:
    return not any(
        words[i].kind in {"stop", "coordinator", "subordinator", "relative"}
        for i in range(index, end)
    )


def nearly(words: Sequence[Word], item: Predicate) -> int | None:
    """The word that says that it all but happened."""
    near = listed("negative", "near")
    for index in range(max(0, item.start - 1), item.head):
        if words[index].lower in near and (index >= item.start or index == item.start - 1):
            return index
        pair = (words[index].lower, words[index + 1].lower)
        if pair == ("all", "but"):
            return index
    before = [word.lower for word in words[max(0, item.head - 2) : item.head]]
    return item.head - 2 if before == ["all", "but"] else None


def denying_subject(words: Sequence[Word], start: int | None, item: Predicate) -> int | None:
    """The word of the subject that denies the verb: "nobody", "neither", "no talks"."""
    if start is None:
        return None
    harmless = listed("negative", "harmless")
    for index in range(start, item.start):
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else word
        if word.kind == "negation" and following.kind in {"have", "do", "be", "modal"}:
            return index
        if word.lower == "not" and following.lower in {"a", "one", "once", "all", "any", "every"}:
            return index
        if word.lower in listed("negative", "subjects") and following.lower not in harmless:
            prior = words[index - 1] if index > start else None
            if word.lower == "few" and prior is not None and prior.lower in {"a", "the"}:
                return None
            return index
        if word.kind == "preposition" and index == start:
            continue
        if word.kind in {"open", "pronoun", "preposition", "relative"}:
            return None
    return None


def denying_object(words: Sequence[Word], item: Predicate) -> int | None:
    """For "Not" or "no" right after the verb: "accepted no offer", "made no arrests"."""
    after = words[item.head + 1 : item.head + 3]
    if not after or after[0].lower not in {"no", "nothing", "nobody", "neither"}:
        return None
    if len(after) > 1 and after[1].lower in {"fewer", "less", "more", "doubt", "time", "longer"}:
        return None
    return item.head + 1


def denial(reading: StatusReading, words: Sequence[Word], at: int, rule: str) -> StatusReading:
    """A reading turned round by the word at `at`; a double negation cancels out."""
    if reading.status is Status.HYPOTHETICAL:
        return reading
    return reading.opposed(words[at].span, rule)
