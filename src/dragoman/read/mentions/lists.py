"""The word lists of the mention grammar, read from ``data/words.toml`` on first use."""

import tomllib
from functools import cache
from importlib.resources import files

from dragoman.errors import DataError


@cache
def words_of(list_name: str) -> frozenset[str]:
    """The words of one list, in plain form. Raises `DataError` where the file lacks it."""
    try:
        return _lists()[list_name]
    except KeyError:
        raise DataError(f"mentions/data/words.toml has no list {list_name!r}") from None


@cache
def _lists() -> dict[str, frozenset[str]]:
    source = files("dragoman.read.mentions").joinpath("data", "words.toml")
    try:
        tables = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{source}: {error}") from error
    return {name: frozenset(table["words"].split()) for name, table in tables.items()}
