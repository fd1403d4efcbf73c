"""`dragoman report`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from dragoman.errors import UsageError
from dragoman.serve.cli.command import command
from dragoman.serve.cli.options import Reading

DYAD = "--dyad"
SEPARATOR = "\x1f"


class PairCommand(TyperCommand):
    """Lets `--dyad` take two words as often as it is given: typer knows no list of pairs."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Joins the two words behind each `--dyad` before the rest is read."""
        return super().parse_args(ctx, list(joined(args)))


def joined(words: Sequence[str]) -> Iterator[str]:
    """``--dyad ARM RUS`` as two words; what is cut short stays as it is."""
    rest = iter(words)
    for word in rest:
        yield word
        if word == DYAD:
            pair = [one for one in (next(rest, None), next(rest, None)) if one is not None]
            if pair:
                yield SEPARATOR.join(pair)


def pair_of(text: str) -> tuple[str, str]:
    """The two sides; `UsageError` where one is missing."""
    sides = text.split(SEPARATOR)
    if len(sides) != 2 or any(not side or side.startswith("-") for side in sides):
        raise UsageError(f"{DYAD} takes two sides, as in: {DYAD} ARM RUS")
    return sides[0], sides[1]


@command
def report(
    reading: Reading,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write.")
    ] = Path("dragoman-report.html"),
    dyad: Annotated[
        list[str] | None,
        typer.Option(metavar="A B", help="Two sides to show month by month. Repeatable."),
    ] = None,
    title: Annotated[str, typer.Option(help="The page's heading.")] = "What the reports say",
) -> None:
    """Write one HTML page of it all.

    Dyads by month, every event with its receipts, and what the rights of each report allow.
    """
    pairs = tuple(map(pair_of, dyad or ()))

    from dragoman.serve.cli.console import tell
    from dragoman.serve.cli.names import Names
    from dragoman.serve.report import render

    with reading.view() as view:
        names = Names(view)
        page = render(view, [(names.side(a), names.side(b)) for a, b in pairs], title)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(page, "utf-8")
    tell(f"the page: {output}")
