"""What two sides do to each other over time, in the scores of the codebook."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from dragoman.analyse.groups import codes_of
from dragoman.codebook import load_plover
from dragoman.errors import UsageError
from dragoman.ledger import View, names_of
from dragoman.model import Status

Unit = Literal["day", "week", "month", "quarter", "year"]
Direction = Literal["all", "a>b", "b>a", "mutual"]
Side = str | tuple[str, ...]

_LONGEST = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which events count: by default what happened or goes on, and not what reports look back on.

    `historical` None counts both. `since` and `until` (both included) bound an event's first day.
    `claimed_by` are codes, identifiers or words of speakers; `own_voice` is whether the outlet
    tells it without naming anybody who says so.
    """

    statuses: tuple[Status, ...] = (Status.OCCURRED, Status.ONGOING)
    historical: bool | None = False
    since: datetime.date | None = None
    until: datetime.date | None = None
    claimed_by: tuple[str, ...] = ()
    own_voice: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period and direction. `mutual` events have no direction, ``all`` counts every event once.

    `cooperation` and `conflict` are the sums of the positive and of the negative scores, `net` of
    all. `events` are told by `reports` (documents) of `sources` independent origins.
    """

    start: datetime.date
    label: str
    direction: Direction
    cooperation: float
    conflict: float
    net: float
    events: int
    reports: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The periods of a dyad in order, without gaps, each with the four directions.

    `unplaced` counts events whose time is too vague for a period ("last year" in months): they are
    in no row.
    """

    side_a: tuple[str, ...]
    side_b: tuple[str, ...]
    unit: Unit
    periods: tuple[Period, ...]
    unplaced: int

    def of(self, direction: Direction) -> tuple[Period, ...]:
        """The periods of one direction."""
        return tuple(period for period in self.periods if period.direction == direction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """How often one actor acts on another, by their codes; `net` is the sum of the scores."""

    actor: str
    recipient: str
    events: int
    reports: int
    net: float


def series(
    view: View, side_a: Side, side_b: Side, unit: Unit = "month", choice: Choice | None = None
) -> Series:
    """What `side_a` and `side_b` do to each other; sides may be groups (see `codes_of`).

    `UsageError` for a unit that is none.
    """
    if unit not in get_args(Unit):
        raise UsageError(f"no unit of time {unit!r}; known: {', '.join(get_args(Unit))}")
    codes_a, codes_b = codes_of(side_a), codes_of(side_b)
    parameters = _parameters(choice or Choice()) | {
        "side_a": names_of(codes_a),
        "side_b": names_of(codes_b),
        "unit": unit,
        "longest": _LONGEST[unit],
        "mutual": list(mutual()),
    }
    rows: list[dict[str, Any]] = view.query(_query("dyad_series"), parameters).to_pylist()
    unplaced = rows.pop()
    return Series(
        side_a=codes_a,
        side_b=codes_b,
        unit=unit,
        periods=tuple(_period(row, unit) for row in rows),
        unplaced=unplaced["events"],
    )


def top_dyads(view: View, limit: int = 20, choice: Choice | None = None) -> tuple[Dyad, ...]:
    """The pairs of codes with the most events, most first."""
    parameters = _parameters(choice or Choice()) | {"limit": limit}
    rows: Iterable[dict[str, Any]] = view.query(_query("top_dyads"), parameters).to_pylist()
    return tuple(Dyad(**row) for row in rows)


@cache
def mutual() -> tuple[str, ...]:
    """What has no direction: types as ``TYPE`` and, where modes differ in it, ``TYPE/mode``."""
    found = []
    for event in load_plover().events:
        marked = [mode.name for mode in event.modes if mode.mutual]
        if event.mutual:
            found.append(event.name)
            marked = marked or list(event.mode_names)
        found += [f"{event.name}/{mode}" for mode in marked]
    return tuple(found)


def label(start: datetime.date, unit: Unit) -> str:
    """A period's name as users write it: 2024-05-09, 2024-W19, 2024-05, 2024-Q2 or 2024."""
    names = {
        "day": start.isoformat(),
        "week": f"{start:%G-W%V}",
        "month": f"{start:%Y-%m}",
        "quarter": f"{start.year}-Q{(start.month + 2) // 3}",
        "year": f"{start.year}",
    }
    return names[unit]


def _period(row: dict[str, Any], unit: Unit) -> Period:
    start: datetime.date = row.pop("period")
    return Period(start=start, label=label(start, unit), **row)


def _parameters(choice: Choice) -> dict[str, object]:
    return {
        "statuses": [str(status) for status in choice.statuses],
        "historical": choice.historical,
        "since": choice.since,
        "until": choice.until,
        "claimed_by": names_of(choice.claimed_by) or None,
        "own_voice": choice.own_voice,
    }


def _query(name: str) -> str:
    return (files("dragoman.analyse") / "queries" / f"{name}.sql").read_text("utf-8")
