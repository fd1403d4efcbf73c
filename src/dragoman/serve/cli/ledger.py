"""`dragoman ledger`."""

from typing import Annotated

import typer

from dragoman.serve.cli.command import command
from dragoman.serve.cli.correct import split
from dragoman.serve.cli.options import DEFAULT_LEDGER, LedgerPath, Reading

group = typer.Typer(help="Look after a ledger.", no_args_is_help=True, rich_markup_mode=None)
group.command()(split)


@group.command()
@command
def compact(ledger: LedgerPath = DEFAULT_LEDGER) -> None:
    """Merge small files into large ones; readers with older views are not disturbed."""
    from dragoman.ledger import Ledger
    from dragoman.serve.cli.console import tell
    from dragoman.serve.words import counted

    merged = Ledger.open(ledger).compact()
    tell(f"{ledger}: {counted(merged, 'file')} merged")


@group.command()
@command
def inputs(
    reading: Reading,
    left_out: Annotated[
        bool, typer.Option("--left-out", help="Only those that were dropped or failed.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False,
) -> None:
    """What became of every input, with the reason."""
    import json as json_module
    import sys
    from dataclasses import asdict

    from rich.table import Table
    from rich.text import Text

    from dragoman.serve.cli.console import output, tell
    from dragoman.serve.words import counted

    with reading.view() as view:
        found = view.outcomes(*(("dropped", "failed") if left_out else ()))
    if json:
        json_module.dump([asdict(one) for one in found], sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return
    table = Table("input", "outcome", "reason", "detail", box=None, padding=(0, 2, 0, 0))
    for one in found:
        table.add_row(Text(one.name), str(one.outcome), one.reason, Text(one.detail))
    output().print(table)
    tell(counted(len(found), "input"))
