import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator

from dragoman.formats import schema
from tests.serve.conftest import Run

VALIDATOR = Draft202012Validator(schema())


def test_json_is_one_array_of_valid_records(dragoman: Run, ledger: Path) -> None:
    records = json.loads(dragoman("events", "--ledger", ledger, "--json").stdout)
    assert len(records) > 5
    for record in records:
        VALIDATOR.validate(record)


def test_lines_and_csv_hold_the_same_events(dragoman: Run, ledger: Path) -> None:
    lines = dragoman("events", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()
    rows = csv.DictReader(
        io.StringIO(dragoman("events", "--ledger", ledger, "--format", "csv").stdout)
    )
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]


def test_filters_narrow_down(dragoman: Run, ledger: Path) -> None:
    def found(*words: str) -> list[dict[str, object]]:
        result = dragoman("events", "--ledger", ledger, "--format", "jsonl", *words)
        assert result.exit_code == 0, result.output
        return [json.loads(line) for line in result.stdout.splitlines()]

    everything = found()
    of_russia = found("--actor", "RUS")
    assert 0 < len(of_russia) < len(everything)
    assert all("RUS" in {one["code"] for one in event["actor"]} for event in of_russia)  # type: ignore[attr-defined]
    kinds = {event["event"] for event in found("--type", "consult", "--type", "CONCEDE")}
    assert kinds <= {"CONSULT", "CONCEDE"}
    assert len(found("--limit", "2")) == 2
    assert found("--since", "2024-05-10", "--no-historical", "--until", "2024-05-10") == []
    assert len(found("--dyad", "ARM", "West")) < len(everything)
    assert found("--as-of", "2020-01-01") == []
    news, background = found("--no-historical"), found("--historical")
    assert len(news) + len(background) >= len(everything)


def test_files_are_written_and_told_of_on_the_other_stream(
    dragoman: Run, ledger: Path, tmp_path: Path
) -> None:
    path = tmp_path / "events.parquet"
    result = dragoman("events", "--ledger", ledger, "--format", "parquet", "-o", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "written to" in result.stderr
    assert pq.read_table(path).num_rows > 5


def test_the_table_shows_who_did_what(dragoman: Run, ledger: Path) -> None:
    result = dragoman("events", "--ledger", ledger, "--type", "CONCEDE")
    assert "CONCEDE" in result.stdout
    assert "RUS" in result.stdout
    assert "Peskov" in result.stdout
    assert result.stderr.strip().endswith(("event", "events"))


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["--json", "--format", "csv"], "leave one out"),
        (["--format", "parquet"], "--output"),
        (["--since", "soon"], "2024-05-09"),
        (["--as-of", "then"], "2024-05-09T12:00Z"),
        (["--status", "maybe"], "occurred"),
    ],
)
def test_wrong_words_say_how_it_is_right(
    dragoman: Run, ledger: Path, words: list[str], remedy: str
) -> None:
    result = dragoman("events", "--ledger", ledger, *words)
    assert result.exit_code == 2
    assert remedy in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_that_is_no_ledger_is_said_to_be_none(dragoman: Run, tmp_path: Path) -> None:
    result = dragoman("events", "--ledger", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: {tmp_path} is no ledger")
    assert result.stderr.count("\n") == 1


def test_plover_lines_leave_out_what_was_denied(
    dragoman: Run, ledger: Path, tmp_path: Path
) -> None:
    path = tmp_path / "plover.jsonl"
    result = dragoman("export", "--ledger", ledger, "--format", "plover", "-o", path)
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert all({"id", "date", "actor", "event"} <= set(record) for record in records)
    assert not any("denied" in record["comment"] for record in records)
    to_screen = dragoman("export", "--ledger", ledger, "--format", "plover", "-o", "-")
    assert to_screen.stdout == path.read_text("utf-8")


def test_a_duckdb_export_takes_no_filters(dragoman: Run, ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.duckdb"
    filtered = ["export", "--ledger", ledger, "--format", "duckdb", "-o", path, "--actor", "RUS"]
    assert dragoman(*filtered).exit_code == 2
    assert not path.exists()
    assert dragoman(*filtered[:-2]).exit_code == 0
    assert path.stat().st_size > 0


def test_words_are_searched_in_quotes_and_titles(dragoman: Run, ledger: Path) -> None:
    def found(words: str) -> list[dict[str, object]]:
        result = dragoman("events", "--ledger", ledger, "--search", words, "--format", "jsonl")
        assert result.exit_code == 0
        return [json.loads(line) for line in result.stdout.splitlines()]

    everything = dragoman("events", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()
    title = json.loads(everything[0])["doc"]["title"]
    assert found(title)
    assert len(found("border")) < len(everything)
    assert found("no report has such words") == []
