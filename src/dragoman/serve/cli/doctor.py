"""`dragoman doctor` and `dragoman --version`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from dragoman.serve.cli.command import EXIT_FAILURE, command
from dragoman.serve.cli.options import DEFAULT_LEDGER, LedgerPath

PACKAGES = ("duckdb", "pyarrow", "trafilatura", "fastwarc", "htmldate", "lxml", "rich", "typer")


class Finding(NamedTuple):
    """One thing that was looked at. `sound` is None for a mere statement."""

    what: str
    value: str
    sound: bool | None = None


@command
def doctor(
    ledger: LedgerPath = DEFAULT_LEDGER,
    json: Annotated[bool, typer.Option("--json", help="One JSON array.")] = False,
) -> None:
    """Look for what is wrong.

    In the installation, its data files and a ledger; exit code 1 if anything is.
    """
    import json as json_module
    import sys

    from rich.table import Table
    from rich.text import Text

    from dragoman.serve.cli.console import output

    found = [*_versions(), *_data(), *_ledger(ledger)]
    if json:
        json_module.dump([one._asdict() for one in found], sys.stdout, indent=2)
        sys.stdout.write("\n")
    else:
        marks = {None: "", True: "ok", False: "WRONG"}
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for one in found:
            style = "bold red" if one.sound is False else None
            table.add_row(one.what, Text(one.value), marks[one.sound], style=style)
        output().print(table)
    if any(one.sound is False for one in found):
        raise typer.Exit(EXIT_FAILURE)


def versions() -> str:
    """``dragoman 0.1.0, codebook plover-2.0, event schema 1.0, ledger schema 1``."""
    from dragoman import __version__
    from dragoman.codebook import load_plover
    from dragoman.formats import SCHEMA_VERSION
    from dragoman.ledger.manifest import SCHEMA_VERSION as LEDGER_VERSION

    return (
        f"dragoman {__version__}, codebook {load_plover().id}, "
        f"event schema {SCHEMA_VERSION}, ledger schema {LEDGER_VERSION}"
    )


def _versions() -> Iterator[Finding]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    yield Finding("version", versions())
    yield Finding("Python", f"{platform.python_version()} on {platform.platform(terse=True)}")
    for name in PACKAGES:
        try:
            yield Finding(name, version(name), True)
        except PackageNotFoundError:
            yield Finding(name, "is missing; install dragoman again", False)


def _data() -> Iterator[Finding]:
    """The data files, each opened and checked by its own loader."""
    yield _looked("codebook", _codebook)
    yield _looked("CAMEO", _cameo)
    yield _looked("actors", _actors)
    yield _looked("lexicon", _lexicon)
    yield _looked("event schema", _schema)


def _looked(what: str, look: Callable[[], str]) -> Finding:
    from dragoman.errors import DragomanError

    try:
        return Finding(what, look(), True)
    except (DragomanError, OSError, ValueError) as error:
        return Finding(what, str(error), False)


def _codebook() -> str:
    from dragoman.codebook import load_plover

    book = load_plover()
    return f"{book.id}: {len(book.events)} event types, digest {book.digest[:12]}"


def _cameo() -> str:
    from dragoman.codebook import load_cameo

    return f"{len(load_cameo())} codes"


def _actors() -> str:
    from dragoman.resolve import load_knowledge_base

    knowledge = load_knowledge_base()
    return f"{len(knowledge.actors):,} actors, {len(knowledge.names()):,} names"


def _lexicon() -> str:
    from dragoman.coding import load_lexicon

    load_lexicon()
    return "loads"


def _schema() -> str:
    from dragoman.formats import schema

    return f"{schema()['$id']}"


def _ledger(path: Path) -> Iterator[Finding]:
    if path.exists() or path != DEFAULT_LEDGER:
        yield _looked(f"ledger {path}", lambda: _counts(path))
    else:
        yield Finding("ledger", f"none in {path}; dragoman code makes one")


def _counts(path: Path) -> str:
    """What the ledger holds; every live file is read for it."""
    from dragoman.ledger import Ledger

    with Ledger.open(path).view() as view:
        counts = view.counts()
        view.events()
    return (
        f"{counts.documents:,} documents, {counts.events:,} events in {counts.reports:,} reports, "
        f"{counts.dropped:,} dropped, {counts.failed:,} failed"
    )
