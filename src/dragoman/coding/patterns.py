"""Matching a lexicon pattern against the words after a verb."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dragoman.coding.phrases import Phrase, chunk_right, phrase_right
from dragoman.coding.units import NOMINAL, Tag, Unit, reciprocal_end

_PASSED = frozenset({Tag.ADVERB, Tag.TIME, Tag.QUOTE})
_GAP = 12
_FILLER = 6
Classes = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found: its words, the phrases in its slots, and where it ends."""

    end: int
    words: tuple[int, ...] = ()
    recipient: Phrase | None = None
    actor: Phrase | None = None
    object: Phrase | None = None
    victim: Phrase | None = None


def match(
    units: Sequence[Unit], elements: Sequence[str], start: int, classes: Classes
) -> Match | None:
    """The pattern's `elements` from unit `start` on, or None."""
    return _Matcher(units, classes, None).match(elements, start, Match(start), close=True)


def match_passive(
    units: Sequence[Unit],
    elements: Sequence[str],
    start: int,
    subject: Phrase,
    classes: Classes,
) -> Match | None:
    """The same for a passive verb: what follows the verb in the pattern is its subject."""
    matcher = _Matcher(units, classes, subject)
    empty = Match(start)
    if not elements:
        return None
    head, rest = elements[0], elements[1:]
    if head == "+":
        if not subject.actors:
            return None
        return matcher.match(rest, start, replace(empty, recipient=subject), close=False)
    if head == "*" and not rest:
        return replace(empty, object=subject) if subject.end > subject.start else None
    if head == "*":
        head, rest = rest[0], rest[1:]
        if head in {"+", "-", "*"}:
            return None
    inside = [
        (index, length)
        for index in range(subject.start, subject.end)
        if (length := word_at(units, index, head, classes))
    ]
    if inside:
        index, length = inside[-1]
        words = tuple(range(index, index + length))
        if head in _SUFFERING and subject.actors:
            empty = replace(empty, victim=subject)
        after = matcher.match(rest, start, replace(empty, words=words), close=False)
        inner = matcher.match(rest, index + length, replace(empty, words=words), close=False)
        return after or inner
    return matcher.match(elements, start, empty, close=True)


def word_at(units: Sequence[Unit], index: int, element: str, classes: Classes) -> int:
    """How many units from `index` on the element matches, 0 for none."""
    unit = units[index]
    if unit.tag is Tag.TIME:
        return 0
    if element.startswith("["):
        singles, longer = _compiled(classes[element[1:-1]])
    elif "|" in element:
        singles, longer = frozenset(element.split("|")), {}
    else:
        singles, longer = frozenset((element,)), {}
    if unit.mention is not None:
        return int(any(tail in singles or tail in longer for tail in _tails(unit.lemma)))
    names = {unit.word, unit.lemma, unit.verb}
    for name in names & longer.keys():
        for words in longer[name]:
            if _follow(units, index, words):
                return len(words)
    return int(not singles.isdisjoint(names))


@cache
def _compiled(
    phrases: frozenset[str],
) -> tuple[frozenset[str], dict[str, tuple[tuple[str, ...], ...]]]:
    """A class's single words, and its longer phrases by their first word and as a whole."""
    longer: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=lambda text: -text.count(" ")):
        words = tuple(phrase.split(" "))
        if len(words) > 1:
            longer[words[0]] = (*longer.get(words[0], ()), words)
            longer.setdefault(phrase, ())
    return frozenset(phrase for phrase in phrases if " " not in phrase), longer


def _tails(text: str) -> list[str]:
    """The last word, two words and three words of a mention."""
    words = text.rsplit(" ", 3)
    return [" ".join(words[-length:]) for length in range(1, min(3, len(words)) + 1)]


def _follow(units: Sequence[Unit], index: int, words: tuple[str, ...]) -> bool:
    if index + len(words) > len(units):
        return False
    return all(
        word in {unit.word, unit.lemma, unit.verb} and unit.mention is None
        for word, unit in zip(words, units[index : index + len(words)], strict=True)
    )


