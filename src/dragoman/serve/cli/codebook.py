"""`dragoman codebook`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve.cli.command import EXIT_FAILURE, command

if TYPE_CHECKING:
    from dragoman.codebook import Codebook, EventType
    from dragoman.coding.reader.own import OwnHead

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


@group.command()
@command
def train(
    codebook: Annotated[Path, typer.Argument(help="A codebook of your own (TOML).")],
    sentences: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Marked sentences of its own types.")
    ],
    against: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Marked texts without these types. Repeatable."),
    ] = None,
    folds: Annotated[int, typer.Option(min=2, max=20, help="Parts of the cross-validation.")] = 5,
    seed: Annotated[int, typer.Option(help="Decides which sentence is in which part.")] = 0,
) -> None:
    """Teach the reader an event type of your own by 10 to 50 marked sentences.

    Writes NAME.head.json beside NAME.toml; `dragoman code --codebook NAME.toml --coder reader`
    uses it. All words that are marked as no trigger of the type count against it.
    """
    from dragoman.codebook import load_codebook
    from dragoman.coding.reader.own import written
    from dragoman.engine import find_weights, open_network
    from dragoman.flow.own_types import fit_head
    from dragoman.flow.settings import head_file
    from dragoman.marked import sound_sentences
    from dragoman.serve.cli.console import tell

    book = load_codebook(codebook)
    given = sound_sentences([*sentences, *(against or ())], codebook=book)
    head = fit_head(book, open_network(find_weights()), given, folds, seed)
    _print_figures(head)
    head_file(codebook).write_text(written(head), "utf-8")
    tell(f"written to {head_file(codebook)}")


def _print_figures(head: "OwnHead") -> None:
    """The cross-validated figures of every type, with a warning where sentences are few."""
    from rich.table import Table

    from dragoman.serve.cli.console import output, tell

    table = Table(box=None, pad_edge=False)
    for name in ("type", "sentences", "precision", "recall", "F1", "F1 of the parts"):
        table.add_column(name, justify="left" if name == "type" else "right")
    for one in head.types:
        parts = [part.f1 for part in one.folds]
        spread = f"{100 * min(parts):.0f} to {100 * max(parts):.0f}"
        shares = (f"{100 * share:.1f}" for share in (one.all.precision, one.all.recall, one.all.f1))
        table.add_row(one.event, str(one.sentences), *shares, spread)
    output().print(table)
    for one in head.types:
        if one.sentences < FEW:
            tell(f"{one.event}: only {one.sentences} sentences; mark {FEW} or more to rely on it")


FEW = 10
"""Fewer sentences of a type than these are warned of."""


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
