"""`dragoman events`."""

from dragoman.serve.cli.command import command
from dragoman.serve.cli.options import Filters, Format, Reading, Writing


@command
def events(reading: Reading, filters: Filters, writing: Writing) -> None:
    """Find events.

    By actor, dyad, type, status, day, source, speaker or words; all given filters must fit.
    """
    from dragoman.serve.cli.listing import write_events, write_lines

    writing.check()
    with reading.view() as view:
        if writing.format is Format.JSONL:
            write_lines(view.iter_events(filters.wanted(view)), writing.output)
        else:
            write_events(view.events(filters.wanted(view)), writing)
