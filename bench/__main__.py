"""``python -m bench TASK --data FILE --out PRED``, or ``gate``, ``golden``, ``speed``, ``docs``."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from bench.records import write_records
from bench.tasks import TASKS, predictor
from dragoman.errors import UsageError, UserError

COMMANDS = ("gate", "golden", "speed", "docs")
"""Modules of this package with a `main`; imported only when asked for."""


def main(arguments: Sequence[str]) -> int:
    """Runs a command or a task; 2 for wrong usage, 1 for failure."""
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(f"{__doc__}\n\nTasks: {', '.join(TASKS)}")
        return 0
    try:
        if arguments[0] in COMMANDS:
            status: int = import_module(f"bench.{arguments[0]}").main(arguments[1:])
            return status
        return _run_task(arguments)
    except UserError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1


def _run_task(arguments: Sequence[str]) -> int:
    predict = predictor(arguments[0])
    parser = argparse.ArgumentParser(prog=f"python -m bench {arguments[0]}")
    parser.add_argument("--data", type=Path, required=True, help="records of the benchmark")
    parser.add_argument("--out", type=Path, required=True, help="where predictions are written")
    options = parser.parse_args(arguments[1:])
    print(f"{write_records(options.out, predict(options.data))} records: {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
