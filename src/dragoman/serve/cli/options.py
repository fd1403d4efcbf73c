"""Options that several commands share, and how their words are read."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError
from dragoman.model import Status

if TYPE_CHECKING:
    from dragoman.ledger import EventFilter, View

DEFAULT_LEDGER = Path("dragoman.ledger")


class Format(StrEnum):
    """How events are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def day(text: str) -> datetime.date:
    """A day such as 2024-05-09, or the first of a month or year (2024-05, 2024)."""
    try:
        return datetime.date.fromisoformat(text + "-01" * (2 - text.count("-")))
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it like 2024-05-09") from None


def last_day(text: str) -> datetime.date:
    """A day, or the last of a month or year."""
    first = day(text)
    if text.count("-") == 2:
        return first
    year, month = (first.year, first.month + 1) if text.count("-") else (first.year + 1, 1)
    following = datetime.date(year + month // 13, month % 13 or 1, 1)
    return following - datetime.timedelta(days=1)


def moment(text: str) -> datetime.datetime:
    """A moment such as 2024-05-09T12:00Z; a bare day means its end, no zone means UTC."""
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no moment; write it like 2024-05-09 or 2024-05-09T12:00Z"
        ) from None
    if len(text) == len("2024-05-09"):
        found = datetime.datetime.combine(found, datetime.time.max)
    try:
        zoned = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
        return zoned.astimezone(datetime.UTC)
    except OverflowError:
        raise typer.BadParameter(f"{text!r} is beyond the calendar") from None


LedgerPath = Annotated[
    Path,
    typer.Option("--ledger", envvar="DRAGOMAN_LEDGER", metavar="DIR", help="The ledger's folder."),
]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Which ledger to read, and as of when."""

    ledger: LedgerPath = DEFAULT_LEDGER
    as_of: Annotated[
        datetime.datetime | None,
        typer.Option(parser=moment, metavar="MOMENT", help="What the ledger said at that moment."),
    ] = None

    def view(self) -> "View":
        """The view asked for; `LedgerError` where there is no ledger."""
        from dragoman.ledger import Ledger

        return Ledger.open(self.ledger).view(self.as_of)


OWN_VOICE = typer.Option(
    "--own-voice/--claimed", help="Told in the outlet's own voice, or as somebody's claim."
)


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Which events to show."""

    actor: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO",
            help="Who did it: a code (ARM), an id, a known name (Armenia means ARM), a group "
            "such as West, or a participant's words. Repeatable.",
        ),
    ] = None
    recipient: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="To whom it was done, said likewise. Repeatable."),
    ] = None
    dyad: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="A B",
            help="Between two sides, in either direction; several on a side with commas between.",
        ),
    ] = None
    type: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Event type, such as CONCEDE. Repeatable."),
    ] = None
    status: Annotated[
        list[Status] | None, typer.Option(help="Whether it happened. Repeatable.")
    ] = None
    historical: Annotated[
        bool | None,
        typer.Option("--historical/--no-historical", help="Told as background, or as news."),
    ] = None
    since: Annotated[
        datetime.date | None,
        typer.Option(parser=day, metavar="DAY", help="Happened on that day or later."),
    ] = None
    until: Annotated[
        datetime.date | None,
        typer.Option(parser=last_day, metavar="DAY", help="Happened on that day or earlier."),
    ] = None
    source: Annotated[
        str, typer.Option(metavar="NAME", help="A publisher, or the name of a document.")
    ] = ""
    claimed_by: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Who says so: a code, an id or words. Repeatable."),
    ] = None
    own_voice: Annotated[bool | None, OWN_VOICE] = None
    method: Annotated[
        str, typer.Option(metavar="CODER", help="Told by this coder: rules or reader.")
    ] = ""
    disagreed: Annotated[
        bool | None,
        typer.Option(
            "--disagreed/--agreed", help="The other coder, asked as well, saw it otherwise, or not."
        ),
    ] = None
    text: Annotated[str, typer.Option(metavar="WORDS", help="Words in the quotes.")] = ""
    search: Annotated[
        str,
        typer.Option(metavar="WORDS", help="Words in quotes or titles, in any form and order."),
    ] = ""
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many, by date.")] = None

    def wanted(self, view: "View") -> "EventFilter":
        """The filter as the ledger understands it; `UsageError` for names that mean nothing."""
        from dragoman.ledger import EventFilter
        from dragoman.serve.cli.names import Names

        names = Names(view)
        sides = [names.whom(side.split(",")) for side in self.dyad or ()]
        return EventFilter(
            actor=names.whom(self.actor),
            recipient=names.whom(self.recipient),
            dyad=(sides[0], sides[1]) if sides else None,
            types=names.types(self.type),
            statuses=tuple(self.status or ()),
            historical=self.historical,
            since=self.since,
            until=self.until,
            source=names.source(self.source),
            text=self.text,
            search=self.search,
            claimed_by=names.whom(self.claimed_by),
            own_voice=self.own_voice,
            method=self.method,
            disagreed=self.disagreed,
            limit=self.limit,
        )


@dataclass(frozen=True, kw_only=True)
class Writing:
    """How and where events are written."""

    json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False
    format: Annotated[
        Format, typer.Option("--format", help="Table, JSON lines, CSV or Parquet.")
    ] = Format.TABLE
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Instead of the screen.")
    ] = None

    def check(self) -> None:
        """`UsageError` where the options do not go together."""
        if self.json and self.format is not Format.TABLE:
            raise UsageError("--json and --format exclude each other; leave one out")
        if self.format is Format.PARQUET and self.output is None:
            raise UsageError("Parquet needs a file; name it with --output events.parquet")
