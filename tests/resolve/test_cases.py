"""Phrases of the news with who they mean on a day, in ``cases.csv``, over all regions.

`sector` is empty where nothing gives one, `identifier` where no entry is asked for.
"""

import csv
import datetime
from pathlib import Path

from dragoman.resolve import KnowledgeBase, resolve_phrase

CASES = Path(__file__).with_name("cases.csv")

WRONG_AT_MOST = 0.05


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wrong_in(kb: KnowledgeBase, case: dict[str, str]) -> str:
    """What was answered instead; "" where the answer is right."""
    found = resolve_phrase(kb, case["phrase"], datetime.date.fromisoformat(case["day"]))
    answer = (found.code, found.sector)
    is_right = answer == (case["code"], case["sector"])
    if is_right and case["identifier"] in {"", found.actor}:
        return ""
    return f"{case['phrase']} on {case['day']}: {answer} {found.actor!r}, by {found.rule}"


def test_usual_names_of_organs_and_people_mean_who_they_are(shipped: KnowledgeBase) -> None:
    every = cases()
    wrong = [answer for case in every if (answer := wrong_in(shipped, case))]
    assert len(wrong) <= WRONG_AT_MOST * len(every), "\n".join(wrong)


def test_the_cases_are_many_and_each_is_asked_once() -> None:
    asked = [(case["phrase"], case["day"]) for case in cases()]
    assert len(asked) >= 500
    assert len(asked) == len(set(asked))


def test_the_cases_name_entries_of_the_tables(shipped: KnowledgeBase) -> None:
    named = {case["identifier"] for case in cases()} - {""}
    assert not {entry for entry in named if shipped.actor(entry) is None}
