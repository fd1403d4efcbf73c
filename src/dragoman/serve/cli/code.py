"""`dragoman code`."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError
from dragoman.model import Basis
from dragoman.serve.cli.command import EXIT_SOME_FAILED, command
from dragoman.serve.cli.options import DEFAULT_LEDGER, day

if TYPE_CHECKING:
    from dragoman.flow.settings import Settings

MEGABYTE = 1_000_000
FIELDS = ("text", "html", "id", "url", "title", "date", "publisher")


class LineFormat(StrEnum):
    """How events are written to standard output."""

    JSONL = "jsonl"


class CoderName(StrEnum):
    """What codes the sentences."""

    RULES = "rules"
    READER = "reader"


def check_day(text: str) -> str:
    """The words of a day, unchanged."""
    day(text)
    return text


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What is said of the inputs beside their bytes."""

    date: Annotated[
        str | None,
        typer.Option(parser=check_day, metavar="DAY", help="Published then, where none is stated."),
    ] = None
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="The publisher, where none is stated.")
    ] = None
    field: Annotated[
        list[str] | None,
        typer.Option(metavar="OURS=THEIRS", help="JSON key to read, as text=body. Repeatable."),
    ] = None
    max_size: Annotated[
        float, typer.Option(min=0, max=100_000, metavar="MB", help="Drop pages of more megabytes.")
    ] = 20.0
    basis: Annotated[
        Basis | None, typer.Option(help="Your lawful basis for keeping whole texts.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Coding:
    """What is coded by, and on how many processes."""

    codebook: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A codebook of your own (TOML).")
    ] = None
    actors: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="Further tables of actors. Repeatable."),
    ] = None
    coder: Annotated[
        CoderName, typer.Option(help="Rules alone, or the network with the rules beside it.")
    ] = CoderName.RULES
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, help="Processes; one for each core if not given.")
    ] = None
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False


@dataclass(frozen=True, kw_only=True)
class Target:
    """Where the events go."""

    ledger: Annotated[
        Path | None,
        typer.Option(
            envvar="DRAGOMAN_LEDGER",
            metavar="DIR",
            help=f"The ledger's folder; made if missing. Default: {DEFAULT_LEDGER}",
        ),
    ] = None
    format: Annotated[
        LineFormat | None,
        typer.Option("--format", help="Events to standard output, and no ledger."),
    ] = None


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, patterns, or - for standard input."),
]


@command
def code(paths: Paths, target: Target, inputs: Inputs, coding: Coding) -> None:
    """Code reports into a ledger.

    Reads HTML, text, JSON, JSON lines and WARC, also gzipped. Run again, it goes on where it
    stopped and codes only what is new. With --format jsonl it writes events to standard output.
    """
    from dragoman.serve.cli import coding as run

    chosen = settings(inputs, coding)
    if target.format is not None:
        if target.ledger is not None and "DRAGOMAN_LEDGER" not in os.environ:
            raise UsageError(
                "--format writes events without a ledger; leave out --ledger, or code into the "
                "ledger first and then call: dragoman events --format jsonl"
            )
        failed = run.to_lines(paths, chosen, quiet=coding.quiet)
    else:
        folder = target.ledger or DEFAULT_LEDGER
        failed = run.to_ledger(paths, chosen, folder, quiet=coding.quiet)
    if failed:
        raise typer.Exit(EXIT_SOME_FAILED)


def settings(inputs: Inputs, coding: Coding) -> "Settings":
    """The settings that the options ask for."""
    from dragoman.acquire import AcquireOptions
    from dragoman.codebook import load_codebook
    from dragoman.flow.settings import Settings

    if coding.codebook is not None:
        load_codebook(coding.codebook)
    return Settings(
        acquire=AcquireOptions(
            max_page=int(inputs.max_size * MEGABYTE),
            fields=dict(map(field_pair, inputs.field or ())),
            date=inputs.date,
            publisher=inputs.publisher,
        ),
        basis=inputs.basis,
        codebook=coding.codebook,
        actors=tuple(coding.actors or ()),
        coder=coding.coder.value,
        workers=coding.workers or os.cpu_count() or 1,
    )


def field_pair(text: str) -> tuple[str, str]:
    """``text=body`` as a pair; `UsageError` for other words."""
    ours, _, theirs = text.partition("=")
    if ours not in FIELDS or not theirs:
        raise UsageError(
            f"--field {text}: write OURS=THEIRS, OURS being one of {', '.join(FIELDS)}"
        )
    return ours, theirs
