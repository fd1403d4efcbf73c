import datetime
import json
from pathlib import Path

import pytest

from dragoman.codebook import load_plover
from tests.examples.golden_files import (
    EXAMPLES,
    flat,
    golden_files,
    interval,
    report_texts,
)

REQUIRED = {
    "captions",
    "credits",
    "design",
    "events",
    "name",
    "not_events",
    "published",
    "publisher",
    "rights",
    "title",
}
EVENT_REQUIRED = {
    "actor",
    "claimed_by",
    "date",
    "event",
    "historical",
    "quote_contains",
    "recipient",
    "status",
    "trigger",
}
USES = {"ai_training", "mining", "search", "storage"}
STATUSES = {"occurred", "ongoing", "planned", "hypothetical", "denied"}
BACKGROUND_AFTER = datetime.timedelta(days=150)
NAMES = sorted(golden_files())


def test_every_report_has_a_golden_file_and_the_reverse() -> None:
    assert set(report_texts()) == set(golden_files())


def test_the_sample_is_broad() -> None:
    goldens = golden_files().values()
    assert len(goldens) >= 30
    assert len({golden["design"] for golden in goldens}) >= 8
    assert len({golden["publisher"] for golden in goldens}) >= 8
    events = [event for golden in goldens for event in golden["events"]]
    assert {event["status"] for event in events} == STATUSES
    assert {event["event"] for event in events} == {kind.name for kind in load_plover().events}


@pytest.mark.parametrize("name", NAMES)
def test_schema(name: str) -> None:
    golden = golden_files()[name]
    assert set(golden) - {"section"} == REQUIRED
    assert golden["name"] == name
    assert set(golden["rights"]) == USES
    assert set(golden["rights"].values()) <= {"reserved", "granted", "unknown"}
    assert datetime.datetime.fromisoformat(golden["published"])


@pytest.mark.parametrize("name", NAMES)
def test_keys_and_codes_are_sorted(name: str) -> None:
    golden = golden_files()[name]
    expected = json.dumps(golden, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    path: Path = EXAMPLES / "golden" / f"{name}.json"
    assert path.read_text(encoding="utf-8") == expected
    for event in golden["events"]:
        assert event["actor"] == sorted(event["actor"])
        assert event["recipient"] == sorted(event["recipient"])


@pytest.mark.parametrize("name", NAMES)
def test_words_of_the_page(name: str) -> None:
    golden, text = golden_files()[name], report_texts()[name]
    phrases = [golden["title"], *golden["captions"], *golden["credits"], *golden["not_events"]]
    assert [phrase for phrase in phrases if flat(phrase) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_events_stand_in_the_order_of_the_text(name: str) -> None:
    text = report_texts()[name]
    places = [text.find(event["quote_contains"]) for event in golden_files()[name]["events"]]
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_events_quote_the_page(name: str) -> None:
    text = report_texts()[name]
    for event in golden_files()[name]["events"]:
        assert set(event) - {"modes"} == EVENT_REQUIRED
        assert event["actor"]
        assert event["status"] in STATUSES
        assert event["quote_contains"] in text
        assert event["trigger"] in event["quote_contains"]
        assert [speaker for speaker in event["claimed_by"] if speaker not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_events_keep_clear_of_what_must_not_be_coded(name: str) -> None:
    golden = golden_files()[name]
    for event in golden["events"]:
        quote = event["quote_contains"]
        assert [p for p in golden["not_events"] if p in quote or quote in p] == []


@pytest.mark.parametrize("name", NAMES)
def test_events_follow_the_codebook(name: str) -> None:
    kinds = {kind.name: kind for kind in load_plover().events}
    for event in golden_files()[name]["events"]:
        kind = kinds[event["event"]]
        assert set(event.get("modes", [])) <= set(kind.mode_names)
        assert event["recipient"] or not kind.recipient_required


@pytest.mark.parametrize("name", NAMES)
def test_dates_and_background(name: str) -> None:
    golden = golden_files()[name]
    published = datetime.datetime.fromisoformat(golden["published"]).date()
    for event in golden["events"]:
        start, end = interval(event["date"])
        assert start <= end
        if event["status"] == "occurred":
            assert start <= published
        background = event["status"] != "ongoing" and published - end > BACKGROUND_AFTER
        assert event["historical"] is background


def test_an_interval_has_first_and_last_day() -> None:
    day = datetime.date
    assert interval("2024-02") == (day(2024, 2, 1), day(2024, 2, 29))
    assert interval("2023") == (day(2023, 1, 1), day(2023, 12, 31))
    assert interval("2022-12/2023-01-03") == (day(2022, 12, 1), day(2023, 1, 3))
    with pytest.raises(ValueError, match="month"):
        interval("2023-13")
