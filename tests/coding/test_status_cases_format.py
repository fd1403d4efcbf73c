"""The written test of event status keeps its own rules: labels, spread, no sentence twice."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from dragoman.model import Status

FOLDER = Path(__file__).parent / "status_cases"
COLUMNS = ["id", "sentence", "status", "certainty", "historical", "construction"]
TRIGGER = re.compile(r"\[([^\[\]]+)\]")
ENDING = re.compile(r"(?:ing|ed|es|s|e)$")


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


FILES = {path.name: _rows(path) for path in sorted(FOLDER.glob("*.tsv"))}
CASES = [dict(zip(COLUMNS, row, strict=True)) for rows in FILES.values() for row in rows[1:]]


def _trigger(case: dict[str, str]) -> str:
    (words,) = TRIGGER.findall(case["sentence"])
    return str(words).lower()


@pytest.mark.parametrize("name", FILES)
def test_header(name: str) -> None:
    assert FILES[name][0] == COLUMNS


def test_enough_sentences_and_none_twice() -> None:
    plain = [re.sub(r"[\[\]]", "", case["sentence"]).lower() for case in CASES]
    assert len(set(plain)) == len(plain) >= 640
    assert len({case["id"] for case in CASES}) == len(CASES)


def test_labels() -> None:
    assert {case["status"] for case in CASES} == set(Status)
    assert {case["certainty"] for case in CASES} == {"certain", "probable", "possible"}
    assert {case["historical"] for case in CASES} == {"yes", "no"}


def test_open_is_possible_and_nothing_else_is() -> None:
    assert [
        case["id"]
        for case in CASES
        if (case["status"] == "hypothetical") != (case["certainty"] == "possible")
    ] == []


def test_one_trigger_each() -> None:
    assert [
        case["id"]
        for case in CASES
        if len(TRIGGER.findall(case["sentence"])) != 1
        or case["sentence"].count("[") + case["sentence"].count("]") != 2
        or case["sentence"] != case["sentence"].strip()
        or _trigger(case) != _trigger(case).strip()
    ] == []


def test_every_construction_is_tried_often() -> None:
    counts = Counter(case["construction"] for case in CASES)
    assert len(counts) >= 38
    assert {name: count for name, count in counts.items() if count < 12} == {}


def test_no_trigger_word_dominates() -> None:
    stems = Counter(ENDING.sub("", _trigger(case).split()[0]) for case in CASES)
    assert {stem: count for stem, count in stems.items() if count > 12} == {}
