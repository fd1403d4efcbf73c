"""Predicates to factuality values, for ``score_factuality.py``."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.records import Record, read_records
from dragoman.coding import StatusReading, status_of
from dragoman.model import Certainty, Span, Status

Values = Mapping[tuple[Status, Certainty], float]

_KINDS = (
    (Status.OCCURRED, Certainty.CERTAIN),
    (Status.OCCURRED, Certainty.PROBABLE),
    (Status.ONGOING, Certainty.CERTAIN),
    (Status.ONGOING, Certainty.PROBABLE),
    (Status.PLANNED, Certainty.CERTAIN),
    (Status.PLANNED, Certainty.PROBABLE),
    (Status.HYPOTHETICAL, Certainty.POSSIBLE),
    (Status.DENIED, Certainty.PROBABLE),
    (Status.DENIED, Certainty.CERTAIN),
)
_MEASURED = {
    "uds_ih2": (2.0, 1.2, 1.7, 1.3, -1.5, -0.5, -0.8, -0.3, -0.1),
    "meantime": (2.9, 2.2, 2.9, 2.9, 2.7, 2.4, 1.9, 1.0, -0.8),
    "mv2": (2.1, 1.5, 2.1, 1.5, 0.3, 0.3, 0.0, -0.3, -0.9),
    "rp": (2.0, 1.0, 2.0, 1.0, 1.5, 1.0, 0.0, -1.0, -2.0),
}
"""What people say of predicates of each kind, in the order of `_KINDS`.

The data sets ask different questions: of what will be, annotators of uds_ih2 say that it did not
happen, those of meantime that it did. So each has values of its own, measured on its file
``…_train`` and rounded: means for uds_ih2 (the first 4,000 sentences in a fixed random order) and
meantime, where the correlation counts, medians for mv2 and rp, where the distance does. The two
kinds of ongoing events are too rare in meantime and mv2 to measure: they have the values of those
that occurred.
"""


def predict(data: Path) -> Iterator[Record]:
    """How far each marked predicate happened, from -3 to 3; of other data sets as of rp."""
    values = _values(data.name)
    for record in read_records(data):
        yield {
            "id": record["id"],
            "predicates": [
                {
                    "start": one["start"],
                    "end": one["end"],
                    "factuality": values[_kind(record["text"], one["start"], one["end"])],
                }
                for one in record["predicates"]
            ],
        }


def _values(name: str) -> Values:
    known = next((key for key in _MEASURED if name.startswith(key)), "rp")
    return dict(zip(_KINDS, _MEASURED[known], strict=True))


def _kind(text: str, start: int, end: int) -> tuple[Status, Certainty]:
    """What the words say; to be open is to be possible."""
    reading: StatusReading = status_of(text, Span(start, end))
    return reading.status, reading.certainty
