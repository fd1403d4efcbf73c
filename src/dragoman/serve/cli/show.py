"""`dragoman show`."""

from typing import Annotated

import typer

from dragoman.serve.cli.command import command
from dragoman.serve.cli.options import Reading

Key = Annotated[
    str, typer.Argument(metavar="DOC", help="Name or id of a document, or id of an event.")
]


@command
def show(
    key: Key,
    reading: Reading,
    json: Annotated[bool, typer.Option("--json", help="Its events as a JSON array.")] = False,
) -> None:
    """Show a report, or one event.

    With metadata, rights, sentences, and why each event was coded.
    """
    from dragoman.errors import InputError
    from dragoman.serve.cli import reader
    from dragoman.serve.cli.listing import write_events
    from dragoman.serve.cli.options import Writing

    with reading.view() as view:
        coded = view.document(key)
        event = None if coded else view.event(key)
        first = view.document(event.doc.document_id) if event else None
    if coded is None and event is None:
        raise InputError(
            f"{key}: {reading.ledger} has no such document or event; "
            "list them with dragoman events or dragoman ledger inputs"
        )
    if json:
        write_events(coded.events if coded else (event,) if event else (), Writing(json=True))
    elif coded is not None:
        reader.show_document(coded)
    elif event is not None:
        reader.show_event(event, first.reading if first else None)
