"""The two streams: data on standard output, everything else on standard error."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 140
"""Columns of tables that go to a file or a pipe, where COLUMNS does not say otherwise."""


def output() -> "Console":
    """Standard output for text and tables; rich leaves out colours where NO_COLOR is set."""
    from dragoman.serve.cli.terminal import SafeConsole

    return SafeConsole(
        width=_width(sys.stdout.isatty()), highlight=False, emoji=False, markup=False
    )


def messages() -> "Console":
    """Standard error."""
    from dragoman.serve.cli.terminal import SafeConsole

    width = _width(sys.stderr.isatty())
    return SafeConsole(stderr=True, width=width, highlight=False, emoji=False, markup=False)


def _width(on_terminal: bool) -> int | None:
    return None if on_terminal or "COLUMNS" in os.environ else WIDTH


def tell(text: str) -> None:
    """Says something to the user, on standard error."""
    messages().print(text, soft_wrap=True)


def tell_error(text: str) -> None:
    """Says what went wrong, on standard error."""
    messages().print("error:", style="bold red", end=" ")
    tell(text)
