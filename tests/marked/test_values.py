import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.marked import Actor, Count, read_actor, read_count, read_time

DAY = datetime.date


@pytest.mark.parametrize(
    ("value", "actor"),
    [
        ("FRA", Actor("FRA")),
        ("KEN.GOV#akinyi", Actor("KEN", ("GOV",), "akinyi")),
        ("EGY.PTYOPP", Actor("EGY", ("PTY", "OPP"))),
        ("---.REB", Actor("---", ("REB",))),
        ("NATO", Actor("NATO")),
        ("REB", Actor("", ("REB",))),
        ("IOT", Actor("IOT")),
        ("ESH", Actor("ESH")),
    ],
)
def test_codes(value: str, actor: Actor) -> None:
    assert read_actor(value) == actor


@pytest.mark.parametrize("value", ["", "XYZ", "fra", "FRA.GOVX", "XYZ.GOV", ".", "FRA.XXX"])
def test_wrong_codes(value: str) -> None:
    with pytest.raises(ValueError, match="unknown"):
        read_actor(value)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2027-03-12", DAY(2027, 3, 12), DAY(2027, 3, 12)),
        ("2027-03-10..2027-03-14", DAY(2027, 3, 10), DAY(2027, 3, 14)),
        ("2027-02", DAY(2027, 2, 1), DAY(2027, 2, 28)),
        ("2027-12", DAY(2027, 12, 1), DAY(2027, 12, 31)),
        ("2027", DAY(2027, 1, 1), DAY(2027, 12, 31)),
        ("2026-11..2027", DAY(2026, 11, 1), DAY(2027, 12, 31)),
        ("2027-03-10..", DAY(2027, 3, 10), None),
        ("..2027-03", None, DAY(2027, 3, 31)),
    ],
)
def test_times(value: str, first: datetime.date | None, last: datetime.date | None) -> None:
    assert read_time(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "..", "2027-02-30", "Friday", "2027-3-1", "2027..2026", "2027-13"]
)
def test_wrong_times(value: str) -> None:
    with pytest.raises(ValueError, match=r"date|begins"):
        read_time(value)


@given(st.dates(), st.dates())
def test_a_range_is_the_days_between(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    assert read_time(f"{first}..{last}") == (first, last)


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("dead:4", Count("dead", 4, 4)),
        ("injured:10..12", Count("injured", 10, 12)),
        ("troops:500..", Count("troops", 500, None)),
    ],
)
def test_counts(value: str, count: Count) -> None:
    assert read_count(value) == count


@pytest.mark.parametrize("value", ["", "4", "dead", "tanks:4", "dead:5..4", "dead:x"])
def test_wrong_counts(value: str) -> None:
    with pytest.raises(ValueError, match=r"count|begins"):
        read_count(value)
