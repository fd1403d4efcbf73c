import json
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.tasks import TASKS, predictor
from dragoman.errors import UsageError


def test_an_unknown_task_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weather", "--data", "x", "--out", "y"]) == 2
    message = capsys.readouterr().err
    assert [task for task in TASKS if task not in message] == []
    with pytest.raises(UsageError, match="weather"):
        predictor("weather")


@pytest.mark.parametrize("task", sorted(TASKS))
def test_every_task_can_be_run(task: str) -> None:
    assert callable(predictor(task))


def test_missing_data_is_the_users_mistake(tmp_path: Path) -> None:
    arguments = ["actors", "--data", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "out")]
    assert main(arguments) == 1


def test_actors(tmp_path: Path) -> None:
    fact = {"id": "a", "phrase": "the Latvian army", "query_date_iso": "2022-03-01", "expected": {}}
    data, out = tmp_path / "facts.jsonl", tmp_path / "predicted.jsonl"
    data.write_text(json.dumps(fact) + "\n", encoding="utf-8")
    assert main(["actors", "--data", str(data), "--out", str(out)]) == 0
    answer = json.loads(out.read_text(encoding="utf-8"))
    assert (answer["id"], answer["country"], answer["code_1"]) == ("a", "LVA", "MIL")


def test_times_are_anchored_on_the_day_of_the_record(tmp_path: Path) -> None:
    text = "The envoys met on 3 June and again last week."
    data, out = tmp_path / "texts.jsonl", tmp_path / "predicted.jsonl"
    record = {"id": "a", "doc_date": "2021-06-18", "text": text}
    data.write_text(json.dumps(record) + "\n", encoding="utf-8")
    main(["timex", "--data", str(data), "--out", str(out)])
    found = json.loads(out.read_text(encoding="utf-8"))["timexes"]
    values = {text[time["start"] : time["end"]]: time["value"] for time in found}
    assert values["last week"] == "2021-W23"
    assert "2021-06-03" in values.values()
