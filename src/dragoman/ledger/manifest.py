"""The manifest in SQLite: files that are live, inputs that are done, corrections, words."""

import datetime
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dragoman.errors import LedgerError
from dragoman.ledger.records import InputOutcome, Result, Review

SCHEMA_VERSION = 3
MANIFEST = "manifest.sqlite"
WRITER = "writer.pid"

_START_AGAIN = "delete the folder or name another with --ledger, then code its inputs again"


@dataclass(frozen=True, slots=True)
class File:
    """A Parquet file of the ledger; `path` is relative to the ledger's folder.

    Files of a table with the same digest of `columns` can be read as one.
    """

    path: str
    table: str
    rows: int
    bytes: int
    columns: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRecord:
    """What the manifest keeps of a part."""

    seq: int
    id: str
    at: datetime.datetime
    kind: str
    settings: str
    documents: int = 0
    events: int = 0
    facts: int = 0


def version(folder: Path) -> int | None:
    """The schema version of the ledger in `folder`; None where there is none (yet)."""
    if not (folder / MANIFEST).is_file():
        return None
    try:
        with reading(folder) as database:
            if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone():
                return None
            found = database.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    except sqlite3.OperationalError as error:
        raise LedgerError(
            f"{folder / MANIFEST} cannot be opened: {error}; make room or access"
        ) from error
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{folder / MANIFEST} is not a ledger's manifest: {error}") from error
    return int(found[0]) if found else None


def create(folder: Path, at: datetime.datetime) -> None:
    """Makes an empty manifest in `folder`, which may exist if it is empty.

    Two processes may do so at once; a process that was killed while it did leaves no trouble.
    """
    folder.mkdir(parents=True, exist_ok=True)
    strangers = [path for path in folder.iterdir() if not path.name.startswith(MANIFEST)]
    if strangers and not (folder / MANIFEST).exists():
        raise LedgerError(f"{folder} is no ledger and not empty; name another folder")
    script = (files("dragoman.ledger") / "sql" / "manifest.sql").read_text("utf-8")
    values = f"('schema', '{SCHEMA_VERSION}'), ('created', '{moment(at)}')"
    with reading(folder, create=True) as database:
        _keep_a_log(database)
        database.executescript(
            f"BEGIN IMMEDIATE; {script}; INSERT OR IGNORE INTO meta VALUES {values}; COMMIT;"  # noqa: S608
        )


def _keep_a_log(database: sqlite3.Connection, tries: int = 500) -> None:
    """Turns the write-ahead log on; SQLite does not wait for the lock that this needs."""
    for left in reversed(range(tries)):
        try:
            database.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if not left:
                raise
            time.sleep(0.01)
        else:
            return


def check(folder: Path) -> None:
    """`LedgerError` unless `folder` holds a ledger that this version can read."""
    found = version(folder)
    if found is None:
        raise LedgerError(f"{folder} is no ledger: it has no manifest; coding into it makes one")
    if found != SCHEMA_VERSION:
        remedy = "upgrade dragoman" if found > SCHEMA_VERSION else _START_AGAIN
        raise LedgerError(
            f"{folder} has ledger schema {found}, this dragoman reads {SCHEMA_VERSION}; {remedy}"
        )


@contextmanager
def reading(
    folder: Path, wait: float = 30.0, *, create: bool = False
) -> Iterator[sqlite3.Connection]:
    """A connection for statements of their own; `wait` are seconds to wait for a lock."""
    mode = "rwc" if create else "rw"
    address = f"{(folder / MANIFEST).absolute().as_uri()}?mode={mode}"
    with closing(
        sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
    ) as database:
        database.execute("PRAGMA synchronous = FULL")
        yield database


@contextmanager
def writing(folder: Path, wait: float) -> Iterator[sqlite3.Connection]:
    """The one writer's transaction: committed at the end, undone by an error or a crash.

    `LedgerError` if another process still holds it after `wait` seconds.
    """
    with reading(folder, wait) as database:
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise LedgerError(_in_use(folder, wait)) from error
        try:
            (folder / WRITER).write_text(str(os.getpid()), "ascii")
            yield database
            if database.in_transaction:
                database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise


