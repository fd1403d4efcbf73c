"""`dragoman events`."""

from dragoman.serve.cli.command import command
from dragoman.serve.cli.options import Filters, Reading, Writing


@command
def events(reading: Reading, filters: Filters, writing: Writing) -> None:
    """Find events.

    By actor, dyad, type, status, day, source, speaker or words; all given filters must fit.
    """
    from dragoman.serve.cli.listing import write_events

    writing.check()
    with reading.view() as view:
        found = view.events(filters.wanted())
    write_events(found, writing)
