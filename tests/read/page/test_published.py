import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Precision
from dragoman.read.page.published import is_dateline, is_update, parse_dateline, parse_iso


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("7:05 PM EST, January 3, 2023", "2023-01-03T19:05-05:00"),
        ("12:10 AM EDT, May 9, 2024", "2024-05-09T00:10-04:00"),
        ("Published 3 Jan 2023, 14:30 GMT", "2023-01-03T14:30+00:00"),
        ("Tuesday, 3 January 2023 at 14.30", "2023-01-03T14:30"),
        ("Updated: 2023-01-03 09:00 UTC+4", "2023-01-03T09:00+04:00"),
        ("Sept. 4, 2021", "2021-09-04"),
        ("PORT ALMA, Norland, September 4, 2021 (ABC)", "2021-09-04"),
        ("9:25 GMT 4 September 2021 - Coast Press Agency", "2021-09-04T09:25+00:00"),
        ("Alma, 4 February 2021, 17:30", "2021-02-04T17:30"),
        ("04.09.2021", "2021-09-04"),
        ("4th of nothing 2021", None),
        ("31 February 2021", None),
    ],
)
def test_datelines(line: str, value: str | None) -> None:
    moment = parse_dateline(line)
    assert (moment.value if moment else None) == value
    assert is_dateline(line) == (value is not None)


@pytest.mark.parametrize(
    "line",
    [
        "The war began on 27 September 2020.",
        "Ministers met on May 9, 2024 at 8 a.m. in Prague",
        "Chapter 12: May 9, 2024 and after",
    ],
)
def test_prose_with_dates_is_no_dateline(line: str) -> None:
    assert not is_dateline(line)


def test_updates_are_told_from_publication() -> None:
    assert is_update("Last updated 3 Jan 2023")
    assert not is_update("Published 3 Jan 2023")


@pytest.mark.parametrize(
    ("stamp", "value"),
    [
        ("2024-05-09T08:21:33-04:00", "2024-05-09T08:21-04:00"),
        ("2024-05-09T08:21:33.123Z", "2024-05-09T08:21+00:00"),
        ("20240509", "2024-05-09"),
        ("2024-05-09", "2024-05-09"),
        ("Thu, 09 May 2024 08:21:00 +0400", "2024-05-09T08:21+04:00"),
        ("soon", None),
    ],
)
def test_iso(stamp: str, value: str | None) -> None:
    moment = parse_iso(stamp)
    assert (moment.value if moment else None) == value


FORMATS = ("%B %d, %Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %B %d, %Y")


@given(
    st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2040, 1, 1)),
    st.sampled_from(FORMATS),
)
def test_rendered_days_come_back(day: datetime.date, form: str) -> None:
    line = day.strftime(form)
    moment = parse_dateline(line)
    assert moment is not None
    assert moment.day == day
    assert moment.precision is Precision.DAY
    assert is_dateline(line)


@given(st.text(max_size=120))
def test_any_line_is_judged(line: str) -> None:
    assert is_dateline(line) in {True, False}
