"""The quality floors of ``floors.toml``."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.toml")
SAMPLE = "sample"


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
    metric: str
    floor: float
    measured: float
    date: str
    data: str = "examples"
    scorer: str = ""
    arguments: tuple[str, ...] = ()


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
