"""Encodings, rows, dates and addresses that are not what they should be."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.acquire.content import ContentError, decode
from tests.robustness.conftest import Outcomes
from tests.robustness.pages import SENTENCE, page
from tests.serve.conftest import Run

NO_CHARACTER_SETS = (
    "base64 rot13 hex zlib idna undefined punycode unicode_escape raw_unicode_escape utf-7 utf-16 "
    "utf-32 nonsense"
).split()
DONE = ("done", "")


@pytest.mark.parametrize("name", NO_CHARACTER_SETS)
def test_names_that_are_no_character_set_are_not_believed(name: str) -> None:
    data = f'<meta charset="{name}"><p>'.encode() + b"caf\xe9 \\u0041</p>"
    assert decode(data).endswith("<p>café \\u0041</p>")


@given(st.binary(max_size=400), st.sampled_from(["", "big5", "utf-8", *NO_CHARACTER_SETS]))
def test_any_bytes_are_decoded_or_refused(data: bytes, name: str) -> None:
    try:
        text = decode(data, name)
    except ContentError:
        return
    assert not any(ord(one) < 32 and one not in "\t\n" for one in text)


def test_mixed_encodings_are_read_line_by_line() -> None:
    assert decode("Zürich\n".encode() + "Köln".encode("cp1252"), "latin-1") == "Zürich\nKöln"


def test_control_characters_do_not_hide_a_report(outcomes: Outcomes, tmp_path: Path) -> None:
    path = tmp_path / "escapes.html"
    path.write_text(page(body=f"<p>\x1b[2J{SENTENCE}\x07</p><p>{SENTENCE} &#27;[31m so.</p>"))
    assert outcomes(path) == {"escapes.html": DONE}


ROWS: tuple[tuple[object, tuple[str, str]], ...] = (
    ({"id": "twice", "text": SENTENCE}, DONE),
    ({"id": "twice", "text": f"{SENTENCE} And more."}, DONE),
    ({"id": "x" * 10_000, "text": SENTENCE}, DONE),
    ({"id": "../../a/b\n\x1b[31m", "text": SENTENCE}, DONE),
    ({"id": "lone \ud800", "title": "t \udfff", "text": f"\ud800 {SENTENCE}"}, DONE),
    ({"url": "http://[bad", "text": f"{SENTENCE} 1"}, DONE),
    ({"date": "9999-12-31", "text": f"{SENTENCE} 2"}, DONE),
    ({"date": "0001-01-01", "text": f"{SENTENCE} 3"}, DONE),
    ({"date": "tomorrow", "text": f"{SENTENCE} 4"}, DONE),
    ({"text": 5}, ("failed", "json-no-text")),
    ({"text": " "}, ("dropped", "empty")),
    ([], ("failed", "json-not-an-object")),
)


def test_every_row_is_accounted_for(outcomes: Outcomes, dragoman: Run, tmp_path: Path) -> None:
    lines = [*(json.dumps(row) for row, _ in ROWS), "{broken", "[" * 20_000]
    path = tmp_path / "rows.jsonl"
    path.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
    expected = {f"rows.jsonl#{number}": one for number, (_, one) in enumerate(ROWS, start=1)}
    broken = {f"rows.jsonl#{len(ROWS) + n}": ("failed", "json-damaged") for n in (1, 2)}
    assert outcomes(path) == expected | broken
    report = tmp_path / "report.html"
    ledger = tmp_path / "ledger"
    assert dragoman("report", "--ledger", ledger, "--output", report).exit_code == 0
    assert dragoman("dyad", "ARM", "RUS", "--ledger", ledger).exit_code == 0


@pytest.mark.parametrize(
    "date", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00+14:00", "1850-01-01"]
)
def test_dates_at_the_edges(outcomes: Outcomes, tmp_path: Path, date: str) -> None:
    path = tmp_path / "edge.html"
    path.write_text(page(date=date))
    assert outcomes(path) == {"edge.html": DONE}


def test_offsets_are_code_points(dragoman: Run, tmp_path: Path) -> None:
    path = tmp_path / "emoji.txt"
    path.write_text(f"Guards to go\n\n🙂🏳️‍🌈 {SENTENCE}\n\nשלום 𝔄 {SENTENCE} Again.\n", "utf-8")
    words = ("code", path, "--format", "jsonl", "--workers", "1")
    lines = dragoman(*words).stdout.splitlines()
    assert lines
    text = "Guards to go\n\n🙂🏳️‍🌈 " + SENTENCE
    for one in (json.loads(line)["evidence"][0] for line in lines):
        if one["end"] <= len(text):
            assert text[one["start"] : one["end"]] == one["quote"]
            trigger = one["trigger"]
            assert text[trigger["start"] : trigger["end"]] == trigger["text"]
    assert any(json.loads(line)["evidence"][0]["end"] <= len(text) for line in lines)
