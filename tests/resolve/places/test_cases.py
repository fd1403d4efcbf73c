"""Sentences from all regions, written for this project: which place the words mean."""

import csv
from pathlib import Path

import pytest

from dragoman.resolve.places import Gazetteer, find_places

CASES = list(
    csv.DictReader(Path(__file__).with_name("cases.csv").read_text(encoding="utf-8").splitlines())
)


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 120
    assert sum(case["note"] == "missed" for case in CASES) <= len(CASES) * 0.05


def _marked(case: dict[str, str]) -> object:
    """The case; one that is known to be missed must be, until its mark is taken away."""
    marks = [pytest.mark.xfail(reason="known to be missed")] if case["note"] == "missed" else []
    return pytest.param(case, id=case["words"], marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_words_mean_the_place(gazetteer: Gazetteer, case: dict[str, str]) -> None:
    found = {one.text: one.place for one in find_places(case["text"], gazetteer)}
    place = found.get(case["words"])
    assert place is not None, sorted(found)
    assert (place.country_code, place.precision) == (case["country"], case["precision"])
