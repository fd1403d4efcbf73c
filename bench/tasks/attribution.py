"""Articles to attributions, for ``score_attribution.py``."""

from collections.abc import Iterator
from pathlib import Path

from bench.coded import CodedText, code_texts
from bench.records import Record, read_records
from dragoman.model import Attribution, Span


def predict(data: Path) -> Iterator[Record]:
    """Who says what, in each article."""
    for text in code_texts(read_records(data)):
        found = text.coded.reading.attributions if text.coded else ()
        yield {"id": text.record["id"], "attributions": [_roles(text, one) for one in found]}


def _roles(text: CodedText, one: Attribution) -> Record:
    return {
        "source": _pieces(text, one.speaker),
        "cue": _pieces(text, one.cue),
        "content": _pieces(text, one.content),
    }


def _pieces(text: CodedText, span: Span | None) -> list[Record]:
    place = text.outside(span) if span else None
    return [{"start": place[0], "end": place[1]}] if place else []
