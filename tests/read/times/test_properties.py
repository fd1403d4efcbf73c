"""What holds of every text and every date."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Precision, TimeBasis, TimexType
from dragoman.read.times import find
from dragoman.read.times.grammar import load_grammar
from dragoman.read.times.lexicon import CLASSES
from dragoman.read.times.values import reach_of

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
ANCHORS = st.none() | st.dates()

_LEXICON = sorted({word for words in CLASSES.values() for word in words.split()})
_NUMBERS = ("3", "14", "31", "99", "480", "1914", "2023", "1,500", "2.5", "8:21", "3rd", "1990s")
_MARKS = (",", ".", "-", "–", "(", ")", "'", "’", "\n\n", "%", "$", "BC", "p.m.", "31/12/2020")
_CAPITALS = [word.capitalize() for word in _LEXICON]
WORDS = st.lists(st.sampled_from([*_LEXICON, *_CAPITALS, *_NUMBERS, *_MARKS]), max_size=14).flatmap(
    lambda words: st.lists(
        st.sampled_from([" ", "", "\n"]), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(w + g for w, g in zip(words, gaps, strict=True)))
)
"""Texts dense in words that the grammar knows."""


def _check(text: str, anchor: datetime.date | None) -> None:
    end = 0
    for time in find(text, anchor):
        assert time.span is not None
        assert end <= time.span.start < time.span.end <= len(text)
        assert time.span.of(text) == time.span.of(text).strip()
        assert (time.earliest is None) == (time.latest is None)
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
        assert time.basis in {TimeBasis.STATED, TimeBasis.ANCHORED}
        assert time.value
        end = time.span.end


@given(st.text(max_size=200), ANCHORS)
def test_any_text_is_read_without_a_crash(text: str, anchor: datetime.date | None) -> None:
    _check(text, anchor)


@settings(max_examples=600, deadline=None)
@given(WORDS, ANCHORS)
def test_words_of_the_grammar_in_any_order(text: str, anchor: datetime.date | None) -> None:
    _check(text, anchor)


@settings(max_examples=200, deadline=None)
@given(WORDS, DAYS)
def test_interval_lies_within_the_value(text: str, anchor: datetime.date) -> None:
    for time in find(text, anchor):
        reach = reach_of(time.value)
        if time.type not in {TimexType.DATE, TimexType.TIME} or reach is None:
            continue
        (first, last), _ = reach
        assert time.earliest is not None
        assert time.latest is not None
        assert first <= time.earliest <= time.latest <= last


@settings(deadline=None)
@given(WORDS, ANCHORS)
def test_reading_twice_gives_the_same(text: str, anchor: datetime.date | None) -> None:
    assert find(text, anchor) == find(text, anchor)


def _ordinal(day: int) -> str:
    if 10 <= day % 100 <= 20:
        return f"{day}th"
    return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th') }"


FORMATS = (
    "{day:%B} {day.day}, {day.year}", "{day.day} {day:%B} {day.year}",
    "{day:%b}. {day.day}, {day.year}",
    "{day:%A}, {day:%B} {day.day}, {day.year}", "{day:%B} {ordinal}, {day.year}",
    "the {ordinal} of {day:%B} {day.year}", "{day:%Y-%m-%d}", "{day.day}.{day.month}.{day.year}",
    "{day.month}/{day.day}/{day.year}", "{day.day} {day:%B}, {day.year}",
    "{day:%A} {day.day} {day:%B} {day.year}", "{day:%d} {day:%b} {day.year}",
)  # fmt: skip


@settings(deadline=None)
@given(DAYS, ANCHORS, st.sampled_from(FORMATS))
def test_rendered_days_are_read_back(
    day: datetime.date, anchor: datetime.date | None, form: str
) -> None:
    words = form.format(day=day, ordinal=_ordinal(day.day)).replace("May. ", "May ")
    text = f"The accord was signed on {words} in the capital."
    (time,) = find(text, anchor)
    assert time.span is not None
    assert time.span.of(text) == words
    assert (time.value, time.earliest, time.latest) == (day.isoformat(), day, day)
    assert (time.precision, time.basis) == (Precision.DAY, TimeBasis.STATED)


@given(st.integers(1000, 2059), st.integers(1, 12), ANCHORS)
def test_rendered_months_are_read_back(year: int, month: int, anchor: datetime.date | None) -> None:
    first = datetime.date(year, month, 1)
    (time,) = find(f"It began in {first:%B} {year}.", anchor)
    assert time.value == f"{year}-{month:02d}"
    assert time.earliest == first
    assert time.latest is not None
    assert (time.latest + datetime.timedelta(days=1)).day == 1


@given(DAYS, DAYS)
def test_bare_weekdays_of_the_past_lie_in_the_last_week(
    anchor: datetime.date, day: datetime.date
) -> None:
    (time,) = find(f"The talks ended on {day:%A}.", anchor)
    assert time.earliest is not None
    assert time.earliest.weekday() == day.weekday()
    assert 0 <= (anchor - time.earliest).days < 7


@given(DAYS, DAYS)
def test_bare_weekdays_of_the_future_lie_in_the_coming_week(
    anchor: datetime.date, day: datetime.date
) -> None:
    (time,) = find(f"The talks will end on {day:%A}.", anchor)
    assert time.earliest is not None
    assert time.earliest.weekday() == day.weekday()
    assert 0 <= (time.earliest - anchor).days < 7


@given(DAYS, st.integers(1, 12))
def test_bare_months_of_the_past_do_not_begin_after_publication(
    anchor: datetime.date, month: int
) -> None:
    name = datetime.date(2000, month, 1).strftime("%B")
    (time,) = find(f"The talks ended in {name}.", anchor)
    assert time.earliest is not None
    assert time.earliest.month == month
    assert 0 <= (anchor - time.earliest).days < 366


@pytest.mark.parametrize(("unit", "days"), [("days", 1), ("weeks", 7)])
@given(anchor=DAYS, count=st.integers(1, 90))
def test_so_many_days_ago(anchor: datetime.date, count: int, unit: str, days: int) -> None:
    words = f"{count} {unit if count > 1 else unit[:-1]}"
    (time,) = find(f"The talks ended {words} ago.", anchor)
    assert time.earliest is not None
    assert time.latest is not None
    assert time.earliest <= anchor - datetime.timedelta(days=count * days) <= time.latest


def test_the_grammar_is_compiled_once() -> None:
    assert load_grammar() is load_grammar()
