import json
from pathlib import Path

import pytest

from tests.serve.conftest import Run

MARKED = """== sentences embassy
date: 2027-03-12

[s1=FRA.GOV France] [t1 expelled] [g1=RUS.GOV four Russian diplomats] [d1=2027-03-11 on Thursday].
- SANCTION/expel t1: s1 > g1 | occurred | time d1

[s1=KEN.GOV Kenya] [t1 scolded] nobody.
- ACCUSE t1: s1 > | occurred

The Kenyan team attacked the French defence all evening.
0 sport

== report talks
date: 2027-03-12
outlet: The Courier

title| [p1=KEN.GOV Kenyan president] [t1 visits] [s1=MLI Mali]
- CONSULT/visit t1: p1 > s1 | occurred

[p1=KEN.GOV He] will [t1 meet] [p2=MLI.GOV the Malian president].
- AGREE t1: p1 > p2 | planned
"""


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "marked.txt"
    path.write_text(MARKED, encoding="utf-8")
    return path


def test_figures_as_json(dragoman: Run, marked: Path) -> None:
    found = json.loads(dragoman("eval", marked, "--json").stdout)
    assert (found["coder"], found["sentences"]) == ("rules", 5)
    assert found["triggers"]["expected"] == 4
    assert found["triggers"]["right"] == found["whole"]["right"] == 3
    assert found["whole_by_code"]["right"] == 3
    assert found["dates"] == {"accuracy": 1.0, "right": 1, "of": 1}
    assert found["statuses"]["right"] == 3
    assert found["types"]["ACCUSE"]["recall"] == 0.0
    assert found["no_event"]["sentences"] == 1


def test_the_table_and_every_miss(dragoman: Run, marked: Path) -> None:
    result = dragoman("eval", marked, "--misses")
    assert result.exit_code == 0, result.output
    assert "5 sentences" in result.stdout
    assert "- embassy:7  ACCUSE “scolded”: Kenya (KEN) > - occurred" in result.stdout
    assert "trigger and type" in result.stdout
    assert "status: 100.0 % of 3 right" in result.stdout


def test_the_reader_answers_too(dragoman: Run, marked: Path) -> None:
    found = json.loads(dragoman("eval", marked, "--coder", "reader", "--json").stdout)
    assert found["coder"] == "reader"
    assert found["types"]["SANCTION"]["right"] == 1


def test_own_events_in_plover_are_all_found_again(
    dragoman: Run, ledger: Path, tmp_path: Path
) -> None:
    path = tmp_path / "events.jsonl"
    done = dragoman("export", "--ledger", ledger, "--format", "plover", "-o", path)
    assert done.exit_code == 0, done.output
    found = json.loads(dragoman("eval", path, "--json").stdout)
    assert found["triggers"]["recall"] > 0.8
    assert found["whole_by_code"]["right"] > 0.5 * found["triggers"]["right"]
    assert found["statuses"]["of"] == 0


def test_breaches_of_the_format_are_told_by_line(dragoman: Run, marked: Path) -> None:
    marked.write_text(MARKED.replace("| planned", "| soon"), encoding="utf-8")
    result = dragoman("eval", marked)
    assert result.exit_code == 1
    assert "marked.txt:21: unknown part 'soon'" in result.stderr


def test_nothing_to_measure_is_an_error(dragoman: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert dragoman("eval", empty).exit_code == 1
    assert dragoman("eval", tmp_path / "gone.txt").exit_code == 1
    assert dragoman("eval", tmp_path / "gone.jsonl").exit_code == 1
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe")
    assert "is not UTF-8" in dragoman("eval", tmp_path / "binary.jsonl").stderr
    assert dragoman("eval").exit_code == 2
