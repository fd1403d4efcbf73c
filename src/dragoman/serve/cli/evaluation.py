"""`dragoman eval`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve.cli.code import CoderName
from dragoman.serve.cli.command import command

if TYPE_CHECKING:
    from dragoman.evaluate import Case, Ratio, Scores
    from dragoman.flow.settings import Settings

PLOVER_SUFFIXES = frozenset({".jsonl", ".json"})

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Marked texts or PLOVER JSON lines; folders of texts."),
]


@command
def evaluate(
    files: Files,
    coder: Annotated[
        CoderName, typer.Option(help="Rules alone, or the network with the rules beside it.")
    ] = CoderName.RULES,
    json_: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
    misses: Annotated[
        bool, typer.Option("--misses", help="Also every event that is not right.")
    ] = False,
) -> None:
    """Measure a coder on texts that you have marked.

    Codes every sentence and compares the events with those that the files say: in the marked
    format, or as PLOVER JSON lines (.jsonl, .json) that quote their sentences.
    """
    from dragoman.evaluate import misses as lines_of
    from dragoman.evaluate import report, score
    from dragoman.flow.settings import Settings
    from dragoman.serve.cli.console import output

    cases = _cases(files, Settings(coder=coder.value))
    scores = score(cases)
    if json_:
        found = report(scores)
        listed = {"misses": list(lines_of(cases))} if misses else {}
        typer.echo(json.dumps({"coder": coder.value, **found, **listed}, indent=2))
        return
    console = output()
    if misses:
        for line in lines_of(cases):
            console.print(line, soft_wrap=True)
        console.print()
    _print_tables(scores)


def _cases(files: Sequence[Path], settings: "Settings") -> tuple["Case", ...]:
    """The sentences of all files with what is marked and what is coded."""
    from dragoman.errors import InputError
    from dragoman.evaluate import quoted_texts
    from dragoman.flow.evaluation import marked_cases, quoted_cases
    from dragoman.marked import sound_sentences

    plover = [path for path in files if path.suffix.lower() in PLOVER_SUFFIXES]
    quoted = [text for path in plover for text in quoted_texts(_lines(path), str(path))]
    marked = sound_sentences([path for path in files if path not in plover])
    if not marked and not quoted:
        raise InputError(f"{files[0]}: holds no sentences; mark some as the how-to tells")
    return (*marked_cases(marked, settings), *quoted_cases(quoted, settings))


def _lines(path: Path) -> list[str]:
    from dragoman.errors import InputError

    try:
        return path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8: {error.reason} at byte {error.start}") from error


def _print_tables(scores: "Scores") -> None:
    from dragoman.evaluate.words import RATIOS, SHARES
    from dragoman.serve.cli.console import output
    from dragoman.serve.words import counted

    console = output()
    console.print(counted(scores.sentences, "sentence"))
    console.print(_table("", [(RATIOS[name], getattr(scores, name)) for name in RATIOS]))
    for name, words in SHARES.items():
        share = getattr(scores, name)
        if share.value is not None:
            console.print(f"{words}: {100 * share.value:.1f} % of {share.of} right")
    quiet = scores.quiet
    if quiet.per_thousand is not None:
        console.print(
            f"where nothing is marked: {counted(quiet.events, 'event')} in "
            f"{counted(quiet.sentences, 'sentence')}, {quiet.per_thousand:.1f} per 1,000 words"
        )
    console.print(_table("type", list(scores.types.items())))


def _table(head: str, rows: Sequence[tuple[str, "Ratio"]]) -> object:
    """Ratios in per cent; what is neither marked nor coded anywhere is left out."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(head)
    for name in ("precision", "recall", "F1", "right", "coded", "marked"):
        table.add_column(name, justify="right")
    for name, ratio in rows:
        if ratio.found or ratio.expected:
            shares = map(_per_cent, (ratio.precision, ratio.recall, ratio.f1))
            counts = (str(one) for one in (ratio.right, ratio.found, ratio.expected))
            table.add_row(name, *shares, *counts)
    return table


def _per_cent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"
