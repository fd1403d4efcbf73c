"""Predicates to factuality values, for ``score_factuality.py``."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.records import Record, read_records
from dragoman.coding import StatusReading, status_of
from dragoman.model import Span

Values = Mapping[str, float]

VALUES: Mapping[str, Values] = {}
"""Filled in below: measured on the files named ``*_train`` alone."""


def predict(data: Path) -> Iterator[Record]:
    """How far each marked predicate happened, from -3 to 3."""
    values = values_for(data.name)
    for record in read_records(data):
        yield {
            "id": record["id"],
            "predicates": [
                {
                    "start": one["start"],
                    "end": one["end"],
                    "factuality": _value(values, record["text"], one),
                }
                for one in record["predicates"]
            ],
        }
