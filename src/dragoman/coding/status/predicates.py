"""The verb group of a predicate and what its own words say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD
from dragoman.coding.status.words import LIGHT, Word, listed, step_left

_PRESENT_BE = frozenset("is are am 's 're 'm be".split())
_PAST_BE = frozenset({"was", "were"})
_SEMIMODAL = frozenset(
    "going gonna used ought supposed have has had is are was were am 's 're 'm".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb, noun or adjective with its auxiliaries.

    `start` is the first word of the group, `form` is ``finite``, ``to``, ``gerund``,
    ``participle``, ``base`` or ``noun``. `helpers` are the auxiliaries in lower case.
    """

    head: int
    start: int
    form: str
    feature: str
    helpers: tuple[str, ...] = ()
    modal: str = ""
    negation: int | None = None

    @property
    def perfect(self) -> bool:
        """Whether it has "have" as an auxiliary."""
        return any(word in {"have", "has", "had", "having", "'ve", "of"} for word in self.helpers)

    @property
    def past(self) -> bool:
        """Whether its first auxiliary, or itself without one, is in the past tense."""
        if not self.helpers:
            return self.feature == PAST
        return self.helpers[0] in {"was", "were", "had", "did", "got", "used"}

    @property
    def progressive(self) -> bool:
        """Whether it is a progressive form."""
        return self.feature == GERUND and bool(self.helpers)


def predicate_at(words: Sequence[Word], head: int) -> Predicate:
    """The group of the verb, adjective or participle at `head`."""
    helpers: list[int] = []
    negation: int | None = None
    index = head - 1
    while index >= 0:
        word = words[index]
        if word.kind == "negation":
            negation = index
        elif word.kind in {"modal", "be", "have", "do", "to"} or _semimodal(words, index):
            if not _joins(words, index, helpers):
                break
            helpers.insert(0, index)
        elif not _inside(words, index) and not _turned(words, index, head):
            break
        index -= 1
    start = min([head, *helpers, *([negation] if negation is not None else [])])
    negation = _denying(words, negation)
    return _described(words, head, start, helpers, negation)


def _semimodal(words: Sequence[Word], index: int) -> bool:
    following = words[index + 1].kind if index + 1 < len(words) else ""
    return words[index].lower in {"going", "used", "supposed"} and following == "to"


def _joins(words: Sequence[Word], index: int, helpers: list[int]) -> bool:
    """Whether an auxiliary left of those found belongs to the same group."""
    if not helpers:
        return words[index].kind != "to" or not _only_gerund(words, index + 1)
    first = words[helpers[0]]
    if first.kind == "to":
        return words[index].lower in _SEMIMODAL
    if first.lower in {"used", "supposed", "going"}:
        return words[index].kind in {"be", "modal", "have"}
    if first.kind in {"modal", "do"}:
        return words[index].lower == "had" and first.lower == "better"
    return words[index].kind in {"be", "have", "modal", "to"}


def _only_gerund(words: Sequence[Word], index: int) -> bool:
    """Whether "to" is a preposition: "close to drowning"."""
    return tuple(words[index].forms) == (GERUND,)


def _turned(words: Sequence[Word], index: int, head: int) -> bool:
    """Whether a pronoun stands between a modal and its verb: "where can I get"."""
    asked = words[index].kind == "pronoun" and index == head - 1 and index > 0
    return asked and BASE in words[head].forms and words[index - 1].kind == "modal"


def _inside(words: Sequence[Word], index: int) -> bool:
    """Whether an adverb or quote lies within a group that goes on to the left."""
    if words[index].kind not in LIGHT | {"quote"} and words[index].lower != "all":
        return False
    at = step_left(words, index - 1, LIGHT)
    return at >= 0 and words[at].kind in {"modal", "be", "have", "do", "to"}


def _denying(words: Sequence[Word], negation: int | None) -> int | None:
    """A negation inside the group or before it, if it is none of those that deny nothing."""
    if negation is None:
        return None
    harmless = listed("negative", "harmless")
    following = words[negation + 1 : negation + 3]
    if following and following[0].lower in harmless - {"necessarily", "more", "longer"}:
        return None
    if any(word.lower == "only" for word in following[:2]):
        return None
    return negation


def _described(
    words: Sequence[Word], head: int, start: int, helpers: list[int], negation: int | None
) -> Predicate:
    lowers = tuple(words[index].lower for index in helpers)
    at = step_left(words, start - 1, LIGHT)
    opening = at < 0 or words[at].kind in {"stop", "comma"}
    feature = _feature(words[head], lowers, opening=opening)
    form = "finite"
    modal = next((w.lower for w in (words[i] for i in helpers) if w.kind == "modal"), "")
    if "to" in lowers:
        modal = modal or _semimodal_value(lowers)
        form = "finite" if modal else "to"
    elif not lowers:
        form = {GERUND: "gerund", PARTICIPLE: "participle"}.get(feature, "finite")
    elif lowers[0] in {"being", "having"}:
        form = "gerund"
    return Predicate(
        head=head,
        start=start,
        form=form,
        feature=feature,
        helpers=lowers,
        modal={"'ll": "will", "wo": "will", "ca": "can", "sha": "shall"}.get(modal, modal),
        negation=negation,
    )


def _semimodal_value(lowers: tuple[str, ...]) -> str:
    """The modal that "is going to", "is to", "has to", "used to" stand for, "" for none."""
    before = lowers[: lowers.index("to")]
    if not before:
        return ""
    last = before[-1]
    if last in {"going", "gonna"}:
        return "will" if before[0] not in _PAST_BE else "would"
    if last == "supposed":
        return "supposed"
    if last in {"used", "ought"}:
        return last
    if last in {"have", "has"}:
        return "must"
    if last == "had":
        return "had to"
    return "will" if last in _PRESENT_BE else "would"


def _feature(word: Word, helpers: tuple[str, ...], *, opening: bool = False) -> str:
    """What form of its verb the head is after these auxiliaries."""
    if word.kind in {"be", "have", "do"}:
        return _auxiliary_feature(word.lower)
    if not word.forms:
        return THIRD if helpers else ""
    last = helpers[-1] if helpers else ""
    if GERUND in word.forms and len(word.forms) == 1:
        return GERUND
    if last in {"to", "do", "does", "did"} or (last and last in listed("kinds", "modal")):
        return BASE
    if last and PARTICIPLE in word.forms:
        return PARTICIPLE
    order = (PAST, THIRD, PARTICIPLE, BASE, GERUND)
    if not last and BASE in word.forms and opening:
        return BASE
    for feature in order:
        if feature in word.forms:
            return feature
    return ""


def _auxiliary_feature(lower: str) -> str:
    if lower in {"was", "were", "had", "did", "got"}:
        return PAST
    if lower in {"being", "having", "getting"}:
        return GERUND
    if lower == "been":
        return PARTICIPLE
    return BASE if lower in {"be", "have", "do", "get"} else THIRD
