"""Parquet files that are whole or not there at all."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

WriteTable = Callable[[Path, pa.Schema, Iterable[pa.Table]], None]
"""Writes tables of one schema to a path: the file appears whole and outlasts a power cut.

`OSError` where the disk will not take it; then nothing is at the path.
"""


def write_table(path: Path, schema: pa.Schema, tables: Iterable[pa.Table]) -> None:
    """Writes beside `path` under another name, forces it to the disk and renames it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with aside.open("wb") as file:
            with pq.ParquetWriter(file, schema, compression="zstd") as writer:
                for table in tables:
                    writer.write_table(table)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Forces the names in `folder` to the disk, where the system can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
