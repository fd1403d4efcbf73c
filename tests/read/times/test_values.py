"""What days a TIMEX3 value covers."""

import datetime

import pytest

from dragoman.model import Precision
from dragoman.read.times.values import narrowed, reach_of


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024-05-09", "2024-05-09", "2024-05-09", Precision.DAY),
        ("2024-05-09T08:21-04:00", "2024-05-09", "2024-05-09", Precision.MINUTE),
        ("2024-05-09TMO", "2024-05-09", "2024-05-09", Precision.HOUR),
        ("2024-W19", "2024-05-06", "2024-05-12", Precision.WEEK),
        ("2024-W19-WE", "2024-05-11", "2024-05-12", Precision.WEEK),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2023-Q3", "2023-07-01", "2023-09-30", Precision.QUARTER),
        ("2023-H2", "2023-07-01", "2023-12-31", Precision.SEASON),
        ("2023-FA", "2023-09-01", "2023-11-30", Precision.SEASON),
        ("2023-WI", "2023-12-01", "2024-02-29", Precision.SEASON),
        ("2023", "2023-01-01", "2023-12-31", Precision.YEAR),
        ("199", "1990-01-01", "1999-12-31", Precision.DECADE),
        ("19", "1900-01-01", "1999-12-31", Precision.CENTURY),
    ],
)
def test_reach(value: str, first: str, last: str, precision: Precision) -> None:
    days = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    assert reach_of(value) == (days, precision)


@pytest.mark.parametrize(
    "value",
    [
        "PAST_REF",
        "P3W",
        "BC0490",
        "XXXX-05",
        "2023-02-30",
        "2023-13",
        "2023-W54",
        "0000",
        "",
        "T12",
    ],
)
def test_no_days(value: str) -> None:
    assert reach_of(value) is None


@pytest.mark.parametrize(
    ("mod", "first", "last"),
    [("START", 1, 10), ("MID", 11, 20), ("END", 21, 30), ("APPROX", 1, 30), (None, 1, 30)],
)
def test_modifiers_take_thirds(mod: str | None, first: int, last: int) -> None:
    june = datetime.date(2024, 6, 1), datetime.date(2024, 6, 30)
    third = datetime.date(2024, 6, first), datetime.date(2024, 6, last)
    assert narrowed(june, mod) == third


def test_a_day_has_no_third() -> None:
    day = datetime.date(2024, 6, 1)
    assert narrowed((day, day), "START") == (day, day)
