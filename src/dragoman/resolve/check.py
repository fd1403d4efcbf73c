"""What is wrong in the tables of the knowledge base, with file and line."""

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.resolve.kb.dates import end_day, is_whole, start_day
from dragoman.resolve.kb.names import folded
from dragoman.resolve.kb.offices import is_shared, office_key
from dragoman.resolve.kb.tables import Row

HEAD_LINES = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "emir", "sultan", "pope"}
)
"""Offices that are never long without a holder, so that a gap is an omission."""

LONGEST_GAP = datetime.timedelta(days=60)

SECTORS = frozenset(
    """AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL SOC SPY
    UAF UNK""".split()
)
"""The sectors of the codebook; two may be joined (PTYOPP)."""

_PSEUDO = frozenset({"IMG", "ISM", "IGO", "NGO", "MNC", ""})
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STATE_ID = re.compile(r"[A-Z]+(?:-[A-Z]+)*")
_DATES = (("from", "to"), ("valid_from", "valid_to"))
_EXCUSED = re.compile(r"disputed|rival|parallel|joint|vacan|vacat|self-proclaimed|contested")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. `kind` is for machines: date, id, reference, sector, overlap, gap, open, name."""

    file: str
    line: int
    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def check(rows: Sequence[Row]) -> tuple[Problem, ...]:
    """All faults of the tables, in the order of files and lines.

    An overlap or gap of terms that is a fact is excused by a note on either row that says so
    (``disputed``, ``rival``, ``parallel``, ``joint``, ``vacant before``), a shared name by
    ``namesake``.
    """
    dates = list(_date_problems(rows))
    found = [*dates, *(problem for rule in _RULES for problem in rule(rows))]
    if not dates:
        found.extend(_tenure_problems(rows))
    return tuple(sorted(set(found)))


def _problem(row: Row, kind: str, message: str) -> Problem:
    return Problem(row.file, row.line, kind, message)


def _date_problems(rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        for first, last in _DATES:
            try:
                start, end = start_day(row[first]), end_day(row[last])
            except ValueError as error:
                yield _problem(row, "date", str(error))
                continue
            if start and end and end <= start:
                yield _problem(row, "date", f"covers no day: from {row[first]} to {row[last]}")


def _id_problems(rows: Sequence[Row]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        column = "person" if row.table == "offices" else "id"
        pattern = _STATE_ID if row.table == "states" else _ID
        if column in row.cells and not pattern.fullmatch(row[column]):
            yield _problem(row, "id", f"not an id: {row[column]!r}")
        term = (row["from"] or row["valid_from"], row["to"] or row["valid_to"], row["status"])
        key = (row.table, *row.key, *term)
        if key in seen:
            other = seen[key]
            yield _problem(row, "id", f"the same row as {other.file}:{other.line}: {row.key}")
        seen.setdefault(key, row)


def _reference_problems(rows: Sequence[Row]) -> Iterator[Problem]:
    states = {row["id"] for row in rows if row.table == "states"}
    bodies = states | {row["id"] for row in rows if row.table == "organisations"}
    groups = {row["id"] for row in rows if row.table in {"groups", "parties", "organisations"}}
    known: Mapping[tuple[str, str], set[str]] = {
        ("offices", "state"): bodies | groups,
        ("memberships", "organisation"): bodies - states,
        ("memberships", "state"): states,
        ("groups", "country"): bodies | _PSEUDO,
        ("groups", "parent"): groups | states | {""},
        ("parties", "country"): bodies | _PSEUDO,
        ("agencies", "country"): bodies | _PSEUDO,
        ("places", "country"): states,
        ("states", "parent"): states | {""},
    }
    for row in rows:
        for (table, column), ids in known.items():
            if row.table == table and row[column] not in ids:
                yield _problem(row, "reference", f"unknown {column}: {row[column]!r}")


def _sector_problems(rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        sector = row["sector"]
        parts = {sector[index : index + 3] for index in range(0, len(sector), 3)}
        if not parts <= SECTORS or len(sector) > 6:
            yield _problem(row, "sector", f"not a sector: {sector!r}")


def _name_problems(rows: Sequence[Row]) -> Iterator[Problem]:
    """One name for two ids of a table, unless a note calls them namesakes."""
    owners: dict[tuple[str, str], tuple[str, Row]] = {}
    for row in rows:
        if row.table in {"memberships", "titles", "office_words"}:
            continue
        owner = row["person"] or row["id"]
        for name in (row["name"], *row.items("names")):
            known, first = owners.setdefault((row.table, folded(name)), (owner, row))
            if known != owner and "namesake" not in row["note"] + first["note"]:
                where = f"{first.file}:{first.line}"
                yield _problem(row, "name", f"{name!r} names {owner} here and {known} in {where}")


_RULES: tuple[Callable[[Sequence[Row]], Iterator[Problem]], ...] = (
    _id_problems,
    _reference_problems,
    _sector_problems,
    _name_problems,
)


def _tenure_problems(rows: Sequence[Row]) -> Iterator[Problem]:
    lines: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.table == "offices" and not is_shared(row["office"]):
            lines[row["state"], office_key(row["office"])].append(row)
    for (_, office), line in lines.items():
        ordered = sorted(line, key=lambda row: (_start(row), _end(row)))
        for earlier, later in pairwise(ordered):
            excused = _EXCUSED.search(f"{earlier['note']} {later['note']}")
            if not excused:
                yield from _between(earlier, later, office in HEAD_LINES)


def _between(earlier: Row, later: Row, is_head: bool) -> Iterator[Problem]:
    """What is wrong between two terms that follow one another."""
    both = f"{earlier['name']} and {later['name']}, {later['office']} of {later['state']}"
    if not earlier["to"]:
        where = f"{earlier.file}:{earlier.line}"
        yield _problem(later, "open", f"{both}: the first term ({where}) has no end")
    elif _end(earlier) > _start(later) + _slack(earlier, later):
        yield _problem(later, "overlap", f"{both}: {earlier['to']} is after {later['from']}")
    elif is_head and _start(later) - _end(earlier) > LONGEST_GAP + _slack(earlier, later):
        yield _problem(later, "gap", f"{both}: nobody from {earlier['to']} to {later['from']}")


def _slack(earlier: Row, later: Row) -> datetime.timedelta:
    """How far two terms may seem to overlap because their dates are not known to the day."""
    loosest = min(len(earlier["to"]), len(later["from"]) or len("2019-05-20"))
    if is_whole(earlier["to"]) and is_whole(later["from"]):
        return datetime.timedelta(0)
    return datetime.timedelta(days=366 if loosest == len("2019") else 31)


def _start(row: Row) -> datetime.date:
    return start_day(row["from"]) or datetime.date.min


def _end(row: Row) -> datetime.date:
    return end_day(row["to"]) or datetime.date.max
