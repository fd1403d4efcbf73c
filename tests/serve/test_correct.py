"""correct actor, ledger split."""

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.serve.conftest import Run

WHO = ("--by", "An", "--reason", "read the page again")


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A copy of the sample ledger that a test may change."""
    return Path(shutil.copytree(ledger, tmp_path / "ledger"))


def events(dragoman: Run, ledger: Path, *words: str) -> list[dict[str, Any]]:
    listed = dragoman("events", "--ledger", ledger, "--json", *words)
    assert listed.exit_code == 0, listed.output
    found: list[dict[str, Any]] = json.loads(listed.stdout)
    return found


def test_a_corrected_actor_and_the_old_answer(dragoman: Run, own: Path) -> None:
    before = datetime.datetime.now(datetime.UTC).isoformat()
    told = next(one for one in events(dragoman, own) if one["actor"])
    words, old = told["actor"][0]["entity_text"], told["actor"][0]
    command = ("correct", "actor", told["id"], words, "--ledger", own, *WHO)
    done = dragoman(*command, "--to", "FRA")
    assert done.exit_code == 0, done.output
    assert "FRA" in done.stderr

    def actor(*moment: str) -> dict[str, Any]:
        (found,) = [one for one in events(dragoman, own, *moment) if one["id"] == told["id"]]
        who: dict[str, Any] = found["actor"][0]
        return who

    assert actor()["code"] == "FRA"
    assert actor()["sector"] == old["sector"]
    assert actor()["rule"] == "corrected by An"
    assert actor("--as-of", before) == old
    assert dragoman(*command, "--to", "Nobody Whatsoever").exit_code == 1
    nobody = dragoman(
        "correct", "actor", told["id"], "nobody", "--to", "FRA", "--ledger", own, *WHO
    )
    assert nobody.exit_code == 1
    assert words in nobody.stderr


def test_a_report_split_off_and_the_old_answer(dragoman: Run, own: Path) -> None:
    before = datetime.datetime.now(datetime.UTC).isoformat()
    told = next(one for one in events(dragoman, own) if one["n_reports"] > 1)
    first, *others = told["reports"]
    done = dragoman("ledger", "split", told["id"], others[0], "--ledger", own, *WHO)
    assert done.exit_code == 0, done.output
    now = {one["id"]: one["reports"] for one in events(dragoman, own)}
    assert now[told["id"]] == [first, *others[1:]]
    assert [others[0]] in [reports for key, reports in now.items() if key != told["id"]]
    old = {one["id"]: one["reports"] for one in events(dragoman, own, "--as-of", before)}
    assert old[told["id"]] == told["reports"]
    again = dragoman("ledger", "split", told["id"], others[0], "--ledger", own, *WHO)
    assert again.exit_code == 1
    assert first in again.stderr
    unknown = dragoman("ledger", "split", "event_x", first, "--ledger", own, *WHO)
    assert "dragoman events" in unknown.stderr
