"""Quotes with what was read in them marked: by colour, by underline and by a label."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from dragoman.model import Event, Evidence, Span


class Piece(NamedTuple):
    """A stretch of a quote. `kind` is "" for plain words."""

    text: str
    kind: str = ""


def pieces(event: Event, evidence: Evidence) -> tuple[Piece, ...]:
    """The quote cut at its marks; of marks that overlap the shortest is on top, then the first.

    Only the trigger is marked in the quotes of further reports: the participants' spans count in
    the first report's text.
    """
    kinds = [""] * len(evidence.quote)
    for span, kind in sorted(_marks(event, evidence), key=lambda one: len(one[0])):
        first, behind = span.start - evidence.span.start, span.end - evidence.span.start
        for position in range(max(0, first), min(len(kinds), behind)):
            kinds[position] = kinds[position] or kind
    found = []
    at = 0
    for kind, run in groupby(kinds):
        length = len(tuple(run))
        found.append(Piece(evidence.quote[at : at + length], kind))
        at += length
    return tuple(found)


def marked(event: Event, evidence: Evidence) -> Markup:
    """The quote as HTML."""
    return Markup("").join(_html(piece) for piece in pieces(event, evidence))


def _html(piece: Piece) -> Markup:
    if not piece.kind or not piece.text.strip():
        return escape(piece.text)
    return Markup('<mark class="{0}">{1}<span class="label"> {0}</span></mark>').format(
        piece.kind, piece.text
    )


def _marks(event: Event, evidence: Evidence) -> Iterator[tuple[Span, str]]:
    if not evidence.document_id:
        yield from ((one.span, "actor") for one in event.actors)
        yield from ((one.span, "recipient") for one in event.recipients)
        yield from ((claim.speaker.span, "speaker") for claim in event.claims if claim.speaker)
        if event.time.span is not None:
            yield event.time.span, "date"
        if event.place is not None:
            yield event.place.span, "place"
    yield evidence.trigger_span, "event"