class _Matcher:
    def __init__(self, units: Sequence[Unit], classes: Classes, subject: Phrase | None) -> None:
        self.units = units
        self.classes = classes
        self.subject = subject

    def match(
        self, elements: Sequence[str], index: int, found: Match, *, close: bool
    ) -> Match | None:
        """`close`: only adverbs may stand between `index` and a preposition."""
        if not elements:
            return replace(found, end=max(found.end, index))
        head, rest = elements[0], elements[1:]
        if head in {"+", "-"}:
            return self._slot(head, rest, index, found)
        if head == "*":
            return self._gap(rest, index, found)
        return self._word(head, rest, index, found, close=close)

    def _slot(self, slot: str, rest: Sequence[str], index: int, found: Match) -> Match | None:
        mutual = reciprocal_end(self.units, index)
        if mutual and slot == "+":
            return self.match(rest, mutual, replace(found, end=mutual), close=False)
        phrase = phrase_right(self.units, index)
        if not phrase.actors and self.subject is not None and slot == "+" and not rest:
            phrase = self.subject
            if phrase.actors:
                return replace(found, recipient=phrase)
        owned = bool(rest) and phrase.relation in {"possessor", "modifier"}
        second = owned and not self._breaks(phrase, rest)
        if (phrase.relation == "in" or second) and slot == "+":
            phrase = replace(phrase, actors=())
        nameless = rest and phrase.end > phrase.start
        if not phrase.actors and not nameless:
            return None
        filled = replace(found, recipient=phrase)
        found = filled if slot == "+" else replace(found, actor=phrase)
        for end in (*self._breaks(phrase, rest), phrase.end):
            result = self.match(rest, end, replace(found, end=end), close=False)
            if result is not None:
                return result
        return None

    def _breaks(self, phrase: Phrase, rest: Sequence[str]) -> list[int]:
        """Where a second object may begin inside the phrase: "gave Russia permission"."""
        if not rest:
            return []
        return [
            index + 1
            for index in phrase.actors
            if index + 1 < phrase.end and self.units[index + 1].tag is not Tag.POSSESSIVE
        ]

    def _gap(self, rest: Sequence[str], index: int, found: Match) -> Match | None:
        if not rest:
            first, last = chunk_right(self.units, index)
            if first == last:
                return None
            return replace(found, object=phrase_right(self.units, index))
        first = index + 1 if self._is_particle(rest[0]) else index
        for at in range(index, min(index + _GAP, len(self.units))):
            if (
                at >= first
                and rest[0] not in {"+", "-", "*"}
                and word_at(self.units, at, rest[0], self.classes)
            ):
                result = self._word(rest[0], rest[1:], at, found, close=True)
                if result is not None:
                    return result
            if not self._may_skip(at, widely=True):
                break
        return None

    def _word(
        self, word: str, rest: Sequence[str], index: int, found: Match, *, close: bool
    ) -> Match | None:
        for at in range(index, min(index + _FILLER, len(self.units))):
            length = word_at(self.units, at, word, self.classes)
            if length:
                words = (*found.words, *range(at, at + length))
                deeper = replace(found, end=at + length, words=words)
                if word in _SUFFERING and self.units[at].mention is not None:
                    deeper = replace(deeper, victim=phrase_right(self.units, at))
                result = self.match(rest, at + length, deeper, close=True)
                if result is not None:
                    return result
            particle = close and self._is_particle(word)
            if not self._may_skip(at, widely=False, tightly=particle):
                break
        return None

    def _is_particle(self, word: str) -> bool:
        return word.partition("|")[0] in _PARTICLES

    def _may_skip(self, at: int, *, widely: bool, tightly: bool = False) -> bool:
        unit = self.units[at]
        if tightly:
            return unit.tag in _PASSED
        if unit.tag in NOMINAL or unit.tag in _PASSED:
            return True
        if unit.tag is Tag.VERB:
            return (
                unit.feature in {"participle", "gerund", "past"}
                and at > 0
                and (self.units[at - 1].tag in {Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER})
            )
        if unit.tag is Tag.PREPOSITION:
            return widely or unit.lower == "of"
        return widely and unit.tag in {Tag.COORDINATOR, Tag.TO}


_SUFFERING = frozenset({"[people]", "[captive]", "[envoy]", "[observer]"})
"""Classes whose members, where a mention is one, are whom the event is done to."""
_PARTICLES = frozenset(
    "of in on at by for with from to into onto against between about over under through across "
    "along around near off out toward upon up down back away behind together alongside".split()
)
