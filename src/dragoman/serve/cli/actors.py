"""`dragoman actors`."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve.cli.command import EXIT_FAILURE, command
from dragoman.serve.cli.options import day

if TYPE_CHECKING:
    from dragoman.model import Actor, Role

group = typer.Typer(
    help="Look into the knowledge base of actors.", no_args_is_help=True, rich_markup_mode=None
)

Tables = Annotated[
    list[Path] | None,
    typer.Option("--actors", metavar="PATH", help="Further tables of actors. Repeatable."),
]


@group.command()
@command
def show(
    name: Annotated[str, typer.Argument(help="A name, in any case, or an id.")],
    on: Annotated[
        datetime.date | None,
        typer.Option(parser=day, metavar="DAY", help="Mark what holds on that day."),
    ] = None,
    actors: Tables = None,
) -> None:
    """Who a name means, with offices and roles and their dates."""
    from dragoman.errors import InputError
    from dragoman.resolve import load_knowledge_base

    knowledge = load_knowledge_base(tuple(actors or ()))
    by_id = knowledge.actor(name)
    found = (by_id,) if by_id else knowledge.find(name)
    if not found:
        raise InputError(f"{name}: nobody of that name is known; try: dragoman actors find {name}")
    for actor in found:
        _print(actor, on)


@group.command()
@command
def find(
    text: Annotated[str, typer.Argument(help="A part of a name.")],
    actors: Tables = None,
    limit: Annotated[int, typer.Option(min=1)] = 30,
) -> None:
    """Names that contain some words."""
    from rich.table import Table
    from rich.text import Text

    from dragoman.resolve import load_knowledge_base
    from dragoman.serve.cli.console import output, tell

    knowledge = load_knowledge_base(tuple(actors or ()))
    wanted = text.casefold()
    found = [
        actor
        for actor in knowledge.actors.values()
        if any(wanted in name.casefold() for name in (actor.id, *actor.names))
    ]
    table = Table("id", "kind", "name", "also", box=None, padding=(0, 2, 0, 0))
    for actor in found[:limit]:
        names = Text(", ".join(actor.names[1:5]))
        table.add_row(actor.id, str(actor.kind), Text(actor.names[0]), names)
    output().print(table)
    tell(f"{len(found)} found" + (f", {limit} shown" if len(found) > limit else ""))


@group.command()
@command
def check(actors: Tables = None) -> None:
    """What is wrong with the tables, as overlaps and gaps; exit code 1 if anything."""
    from dragoman.resolve import check as check_tables
    from dragoman.resolve import load_knowledge_base
    from dragoman.serve.cli.console import output, tell
    from dragoman.serve.words import counted

    knowledge = load_knowledge_base(tuple(actors or ()))
    problems = check_tables(knowledge.rows)
    for problem in problems:
        text = f"{problem.file}:{problem.line}: {problem.kind}: {problem.message}"
        output().print(text, markup=False, soft_wrap=True)
    tell(f"{counted(len(knowledge.rows), 'row')}, {counted(len(problems), 'problem')}")
    if problems:
        raise typer.Exit(EXIT_FAILURE)


@group.command()
@command
def export(
    actor: Annotated[str, typer.Argument(help="An id, for one actor alone.")] = "",
    output: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="A .json file, else a folder for CSV. Default: JSON."),
    ] = None,
    actors: Tables = None,
) -> None:
    """All tables, or the rows of one actor, as CSV that --actors reads, or as JSON."""
    import json

    from dragoman.errors import InputError
    from dragoman.resolve import load_knowledge_base
    from dragoman.resolve.kb.files import as_tables, rows_about, write_tables

    rows = load_knowledge_base(tuple(actors or ())).rows
    tables = as_tables(rows_about(rows, actor) if actor else rows)
    if not tables:
        raise InputError(f"{actor}: no actor has this id; try: dragoman actors find {actor}")
    if output is not None and output.suffix != ".json":
        write_tables(tables, output)
        return
    text = json.dumps(tables, ensure_ascii=False, indent=1)
    if output is None:
        typer.echo(text)
    else:
        output.write_text(text + "\n", encoding="utf-8")


def _print(actor: "Actor", on: datetime.date | None) -> None:
    from rich.table import Table
    from rich.text import Text

    from dragoman.serve.cli.console import output

    title = Text.assemble((actor.names[0], "bold"), f"  {actor.kind}  {actor.id}")
    if actor.names[1:]:
        title.append(f"\nalso: {', '.join(actor.names[1:])}", style="dim")
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("", "code", "sector", "office", "from", "until", "note"):
        table.add_column(name, no_wrap=name in ("from", "until"))
    for role in sorted(actor.roles, key=_begin):
        holds = on is not None and role.holds_on(on)
        table.add_row(
            "●" if holds else "",
            role.code,
            role.sector,
            Text(role.office),
            str(role.valid_from or "…"),
            str(role.valid_to or "…"),
            Text(role.note),
            style="bold" if holds else None,
        )
    console = output()
    console.print(title)
    console.print(table)
    if on is not None and not any(role.holds_on(on) for role in actor.roles):
        console.print(f"nothing in force on {on}")


def _begin(role: "Role") -> datetime.date:
    return role.valid_from or datetime.date.min
