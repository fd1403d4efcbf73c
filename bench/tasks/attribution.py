"""Articles to attributions, for ``score_attribution.py``."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from bench.coded import CodedText, code_texts
from bench.records import Record, read_records
from dragoman.model import Attribution, Span


def predict(data: Path) -> Iterator[Record]:
    """Who says what, in each article, in the way the corpus marks it.

    The corpus has one attribution for one cue, its content in pieces, and marks none inside the
    content of another: none of the 4,545 cues in a sample of its training part stands in one.
    """
    for text in code_texts(read_records(data)):
        found = text.coded.reading.attributions if text.coded else ()
        outermost = [one for one in found if one.outer is None]
        yield {"id": text.record["id"], "attributions": list(_grouped(text, outermost))}


def _grouped(text: CodedText, found: Iterable[Attribution]) -> Iterator[Record]:
    """One record for each cue of each speaker."""
    for (cue, speaker), pieces in groupby(sorted(found, key=_key), key=_by_cue):
        contents = [place for piece in pieces for place in _place(text, piece.content)]
        yield {"source": _place(text, speaker), "cue": _place(text, cue), "content": contents}


def _by_cue(one: Attribution) -> tuple[Span, Span | None]:
    return one.cue, one.speaker


def _key(one: Attribution) -> tuple[Span, Span, Span]:
    return one.cue, one.speaker or Span(0, 0), one.content


def _place(text: CodedText, span: Span | None) -> list[Record]:
    place = text.outside(span) if span is not None else None
    return [{"start": place[0], "end": place[1]}] if place else []
