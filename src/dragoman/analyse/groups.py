"""Named groups of codes, such as "West" or "EU members"."""

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import DataError


@dataclass(frozen=True, slots=True)
class Group:
    """Codes that stand together on one side; they hold for the day `date`, by `source`."""

    name: str
    codes: tuple[str, ...]
    date: datetime.date
    source: str


@cache
def load_groups() -> Mapping[str, Group]:
    """The groups that ship with the package, by name."""
    path = files("dragoman.analyse") / "data" / "groups.toml"
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
        return {
            name: Group(
                name, tuple(row["codes"].split()), row["date"], " ".join(row["source"].split())
            )
            for name, row in tables.items()
        }
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"groups.toml: {error}") from error


def codes_of(side: str | tuple[str, ...]) -> tuple[str, ...]:
    """What one side of a dyad stands for: groups by their codes, all else as it is.

    `side` is a code, an identifier, an actor's words or a group's name in any case, or several of
    them with commas between ("GBR,EU members").
    """
    names = side.split(",") if isinstance(side, str) else side
    groups = {name.casefold(): group.codes for name, group in load_groups().items()}
    found = (
        code
        for name in map(str.strip, names)
        if name
        for code in groups.get(name.casefold(), (name,))
    )
    return tuple(dict.fromkeys(found))
