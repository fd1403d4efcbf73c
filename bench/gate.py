"""``python -m bench gate``: every floor measured again; exit code 1 if one is missed."""

import argparse
import datetime
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import golden
from bench.floors import FLOORS, SAMPLE, Floor, as_measured, as_toml, load_floors, look_up
from bench.records import write_records
from bench.tasks import predictor
from dragoman.errors import UserError

RESULTS = Path(__file__).with_name("results.json")
REPOSITORY = Path(__file__).parents[1]
NO_DATA = "no benchmark data here: only the written tests' floors were checked"


@dataclass(frozen=True, slots=True)
class Result:
    """A floor and what was measured now."""

    floor: Floor
    measured: float

    @property
    def holds(self) -> bool:
        """Whether the figure reaches its floor."""
        return self.measured >= self.floor.floor


def main(arguments: Sequence[str]) -> int:
    """Measures, prints the table, writes the results if asked; 1 if a floor is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench gate", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), metavar="DIR")
    parser.add_argument("--task", action="append", help="only this task's floors")
    parser.add_argument("--write-results", action="store_true", help=f"into {RESULTS.name}")
    parser.add_argument("--set-floors", action="store_true", help="to what is measured now")
    options = parser.parse_args(arguments)
    known = load_floors()
    floors = [one for one in known if not options.task or one.task in options.task]
    if not options.shared.is_dir():
        print(NO_DATA)
        floors = [one for one in floors if one.task == SAMPLE]
    results = list(measure(floors, options.shared))
    print(table(results))
    if options.write_results:
        RESULTS.write_text(as_json(results), encoding="utf-8")
    if options.set_floors:
        measured = {result.floor: result.measured for result in results}
        FLOORS.write_text(as_toml(_set(known, measured)), encoding="utf-8")
    return 0 if all(result.holds for result in results) else 1


def _set(floors: Iterable[Floor], measured: Mapping[Floor, float]) -> Iterator[Floor]:
    day = datetime.datetime.now(datetime.UTC).date()
    for one in floors:
        yield as_measured(one, measured[one], day) if one in measured else one


def measure(floors: Iterable[Floor], shared: Path) -> Iterator[Result]:
    """Runs each task once for each of its files, and each scorer once for each set of arguments."""
    scored: dict[tuple[object, ...], dict[str, Any]] = {}
    predicted: dict[tuple[str, str], Path] = {}
    with tempfile.TemporaryDirectory() as folder:
        for one in floors:
            run = (one.task, one.data, one.scorer, one.arguments)
            if one.task == SAMPLE:
                scored[run] = scored.get(run) or golden.measure()
            elif run not in scored:
                data = shared / "data" / one.data
                out = predicted.setdefault(run[:2], Path(folder) / f"{len(predicted)}.jsonl")
                if not out.exists():
                    write_records(out, predictor(one.task)(data))
                scored[run] = _score(one, shared, data, out)
            yield Result(one, look_up(scored[run], one.metric))


def _score(one: Floor, shared: Path, gold: Path, predicted: Path) -> dict[str, Any]:
    """What the scorer prints about `predicted`."""
    inside = one.scorer.startswith("bench.")
    program = ["-m", one.scorer] if inside else [str((shared / "eval" / one.scorer).resolve())]
    files = [str(gold.resolve()), str(predicted)]
    command = [sys.executable, *program, *files, *one.arguments, "--json"]
    run = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)
    if run.returncode:
        raise UserError(f"{one.scorer} on {one.data}: {run.stderr.strip()[-300:]}")
    figures: dict[str, Any] = json.loads(run.stdout)
    return figures


def table(results: Sequence[Result]) -> str:
    """The results, one a line, the columns aligned."""
    head = ("task", "data", "metric", "measured", "floor", "")
    rows = [
        (
            result.floor.task,
            " ".join((result.floor.data, *result.floor.arguments)),
            result.floor.metric,
            f"{result.measured:.4f}",
            f"{result.floor.floor:.4f}",
            "ok" if result.holds else "BELOW",
        )
        for result in results
    ]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *rows)
    )
    return "\n".join(lines)


def as_json(results: Sequence[Result]) -> str:
    """The results as the README's table is made of them."""
    rows = [
        {
            "what": result.floor.what,
            "task": result.floor.task,
            "data": result.floor.data,
            "metric": result.floor.metric,
            "measured": round(result.measured, 4),
            "floor": result.floor.floor,
        }
        for result in results
    ]
    content = {"date": datetime.datetime.now(datetime.UTC).date().isoformat(), "results": rows}
    return json.dumps(content, indent=2) + "\n"
