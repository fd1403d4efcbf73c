"""The entry point: which commands there are."""

import io
import sys
from typing import Annotated

import typer

from dragoman.serve.cli import actors, codebook, correct, ledger, places
from dragoman.serve.cli.code import code
from dragoman.serve.cli.doctor import doctor
from dragoman.serve.cli.dyad import dyad
from dragoman.serve.cli.evaluation import evaluate
from dragoman.serve.cli.events import events
from dragoman.serve.cli.export import export
from dragoman.serve.cli.report import PairCommand, report
from dragoman.serve.cli.show import show

app = typer.Typer(
    name="dragoman",
    help="Reads news reports and keeps a sourced, dated, queryable record of political events.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(asked: bool) -> None:
    if asked:
        from dragoman.serve.cli.doctor import versions

        typer.echo(versions())
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help="The versions of coder, codebook and schemas.",
        ),
    ] = False,
) -> None:
    """Reads news reports and keeps a sourced, dated, queryable record of political events."""


app.command()(code)
app.command()(show)
app.command()(events)
app.command()(dyad)
app.command()(export)
app.command(cls=PairCommand)(report)
app.add_typer(actors.group, name="actors")
app.add_typer(places.group, name="places")
app.add_typer(codebook.group, name="codebook")
app.add_typer(ledger.group, name="ledger")
app.add_typer(correct.group, name="correct")
app.command("eval")(evaluate)
app.command()(doctor)


def main() -> None:
    """Runs the command line. Data are UTF-8 in every locale; what it cannot hold becomes a "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
