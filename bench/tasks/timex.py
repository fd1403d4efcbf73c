"""Texts to TIMEX3 expressions, for ``score_timex.py``."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from bench.records import Record, read_records
from dragoman.model import TimeExpression
from dragoman.read.times import find


def predict(data: Path) -> Iterator[Record]:
    """The expressions of each text, anchored on its ``doc_date``."""
    for record in read_records(data):
        day = record.get("doc_date")
        anchor = datetime.date.fromisoformat(day) if day else None
        found = find(record["text"], anchor)
        yield {"id": record["id"], "timexes": [_timex(time) for time in found if time.span]}


def _timex(time: TimeExpression) -> Record:
    span = time.span
    return {
        "start": span.start if span else None,
        "end": span.end if span else None,
        "type": time.type.value,
        "value": time.value,
        "mod": time.mod,
    }
