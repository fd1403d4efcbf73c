"""Rows of the tables made into actors with dated roles."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dragoman.errors import KnowledgeBaseError
from dragoman.model import Actor, MentionKind, Role
from dragoman.resolve.kb.codes import Codes, codes_of, group_term
from dragoman.resolve.kb.dates import end_day, start_day
from dragoman.resolve.kb.tables import Row


def actors_of(rows: Sequence[Row], titles: Mapping[str, str]) -> dict[str, Actor]:
    """All actors by id. Rows that share an id become one actor with the roles of each.

    `titles` gives the sector of each title. Raises KnowledgeBaseError for a date that cannot be
    read, with file and line.
    """
    codes = codes_of(rows)
    actors: dict[str, Actor] = {}
    for row in rows:
        try:
            actor = _actor(row, codes, titles)
        except ValueError as error:
            raise KnowledgeBaseError(f"{row.file}:{row.line}: {error}") from None
        if actor is not None:
            known = actors.get(actor.id)
            actors[actor.id] = actor if known is None else _joined(known, actor)
    return {key: _in_order(actor) for key, actor in actors.items()}


def _actor(row: Row, codes: Codes, titles: Mapping[str, str]) -> Actor | None:
    if row.table == "offices":
        roles = codes.tenure_roles(row, titles)
        names = (row["name"], *row.items("names"))
        return Actor(id=row["person"], kind=MentionKind.PERSON, names=names, roles=roles)
    if row.table not in _KINDS:
        return None
    return Actor(
        id=row["id"],
        kind=_KINDS[row.table],
        names=(row["name"], *row.items("names")),
        roles=_ROLES[row.table](row, codes),
        links=(("parent", row["parent"]),) if row["parent"] else (),
    )


_KINDS: Mapping[str, MentionKind] = {
    "states": MentionKind.STATE,
    "organisations": MentionKind.ORGANISATION,
    "groups": MentionKind.GROUP,
    "parties": MentionKind.ORGANISATION,
    "agencies": MentionKind.ORGANISATION,
}


def _state_roles(row: Row, codes: Codes) -> tuple[Role, ...]:
    """A de-facto entity that is no more is a part of the state that it is filed under."""
    code, sector = codes.of(row["id"]), codes.sectors.get(row["id"], "")
    start, end = start_day(row["valid_from"]), end_day(row["valid_to"])
    role = Role(code=code, sector=sector, valid_from=start, valid_to=end, note=row["note"])
    if sector and end:
        return role, Role(code=code, sector="", valid_from=end, note="the entity is no more")
    return (role,)


def _organisation_roles(row: Row, codes: Codes) -> tuple[Role, ...]:
    del codes
    start, end = start_day(row["valid_from"]), end_day(row["valid_to"])
    code, sector = row["code"], row["sector"]
    return (Role(code=code, sector=sector, valid_from=start, valid_to=end, note=row["note"]),)


def _group_roles(row: Row, codes: Codes) -> tuple[Role, ...]:
    start, end = group_term(row)
    code, sector = codes.of(row["country"]), row["sector"]
    return (Role(code=code, sector=sector, valid_from=start, valid_to=end, note=row["note"]),)


def _agency_roles(row: Row, codes: Codes) -> tuple[Role, ...]:
    return (Role(code=codes.of(row["country"]), sector="JRN", note=row["note"]),)


_ROLES: Mapping[str, Callable[[Row, Codes], tuple[Role, ...]]] = {
    "states": _state_roles,
    "organisations": _organisation_roles,
    "groups": _group_roles,
    "parties": _group_roles,
    "agencies": _agency_roles,
}


def _joined(first: Actor, second: Actor) -> Actor:
    return replace(
        first,
        names=tuple(dict.fromkeys((*first.names, *second.names))),
        roles=tuple(dict.fromkeys((*first.roles, *second.roles))),
        links=tuple(dict.fromkeys((*first.links, *second.links))),
    )


def _in_order(actor: Actor) -> Actor:
    if len(actor.roles) < 2:
        return actor
    roles = sorted(actor.roles, key=lambda role: role.valid_from or datetime.date.min)
    return replace(actor, roles=tuple(roles))
