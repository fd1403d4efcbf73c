from collections import Counter

import pytest

from dragoman.flow.run import Summary
from dragoman.serve.cli.coding import tell_summary


def told(summary: Summary, capsys: pytest.CaptureFixture[str]) -> str:
    tell_summary(summary, " into x")
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_reasons_are_told_with_languages_together(capsys: pytest.CaptureFixture[str]) -> None:
    reasons = Counter({"language:de": 3, "empty": 2, "language:fr": 1, "own:reason": 1})
    summary = Summary(coded=1, dropped=6, failed=1, events=2, seconds=0.5, reasons=reasons)
    text = told(summary, capsys)
    assert "coded 1 report into x: 2 events in 0.5 s (2.0 reports/s)" in text
    assert "left out 6, failed 1: 2 nothing in it (empty); 1 own:reason; " in text
    assert "4 in languages that are not read (3 de, 1 fr)" in text


def test_a_run_with_nothing_new_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(Summary(known=4, seconds=0.1), capsys)
    assert text == "passed over 4 inputs that the ledger has already\nnothing new to code\n"
