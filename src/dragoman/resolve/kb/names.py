"""Names of the tables as the mention finder needs them, and how names are compared."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from dragoman.model import Actor, MentionKind, Name
from dragoman.resolve.kb.offices import HEADS
from dragoman.resolve.kb.tables import Row

_FIRST_WORD = frozenset({"CHN", "PRK", "KOR", "TWN", "KHM", "ETH", "THA"})
"""States whose people are called by the first word of their name, family name or not."""

_PARTICLE = re.compile(r"(?:de|da|do|dos|di|del|della|van|von|der|den|ter|la|le|bin|ibn|al|el)")
_GENERATION = re.compile(r"(?:Jr\.?|Sr\.?|II|III|IV|V|VI{0,3}|IX|X|XI{0,3}|XI?V|XVI{0,3})")

_COMMON = frozenset(
    """abbott adams bailey baker bell black brown bush campbell carter castle church clark cook
    cooper cox davis day fox gates grant gray green hall harper harris hill hunt johnson jones
    kelly key king knight law lee little long marshall martin mason may miller moon moore park
    an bio costa english faure fernando gomes ho hong jesus jonathan levy lo ma martins mitchell
    nova pereira peters philippe pope price prince ramos rashid rice roberts rose sam saw scott
    singh smith so stewart sun taylor thomas thompson turner walker ward we white williams
    wilson wood woods wright young
    ba castillo castro chan chang chen choi douglas drew duncan elizabeth felipe filip francis
    frederik guillaume halina harald henri henry hung lam leo maha mansour margrethe michal morales
    moses noble pierre sang santos stock stuart su tan tomi wong wu yang you
    alexandre alexis arias arthur banda benedict berger bird blah bryant cruz fall flores franco
    frei garcia golding gore gross howard hu jiang junior kan ling liu luka manning mesa mills note
    parts patterson peres richards rivas robinson rop rosa sama sata scotty sharon shaw spencer
    tang wade wen xvi yu zeng zhu""".split()
)
"""Surnames of office holders that are English words, or those of many others in the news."""

_MAX_SHARED_SURNAME = 3

_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})
_PLAIN |= str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"})


def folded(text: str) -> str:
    """A name in the form in which names are compared.

    Case, accents, kinds of apostrophe and hyphen, and a leading article make no difference.
    """
    bare = text.casefold() if text.isascii() else _without_marks(text)
    return " ".join(bare.split()).removeprefix("the ")


def _without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def metonym(entry: str, default: str = "GOV") -> tuple[str, str, str]:
    """The word, usage and sector of an entry of a metonyms cell.

    ``Kremlin`` stands for the government, ``Pentagon=MIL`` for what has that sector, and
    ``Brussels=capital`` is a place that stands for the body only where it acts.
    """
    word, _, what = entry.partition("=")
    if what == "capital":
        return word.strip(), "capital", default
    return word.strip(), "metonym", what.strip() or default


def names_of(rows: Sequence[Row], actors: Mapping[str, Actor]) -> tuple[Name, ...]:
    """Every name of the tables, once for each thing it may mean."""
    found: dict[Name, None] = {}
    for row in rows:
        found.update(dict.fromkeys(_row_names(row)))
    taken = {folded(name.text) for name in found}
    found.update(dict.fromkeys(_surnames(actors, taken)))
    found.update(dict.fromkeys(_places(rows, taken)))
    return tuple(found)


def _row_names(row: Row) -> Iterator[Name]:
    match row.table:
        case "states":
            yield from _state_names(row)
        case "organisations":
            yield from _plain(row, MentionKind.ORGANISATION)
            yield from _metonyms(row, MentionKind.ORGANISATION, row["sector"])
        case "groups":
            yield from _plain(row, MentionKind.GROUP)
        case "parties":
            yield from _plain(row, MentionKind.ORGANISATION)
        case "agencies":
            yield from _plain(row, MentionKind.ORGANISATION, usage="agency")
        case "offices":
            for text in (row["name"], *row.items("names")):
                yield Name(text=text, kind=MentionKind.PERSON, usage="name", actor=row["person"])
        case "titles":
            kind = MentionKind.GROUP if row["kind"] == "group" else MentionKind.PERSON
            yield Name(text=row["title"], kind=kind, usage="role", sector=row["sector"])
        case _:
            return


def _places(rows: Sequence[Row], taken: Set[str]) -> Iterator[Name]:
    """Cities and regions, each as a name of the state where it lies, like the capitals.

    What already names something else ("Gaza", a capital) keeps that meaning.
    """
    for row in rows:
        for text in (row["name"], *row.items("names")) if row.table == "places" else ():
            if folded(text) not in taken:
                yield Name(text=text, kind=MentionKind.PLACE, usage="place", actor=row["country"])


def _plain(row: Row, kind: MentionKind, usage: str = "name") -> Iterator[Name]:
    for text in (row["name"], *row.items("names")):
        yield Name(text=text, kind=kind, usage=usage, actor=row["id"])


def _state_names(row: Row) -> Iterator[Name]:
    yield from _plain(row, MentionKind.STATE)
    for text in row.items("demonyms"):
        yield Name(text=text, kind=MentionKind.STATE, usage="demonym", actor=row["id"])
    sector = "PRE" if row["kind"] == "defacto" else "GOV"
    for text in row.items("capital"):
        yield Name(
            text=text, kind=MentionKind.STATE, usage="capital", actor=row["id"], sector=sector
        )
    yield from _metonyms(row, MentionKind.STATE, sector)


def _metonyms(row: Row, kind: MentionKind, default: str) -> Iterator[Name]:
    for entry in row.items("metonyms"):
        text, usage, sector = metonym(entry, default)
        yield Name(text=text, kind=kind, usage=usage, actor=row["id"], sector=sector)


def _surnames(actors: Mapping[str, Actor], taken: Set[str]) -> Iterator[Name]:
    """Surnames of heads of state, government and organisations that few people share."""
    people = [actor for actor in actors.values() if actor.kind is MentionKind.PERSON]
    bearers: dict[str, set[str]] = defaultdict(set)
    for actor in people:
        for word in (*actor.names[0].split(), surname(actor)):
            bearers[folded(word)].add(actor.id)
    for actor in people:
        if any(role.office in HEADS for role in actor.roles):
            text = surname(actor)
            shared = len(bearers[folded(text)]) > _MAX_SHARED_SURNAME
            if _is_distinctive(text) and not shared and folded(text) not in taken:
                yield Name(text=text, kind=MentionKind.PERSON, usage="surname", actor=actor.id)


def surname(actor: Actor) -> str:
    """The family name in the usual name of a person, with its particles; "" for a single name."""
    words = [word for word in actor.names[0].split() if not _GENERATION.fullmatch(word)]
    if len(words) < 2 or "of" in words:
        return ""
    if _FIRST_WORD & {role.code for role in actor.roles}:
        return words[0]
    start = len(words) - 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def _is_distinctive(text: str) -> bool:
    return len(text) > 1 and text[0].isalpha() and folded(text) not in _COMMON
