"""JSON Lines, in and out, and the command line of what compares two files of them."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from dragoman.errors import InputError

Record = dict[str, Any]
Score = TypeVar("Score", bound=Mapping[str, Any])


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


def print_score(
    arguments: Sequence[str],
    description: str | None,
    score: Callable[[Iterable[Record], Iterable[Record]], Score],
    lines: Callable[[Score], Iterable[str]],
) -> None:
    """Prints what `score` says of ``GOLD PRED``: as JSON with ``--json``, else as `lines`."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("gold", type=Path)
    parser.add_argument("pred", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    found = score(read_records(options.gold), read_records(options.pred))
    if options.json:
        print(json.dumps(found, indent=1))
        return
    for line in lines(found):
        print(line)
