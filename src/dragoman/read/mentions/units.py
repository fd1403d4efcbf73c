"""Cuts a sentence into units: matched names, unknown capitalised names, and single words."""

from dataclasses import dataclass
from enum import Enum, auto

from dragoman.model import MentionKind
from dragoman.read.mentions.lists import words_of
from dragoman.read.mentions.names import Entry, Match, NameIndex
from dragoman.read.mentions.words import Words


class UnitKind(Enum):
    """What a unit is, by the knowledge base and by its letters."""

    STATE = auto()
    CAPITAL = auto()
    METONYM = auto()
    DEMONYM = auto()
    ORGANISATION = auto()
    GROUP = auto()
    PERSON = auto()
    PLACE = auto()
    ROLE = auto()
    UNKNOWN = auto()
    """Capitalised words that the knowledge base does not have."""
    WORD = auto()


BODIES = frozenset(
    {
        UnitKind.STATE,
        UnitKind.CAPITAL,
        UnitKind.METONYM,
        UnitKind.ORGANISATION,
        UnitKind.GROUP,
        UnitKind.PLACE,
    }
)
"""Units that can own a role: "NATO officials", "Russia's president"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Words `first` to `last` (excluded) of a sentence; `entries` is empty for unknown ones."""

    kind: UnitKind
    first: int
    last: int
    entries: tuple[Entry, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of all that the words may name, best first."""
        return tuple(dict.fromkeys(entry.name.actor for entry in self.entries if entry.name.actor))

    @property
    def plural(self) -> bool:
        """Whether the words mean several ("Armenians", "prime ministers")."""
        return bool(self.entries) and self.entries[0].plural

    @property
    def usage(self) -> str:
        """How the knowledge base marks the name, "" for a unit it does not have."""
        return self.entries[0].name.usage if self.entries else ""

    @property
    def sector(self) -> str | None:
        """The sector that the name alone gives."""
        return (self.entries[0].name.sector or None) if self.entries else None


_USAGES = {
    "capital": UnitKind.CAPITAL,
    "metonym": UnitKind.METONYM,
    "demonym": UnitKind.DEMONYM,
    "role": UnitKind.ROLE,
}
_KINDS = {
    MentionKind.STATE: UnitKind.STATE,
    MentionKind.ORGANISATION: UnitKind.ORGANISATION,
    MentionKind.GROUP: UnitKind.GROUP,
    MentionKind.PERSON: UnitKind.PERSON,
    MentionKind.PLACE: UnitKind.PLACE,
}


def cut(words: Words, index: NameIndex) -> list[Unit]:
    """All words of the sentence as units, in order, without gaps."""
    units: list[Unit] = []
    position = 0
    for match in index.find(words):
        inside = _inside_a_name(words, match, position) or _part_of_name(words, match)
        if inside or _glued_role(words, match):
            continue
        _cut_unmatched(words, position, match.first, units)
        units.append(_unit(match))
        position = match.last
    _cut_unmatched(words, position, len(words), units)
    return units


def _inside_a_name(words: Words, match: Match, position: int) -> bool:
    """Whether a role word is the noun of a longer name: "Weavers' Union", "Zeta Press"."""
    before = match.first - 1
    return (
        match.last == match.first + 1
        and match.entries[0].name.usage == "role"
        and not words.titled
        and words.capitalised(match.first)
        and words.plain[match.first] in words_of("organisation_nouns")
        and before >= position
        and words.capitalised(before)
        and _can_open(words, before)
    )


def _part_of_name(words: Words, match: Match) -> bool:
    """Whether the name of a city is part of a longer one: "Manchester United", "Ann Houston"."""
    if match.entries[0].name.usage != "place" or words.titled or words.shouted:
        return False
    after, before = match.last, match.first - 1
    if after < len(words) and words.capitalised(after) and words.raw[after].isalpha():
        return words.plain[after] not in words_of("after_places")
    if before < 1 or not words.capitalised(before) or not words.raw[before].isalpha():
        return False
    return _can_open(words, before) and words.plain[before] not in words_of("before_places")


def _glued_role(words: Words, match: Match) -> bool:
    """Whether a role is part of a compound adjective: "anti-government", "army-run"."""
    if match.entries[0].name.usage != "role":
        return False
    after = words.at(match.last) == "-" and words.joined(match.last)
    return after or (words.at(match.first - 1) == "-" and words.joined(match.first))


def _unit(match: Match) -> Unit:
    name = match.entries[0].name
    kind = _USAGES.get(name.usage) or _KINDS[name.kind]
    return Unit(kind, match.first, match.last, match.entries)


def _cut_unmatched(words: Words, first: int, last: int, units: list[Unit]) -> None:
    """Adds the units of words that match no name."""
    index = first
    guess = not words.titled and not words.shouted
    while index < last:
        end = _name_end(words, index, last) if guess and words.capitalised(index) else index
        if end > index:
            units.append(Unit(UnitKind.UNKNOWN, index, end))
            index = end
        else:
            units.append(Unit(UnitKind.WORD, index, index + 1))
            index += 1


def _name_end(words: Words, first: int, last: int) -> int:
    """Where the capitalised name that begins at `first` ends; `first` if none does."""
    if not _can_open(words, first):
        return first
    end = index = first + 1
    while index < last:
        if _continues(words, index):
            end = index = index + 1
        elif words.plain[index] in words_of("particles") or words.plain[index] == "-":
            if words.plain[index] == "-" and not words.joined(index):
                break
            index += 1
        elif words.plain[index] == "." and len(words.raw[index - 1]) == 1 and index - 1 > first - 1:
            index += 1
        else:
            break
    return end


def _can_open(words: Words, index: int) -> bool:
    word = words.plain[index]
    if not words.raw[index].isalpha() or word in words_of("never_names"):
        return False
    if words.joined(index) and words.at(index - 1) in {"'", "@", "#", "/"}:
        return False
    opens_sentence = index == 0 or words.plain[index - 1] in {'"', "“", "”", ":", "«", "(", "-"}
    return not (opens_sentence and word in words_of("openers"))


def _continues(words: Words, index: int) -> bool:
    return (
        words.capitalised(index)
        and words.raw[index].isalpha()
        and words.plain[index] not in words_of("never_names")
    )
