"""The tables of the knowledge base as they stand in their files: rows of text with their place.

A file is recognised by its header, not by its name, so that one table may be spread over several
files. Cells that hold lists join them with ``;``.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.errors import KnowledgeBaseError

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "states": (
        *("id", "iso2", "iso3", "isonum", "cow", "gw", "fips", "cameo", "plover", "name", "names"),
        *("demonyms", "capital", "metonyms", "valid_from", "valid_to", "kind", "parent", "note"),
    ),
    "organisations": (
        *("id", "code", "name", "names", "kind", "sector", "valid_from", "valid_to", "note"),
    ),
    "memberships": ("organisation", "state", "status", "from", "to", "note"),
    "offices": ("state", "office", "person", "name", "names", "from", "to", "note"),
    "groups": (
        *("id", "name", "names", "country", "sector", "valid_from", "valid_to", "parent", "note"),
    ),
    "parties": ("id", "name", "names", "country", "sector", "from", "to", "note"),
    "agencies": ("id", "name", "names", "country", "kind", "note"),
    "places": ("id", "name", "names", "country", "kind", "lat", "lon", "note"),
    "titles": ("title", "sector", "kind", "note"),
    "office_words": ("word", "offices"),
}
"""The columns that each table must have."""

OPTIONAL: Mapping[str, frozenset[str]] = {
    "states": frozenset({"leader"}),
    "organisations": frozenset({"metonyms", "cameo"}),
}
"""The columns that a table may have besides."""

_KEYS: Mapping[str, tuple[str, ...]] = {
    "memberships": ("organisation", "state"),
    "offices": ("state", "office", "person"),
    "titles": ("title",),
    "office_words": ("word",),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. `file` and `line` say where a reader finds it."""

    table: str
    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def items(self, column: str) -> tuple[str, ...]:
        """The entries of a cell that holds a list."""
        return tuple(part.strip() for part in self[column].split(";") if part.strip())

    @property
    def key(self) -> tuple[str, ...]:
        """What makes a row of a user's table replace the shipped ones."""
        return tuple(self[column] for column in _KEYS.get(self.table, ("id",)))


def shipped_rows() -> tuple[Row, ...]:
    """All rows of the tables in this package."""
    tables = [entry for entry in files(__package__).iterdir() if entry.name.endswith(".csv")]
    return tuple(_rows(sorted(tables, key=lambda entry: entry.name)))


def folder_rows(path: Path) -> tuple[Row, ...]:
    """All rows of a table file, or of the ``*.csv`` files of a folder.

    Raises KnowledgeBaseError where there is no such file or its header is of no table.
    """
    return tuple(_rows(table_files(path)))


def table_files(path: Path) -> tuple[Path, ...]:
    """The table file itself, or the ``*.csv`` files of a folder in order; the same errors."""
    tables = tuple(sorted(path.glob("*.csv"))) if path.is_dir() else (path,)
    if not tables or not all(table.is_file() for table in tables):
        raise KnowledgeBaseError(f"{path}: no table (*.csv) of actors here")
    return tables


def overridden(base: Sequence[Row], extra: Sequence[Row]) -> tuple[Row, ...]:
    """`base` with `extra` added; rows of `base` with the table and key of an extra row are gone."""
    replaced = {(row.table, row.key) for row in extra}
    kept = [row for row in base if (row.table, row.key) not in replaced]
    return (*kept, *extra)


def _rows(tables: Iterable[Traversable]) -> Iterator[Row]:
    for entry in tables:
        try:
            text = entry.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise KnowledgeBaseError(f"{entry.name}: not UTF-8: {error}") from None
        yield from _parsed(entry.name, text)


def _parsed(name: str, text: str) -> Iterator[Row]:
    reader = csv.reader(text.splitlines(keepends=True))
    header = next(reader, [])
    table = _table_of(header, name)
    try:
        for cells in filter(None, reader):
            if len(cells) != len(header):
                raise KnowledgeBaseError(
                    f"{name}:{reader.line_num}: {len(cells)} cells, the header has {len(header)}"
                )
            yield Row(table, name, reader.line_num, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise KnowledgeBaseError(f"{name}:{reader.line_num}: {error}") from None


def _table_of(header: Sequence[str], name: str) -> str:
    found = set(header)
    for table, columns in COLUMNS.items():
        if set(columns) <= found <= set(columns) | OPTIONAL.get(table, frozenset()):
            return table
    raise KnowledgeBaseError(
        f"{name}: its header is of no table; known are "
        + "; ".join(f"{table} ({','.join(columns)})" for table, columns in COLUMNS.items())
    )
