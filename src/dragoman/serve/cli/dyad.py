"""`dragoman dyad`."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError
from dragoman.model import Status
from dragoman.serve.cli.command import command
from dragoman.serve.cli.options import OWN_VOICE, Reading, day, last_day

if TYPE_CHECKING:
    from dragoman.analyse import Choice, Period
    from dragoman.serve.cli.names import Names

DEFAULT_STATUSES = (Status.OCCURRED, Status.ONGOING)

BAR = 12
"""The longest bar, in characters."""


class By(StrEnum):
    """The length of the periods."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class DyadFormat(StrEnum):
    """How the periods are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Which events count, in which periods."""

    by: Annotated[By, typer.Option(help="The length of the periods.")] = By.MONTH
    since: Annotated[
        datetime.date | None, typer.Option(parser=day, metavar="DAY", help="From that day on.")
    ] = None
    until: Annotated[
        datetime.date | None, typer.Option(parser=last_day, metavar="DAY", help="To that day.")
    ] = None
    background: Annotated[
        bool, typer.Option("--background", help="Also what reports look back on.")
    ] = False
    status: Annotated[
        list[Status] | None,
        typer.Option(help="Whether it happened; occurred and ongoing if not given. Repeatable."),
    ] = None
    claimed_by: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Who says so: a code, an id or words. Repeatable."),
    ] = None
    own_voice: Annotated[bool | None, OWN_VOICE] = None

    def choice(self, names: "Names") -> "Choice":
        """The choice as the analysis understands it."""
        from dragoman.analyse import Choice

        return Choice(
            statuses=tuple(self.status or DEFAULT_STATUSES),
            historical=None if self.background else False,
            since=self.since,
            until=self.until,
            claimed_by=names.whom(self.claimed_by),
            own_voice=self.own_voice,
        )

    def told(self) -> str:
        """Which events are counted, and how to count others."""
        statuses = " and ".join(self.status or DEFAULT_STATUSES)
        background = "background or not" if self.background else "that are not background"
        return f"counted: {statuses} events {background}; --status and --background change it"


@dataclass(frozen=True, kw_only=True)
class Written:
    """How and where the periods are written."""

    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False
    format: Annotated[DyadFormat, typer.Option("--format", help="How to write them.")] = (
        DyadFormat.TABLE
    )
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Instead of the screen.")
    ] = None


Side = Annotated[
    str,
    typer.Argument(
        help="A code (ARM), an id, a known name (Armenia means ARM), a group such as West, or a "
        "participant's words; several with commas between."
    ),
]


@command
def dyad(a: Side, b: Side, reading: Reading, chosen: Chosen, written: Written) -> None:
    """Show two sides over time.

    Sums of PLOVER scores of news of what happened or goes on, with the number of events, of reports
    that tell them and of independent sources.
    """
    from dragoman.analyse import codes_of, series
    from dragoman.serve.cli.console import tell
    from dragoman.serve.cli.names import Names

    if not codes_of(a) or not codes_of(b):
        raise UsageError("name two sides, as in: dragoman dyad ARM RUS")
    with reading.view() as view:
        names = Names(view)
        a, b = names.side(a), names.side(b)
        found = series(view, a, b, chosen.by.value, chosen.choice(names))
    if written.json or written.format is not DyadFormat.TABLE:
        _write(found.periods, written)
        return
    _table(found.of("all"), f"{a} – {b} by {chosen.by}")
    if found.unplaced:
        tell(f"{found.unplaced} more are dated too vaguely for a {chosen.by}")
    tell(chosen.told())


def _write(periods: "tuple[Period, ...]", written: Written) -> None:
    import json
    import sys
    from dataclasses import asdict

    from dragoman.serve.cli.listing import write_rows

    rows = [asdict(period) | {"start": period.start.isoformat()} for period in periods]
    if written.format is DyadFormat.CSV:
        write_rows(rows, written.output)
    elif written.output is not None:
        written.output.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    else:
        json.dump(rows, sys.stdout, indent=2)
        sys.stdout.write("\n")


def _table(periods: "tuple[Period, ...]", title: str) -> None:
    from rich.table import Table
    from rich.text import Text

    from dragoman.serve import words
    from dragoman.serve.cli.console import output

    most = max([1.0, *(max(one.cooperation, -one.conflict) for one in periods)])
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("period", no_wrap=True)
    table.add_column("conflict", justify="right", no_wrap=True)
    table.add_column("cooperation", no_wrap=True)
    for name in ("net", "events", "reports", "sources"):
        table.add_column(name, justify="right")
    for one in periods:
        down, up = (round(BAR * abs(value) / most) for value in (one.conflict, one.cooperation))
        counts = (one.events, one.reports, one.sources)
        table.add_row(
            one.label,
            Text(f"{words.score(one.conflict)} {'▇' * down:>{BAR}}", "red") if one.conflict else "",
            Text(f"{'▇' * up:<{BAR}} {words.score(one.cooperation)}", "green")
            if one.cooperation
            else "",
            words.score(one.net) if one.events else "",
            *(str(count) if one.events else "" for count in counts),
        )
    output().print(table)
