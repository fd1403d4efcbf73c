"""Sentences of every event type and construction with what must be coded, and silent ones."""

from pathlib import Path

import pytest

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from tests.coding.bracketed import codes, read

HERE = Path(__file__).parent
CODER = RulesCoder(load_plover(), load_lexicon())


def unpack(line: str) -> tuple[str, list[str]]:
    """Brackets have the separator too, so the last four fields count from the right."""
    text, *fields = line.rsplit("|", 4)
    return text, fields


LINES = [unpack(line) for line in (HERE / "sentences.csv").read_text("utf-8").splitlines()[1:]]
SILENT = (HERE / "silent.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[text[:60] for text, _ in LINES])
def test_event(text: str, expected: list[str]) -> None:
    event, actors, recipients, status = expected
    found = [
        (item.event, codes(item.actors), codes(item.recipients), str(item.status))
        for item in CODER.code(read(text))
    ]
    if status:
        assert (event, actors, recipients, status) in found
    else:
        assert event in {item[0] for item in found}


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert CODER.code(read(text)) == ()


def test_all_types_are_there() -> None:
    assert {expected[0] for _, expected in LINES} == set(load_plover().event_names)
    assert len(LINES) + len(SILENT) >= 190
    assert len(SILENT) >= 40
