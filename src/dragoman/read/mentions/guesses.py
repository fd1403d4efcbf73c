"""What a capitalised name is that the knowledge base does not have."""

from dragoman.model import MentionKind
from dragoman.read.mentions.lists import words_of
from dragoman.read.mentions.surroundings import place_preposition
from dragoman.read.mentions.units import Unit
from dragoman.read.mentions.words import Words

_QUOTES = frozenset({'"', "“", "”", "«", "»", "'"})


def guess(words: Words, unit: Unit) -> tuple[MentionKind, str] | None:
    """The kind and rule for an unknown name; None where it names no actor and no place.

    Organisations and places show by their nouns or the preposition before them; a lone word is
    taken for somebody only where it speaks or acts; other names of two words and more are persons.
    """
    inside = [word for word in words.plain[unit.first : unit.last] if word.isalpha()]
    if _quoted(words, unit) or inside[-1] in words_of("other_name_nouns"):
        return None
    if inside[0] in words_of("other_name_openers"):
        return None
    long = len(inside) > 1 or words.at(unit.last) in {"of", "for"}
    if long and _any(inside, "organisation_nouns"):
        return MentionKind.ORGANISATION, "capitalised-organisation"
    if len(inside) > 1 and {inside[0], inside[-1]} & words_of("place_name_nouns"):
        return MentionKind.PLACE, "capitalised-place:noun"
    preposition = place_preposition(words, unit.first)
    if preposition is not None and not _acronym(words, unit):
        return MentionKind.PLACE, f"capitalised-place:{preposition}"
    if len(inside) > 1:
        return MentionKind.PERSON, "capitalised-name"
    return _lone(words, unit)


def _lone(words: Words, unit: Unit) -> tuple[MentionKind, str] | None:
    """A lone capitalised word: somebody where it speaks or, inside a sentence, acts."""
    if _acronym(words, unit):
        acts = len(words.raw[unit.first]) > 2 and _acts(words, unit.last)
        return (MentionKind.ORGANISATION, "capitalised-subject") if acts else None
    if _speaks(words, unit):
        return MentionKind.PERSON, "capitalised-speaker"
    if unit.first > 0 and _acts(words, unit.last):
        return MentionKind.PERSON, "capitalised-subject"
    return None


def _acts(words: Words, index: int) -> bool:
    """Whether the word at `index` looks like the verb of the subject before it."""
    word = words.at(index)
    past = len(word) > 4 and word.endswith("ed") and not words.capitalised(index)
    return past or word in words_of("auxiliaries")


def _any(inside: list[str], list_name: str) -> bool:
    return not words_of(list_name).isdisjoint(inside)


def _quoted(words: Words, unit: Unit) -> bool:
    return words.at(unit.first - 1) in _QUOTES and words.at(unit.last) in _QUOTES


def _acronym(words: Words, unit: Unit) -> bool:
    return unit.last == unit.first + 1 and words.raw[unit.first].isupper()


def _speaks(words: Words, unit: Unit) -> bool:
    """Whether a verb of speaking stands next to the name."""
    speaking = words_of("speaking_verbs")
    if unit.first == 0 and words.at(unit.last) not in speaking:
        return False
    return words.at(unit.last) in speaking or words.at(unit.first - 1) in speaking
