"""What the tables say of ids: record codes, sectors, and the roles that an office gives."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.model import Role
from dragoman.resolve.kb.dates import end_day, start_day
from dragoman.resolve.kb.offices import office_sector
from dragoman.resolve.kb.tables import Row

OWN_CODE = frozenset({"HKG", "ATA"})
"""Dependencies that the codebook files under a code of their own, not their sovereign's."""


@dataclass(frozen=True, slots=True)
class Codes:
    """The record codes of states and organisations, and what groups and parties are when."""

    codes: Mapping[str, str]
    sectors: Mapping[str, str]
    states: frozenset[str]
    groups: Mapping[str, tuple[Row, ...]]

    def of(self, entry: str) -> str:
        """The record code of a state or organisation id; a pseudo-code stands for itself."""
        return self.codes.get(entry, entry)

    def tenure_roles(self, row: Row, titles: Mapping[str, str]) -> tuple[Role, ...]:
        """The roles of one row of the offices: one, or one for each status of a group meanwhile."""
        start, end = start_day(row["from"]), end_day(row["to"])
        if row["state"] not in self.groups:
            code, sector = self.of(row["state"]), self._office_sector(row, titles)
            return (_role(row, code, sector, (start, end)),)
        return tuple(
            _role(row, self.of(group["country"]), group["sector"], term)
            for group in self.groups[row["state"]]
            if (term := _common((start, end), group_term(group))) is not None
        )

    def _office_sector(self, row: Row, titles: Mapping[str, str]) -> str:
        """An organisation's own sector goes before its officer's; one without governs nobody."""
        sector = office_sector(row["office"], titles)
        own = self.sectors.get(row["state"], "")
        if row["state"] in self.states:
            return own or sector or "GOV"
        return own or ("" if sector == "GOV" else sector)


Term = tuple[datetime.date | None, datetime.date | None]


def codes_of(rows: Iterable[Row]) -> Codes:
    """The record codes: a state's own, its sovereign's for what is folded, pseudo-codes."""
    codes: dict[str, str] = {}
    sectors: dict[str, str] = {}
    states: set[str] = set()
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.table == "states":
            codes[row["id"]] = record_code(row)
            states.add(row["id"])
            if row["kind"] == "defacto":
                sectors[row["id"]] = "PRE"
        elif row.table == "organisations":
            codes.setdefault(row["id"], row["code"])
            sectors.setdefault(row["id"], row["sector"])
        elif row.table in {"groups", "parties"}:
            groups[row["id"]].append(row)
    by_id = {key: tuple(members) for key, members in groups.items() if key not in codes}
    return Codes(codes, sectors, frozenset(states), by_id)


def record_code(row: Row) -> str:
    """The code that stands in records for an entry of the table of states."""
    folded = row["kind"] in {"dependency", "region", "defacto"} and row["id"] not in OWN_CODE
    return row["parent"] if folded and row["parent"] else row["id"]


def group_term(row: Row) -> Term:
    """From when to when a row of groups or parties holds."""
    start = row["valid_from"] or row["from"]
    return start_day(start), end_day(row["valid_to"] or row["to"])


def _common(one: Term, other: Term) -> Term | None:
    """The days that two terms share; None where there are none."""
    start = max(filter(None, (one[0], other[0])), default=None)
    end = min(filter(None, (one[1], other[1])), default=None)
    return None if start and end and start >= end else (start, end)


def _role(row: Row, code: str, sector: str, term: Term) -> Role:
    return Role(
        code=code,
        sector=sector,
        office=row["office"],
        valid_from=term[0],
        valid_to=term[1],
        note=row["note"],
    )
