"""Quotes with what was read in them marked: by colour, by underline and by a label."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from dragoman.model import Event, Evidence, Span
from dragoman.serve import words


class Piece(NamedTuple):
    """A stretch of a quote. `kind` is "" for plain words, `why` what they were read as."""

    text: str
    kind: str = ""
    why: str = ""


class Mark(NamedTuple):
    """Words to mark, in offsets of the report's text."""

    span: Span
    kind: str
    why: str = ""


def pieces(event: Event, evidence: Evidence) -> tuple[Piece, ...]:
    """The quote cut at its marks; of marks that overlap the shortest is on top, then the first.

    Only the trigger is marked in the quotes of further reports: the participants' spans count in
    the first report's text.
    """
    marks = [("", "")] * len(evidence.quote)
    for span, kind, why in sorted(_marks(event, evidence), key=lambda one: len(one.span)):
        first, behind = span.start - evidence.span.start, span.end - evidence.span.start
        for position in range(max(0, first), min(len(marks), behind)):
            if not marks[position][0]:
                marks[position] = (kind, why)
    found = []
    at = 0
    for (kind, why), run in groupby(marks):
        length = len(tuple(run))
        found.append(Piece(evidence.quote[at : at + length], kind, why))
        at += length
    return tuple(found)


def marked(event: Event, evidence: Evidence, key: str) -> Markup:
    """The quote as HTML; the ids of its reasons begin with `key`."""
    found = pieces(event, evidence)
    return Markup("").join(_html(piece, f"{key}-{number}") for number, piece in enumerate(found, 1))


_PLAIN = Markup('<mark class="{0}">{1}<span class="label"> {0}</span></mark>')
_WITH_REASON = Markup(
    '<span class="tip"><mark class="{0}" tabindex="0" aria-describedby="{2}">{1}'
    '<span class="label"> {0}</span></mark>'
    '<span role="tooltip" class="reason" id="{2}">{3}</span></span>'
)


def _html(piece: Piece, key: str) -> Markup:
    if not piece.kind or not piece.text.strip():
        return escape(piece.text)
    return (_WITH_REASON if piece.why else _PLAIN).format(piece.kind, piece.text, key, piece.why)


def _marks(event: Event, evidence: Evidence) -> Iterator[Mark]:
    if not evidence.document_id:
        for one in event.actors:
            yield Mark(one.span, "actor", words.why(one))
        for one in event.recipients:
            yield Mark(one.span, "recipient", words.why(one))
        for claim in event.claims:
            if claim.speaker:
                yield Mark(claim.speaker.span, "speaker", words.why(claim.speaker))
        if event.time.span is not None:
            yield Mark(event.time.span, "date", words.date_why(event))
        if event.place is not None:
            yield Mark(event.place.span, "place", words.place_with_precision(event.place))
    yield Mark(evidence.trigger_span, "event")
