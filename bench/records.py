"""JSON Lines, in and out."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import InputError

Record = dict[str, Any]


def read_records(path: Path) -> Iterator[Record]:
    """The records of a JSONL file; `InputError` where it is not there."""
    if not path.is_file():
        raise InputError(f"{path}: no such file; --data wants a JSONL file of the benchmark")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write_records(path: Path, records: Iterable[Record]) -> int:
    """Writes `records` and says how many they were."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8") as lines:
        for record in records:
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return count
