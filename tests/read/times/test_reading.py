"""How expressions are read against their clause, their modifiers and the times told before."""

import datetime

import pytest

from dragoman.model import Precision, TimeBasis, TimexType
from dragoman.read.sentences import find_sentences
from dragoman.read.times import find, find_times
from tests.read.build import document

PUBLISHED = datetime.date(2024, 5, 9)


def values(text: str, anchor: datetime.date | None = PUBLISHED) -> list[str]:
    return [time.value for time in find(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The EU opened talks in March.", "2024-03"),
        ("The EU will open talks in March.", "2025-03"),
        ("Talks are expected to begin in March.", "2025-03"),
        ("The envoy flew home on Friday.", "2024-05-03"),
        ("The envoy is due to fly home on Friday.", "2024-05-10"),
        ("On Friday, the envoy will fly home.", "2024-05-10"),
        ("The envoy said Friday he will resign.", "2024-05-03"),
        ("The envoy may fly home on Friday.", "2024-05-10"),
        ("A summit set for Friday divides them.", "2024-05-10"),
        ("The terms are to be published on Friday.", "2024-05-10"),
        ("The market stays closed until Friday.", "2024-05-10"),
        ("Guards leave by early August.", "2024-08"),
        ("He was sworn in on 1 August.", "2023-08-01"),
        ("He will be sworn in on 1 August.", "2024-08-01"),
        ("The envoy flew home on Thursday.", "2024-05-09"),
        ("They met on Tuesday, May 2, in Baku.", "2023-05-02"),
    ],
)
def test_tense_decides_the_year_and_the_week(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "words", "mod"),
    [
        ("It began in early 2023.", "early 2023", "START"),
        ("It began in the late 1990s.", "the late 1990s", "END"),
        ("It began in mid-August.", "mid-August", "MID"),
        ("It began at the end of April.", "the end of April", "END"),
        ("It began about two years ago.", "about two years ago", "APPROX"),
        ("It began more than two years ago.", "more than two years ago", "BEFORE"),
        ("It lasted more than three years.", "more than three years", "MORE_THAN"),
        ("It lasted nearly three years.", "nearly three years", "LESS_THAN"),
        ("It lasted at least three days.", "at least three days", "EQUAL_OR_MORE"),
        ("It lasted up to three days.", "up to three days", "EQUAL_OR_LESS"),
        ("It lasted two days or so.", "two days or so", "APPROX"),
        ("It happened over the weekend.", "the weekend", None),
        ("It grew over the past three months.", "the past three months", None),
    ],
)
def test_modifiers(text: str, words: str, mod: str | None) -> None:
    (time,) = find(text, PUBLISHED)
    assert time.span is not None
    assert (time.span.of(text), time.mod) == (words, mod)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met earlier this month.", "2024-05-01", "2024-05-09"),
        ("They will meet later this month.", "2024-05-09", "2024-05-31"),
        ("They met in early April.", "2024-04-01", "2024-04-10"),
        ("They met at the weekend.", "2024-05-04", "2024-05-05"),
        ("They recently met.", "2024-02-07", "2024-05-09"),
        ("They met in recent days.", "2024-05-02", "2024-05-09"),
        ("They fought for the past two weeks.", "2024-04-25", "2024-05-09"),
        ("The region is now calm.", "2024-05-09", "2024-05-09"),
    ],
)
def test_intervals(text: str, first: str, last: str) -> None:
    (time,) = find(text, PUBLISHED)
    assert (str(time.earliest), str(time.latest)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,500 troops marched.", "2020 people marched.", "He is a 35-year-old man.",
        "She is 35 years old.", "A man in his 30s marched.", "It costs $1995 or less.",
        "They may march on.", "They march on the capital.", "It took second place.",
        "Prices began to fall.", "He seconded the motion.", "A quarter of them left.",
        "He left as soon as he could.", "Theresa May said no.",
        "They live in Palm Springs.", "Temperatures were in the mid-30s.",
        "The sun set, and they sat down.",
        "It rose 2.5%.",
    ],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


def test_words_that_say_it_all_are_stated() -> None:
    (stated,) = find("It was signed on 9 May 2024.", PUBLISHED)
    (anchored,) = find("It was signed on 9 May.", PUBLISHED)
    assert (stated.basis, anchored.basis) == (TimeBasis.STATED, TimeBasis.ANCHORED)


def test_times_of_day_keep_their_precision() -> None:
    minute, hour = find("They met at 8:21 a.m. and at 9 p.m. again.", PUBLISHED)
    assert (minute.precision, hour.precision) == (Precision.MINUTE, Precision.HOUR)
    assert minute.type is TimexType.TIME


def test_durations_and_sets_have_no_days() -> None:
    for time in find("For three years they met every Friday and once a week.", PUBLISHED):
        assert (time.earliest, time.latest) == (None, None)


def test_history_hangs_on_the_date_told_before() -> None:
    text = (
        "The campaign opened on 3 May 1915. On 7 June the army crossed the river. "
        "Two days later it took the town. In December it withdrew. In February it came back, "
        "the pacts of 1897 and 1899 being dead. In March 1916 peace came, the first since 1914, "
        "and on 2 April the army left."
    )
    assert values(text) == [
        "1915-05-03", "1915-06-07", "1915-06-09", "1915-12", "1916-02", "1897", "1899",
        "1916-03", "1914", "1916-04-02",
    ]  # fmt: skip


def test_years_before_christ() -> None:
    assert values("The revolt began in 499 BC. The following year it spread.", None) == [
        "BC0499", "BC0498",
    ]  # fmt: skip


def test_a_report_with_history_in_it_stays_a_report() -> None:
    text = (
        "The ministers met on Tuesday. They had fought in 1988, 1992 and 1994, and again in "
        "2016 and 2020. They will meet on 3 June."
    )
    assert values(text)[0] == "2024-05-07"
    assert values(text)[-1] == "2024-06-03"


def test_without_an_anchor_the_unknown_stays_unknown() -> None:
    (time,) = find("They met on 3 May.", None)
    assert (time.value, time.earliest, time.latest) == ("XXXX-05-03", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fought from 3 to 5 April 2023.", ["2023-04-03", "2023-04-05"]),
        ("They met Oct. 3–5, 2023.", ["2023-10-03", "2023-10-05"]),
        ("They met Nov. 9-10.", ["2023-11-09", "2023-11-10"]),
        ("They fought between 2019 and 2021.", ["2019", "2021"]),
        ("They fought in 1939–45.", ["1939", "1945"]),
        ("They met from March to May 2023.", ["2023-03", "2023-05"]),
        ("They met Monday through Friday.", ["2024-05-06", "2024-05-10"]),
    ],
)
def test_both_ends_of_a_range(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_find_times_points_into_the_document() -> None:
    report = document("Guards leave", "They met on 3 April 2023.", "Two days later they parted.")
    times = find_times(report, find_sentences(report))
    assert [time.span.of(report.text) for time in times if time.span] == [
        "3 April 2023", "Two days later",
    ]  # fmt: skip
    assert times[1].value == "2023-04-05"
