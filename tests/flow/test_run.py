import os
from pathlib import Path

import pytest

import dragoman
from dragoman.acquire import AcquireOptions
from dragoman.flow import run
from dragoman.flow.settings import Settings
from dragoman.ledger import EventFilter, Ledger
from dragoman.model import Done, Dropped, Failed

STORIES = {
    "norway.txt": "Norway criticised Sweden on Monday over fishing rights in the north.",
    "chile.txt": "Chile's foreign minister met the Peruvian ambassador in Santiago on Tuesday.",
    "paris.txt": "Le ministre des Affaires étrangères a rencontré hier son homologue à Paris, a "
    "annoncé le porte-parole du gouvernement dans un communiqué publié mercredi matin.",
    "empty.txt": " ",
}
DATED = Settings(acquire=AcquireOptions(date="2024-05-09"), batch=2)


@pytest.fixture
def stories(tmp_path: Path) -> str:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text)
    return str(folder)


def test_every_input_has_an_outcome_in_its_place(stories: str) -> None:
    chile, empty, norway, paris = run.code([stories], DATED)
    assert isinstance(chile, Done)
    assert isinstance(norway, Done)
    assert isinstance(empty, Dropped)
    assert empty.reason == "empty"
    assert isinstance(paris, Dropped)
    assert paris.reason == "language:fr"
    [event] = norway.value.events
    assert (event.event, event.actors[0].code, event.recipients[0].code) == ("ACCUSE", "NOR", "SWE")
    assert event.time.value == "2024-05-06"
    assert event.evidence[0].trigger == "criticised"


def test_events_from_python(stories: str) -> None:
    events = dragoman.code(Path(stories) / "norway.txt", settings=DATED)
    assert [event.event for event in events] == ["ACCUSE"]


def test_a_second_run_writes_nothing(stories: str, tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger", create=True)
    seen = []
    first = run.code_into(ledger, [stories], DATED, seen.append)
    second = run.code_into(ledger, [stories], DATED)
    assert (first.coded, first.dropped, first.failed, first.known) == (2, 2, 0, 0)
    assert first.reasons == {"empty": 1, "language:fr": 1}
    assert seen[-1].done == 4
    assert (second.coded, second.dropped, second.known) == (0, 0, 4)
    assert len(ledger.view().events(EventFilter())) == first.events


def test_several_processes_give_the_same_records(stories: str) -> None:
    alone = [
        outcome.value.events for outcome in run.code([stories], DATED) if isinstance(outcome, Done)
    ]
    both = Settings(acquire=DATED.acquire, batch=1, workers=2)
    shared = [
        outcome.value.events for outcome in run.code([stories], both) if isinstance(outcome, Done)
    ]
    assert shared == alone


def deadly_batch(items: tuple[run.Item, ...], settings: Settings) -> run.Batch:
    if any("chile" in item.name for item in items):
        os._exit(9)
    return run.Batch(items, tuple(Dropped(item.name, "survived") for item in items), run.Timings())


def test_a_report_that_kills_its_process_fails_alone(
    stories: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "code_batch", deadly_batch)
    settings = Settings(acquire=DATED.acquire, batch=4, workers=2)
    outcomes = list(run.code([stories], settings))
    assert [type(outcome) for outcome in outcomes] == [Failed, Dropped, Dropped, Dropped]
    assert outcomes[0].reason == "process-died"


def test_settings_that_change_records_change_the_digest() -> None:
    assert DATED.digest() == Settings(acquire=DATED.acquire, workers=2).digest()
    assert DATED.digest() != Settings().digest()
