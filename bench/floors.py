"""The quality floors of ``floors.toml``."""

import datetime
import json
import math
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.toml")
SAMPLE = "sample"
MARGIN = 0.005
"""How far below the measured figure a floor is set."""

HEADER = """\
# Quality floors: `make gate` measures each figure again and fails where it lies below its floor.
# `python -m bench gate --set-floors` sets them to what is measured now. A floor is lowered only by
# a commit of its own that says why.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A figure that must not fall. `what` is for people; `metric` is a path through the scorer's
    JSON, names parted by full stops. `task` is one of `bench.tasks.TASKS`, or ``sample`` for the
    golden files, which need neither `data` nor `scorer`.

    `data` is relative to the folder of the benchmarks. `scorer` is a file of the folder of scorers
    or, beginning with ``bench.``, a module of this package; `arguments` go to it.
    """

    what: str
    task: str
    data: str = "examples"
    scorer: str = ""
    arguments: tuple[str, ...] = ()
    metric: str
    floor: float
    measured: float
    date: str


def load_floors(path: Path = FLOORS) -> tuple[Floor, ...]:
    """The floors in the order of the file."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["floor"]
    return tuple(_floor(row) for row in rows)


def _floor(row: dict[str, Any]) -> Floor:
    return Floor(**row | {"date": str(row["date"]), "arguments": tuple(row.get("arguments", ()))})


def look_up(figures: dict[str, Any], metric: str) -> float:
    """The figure at a path such as ``body.f1``; KeyError where there is none."""
    found: Any = figures
    for name in metric.split("."):
        found = found[name]
    return float(found)


def as_measured(one: Floor, measured: float, day: datetime.date) -> Floor:
    """`one` with its floor a little below what was `measured` on `day`."""
    floor = max(0.0, math.floor((measured - MARGIN) * 1000) / 1000)
    return replace(one, floor=floor, measured=round(measured, 4), date=day.isoformat())


def as_toml(floors: Iterable[Floor]) -> str:
    """The content of ``floors.toml``; what a floor leaves at its default is left out."""
    return HEADER + "".join(f"\n[[floor]]\n{_lines(one)}" for one in floors)


def _lines(one: Floor) -> str:
    values = {field.name: getattr(one, field.name) for field in fields(one)}
    defaults = {field.name: field.default for field in fields(one)}
    return "".join(
        f"{name} = {value if name == 'date' else json.dumps(value, ensure_ascii=False)}\n"
        for name, value in values.items()
        if value != defaults[name]
    )
