"""Merging the many small files of a ledger into few."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.ledger import manifest
from dragoman.ledger.files import WriteTable
from dragoman.ledger.manifest import File
from dragoman.ledger.tables import TABLES
from dragoman.model import content_id

SMALL_BYTES = 64 * 2**20
"""Files from this size on are left as they are."""

GROUP_ROWS = 100_000
"""Rows are gathered to this number before they are written, so that files scan fast."""


def compact(folder: Path, database: sqlite3.Connection, write: WriteTable) -> int:
    """Merges small files inside the writer's transaction; gives the number of those merged.

    What no manifest ever named is removed before the commit, while no other writer can be about to
    name it; what an earlier compaction retired after it, when no new view can ask for it.
    """
    _remove(folder, _strays(folder, database))
    retired = [row[0] for row in database.execute("SELECT path FROM files WHERE state = 'retired'")]
    small: dict[str, list[File]] = defaultdict(list)
    for file in manifest.live_files(database):
        if file.bytes < SMALL_BYTES:
            small[file.table].append(file)
    merged = [files for files in small.values() if len(files) > 1]
    for files in merged:
        manifest.add_files(database, [_merge(folder, files, write)])
        database.executemany(
            "UPDATE files SET state = 'retired' WHERE path = ?", [(file.path,) for file in files]
        )
    database.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in retired])
    database.execute("COMMIT")
    _remove(folder, retired)
    return sum(map(len, merged))


def _strays(folder: Path, database: sqlite3.Connection) -> list[str]:
    known = {row[0] for row in database.execute("SELECT path FROM files")}
    found = (path.relative_to(folder).as_posix() for path in (folder / "parts").glob("*/*"))
    return [path for path in found if path not in known]


def _remove(folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (folder / path).unlink(missing_ok=True)


def _merge(folder: Path, files: Sequence[File], write: WriteTable) -> File:
    table = files[0].table
    first, last = (Path(file.path).name.split("-")[0] for file in (files[0], files[-1]))
    merged = content_id("merged", *(file.path for file in files))
    path = f"parts/{table}/{first}-{last}-{merged}.parquet"
    schema = TABLES[table].schema
    write(folder / path, schema, _gathered(folder, files, schema))
    size = (folder / path).stat().st_size
    return File(path, table, sum(file.rows for file in files), size, TABLES[table].columns)


def _gathered(folder: Path, files: Iterable[File], schema: pa.Schema) -> Iterator[pa.Table]:
    waiting: list[pa.Table] = []
    for file in files:
        waiting.append(pq.read_table(folder / file.path, schema=schema, partitioning=None))
        if sum(table.num_rows for table in waiting) >= GROUP_ROWS:
            yield pa.concat_tables(waiting)
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting)
