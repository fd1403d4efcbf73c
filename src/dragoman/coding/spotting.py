"""Where the noun triggers of the lexicon stand."""

from collections.abc import Sequence

from dragoman.coding.lexicon import Entry, Lexicon
from dragoman.coding.tagging import is_headline
from dragoman.coding.units import NOMINAL, Tag, Unit

Place = tuple[Entry, int, int]
"""An entry with its first and last unit."""


def spotted(units: Sequence[Unit], lexicon: Lexicon) -> list[Place]:
    """The noun trigger that begins at each unit, the longest, those of one's own first."""
    headline = is_headline(units)
    found: list[Place] = []
    for index, unit in enumerate(units):
        if index and unit.text[:1].isupper() and not headline:
            continue
        if unit.mention is not None or unit.tag not in {Tag.NOUN, Tag.ADJECTIVE, Tag.VERB}:
            continue
        if unit.tag is Tag.VERB and unit.feature != "gerund":
            continue
        best = _longest(units, index, lexicon.nouns.get(unit.lemma, ()))
        if best is not None and not _is_modifier(units, best[2]):
            found.append(best)
    return found


def own_places(units: Sequence[Unit], lexicon: Lexicon) -> frozenset[int]:
    """The units of noun triggers that a codebook of one's own brought."""
    return frozenset(
        index
        for entry, first, last in spotted(units, lexicon)
        if entry.own
        for index in range(first, last + 1)
    )


def _longest(units: Sequence[Unit], index: int, entries: Sequence[Entry]) -> Place | None:
    ends = ((entry, _end(units, index, entry)) for entry in entries)
    fitting = [(entry, index, end - 1) for entry, end in ends if end]
    return max(fitting, key=lambda place: (place[0].own, place[0].literals), default=None)


def _end(units: Sequence[Unit], start: int, entry: Entry) -> int:
    """Where the entry, begun at `start`, ends; 0 where it is not there.

    After a preposition an entry of one's own has room for what describes the next noun.
    """
    index = start
    for number, word in enumerate(entry.elements):
        room = entry.own and number and units[index - 1].tag in {Tag.PREPOSITION, Tag.TO}
        while room and index < len(units) and not _is(units[index], word):
            if units[index].tag not in NOMINAL:
                return 0
            index += 1
        if index >= len(units) or not _is(units[index], word):
            return 0
        index += 1
    return index


def _is(unit: Unit, word: str) -> bool:
    return unit.mention is None and word in {unit.word, unit.lemma}


def _is_modifier(units: Sequence[Unit], last: int) -> bool:
    """Whether another common noun follows that the trigger only describes ("attack dog")."""
    if last + 1 >= len(units):
        return False
    return units[last + 1].tag is Tag.NOUN and units[last].lower != "s"
