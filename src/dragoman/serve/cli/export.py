"""`dragoman export`."""

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve.cli.command import command
from dragoman.serve.cli.options import Filters, Format, Reading, Writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.ledger import View
    from dragoman.model import Event


class Kind(StrEnum):
    """What can be exported."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    PLOVER = "plover"
    DUCKDB = "duckdb"


Target = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="The file; - is standard output.")
]


@command
def export(
    reading: Reading,
    filters: Filters,
    output: Target,
    format: Annotated[Kind, typer.Option("--format", help="The format.")] = Kind.JSONL,  # noqa: A002
) -> None:
    """Write events to a file.

    As JSON lines, CSV, Parquet, PLOVER 2.0 lines, or the whole view as a DuckDB database. PLOVER
    lines leave out events that are denied, have no date or have no actor, and say how many; who
    claims an event, and that it is planned or hypothetical, stands in their comment.
    """
    from dragoman.serve.cli.listing import write_events, write_lines

    target = None if output == Path("-") else output
    with reading.view() as view:
        if format is Kind.DUCKDB:
            _database(view, filters, output)
            return
        if format is Kind.JSONL:
            write_lines(view.iter_events(filters.wanted(view)), target)
            return
        found = view.events(filters.wanted(view))
    if format is Kind.PLOVER:
        _plover(found, output)
    else:
        write_events(found, Writing(format=Format(format.value), output=target))


def _database(view: "View", filters: Filters, path: Path) -> None:
    from dragoman.errors import UsageError
    from dragoman.ledger import EventFilter
    from dragoman.serve.cli.console import tell

    if filters.wanted(view) != EventFilter():
        raise UsageError("a DuckDB export is the whole view; leave out the filters")
    if path == Path("-"):
        raise UsageError("a DuckDB export needs a file; name it with --output events.duckdb")
    view.export_duckdb(path)
    tell(f"the whole view written to {path}")


def _plover(events: "Sequence[Event]", path: Path) -> None:
    import json
    import sys

    from dragoman.formats.plover import obstacle, to_plover
    from dragoman.resolve import load_knowledge_base
    from dragoman.serve.cli.console import tell
    from dragoman.serve.words import counted

    knowledge = load_knowledge_base()
    obstacles = Counter(obstacle(event) for event in events)
    lines = (
        json.dumps(to_plover(event, knowledge), ensure_ascii=False) + "\n"
        for event in events
        if not obstacle(event)
    )
    if path == Path("-"):
        sys.stdout.writelines(lines)
    else:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(lines)
    left_out = ", ".join(f"{n} {why}" for why, n in obstacles.items() if why)
    tell(counted(obstacles[""], "event") + (f"; left out: {left_out}" if left_out else ""))
