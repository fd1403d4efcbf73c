"""Calendar arithmetic against days looked up in a calendar."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.times.days import (
    add_days,
    add_months,
    day_or_none,
    easter,
    holiday,
    last_of_month,
    nth_weekday,
    season_interval,
    season_of,
    week_value,
)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1900, (4, 15)), (1954, (4, 18)), (1999, (4, 4)), (2000, (4, 23)), (2008, (3, 23)),
        (2011, (4, 24)), (2024, (3, 31)), (2038, (4, 25)),
    ],
)  # fmt: skip
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == datetime.date(year, *day)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert (3, 22) <= (day.month, day.day) <= (4, 25)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", (11, 28)), ("labor day", (9, 2)), ("memorial day", (5, 27)),
        ("good friday", (3, 29)), ("pentecost", (5, 19)), ("christmas eve", (12, 24)),
    ],
)  # fmt: skip
def test_holidays_of_2024(name: str, day: tuple[int, int]) -> None:
    assert holiday(name, 2024) == datetime.date(2024, *day)


def test_unknown_holiday() -> None:
    assert holiday("umbrella day", 2024) is None


def test_no_such_day() -> None:
    assert day_or_none(2023, 2, 29) is None
    assert add_days(datetime.date.max, 1) is None


@given(st.integers(2, 9000), st.integers(1, 12), st.integers(-12, 12))
def test_months_there_and_back(year: int, month: int, months: int) -> None:
    assert add_months(*add_months(year, month, months), -months) == (year, month)


@given(st.dates(datetime.date(1, 1, 2), datetime.date(9998, 12, 31)))
def test_the_last_of_a_month_is_followed_by_the_first(day: datetime.date) -> None:
    last = last_of_month(day.year, day.month)
    assert day <= last
    assert (last + datetime.timedelta(days=1)).day == 1


@given(st.dates(datetime.date(2, 1, 1), datetime.date(9990, 1, 1)))
def test_a_day_lies_in_its_season(day: datetime.date) -> None:
    first, last = season_interval(*season_of(day))
    assert first <= day <= last


@pytest.mark.parametrize(("nth", "day"), [(1, 6), (2, 13), (-1, 27)])
def test_mondays_of_a_month(nth: int, day: int) -> None:
    assert nth_weekday(2024, 5, 0, nth) == datetime.date(2024, 5, day)


def test_weeks_belong_to_the_year_of_their_thursday() -> None:
    assert week_value(datetime.date(2024, 12, 30)) == "2025-W01"
    assert week_value(datetime.date(2021, 1, 3)) == "2020-W53"
