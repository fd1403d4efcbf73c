"""`dragoman codebook`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve.cli.command import EXIT_FAILURE, command

if TYPE_CHECKING:
    from dragoman.codebook import Codebook, EventType

group = typer.Typer(
    help="Read, check and export codebooks.", no_args_is_help=True, rich_markup_mode=None
)

Book = Annotated[
    Path | None,
    typer.Option("--codebook", metavar="FILE", help="A codebook of your own; PLOVER 2.0 if none."),
]


@group.command("list")
@command
def list_(codebook: Book = None) -> None:
    """The event types with quad, score and modes."""
    from rich.table import Table
    from rich.text import Text

    from dragoman.codebook import QUAD_NAMES
    from dragoman.serve.cli.console import output, tell

    book = _book(codebook)
    table = Table("event", "quad", "score", "modes", box=None, padding=(0, 2, 0, 0))
    for event in book.events:
        quad = f"{event.quad} {QUAD_NAMES[event.quad]}"
        table.add_row(event.name, quad, f"{event.score:+g}", Text(", ".join(event.mode_names)))
    output().print(table)
    tell(f"{book.id}: {len(book.contexts)} contexts, {len(book.sectors)} sectors")


@group.command()
@command
def show(
    code: Annotated[
        str, typer.Argument(help="An event type, mode, context, sector or CAMEO code.")
    ],
    codebook: Book = None,
) -> None:
    """What a code means, and where it borders on its neighbours."""
    from dragoman.errors import CodebookError
    from dragoman.serve.cli.console import output

    lines = _meanings(_book(codebook), code)
    if not lines:
        raise CodebookError(f"{code} is no code of the codebook; see: dragoman codebook list")
    output().print("\n".join(lines), markup=False)


@group.command()
@command
def check(file: Annotated[Path, typer.Argument(help="A codebook of your own (TOML).")]) -> None:
    """What is wrong with a codebook file; exit code 1 if anything."""
    from dragoman.codebook import check as check_file
    from dragoman.codebook import load_codebook
    from dragoman.serve.cli.console import output, tell
    from dragoman.serve.words import counted

    problems = check_file(file)
    for problem in problems:
        output().print(str(problem), markup=False, soft_wrap=True)
    if problems:
        tell(f"{file}: {counted(len(problems), 'problem')}")
        raise typer.Exit(EXIT_FAILURE)
    book = load_codebook(file)
    tell(f"{file} is sound: {book.id}, {counted(len(book.events), 'event type')}")


@group.command()
@command
def export(
    codebook: Book = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Instead of the screen.")
    ] = None,
) -> None:
    """The whole codebook as a Markdown page."""
    import sys

    from dragoman.codebook import render_markdown

    page = render_markdown(_book(codebook))
    if output is None:
        sys.stdout.write(page)
    else:
        output.write_text(page, "utf-8")


def _book(path: Path | None) -> "Codebook":
    from dragoman.codebook import load_codebook, load_plover

    return load_plover() if path is None else load_codebook(path)


def _meanings(book: "Codebook", code: str) -> list[str]:
    """Everything of that name, one after the other."""
    from dragoman.codebook import load_cameo

    wanted = code.casefold()
    lines: list[str] = []
    for event in book.events:
        if event.name.casefold() == wanted:
            lines += _event(event)
        for mode in event.modes:
            if mode.name.casefold() == wanted:
                lines.append(f"{event.name}/{mode.name}  {mode.score:+g}\n  {mode.definition}")
    for context in book.contexts:
        if context.name.casefold() == wanted:
            lines += [f"context {context.name}", f"  {context.definition}"]
            lines += [f"  Not: {context.excludes}"] if context.excludes else []
    lines += [
        f"sector {sector.code}\n  {sector.definition}"
        for sector in book.sectors
        if sector.code.casefold() == wanted
    ]
    cameo = load_cameo().get(code)
    if cameo is not None:
        to = "/".join(part for part in (cameo.event, cameo.mode) if part) or "not coded"
        lines.append(f"CAMEO {cameo.code}  {cameo.label}\n  in PLOVER: {to}")
    return lines


def _event(event: "EventType") -> list[str]:
    from dragoman.codebook import QUAD_NAMES

    lines = [
        f"{event.name}  {event.quad} {QUAD_NAMES[event.quad]}  {event.score:+g}",
        f"  {event.definition}",
    ]
    lines += [f"  {event.note}"] if event.note else []
    lines += [f"  {border.neighbour}: {border.rule}" for border in event.borders]
    lines += [f"  /{mode.name}  {mode.score:+g}  {mode.definition}" for mode in event.modes]
    return lines
