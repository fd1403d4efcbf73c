"""Benchmark texts through the product, and its offsets back in the benchmark's text."""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.records import Record
from dragoman.flow.run import code
from dragoman.flow.settings import Settings
from dragoman.model import Coded, Document, Done, Failed, Span

KEPT = ("id", "text", "date")
"""What the product is told of a record."""


@dataclass(frozen=True)
class CodedText:
    """A record with what the product made of it: None where it dropped the text."""

    record: Record
    coded: Coded | None

    @cached_property
    def _places(self) -> tuple[int | None, ...]:
        return () if self.coded is None else places(self.coded.document, self.record["text"])

    def outside(self, span: Span) -> tuple[int, int] | None:
        """`span` of the document as start and end in the record's text; None if it is not there."""
        found = [place for place in self._places[span.start : span.end] if place is not None]
        return (found[0], found[-1] + 1) if found else None

    def inside(self, start: int, end: int) -> Span | None:
        """A stretch of the record's text as a span of the document; None if it is not there."""
        found = [
            index
            for index, place in enumerate(self._places)
            if place is not None and start <= place < end
        ]
        return Span(found[0], found[-1] + 1) if found else None


def code_texts(records: Iterable[Record], settings: Settings | None = None) -> Iterator[CodedText]:
    """Each record's text as the only text of a report, coded by the product's own flow.

    What fails is an error of the product: it counts as an empty answer and is told on stderr.
    """
    known = list(records)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        rows = ({key: row[key] for key in KEPT if row.get(key)} for row in known)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        outcomes = code([str(path)], settings or Settings())
        for record, outcome in zip(known, outcomes, strict=True):
            if isinstance(outcome, Failed):
                print(f"{record['id']}: {outcome.reason} {outcome.detail}", file=sys.stderr)
            yield CodedText(record, outcome.value if isinstance(outcome, Done) else None)


def places(document: Document, text: str) -> tuple[int | None, ...]:
    """For each code point of the document where it stands in `text`, None where it does not.

    A document is its text cut into blocks: white space and the order of blocks may differ.
    """
    found: list[int | None] = [None] * len(document.text)
    position = 0
    for block in document.blocks:
        start = block.span.start
        for word in block.span.of(document.text).split():
            start = document.text.index(word, start)
            place = text.find(word, position)
            place = text.find(word) if place < 0 else place
            if place >= 0:
                found[start : start + len(word)] = range(place, place + len(word))
                position = place + len(word)
            start += len(word)
    return tuple(found)
