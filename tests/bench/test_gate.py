import datetime
import json
from pathlib import Path

import pytest

from bench import gate
from bench.floors import SAMPLE, Floor, as_measured, as_toml, load_floors, look_up
from bench.tasks import TASKS

ACTORS = Floor(
    what="country of an actor phrase",
    task="actors",
    data="facts.jsonl",
    scorer="bench.score_actors",
    metric="country.accuracy",
    floor=0.5,
    measured=0.5,
    date="2024-01-01",
)


def _shared(folder: Path) -> Path:
    facts = [
        {"id": "a", "phrase": "Latvia", "query_date_iso": None, "expected": {"country": "LVA"}},
        {"id": "b", "phrase": "Latvia", "query_date_iso": None, "expected": {"country": "EST"}},
    ]
    (folder / "data").mkdir()
    lines = "".join(json.dumps(fact) + "\n" for fact in facts)
    (folder / "data" / "facts.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_a_floor_is_measured_by_its_scorer(tmp_path: Path) -> None:
    (result,) = gate.measure([ACTORS], _shared(tmp_path))
    assert result.measured == 0.5
    assert result.holds


def test_a_missed_floor_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    high = Floor(**{name: getattr(ACTORS, name) for name in Floor.__slots__} | {"floor": 0.6})
    monkeypatch.setattr(gate, "load_floors", lambda: (ACTORS, high))
    assert gate.main(["--shared", str(_shared(tmp_path))]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[-1] for line in lines[1:]] == ["ok", "BELOW"]


def test_without_benchmarks_the_sample_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = Floor(
        what="x", task=SAMPLE, metric="rights.all", floor=0.5, measured=1.0, date="2024-01-01"
    )
    monkeypatch.setattr(gate, "load_floors", lambda: (ACTORS, sample))
    monkeypatch.setattr(gate.golden, "measure", lambda: {"rights": {"all": 0.75}})
    assert gate.main(["--shared", str(tmp_path / "nowhere")]) == 0
    output = capsys.readouterr().out
    assert gate.NO_DATA in output
    assert "0.7500" in output
    assert "facts.jsonl" not in output


def test_look_up_follows_the_path() -> None:
    assert look_up({"all": {"root": {"macro_f1": 0.5}}}, "all.root.macro_f1") == 0.5
    with pytest.raises(KeyError):
        look_up({}, "body.f1")


def test_the_floors_of_the_repository_are_sound() -> None:
    floors = load_floors()
    assert {one.task for one in floors} <= {*TASKS, SAMPLE}
    assert [one for one in floors if not 0 < one.floor <= one.measured <= 1] == []
    keys = [(one.task, one.data, one.metric, one.arguments) for one in floors]
    assert len(set(keys)) == len(keys)
    assert SAMPLE in {one.task for one in floors}


def test_results_keep_what_the_readme_needs(tmp_path: Path) -> None:
    content = json.loads(gate.as_json(list(gate.measure([ACTORS], _shared(tmp_path)))))
    (row,) = content["results"]
    assert row["what"] == ACTORS.what
    assert row["measured"] == 0.5


def test_floors_survive_writing(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(as_toml(load_floors()), encoding="utf-8")
    assert load_floors(path) == load_floors()


def test_a_floor_is_set_a_little_below_the_figure() -> None:
    day = datetime.date(2024, 5, 9)
    changed = as_measured(ACTORS, 0.96251, day)
    assert (changed.floor, changed.measured, changed.date) == (0.957, 0.9625, "2024-05-09")
    assert as_measured(ACTORS, 0.001, day).floor == 0