def _in_use(folder: Path, wait: float) -> str:
    try:
        who = f" (pid {int((folder / WRITER).read_text('ascii'))})"
    except (OSError, ValueError):
        who = ""
    return (
        f"{folder} is in use by another writer{who}; waited {wait:g} seconds. "
        "Wait until it has finished, or write to another ledger"
    )


def next_seq(database: sqlite3.Connection) -> int:
    """The number of the next part."""
    (last,) = database.execute("SELECT coalesce(max(seq), 0) FROM parts").fetchone()
    return int(last) + 1


def live_files(database: sqlite3.Connection) -> list[File]:
    """The files that views read, oldest first."""
    query = """
        SELECT path, table_name, rows, bytes, columns FROM files
        WHERE state = 'live' ORDER BY path"""
    return [File(*row) for row in database.execute(query)]


def latest(database: sqlite3.Connection, settings: str) -> dict[str, InputOutcome]:
    """The last outcome of each input under `settings`, by key."""
    query = """
        SELECT key, name, outcome, reason, detail, max(seq) FROM inputs
        WHERE settings = ? GROUP BY key"""
    return {row[0]: _outcome(row[:5]) for row in database.execute(query, [settings])}


def outcomes(
    database: sqlite3.Connection, last_seq: int, as_of: datetime.datetime | None
) -> Iterator[InputOutcome]:
    """The last outcome of each input up to a part and a moment, by name."""
    query = """
        SELECT key, name, outcome, reason, detail FROM (
            SELECT *, row_number() OVER (PARTITION BY key ORDER BY seq DESC) AS age
            FROM inputs WHERE seq <= ? AND at <= ?)
        WHERE age = 1 ORDER BY name, key"""
    until = moment(as_of) if as_of else "9999"
    return (_outcome(row) for row in database.execute(query, [last_seq, until]))


def _outcome(row: tuple[str, str, str, str, str]) -> InputOutcome:
    key, name, outcome, reason, detail = row
    return InputOutcome(key=key, name=name, outcome=Result(outcome), reason=reason, detail=detail)


def add_part(database: sqlite3.Connection, part: PartRecord, added: Iterable[File]) -> None:
    """Enters a part and its files."""
    database.execute(
        "INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [part.seq, part.id, moment(part.at), part.kind, part.settings,
         part.documents, part.events, part.facts],
    )  # fmt: skip
    add_files(database, added)


def add_files(database: sqlite3.Connection, added: Iterable[File]) -> None:
    """Enters files as live."""
    database.executemany(
        "INSERT INTO files VALUES (?, ?, 'live', ?, ?, ?)",
        [(file.path, file.table, file.rows, file.bytes, file.columns) for file in added],
    )


def add_inputs(
    database: sqlite3.Connection, part: PartRecord, added: Iterable[InputOutcome]
) -> None:
    """Enters what became of inputs in a part."""
    database.executemany(
        "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (part.settings, one.key, part.seq, one.name, str(one.outcome), one.reason, one.detail,
             moment(part.at))
            for one in added
        ],
    )  # fmt: skip


def add_review(database: sqlite3.Connection, seq: int, review: Review) -> None:
    """Enters a correction."""
    database.execute(
        "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?)",
        [seq, review.fact, review.replacement, review.by, moment(review.at), review.reason],
    )


def reviews(database: sqlite3.Connection, last_seq: int) -> Iterator[Review]:
    """The corrections up to a part, oldest first."""
    query = "SELECT fact, replacement, by, at, reason FROM reviews WHERE seq <= ? ORDER BY seq"
    for fact, replacement, by, at, reason in database.execute(query, [last_seq]):
        yield Review(
            fact=fact,
            replacement=replacement,
            by=by,
            at=datetime.datetime.fromisoformat(at),
            reason=reason,
        )


def moment(at: datetime.datetime) -> str:
    """A moment as text that sorts by time: UTC, microseconds."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
