"""show, dyad, actors, codebook, ledger, doctor."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.serve.conftest import REPORTS, Run, process


def test_show_tells_metadata_rights_and_receipts(dragoman: Run, ledger: Path) -> None:
    shown = dragoman("show", "2024-05-09-withdrawal-flash", "--ledger", ledger).stdout
    for part in ("Meridian Press Agency", "mining", "unknown", "why", "CAMEO", "The text was not"):
        assert part in shown


def test_show_says_what_was_received(dragoman: Run, ledger: Path) -> None:
    shown = dragoman("show", "2024-05-09-withdrawal-flash", "--ledger", ledger).stdout
    (line,) = [line for line in shown.splitlines() if line.strip().startswith("received")]
    size = (REPORTS / "2024-05-09-withdrawal-flash.html").stat().st_size
    assert f"{size:,} bytes, text/html" in line
    assert "withdrawal-flash.html" in line


def test_show_takes_the_id_of_an_event_too(dragoman: Run, ledger: Path) -> None:
    listed = dragoman("events", "--ledger", ledger, "--json").stdout
    told_twice = next(one for one in json.loads(listed) if one["n_reports"] > 1)
    shown = dragoman("show", told_twice["id"], "--ledger", ledger).stdout
    assert all(name in shown for name in told_twice["reports"])
    as_json = dragoman("show", told_twice["id"], "--ledger", ledger, "--json").stdout
    assert json.loads(as_json) == [told_twice]


def test_the_legend_stands_only_where_there_are_colours(ledger: Path) -> None:
    words = ("show", "2024-05-09-withdrawal-flash", "--ledger", ledger)
    plain = process(*words, NO_COLOR="1", FORCE_COLOR="")
    assert "what was done" not in plain.stdout
    coloured = process(*words, FORCE_COLOR="1", NO_COLOR="")
    assert "what was done" in coloured.stdout


def test_show_tells_place_speaker_and_certainty(dragoman: Run, ledger: Path) -> None:
    listed = json.loads(dragoman("events", "--ledger", ledger, "--json").stdout)
    placed = next(one for one in listed if one.get("event_loc"))
    shown = dragoman("show", placed["id"], "--ledger", ledger).stdout
    place = placed["event_loc"]
    assert f"“{place['extracted_place']}”: {place['resolved_place']}" in shown
    report = dragoman("show", "2024-05-09-russian-posts-to-go", "--ledger", ledger).stdout
    assert "“Kremlin spokesman Dmitry Peskov” named; “said”, indirect" in report
    assert "“Thursday”, counted from the day of publication" in report
    assert "certain, “continue”" in report


def test_show_tells_why_each_participant_is_who_it_is(dragoman: Run, ledger: Path) -> None:
    shown = dragoman("show", "2024-05-09-withdrawal-flash", "--ledger", ledger).stdout
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    first = lines.index("actor “Russia” → Russia (RUS) [RUS]: state-name; name of RUS")
    assert lines[first + 1].startswith("actor of “")
    assert lines[first + 1].endswith("; sure 0.95")


def test_a_long_notice_is_told_once_and_cut_at_a_word(dragoman: Run, tmp_path: Path) -> None:
    report = REPORTS / "2021-05-14-sev-lake.html"
    assert dragoman("code", report, "--ledger", tmp_path / "l", "--workers", "1").exit_code == 0
    lines = dragoman("show", report.stem, "--ledger", tmp_path / "l").stdout.splitlines()
    reserved = [line.rstrip() for line in lines if " reserved  " in line]
    assert reserved[0].endswith(" …")
    assert all(line.endswith(", as above") for line in reserved[1:])
    assert len(reserved) > 1


def test_show_says_how_to_find_what_it_has_not(dragoman: Run, ledger: Path) -> None:
    result = dragoman("show", "nothing", "--ledger", ledger)
    assert result.exit_code == 1
    assert "dragoman ledger inputs" in result.stderr


def test_dyad_gives_the_same_figures_as_table_json_and_csv(dragoman: Run, ledger: Path) -> None:
    words = ["dyad", "ARM", "RUS", "--ledger", ledger, "--by", "year"]
    rows = json.loads(dragoman(*words, "--json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(dragoman(*words, "--format", "csv").stdout)))
    assert [row["events"] for row in as_csv] == [str(row["events"]) for row in rows]
    of_2024 = next(row for row in rows if row["label"] == "2024" and row["direction"] == "all")
    assert of_2024["events"] > 0
    assert of_2024["net"] == of_2024["cooperation"] + of_2024["conflict"]
    table = dragoman(*words).stdout
    assert "2024" in table
    assert "▇" in table


def test_actors_are_marked_by_what_holds_on_the_day(dragoman: Run) -> None:
    shown = dragoman("actors", "show", "pashinyan", "--on", "2024-05-09").stdout
    assert "●" in shown
    assert "prime minister" in shown
    earlier = dragoman("actors", "show", "pashinyan", "--on", "2001").stdout
    assert "nothing in force" in earlier


def test_an_unknown_actor_is_said_to_be_unknown(dragoman: Run) -> None:
    result = dragoman("actors", "show", "Nobody Whatsoever")
    assert result.exit_code == 1
    assert "actors find" in result.stderr


def test_actors_are_found_by_a_part_of_a_name(dragoman: Run) -> None:
    assert "stoltenberg" in dragoman("actors", "find", "stoltenb").stdout.lower()


def test_the_shipped_tables_are_sound(dragoman: Run) -> None:
    assert dragoman("actors", "check").exit_code == 0


@pytest.mark.parametrize("code", ["CONCEDE", "withdraw", "diplomatic", "GOV", "190"])
def test_codes_of_every_kind_are_explained(dragoman: Run, code: str) -> None:
    result = dragoman("codebook", "show", code)
    assert result.exit_code == 0
    assert len(result.stdout.split()) > 5


def test_the_codebook_is_listed_and_exported(dragoman: Run, tmp_path: Path) -> None:
    assert dragoman("codebook", "list").stdout.count("\n") >= 17
    path = tmp_path / "codebook.md"
    assert dragoman("codebook", "export", "-o", path).exit_code == 0
    assert path.read_text("utf-8").startswith("# ")
    assert dragoman("codebook", "show", "NONSENSE").exit_code == 1


def test_a_faulty_codebook_is_explained(dragoman: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('name = "own"\n', "utf-8")
    result = dragoman("codebook", "check", path)
    assert result.exit_code == 1
    assert str(path) in result.stdout


def test_compaction_keeps_what_is_shown(dragoman: Run, ledger: Path, tmp_path: Path) -> None:
    before = dragoman("events", "--ledger", ledger, "--json").stdout
    assert dragoman("ledger", "compact", "--ledger", ledger).exit_code == 0
    assert dragoman("events", "--ledger", ledger, "--json").stdout == before


def test_doctor_finds_all_well_and_a_missing_ledger(
    dragoman: Run, ledger: Path, tmp_path: Path
) -> None:
    well = json.loads(dragoman("doctor", "--ledger", ledger, "--json").stdout)
    assert all(one["sound"] is not False for one in well)
    assert any("5 documents" in one["value"] for one in well)
    ill = dragoman("doctor", "--ledger", tmp_path / "none")
    assert ill.exit_code == 1
    assert "WRONG" in ill.stdout
