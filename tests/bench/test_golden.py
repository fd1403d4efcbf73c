import pytest

from bench import golden
from bench.golden import EXAMPLES, agreement, compare, days_of, misses
from dragoman.flow.run import code
from dragoman.flow.settings import Settings
from dragoman.model import Coded, Done, Event, Outcome


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2024-05-09", ("2024-05-09", "2024-05-09")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2022-12/2023-01-03", ("2022-12-01", "2023-01-03")),
        ("2021/2022", ("2021-01-01", "2022-12-31")),
    ],
)
def test_days_of(date: str, days: tuple[str, str]) -> None:
    assert days_of(date) == days


def test_agreement_matches_each_key_once() -> None:
    figures = agreement([("a",), ("a",), ("b",)], [("a",), ("c",)])
    assert figures["precision"] == 0.5
    assert figures["recall"] == pytest.approx(1 / 3)
    assert figures["f1"] == pytest.approx(0.4)


def test_agreement_of_nothing_is_nothing() -> None:
    assert agreement([], [])["f1"] == 0


def _event(kind: str, actor: list[str], recipient: list[str]) -> dict[str, object]:
    day = {"date": "2024-05-09", "status": "occurred"}
    return {"event": kind, "actor": actor, "recipient": recipient, **day}


def _golden(events: list[dict[str, object]]) -> dict[str, object]:
    rights = dict.fromkeys(("mining", "ai_training", "search", "storage"), "unknown")
    return {"name": "r", "title": "x", "events": events, "rights": rights, "not_events": []}


def test_a_report_that_was_not_coded_has_nothing_right() -> None:
    figures = compare([_golden([_event("AID", ["LVA"], ["EST"])])], {})
    assert figures["coded"] == 0
    assert figures["metadata"]["all"] == 0
    assert figures["rights"]["all"] == 0
    assert figures["events"]["actors"]["expected"] == 1
    assert figures["events"]["actors"]["f1"] == 0


def test_sample_events_of_a_coded_report_are_compared(sample: dict[str, Coded]) -> None:
    """A golden file made of what was coded is met in full, and one changed code is missed."""
    name, one = max(sample.items(), key=lambda item: len(item[1].events))
    events = [_as_golden(event) for event in one.events]
    whole = _golden(events) | {"name": name}
    figures = compare([whole], sample)
    assert figures["events"]["actors+recipients+status+date"]["f1"] == 1
    assert figures["events"]["dyads"]["f1"] == 1
    events[0]["actor"] = ["XXX"]
    changed = compare([whole], sample)
    assert changed["events"]["actors"]["right"] == len(events) - 1
    lines = list(misses([whole], sample, 2))
    assert lines[0].split()[0] in "+-"
    assert any("XXX" in line for line in lines)


@pytest.fixture(scope="module")
def sample() -> dict[str, Coded]:
    path = EXAMPLES / "reports" / "2022-09-13-night-attack.html"
    outcomes = code([str(path)], Settings())
    return {one.value.document.name: one.value for one in outcomes if isinstance(one, Done)}


def _as_golden(event: Event) -> dict[str, object]:
    return {
        "event": event.event,
        "actor": sorted({one.code for one in event.actors} - {""}),
        "recipient": sorted({one.code for one in event.recipients} - {""}),
        "status": str(event.status),
        "date": f"{event.time.earliest}/{event.time.latest}",
    }


def test_the_coder_is_the_one_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def code(_: list[str], settings: Settings) -> list[Outcome[Coded]]:
        asked.append(settings.coder)
        return []

    monkeypatch.setattr(golden, "code", code)
    assert golden.main(["--coder", "reader"]) == golden.main([]) == 0
    assert asked == ["reader", "rules"]
