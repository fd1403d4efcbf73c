"""Filters in users' words: names mean codes, and words that mean nothing are said to."""

import json
from pathlib import Path

import pytest

from dragoman.serve.cli.names import near
from tests.serve.conftest import Run


def found(dragoman: Run, ledger: Path, *words: str) -> list[str]:
    result = dragoman("events", "--ledger", ledger, "--format", "jsonl", *words)
    assert result.exit_code == 0, result.output
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["events", "--type", "CONSULTT"], "near: CONSULT;"),
        (["events", "--type", "NONSENSE"], "dragoman codebook list"),
        (["events", "--actor", "Narnia"], "dragoman actors find Narnia"),
        (["events", "--recipient", "Wset"], "near: West"),
        (["events", "--claimed-by", "Peskoff"], "near: peskov"),
        (["events", "--dyad", "ARM", "Russland"], "near: Russia"),
        (["events", "--source", "Meridian Pres Agency"], "near: Meridian Press Agency"),
        (["events", "--status", "occured"], "occurred"),
        (["dyad", "ARM", "Narnia"], "dragoman actors find Narnia"),
        (["dyad", "ARM", "EU membres"], "near: EU members"),
        (["report", "--dyad", "ARM", "Wset", "--output", "none.html"], "near: West"),
        (["export", "--type", "CONSULTT", "--output", "-"], "near: CONSULT;"),
    ],
)
def test_words_that_mean_nothing_are_a_wrong_call(
    dragoman: Run, ledger: Path, words: list[str], hint: str
) -> None:
    result = dragoman(*words, "--ledger", ledger)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert hint in result.stderr


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Armenia", "ARM"),
        ("arm", "ARM"),
        ("the Kremlin", "RUS"),
        ("North Atlantic Alliance", "NATO"),
    ],
)
def test_a_name_means_the_code_and_that_is_said(
    dragoman: Run, ledger: Path, name: str, code: str
) -> None:
    result = dragoman("events", "--ledger", ledger, "--actor", name)
    assert f"{name} means {code}" in result.stderr
    assert found(dragoman, ledger, "--actor", name) == found(dragoman, ledger, "--actor", code)


def test_a_person_is_meant_by_id(dragoman: Run, ledger: Path) -> None:
    result = dragoman("events", "--ledger", ledger, "--actor", "Putin")
    assert "Putin means vladimir-putin" in result.stderr


def test_codes_groups_and_words_of_the_ledger_are_taken_in_silence(
    dragoman: Run, ledger: Path
) -> None:
    told = json.loads(dragoman("events", "--ledger", ledger, "--json").stdout)
    words = next(one["entity_text"] for event in told for one in event["actor"] if not one["code"])
    for name in ("ARM", "west", "vladimir-putin", words, words.upper()):
        result = dragoman("events", "--ledger", ledger, "--format", "jsonl", "--actor", name)
        assert (result.exit_code, result.stderr) == (0, ""), name
        assert name != words or result.stdout


def test_sides_by_name_and_by_code_are_the_same(dragoman: Run, ledger: Path) -> None:
    by_name = dragoman("dyad", "Armenia", "Russia, France", "--ledger", ledger, "--json")
    by_code = dragoman("dyad", "ARM", "RUS,FRA", "--ledger", ledger, "--json")
    assert by_name.stdout == by_code.stdout
    assert "Russia means RUS" in by_name.stderr
    pair = found(dragoman, ledger, "--dyad", "Armenia", "Russia, France")
    assert pair == found(dragoman, ledger, "--dyad", "ARM", "RUS,FRA")
    assert pair


def test_own_voice_and_claims_are_two_halves(dragoman: Run, ledger: Path) -> None:
    result = dragoman("events", "--ledger", ledger, "--json")
    told = {one["id"]: one for one in json.loads(result.stdout) if one["n_reports"] == 1}
    own = set(found(dragoman, ledger, "--own-voice")) & set(told)
    claimed = set(found(dragoman, ledger, "--claimed")) & set(told)
    assert own | claimed == set(told)
    assert not own & claimed
    assert own
    assert all(told[key]["attribution"] for key in claimed)


def test_a_dyad_says_what_it_counts(dragoman: Run, ledger: Path) -> None:
    words = ("dyad", "ARM", "RUS", "--ledger", ledger, "--by", "year")
    assert "occurred and ongoing events that are not background" in dragoman(*words).stderr
    planned = dragoman(*words, "--status", "planned", "--background")
    assert "counted: planned events background or not" in planned.stderr

    def events(*more: str) -> int:
        rows = json.loads(dragoman(*words, "--json", *more).stdout)
        return sum(row["events"] for row in rows if row["direction"] == "all")

    assert events("--own-voice") + events("--claimed") == events()
    assert 0 < events("--claimed-by", "Dmitry Peskov") < events()


def test_names_that_are_like_or_hold_a_word() -> None:
    known = ("Armenia", "Armenian", "West", "President Armen")
    assert near("Armenai", known).startswith("; near: Armenia, Armenian")
    assert near("west", known) == "; near: West"
    assert "President Armen" in near("armen", known)
    assert near("x", known) == ""
