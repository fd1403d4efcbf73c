"""The written test of event status, measured: floors at what was reached."""

import csv
import datetime
import re
from functools import cache
from pathlib import Path

import pytest

from dragoman.coding import is_background, status_of
from dragoman.model import Span, Status
from dragoman.read.times import find

FOLDER = Path(__file__).parent / "status_cases"
PUBLISHED = datetime.date(2024, 5, 9)
LONG_AGO = datetime.timedelta(days=150)
TRIGGER = re.compile(r"\[([^\[\]]+)\]")


@cache
def outcomes() -> tuple[tuple[bool, bool, bool, bool], ...]:
    """For each sentence: status right, certainty right, told as background, found as such."""
    return tuple(
        _outcome(case)
        for path in sorted(FOLDER.glob("*.tsv"))
        for case in csv.DictReader(
            path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
        )
    )


def _outcome(case: dict[str, str]) -> tuple[bool, bool, bool, bool]:
    (match,) = TRIGGER.finditer(case["sentence"])
    text = TRIGGER.sub(r"\1", case["sentence"])
    trigger = Span(match.start(), match.end() - 2)
    reading = status_of(text, trigger)
    past = [
        time.span
        for time in find(text, PUBLISHED)
        if time.span is not None and time.latest is not None and PUBLISHED - time.latest > LONG_AGO
    ]
    background = reading.status is not Status.ONGOING and is_background(text, trigger, past)
    return (
        reading.status == case["status"],
        reading.certainty == case["certainty"],
        case["historical"] == "yes",
        background,
    )


@pytest.mark.parametrize(("column", "floor"), [(0, 0.925), (1, 0.952)], ids=["status", "certainty"])
def test_accuracy(column: int, floor: float) -> None:
    right = [outcome[column] for outcome in outcomes()]
    assert sum(right) / len(right) >= floor


def test_background() -> None:
    both = sum(told and found for *_, told, found in outcomes())
    either = sum(told + found for *_, told, found in outcomes())
    assert 2 * both / either >= 0.9
