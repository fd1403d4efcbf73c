import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Role
from dragoman.resolve.kb.dates import end_day, start_day

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))


@given(DAYS)
def test_a_month_covers_its_own_days_and_no_others(day: datetime.date) -> None:
    start, end = start_day(f"{day:%Y-%m}"), end_day(f"{day:%Y-%m}")
    assert start is not None
    assert end is not None
    assert start <= day < end
    assert (start - datetime.timedelta(1)).month != day.month
    assert end.month != day.month


@given(DAYS, DAYS, DAYS)
def test_a_successor_takes_over_on_the_day_that_both_rows_name(
    one: datetime.date, change: datetime.date, day: datetime.date
) -> None:
    start = min(one, change)
    first = Role(code="RUR", sector="GOV", valid_from=start, valid_to=end_day(change.isoformat()))
    second = Role(code="RUR", sector="GOV", valid_from=start_day(change.isoformat()))
    holders = [role for role in (first, second) if role.holds_on(day)]
    assert len(holders) == (1 if day >= start else 0)


@given(DAYS)
def test_shorter_dates_open_earlier_and_close_later(day: datetime.date) -> None:
    texts = (f"{day:%Y}", f"{day:%Y-%m}", day.isoformat())
    starts = [start_day(text) for text in texts]
    ends = [end_day(text) for text in texts]
    assert starts == sorted(starts)  # type: ignore[type-var]
    assert ends == sorted(ends, reverse=True)  # type: ignore[type-var]


def test_empty_cells_are_open() -> None:
    assert start_day("") is None
    assert end_day("") is None


@pytest.mark.parametrize("text", ["2019-13", "2019-02-30", "May 2019", "19", "2019-5", "2019-00"])
@pytest.mark.parametrize("read", [start_day, end_day])
def test_what_is_no_date_is_refused(text: str, read: Callable[[str], datetime.date | None]) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        read(text)
