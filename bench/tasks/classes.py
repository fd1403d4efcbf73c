"""Sentences to their quad class, for ``bench.score_class``."""

from collections.abc import Iterator
from pathlib import Path

from bench.coded import code_texts
from bench.records import Record, read_records
from dragoman.flow.settings import Settings
from dragoman.model import Event


def predict(data: Path) -> Iterator[Record]:
    """The quad of the surest event of each sentence, 0 where there is none."""
    for text in code_texts(read_records(data), Settings(coder="reader")):
        events = text.coded.events if text.coded else ()
        yield {"id": text.record["id"], "label": _quad(events)}


def _quad(events: tuple[Event, ...]) -> int:
    return max(events, key=lambda event: event.score).quad_code if events else 0
