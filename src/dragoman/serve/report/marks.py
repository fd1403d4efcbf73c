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
    """The quote cut at its marks; of marks that overlap the shortest is on top.

    Only the trigger is marked in the quotes of further reports: the participants' spans count in
    the first report's text.
    """
    kinds = [""] * len(evidence.quote)
    for span, kind in sorted(_marks(event, evidence), key=lambda mark: -len(mark[0])):
        start = max(0, span.start - evidence.span.start)
        end = min(len(kinds), span.end - evidence.span.start)
        kinds[start:end] = [kind] * max(0, end - start)
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
