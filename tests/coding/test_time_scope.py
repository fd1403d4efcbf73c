"""Which time of a sentence dates which of its events."""

import datetime

import pytest

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.model import EventMention, TimeBasis
from tests.coding.bracketed import PUBLISHED, read

CODER = RulesCoder(load_plover(), load_lexicon())
OTHER = (datetime.date(2020, 1, 1), datetime.date(2020, 12, 31))
TUESDAY = (datetime.date(2024, 5, 7), datetime.date(2024, 5, 7))
A, B = "[Ankara|STATE|TUR]", "[Baku|STATE|AZE]"


def events(text: str, **times: tuple[datetime.date, datetime.date]) -> tuple[EventMention, ...]:
    return CODER.code(read(text, {words.replace("_", " "): days for words, days in times.items()}))


@pytest.mark.parametrize(
    "text",
    [
        f"{A} appealed to {B} under the 2020 treaty.",
        f"{A} thanked {B} for its part in the war of 2020.",
        f"{A} criticised {B}, which [Paris|STATE|FRA] has ruled since 2020.",
        f"{A} criticised {B} after [Paris|STATE|FRA] left in 2020.",
        f"{A} criticised {B} for the silence since 2020.",
        f"{A} criticised {B}, and [Paris|STATE|FRA] recalled 2020.",
    ],
)
def test_the_time_of_something_else_dates_nothing(text: str) -> None:
    found = events(text, **{"2020": OTHER})
    assert {event.time.basis for event in found if event.event != "ASSAULT"} == {
        TimeBasis.PUBLISHED
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{A} criticised {B} on Tuesday.",
        f"On Tuesday, {A} criticised {B}.",
        f"{A}, which met {B} on Tuesday, was silent.",
        f"{A} has criticised {B} since Tuesday.",
        f"[Paris|STATE|FRA] said on Tuesday that {A} criticised {B}.",
        f"A sign is {A}'s withdrawal from the talks with {B}, which was announced on Tuesday.",
        f"It was quiet until Tuesday, when {A} criticised {B}.",
    ],
)
def test_its_own_time_dates_it(text: str) -> None:
    assert events(text, Tuesday=TUESDAY)[-1].time.earliest == TUESDAY[0]


def test_the_report_goes_on_on_the_day_that_it_is_about() -> None:
    text = f"{A} attacked {B} on Tuesday. [Paris|STATE|FRA] condemned {A}. {B} accuses {A}."
    first, second, third = events(text, Tuesday=TUESDAY)
    assert first.time.earliest == second.time.earliest == TUESDAY[0]
    assert second.time.rule == "day of the report: test"
    assert third.time.basis is TimeBasis.PUBLISHED
    assert third.time.earliest == PUBLISHED
