"""Tables written to files: the other direction of `tables`."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dragoman.resolve.kb.tables import COLUMNS, OPTIONAL, Row


def columns_of(table: str) -> tuple[str, ...]:
    """The columns that a table is written with: those that it must have, then those it may have."""
    return (*COLUMNS[table], *sorted(OPTIONAL.get(table, ())))


def as_tables(rows: Iterable[Row]) -> dict[str, list[dict[str, str]]]:
    """The rows by table, each with every column of its table."""
    tables: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        cells = {column: row[column] for column in columns_of(row.table)}
        tables.setdefault(row.table, []).append(cells)
    return tables


def rows_about(rows: Iterable[Row], actor: str) -> tuple[Row, ...]:
    """The rows whose subject is the actor with this id, and what it is a member of."""
    return tuple(row for row in rows if actor in (row["id"], row["person"]) or _joins(row, actor))


def write_tables(tables: Mapping[str, Sequence[Mapping[str, str]]], folder: Path) -> None:
    """One file a table, named after it; `load_knowledge_base` reads the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, lines in tables.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns_of(table), lineterminator="\n")
            writer.writeheader()
            writer.writerows(lines)


def _joins(row: Row, actor: str) -> bool:
    return row.table == "memberships" and actor in (row["state"], row["organisation"])
