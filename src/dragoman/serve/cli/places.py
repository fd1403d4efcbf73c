"""`dragoman places`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve.cli.command import command

if TYPE_CHECKING:
    from dragoman.model import Place

UNKNOWN = "no place of that name is known; check the spelling"

group = typer.Typer(
    help="Find places in text and look into the gazetteer.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@group.command()
@command
def find(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="Words, a text file, or -.")],
    home: Annotated[
        list[str] | None,
        typer.Option(metavar="PLACE", help="Where the outlet is at home. Repeatable."),
    ] = None,
) -> None:
    """The places that a text names, where they lie, and why."""
    from rich.table import Table
    from rich.text import Text

    from dragoman.errors import UsageError
    from dragoman.resolve.places import find_places, open_gazetteer
    from dragoman.serve.cli.console import output, tell
    from dragoman.serve.words import counted

    gazetteer = open_gazetteer()
    for name in home or ():
        if not gazetteer.find(name):
            raise UsageError(f"--home {name}: {UNKNOWN}")
    found = find_places(_content(text), gazetteer, tuple(home or ()))
    table = Table(
        "words", "place", "country", "precision", "lat, lon", "why", box=None, padding=(0, 2, 0, 0)
    )
    for one in found:
        place = one.place
        table.add_row(
            Text(one.text),
            Text(place.names[0] if place else "–"),
            place.country_code if place else "",
            place.precision if place else "",
            _point(place) if place else "",
            Text("; ".join((one.rule, *one.evidence))),
        )
    if found:
        output().print(table)
    tell(counted(len(found), "place"))


@group.command()
@command
def show(
    name: Annotated[str, typer.Argument(help="A name, in any case.")],
    limit: Annotated[int, typer.Option(min=1)] = 20,
) -> None:
    """The places that a name may mean, the likeliest first."""
    from rich.table import Table
    from rich.text import Text

    from dragoman.errors import InputError
    from dragoman.resolve.places import open_gazetteer
    from dragoman.serve.cli.console import output, tell

    gazetteer = open_gazetteer()
    found = gazetteer.find(name)
    if not found:
        raise InputError(f"{name or 'an empty name'}: {UNKNOWN}")
    table = Table(
        *("place", "region", "country", "precision", "lat, lon", "people", "id"),
        box=None,
        padding=(0, 2, 0, 0),
    )
    for one in found[:limit]:
        place = gazetteer.place(one)
        people = f"{one.population:,}" if one.population else ""
        region = Text(", ".join(place.admin))
        table.add_row(
            *(Text(place.names[0]), region, place.country_code, place.precision),
            *(_point(place), people, place.id),
        )
    output().print(table)
    tell(f"{len(found)} found" + (f", {limit} shown" if len(found) > limit else ""))


def _content(text: str) -> str:
    """The text itself, standard input for ``-``, or the content of a file of that name."""
    from dragoman.errors import InputError

    if text == "-":
        return sys.stdin.read()
    try:
        if not Path(text).is_file():
            return text
    except (OSError, ValueError):  # too long or of characters that no path has
        return text
    try:
        return Path(text).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{text}: not UTF-8 text; convert it first") from None


def _point(place: "Place") -> str:
    """Coordinates; none for a country or what lies in several, which are no points."""
    if place.precision in {"country", "cross-border"} or place.lat is None or place.lon is None:
        return ""
    return f"{place.lat:.2f}, {place.lon:.2f}"
