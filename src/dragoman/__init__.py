"""Reads news reports and keeps a sourced, dated, queryable record of political events.

From Python::

    import dragoman

    for event in dragoman.code("report.html"):
        print(event.event, event.evidence[0].quote)

`dragoman.flow.run.code` gives the outcome of every input, also of those that were dropped;
`dragoman.ledger.Ledger` opens a ledger.
"""

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.flow.settings import Settings
    from dragoman.model import Event

__all__ = ["__version__", "code"]

__version__ = "0.1.0"


def code(*paths: str | PathLike[str], settings: "Settings | None" = None) -> "tuple[Event, ...]":
    """The events that the reports at `paths` (files, folders, globs) tell, in text order.

    Each event is as its one report tells it; events of several reports are joined in a ledger only.

    Raises:
        InputError: a path names nothing.
    """
    from dragoman.flow.run import code as run
    from dragoman.flow.settings import Settings
    from dragoman.model import Done

    outcomes = run([str(path) for path in paths], settings or Settings())
    return tuple(
        event for outcome in outcomes if isinstance(outcome, Done) for event in outcome.value.events
    )
