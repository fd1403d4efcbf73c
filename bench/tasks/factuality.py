"""Predicates to factuality, for ``score_factuality.py``."""

from collections.abc import Iterator
from pathlib import Path

from bench.coded import CodedText, code_texts
from bench.records import Record, read_records
from dragoman.model import EventMention, Status

VALUES = {
    Status.OCCURRED: 3.0,
    Status.ONGOING: 3.0,
    Status.PLANNED: 1.0,
    Status.HYPOTHETICAL: 0.0,
    Status.DENIED: -3.0,
}
"""The scale runs from -3 (certainly not) to 3 (certainly)."""


def predict(data: Path) -> Iterator[Record]:
    """The status of those predicates that trigger an event; of others the product says nothing."""
    for text in code_texts(read_records(data)):
        mentions = text.coded.mentions if text.coded else ()
        found = [value for mention in mentions for value in _predicates(text, mention)]
        yield {"id": text.record["id"], "predicates": found}


def _predicates(text: CodedText, mention: EventMention) -> Iterator[Record]:
    place = text.outside(mention.trigger)
    for predicate in text.record["predicates"]:
        if place and place[0] < predicate["end"] and predicate["start"] < place[1]:
            yield {
                "start": predicate["start"],
                "end": predicate["end"],
                "factuality": VALUES[mention.status],
            }
