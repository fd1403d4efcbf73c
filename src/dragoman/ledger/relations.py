"""The relations of a view: DuckDB in memory over the Parquet files that were live."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.errors import LedgerError
from dragoman.ledger.columns import in_utc
from dragoman.ledger.manifest import File
from dragoman.ledger.tables import TABLES

OBSERVED = tuple(name for name in TABLES if name != "facts")
FOLDED = ("facts", "reports", "participants", "events")
"""Relations that are worked out when first asked for."""

BATCH_ROWS = 1000

_numbers = count()

Parameters = Mapping[str, object]


@dataclass(slots=True)
class Relations:
    """Answers SQL. Threads may share it: each question has a cursor of its own."""

    _database: duckdb.DuckDBPyConnection
    _lock: Lock = field(default_factory=Lock)
    _folded: bool = False

    @classmethod
    def over(
        cls, folder: Path, live: Iterable[File], as_of: datetime.datetime | None
    ) -> "Relations":
        """The relations over the `live` files of the ledger in `folder`, as of a moment or now."""
        database = duckdb.connect(":memory:")
        database.execute("SET TimeZone = 'UTC'")
        moment = "infinity" if as_of is None else in_utc(as_of).isoformat(" ")
        database.execute(f"CREATE TABLE moment AS SELECT TIMESTAMP '{moment}' AS instant")
        found: dict[str, list[File]] = {}
        for file in live:
            found.setdefault(file.table, []).append(file)
        for name in TABLES:
            _define(database, name, folder, found.get(name, []))
        relations = cls(database)
        with _lasting_files():
            database.execute(_script("observed.sql"))
        return relations

    def ask(self, sql: str, parameters: Parameters | None = None) -> pa.Table:
        """The answer to one query."""
        with self.cursor() as cursor:
            return answer(cursor, sql, parameters)

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor; its temporary tables are its own."""
        with self._database.cursor() as cursor, _lasting_files():
            yield cursor

    def fold(self) -> None:
        """Works out the relations of `FOLDED`, once."""
        with self._lock:
            if not self._folded:
                with _lasting_files():
                    self._database.execute(_script("folded.sql"))
                self._folded = True

    @contextmanager
    def near(self, asked: pa.Table) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that sees only the events near those `asked` for, folded (see near.sql)."""
        schema = f"near_{next(_numbers)}"
        with self.cursor() as cursor:
            cursor.execute(f"CREATE SCHEMA {schema}")
            cursor.execute(f"SET search_path = '{schema},main'")
            cursor.register("given", asked)
            cursor.execute("CREATE TABLE asked AS SELECT * FROM given")
            cursor.unregister("given")
            try:
                cursor.execute(_script("near.sql"))
                cursor.execute(_script("folded.sql"))
                yield cursor
            finally:
                cursor.execute(f"DROP SCHEMA {schema} CASCADE")

    def export(self, path: Path) -> None:
        """Writes all relations as tables of a new DuckDB file that 1.5 can read as well."""
        if path.exists():
            raise LedgerError(f"{path} exists; name another file or remove it")
        aside = path.with_name(f".{path.name}.partial")
        aside.unlink(missing_ok=True)
        self.fold()
        try:
            with self.cursor() as cursor:
                cursor.execute(f"ATTACH {_quoted(str(aside))} AS export (STORAGE_VERSION 'v1.5.0')")
                for name in (*OBSERVED, *FOLDED):
                    cursor.execute(f"CREATE TABLE export.{name} AS SELECT * FROM {name}")  # noqa: S608
                cursor.execute("DETACH export")
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)

    def close(self) -> None:
        """Gives the memory back."""
        self._database.close()


def answer(
    cursor: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters | None = None
) -> pa.Table:
    """The rows of a query as an Arrow table."""
    return cursor.sql(sql, params=dict(parameters or {}) or None).to_arrow_table()


def rows(table: pa.Table) -> list[dict[str, Any]]:
    """The rows of a table by column name."""
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def stream(cursor: duckdb.DuckDBPyConnection, sql: str) -> Iterator[dict[str, Any]]:
    """The rows of a query by column name, `BATCH_ROWS` at a time in memory."""
    for batch in cursor.sql(sql).to_arrow_reader(BATCH_ROWS):
        yield from batch.to_pylist()


def _define(
    database: duckdb.DuckDBPyConnection, name: str, folder: Path, found: Sequence[File]
) -> None:
    """Names all rows of one table ``all_…``; a table without files is empty.

    Uniting columns by name opens every file at once, so that is done only where they differ.
    Columns that no file has yet are null.
    """
    empty = TABLES[name].schema.empty_table()
    database.register("nothing", empty)
    database.execute(f"CREATE TABLE empty_{name} AS SELECT * FROM nothing")  # noqa: S608
    database.unregister("nothing")
    if found:
        listed = ", ".join(_quoted(str(folder / file.path)) for file in found)
        differ = {file.columns for file in found} != {TABLES[name].columns}
        source = f"read_parquet([{listed}], union_by_name = {differ})"
        whole = f" UNION ALL BY NAME SELECT * FROM empty_{name}" if differ else ""  # noqa: S608
        with _lasting_files():
            database.execute(f"CREATE VIEW all_{name} AS SELECT * FROM {source}{whole}")  # noqa: S608
        return
    database.execute(f"CREATE VIEW all_{name} AS SELECT * FROM empty_{name}")  # noqa: S608


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _script(name: str) -> str:
    return (files("dragoman.ledger") / "sql" / name).read_text("utf-8")


@contextmanager
def _lasting_files() -> Iterator[None]:
    try:
        yield
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        raise LedgerError(
            f"a file of the ledger cannot be read: {error}. "
            "If it was compacted twice meanwhile, open it again"
        ) from error
