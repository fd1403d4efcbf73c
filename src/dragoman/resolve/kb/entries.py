"""Rows of the tables made into actors with dated roles."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import KnowledgeBaseError
from dragoman.model import Actor, MentionKind, Role
from dragoman.resolve.kb.dates import end_day, start_day
from dragoman.resolve.kb.offices import office_sector
from dragoman.resolve.kb.tables import Row

OWN_CODE = frozenset({"HKG", "ATA"})
"""Dependencies that the codebook files under a code of their own, not their sovereign's."""


@dataclass(frozen=True, slots=True)
class Codes:
    """What the tables say of ids: the record code and sector of states and organisations."""

    codes: Mapping[str, str]
    sectors: Mapping[str, str]
    states: frozenset[str]

    def of(self, entry: str) -> str:
        """The record code of a state or organisation id; a pseudo-code stands for itself."""
        return self.codes.get(entry, entry)


def codes_of(rows: Iterable[Row]) -> Codes:
    """The record codes: a state's own, its sovereign's for what is folded, pseudo-codes."""
    codes: dict[str, str] = {}
    sectors: dict[str, str] = {}
    states: set[str] = set()
    for row in rows:
        if row.table == "states":
            codes[row["id"]] = record_code(row)
            states.add(row["id"])
            if row["kind"] == "defacto":
                sectors[row["id"]] = "PRE"
        elif row.table == "organisations":
            codes.setdefault(row["id"], row["code"])
            sectors.setdefault(row["id"], row["sector"])
    return Codes(codes, sectors, frozenset(states))


def record_code(row: Row) -> str:
    """The code that stands in records for an entry of the table of states."""
    folded = row["kind"] in {"dependency", "region", "defacto"} and row["id"] not in OWN_CODE
    return row["parent"] if folded and row["parent"] else row["id"]


def actors_of(rows: Sequence[Row], titles: Mapping[str, str]) -> dict[str, Actor]:
    """All actors by id. Rows that share an id become one actor with the roles of each.

    `titles` gives the sector of each title. Raises KnowledgeBaseError for a date or a kind that
    cannot be read, with file and line.
    """
    codes = codes_of(rows)
    actors: dict[str, Actor] = {}
    for row in rows:
        make = _MAKERS.get(row.table)
        if make is None:
            continue
        try:
            actor = make(row, codes, titles)
        except ValueError as error:
            raise KnowledgeBaseError(f"{row.file}:{row.line}: {error}") from None
        known = actors.get(actor.id)
        actors[actor.id] = actor if known is None else _joined(known, actor)
    return {key: _sorted(actor) for key, actor in actors.items()}


def _state(row: Row, codes: Codes, titles: Mapping[str, str]) -> Actor:
    del titles
    code = codes.of(row["id"])
    start, end = start_day(row["valid_from"]), end_day(row["valid_to"])
    sector = codes.sectors.get(row["id"], "")
    roles = [Role(code=code, sector=sector, valid_from=start, valid_to=end, note=row["note"])]
    if sector and end:
        roles.append(Role(code=code, sector="", valid_from=end, note="the entity is no more"))
    links = (("parent", row["parent"]),) if row["parent"] else ()
    return _actor(row, MentionKind.STATE, roles, links)


def _organisation(row: Row, codes: Codes, titles: Mapping[str, str]) -> Actor:
    del codes, titles
    role = Role(
        code=row["code"],
        sector=row["sector"],
        valid_from=start_day(row["valid_from"]),
        valid_to=end_day(row["valid_to"]),
        note=row["note"],
    )
    return _actor(row, MentionKind.ORGANISATION, [role])


def _group(row: Row, codes: Codes, titles: Mapping[str, str]) -> Actor:
    del titles
    role = Role(
        code=codes.of(row["country"]),
        sector=row["sector"],
        valid_from=start_day(row["valid_from"]),
        valid_to=end_day(row["valid_to"]),
        note=row["note"],
    )
    links = (("parent", row["parent"]),) if row["parent"] else ()
    return _actor(row, MentionKind.GROUP, [role], links)


def _party(row: Row, codes: Codes, titles: Mapping[str, str]) -> Actor:
    del titles
    role = Role(
        code=codes.of(row["country"]),
        sector=row["sector"],
        valid_from=start_day(row["from"]),
        valid_to=end_day(row["to"]),
        note=row["note"],
    )
    return _actor(row, MentionKind.ORGANISATION, [role])


def _agency(row: Row, codes: Codes, titles: Mapping[str, str]) -> Actor:
    del titles
    role = Role(code=codes.of(row["country"]), sector="JRN", note=row["note"])
    return _actor(row, MentionKind.ORGANISATION, [role])


def _tenure(row: Row, codes: Codes, titles: Mapping[str, str]) -> Actor:
    role = Role(
        code=codes.of(row["state"]),
        sector=_tenure_sector(row, codes, titles),
        office=row["office"],
        valid_from=start_day(row["from"]),
        valid_to=end_day(row["to"]),
        note=row["note"],
    )
    return Actor(
        id=row["person"],
        kind=MentionKind.PERSON,
        names=(row["name"], *row.items("names")),
        roles=(role,),
        links=(("of", row["state"]),),
    )


def _tenure_sector(row: Row, codes: Codes, titles: Mapping[str, str]) -> str:
    """An organisation's own sector goes before its officer's; one without governs nobody."""
    sector = office_sector(row["office"], titles)
    if row["state"] in codes.states:
        entity = codes.sectors.get(row["state"], "")
        return entity or sector or "GOV"
    return codes.sectors.get(row["state"], "") or ("" if sector == "GOV" else sector)


_MAKERS: Mapping[str, Callable[[Row, Codes, Mapping[str, str]], Actor]] = {
    "states": _state,
    "organisations": _organisation,
    "groups": _group,
    "parties": _party,
    "agencies": _agency,
    "offices": _tenure,
}


def _actor(
    row: Row, kind: MentionKind, roles: Sequence[Role], links: tuple[tuple[str, str], ...] = ()
) -> Actor:
    names = (row["name"], *row.items("names"))
    return Actor(id=row["id"], kind=kind, names=names, roles=tuple(roles), links=links)


def _joined(first: Actor, second: Actor) -> Actor:
    return Actor(
        id=first.id,
        kind=first.kind,
        names=tuple(dict.fromkeys((*first.names, *second.names))),
        roles=(*first.roles, *second.roles),
        links=tuple(dict.fromkeys((*first.links, *second.links))),
    )


def _sorted(actor: Actor) -> Actor:
    if len(actor.roles) < 2:
        return actor
    roles = sorted(actor.roles, key=lambda role: role.valid_from or datetime.date.min)
    return Actor(
        id=actor.id,
        kind=actor.kind,
        names=actor.names,
        roles=tuple(roles),
        links=actor.links,
    )
