import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dragoman.errors import UsageError
from dragoman.formats import schema
from dragoman.serve.cli.code import field_pair
from tests.serve.conftest import DAMAGED, REPORTS, Run

FLASH = REPORTS / "2024-05-09-withdrawal-flash.html"


def test_without_a_ledger_every_line_is_a_valid_record(dragoman: Run, tmp_path: Path) -> None:
    result = dragoman("code", FLASH, "--format", "jsonl", "--workers", "1")
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert records
    for record in records:
        Draft202012Validator(schema()).validate(record)
        assert record["doc"]["id"] == FLASH.stem
    assert "coded 1 report" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_failed_inputs_give_exit_code_3_and_the_others_are_coded(
    dragoman: Run, tmp_path: Path
) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    (inputs / "damaged.html.gz").write_bytes(DAMAGED)
    (inputs / "picture.png").write_bytes(b"\x89PNG")
    words = ["code", FLASH, inputs, "--ledger", tmp_path / "ledger", "--workers", "1"]
    result = dragoman(*words)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert "coded 1 report" in result.stderr
    assert "left out 1, failed 1" in result.stderr
    listed = dragoman("ledger", "inputs", "--ledger", tmp_path / "ledger", "--left-out", "--json")
    outcomes = {Path(one["name"]).name: one["outcome"] for one in json.loads(listed.stdout)}
    assert outcomes == {"damaged.html.gz": "failed", "picture.png": "dropped"}


def test_a_second_run_codes_nothing_new(dragoman: Run, tmp_path: Path) -> None:
    words = ["code", FLASH, "--ledger", tmp_path / "ledger", "--workers", "1"]
    assert dragoman(*words).exit_code == 0
    again = dragoman(*words)
    assert again.exit_code == 0
    assert "passed over 1 input" in again.stderr


def test_quiet_is_silent(dragoman: Run, tmp_path: Path) -> None:
    result = dragoman("code", FLASH, "--ledger", tmp_path / "ledger", "-q", "--workers", "1")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize(
    ("words", "code", "remedy"),
    [
        (["nowhere.html"], 1, "check the path"),
        ([FLASH, "--format", "jsonl", "--ledger", "x"], 2, "dragoman events"),
        ([FLASH, "--field", "body"], 2, "OURS=THEIRS"),
        ([FLASH, "--date", "yesterday"], 2, "2024-05-09"),
        ([FLASH, "--basis", "because"], 2, "research"),
        ([FLASH, "--codebook", "nowhere.toml"], 1, "cannot be read"),
        ([], 2, "PATH"),
    ],
)
def test_wrong_calls_end_in_one_message(
    dragoman: Run, tmp_path: Path, words: list[object], code: int, remedy: str
) -> None:
    ledger = [] if "--ledger" in words else ["--ledger", tmp_path / "ledger"]
    result = dragoman("code", *words, *ledger, "--workers", "1")
    assert result.exit_code == code
    assert remedy in result.stderr
    assert "Traceback" not in result.output


def test_fields_are_mapped_by_our_names() -> None:
    assert field_pair("text=body") == ("text", "body")
    with pytest.raises(UsageError, match="one of text, html"):
        field_pair("body=text")


def test_events_of_a_codebook_of_ones_own_are_valid_and_exported(
    dragoman: Run, tmp_path: Path
) -> None:
    """Also a type that names no CAMEO code: `cameo` is empty then."""
    book = tmp_path / "marsh.toml"
    book.write_text(
        'name = "marsh"\nversion = "1"\nextends = "plover-2.0"\n'
        '[events.DRAIN]\nquad = 4\nscore = -5\ndefinition = "A side drains a marsh."\n'
        '[[events.DRAIN.triggers]]\nphrases = ["drain the marsh"]\n',
        "utf-8",
    )
    report = tmp_path / "report.txt"
    report.write_text("Iraq drained the marshes of Iran on 3 May 2024.", "utf-8")
    ledger = tmp_path / "ledger"
    words = ["code", report, "--codebook", book, "--workers", "1", "--date", "2024-05-09"]
    (line,) = dragoman(*words, "--format", "jsonl").stdout.splitlines()
    record = json.loads(line)
    Draft202012Validator(schema()).validate(record)
    assert (record["event"], record["cameo"], record["quad_code"]) == ("DRAIN", "", 4)
    assert dragoman(*words, "--ledger", ledger).exit_code == 0
    export = dragoman("export", "--ledger", ledger, "--format", "plover", "-o", "-")
    assert export.exit_code == 0, export.output
    assert json.loads(export.stdout.splitlines()[0])["event"] == ["DRAIN"]
