import csv
import datetime
import io
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from dragoman.analyse import Choice, series, top_dyads
from dragoman.analyse.dyads import label, mutual
from dragoman.codebook import score
from dragoman.errors import UsageError
from dragoman.ledger import Ledger, View
from dragoman.merge import group
from dragoman.model import Precision, Status
from tests.ledger.build import NOON, Report, Told, coded, part

GOLDEN = Path(__file__).parent / "golden"

WITHDRAWS = Told(actors="RUS:Moscow", event="CONCEDE", recipients="ARM:Yerevan", day="2024-05-08")
BLAMES = Told(actors="ARM:Yerevan", event="ACCUSE", recipients="RUS:Moscow", day="2024-02-22")
PHONES = Told(
    actors="ARM:Pashinyan",
    event="CONSULT",
    recipients="RUS:Putin",
    day="2024-05-08",
    modes=("phone",),
)
VISITS = replace(PHONES, modes=("visit",), day="2024-05-20")
WORKS = Told(actors="ARM:Armenia RUS:Russia", event="COOPERATE", day="2024-05-31")
HELPS = Told(actors="FRA:Paris", event="AID", recipients="ARM:Yerevan", day="2024-03-02")
ALONGSIDE = Told(
    actors="RUS:Russia ARM:Armenia", event="ACCUSE", recipients="AZE:Baku", day="2024-05-03"
)
REPORTS = (
    Report(name="1", told=[WITHDRAWS, PHONES], publisher="Post", origin="Agency"),
    Report(name="2", told=[WITHDRAWS], publisher="Herald", origin="Agency"),
    Report(name="3", told=[WITHDRAWS], publisher="Globe"),
    Report(name="4", told=[BLAMES, HELPS, ALONGSIDE], publisher="Globe"),
    Report(name="5", told=[VISITS, WORKS], publisher="Post"),
    Report(
        name="6",
        told=[
            replace(BLAMES, day="2024-01-01", until="2024-12-31", precision=Precision.YEAR),
            replace(BLAMES, day="2024-04-10", status=Status.PLANNED),
            replace(BLAMES, day="2020-11-10", historical=True),
        ],
    ),
)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    ledger = Ledger.open(tmp_path_factory.mktemp("analyse") / "ledger", create=True)
    events = [event for report in REPORTS for event in coded(report).events]
    ledger.append(replace(part(*REPORTS), facts=group(events, [], NOON)))
    with ledger.view() as view:
        yield view


def as_csv(rows: list[dict[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_the_golden_series(view: View) -> None:
    rows = [asdict(period) for period in series(view, "ARM", "RUS").periods]
    assert as_csv(rows) == (GOLDEN / "dyad_series.csv").read_text("utf-8")


def test_the_golden_dyads(view: View) -> None:
    rows = [asdict(dyad) for dyad in top_dyads(view)]
    assert as_csv(rows) == (GOLDEN / "top_dyads.csv").read_text("utf-8")


def test_events_and_reports_are_counted_apart(view: View) -> None:
    may = series(view, "RUS", "ARM").of("a>b")[-1]
    assert (may.label, may.events, may.reports, may.sources) == ("2024-05", 1, 3, 2)
    assert may.cooperation == may.net == score("CONCEDE")
    february = series(view, "RUS", "ARM").of("b>a")[0]
    assert (february.events, february.conflict) == (1, score("ACCUSE"))


def test_events_without_direction(view: View) -> None:
    found = series(view, "ARM", "RUS")
    may = {period.direction: period.events for period in found.periods if period.label == "2024-05"}
    assert may == {"all": 4, "a>b": 1, "b>a": 1, "mutual": 2}


def test_the_sides_can_be_turned(view: View) -> None:
    turned = {"a>b": "b>a", "b>a": "a>b"}
    there = {replace(one, direction=turned.get(one.direction, one.direction))
             for one in series(view, "ARM", "RUS").periods}  # fmt: skip
    assert there == set(series(view, "RUS", "ARM").periods)


def test_what_is_too_vague_is_counted_but_not_placed(view: View) -> None:
    assert series(view, "ARM", "RUS").unplaced == 1
    by_year = series(view, "ARM", "RUS", "year")
    assert by_year.unplaced == 0
    assert [period.events for period in by_year.of("all")] == [6]


def test_choices(view: View) -> None:
    planned = series(view, "ARM", "RUS", choice=Choice(statuses=(Status.PLANNED,)))
    assert [period.label for period in planned.of("all")] == ["2024-04"]
    past = series(view, "ARM", "RUS", "year", Choice(historical=True))
    assert [(period.label, period.events) for period in past.of("all")] == [("2020", 1)]
    both = series(view, "ARM", "RUS", "year", Choice(historical=None))
    assert [period.events for period in both.of("all")] == [1, 0, 0, 0, 6]
    day = datetime.date(2024, 5, 1)
    some = series(view, "ARM", "RUS", "week", Choice(since=day, until=datetime.date(2024, 5, 14)))
    assert [period.label for period in some.of("all")] == ["2024-W18", "2024-W19", "2024-W20"]
    assert [period.events for period in some.of("all")] == [0, 2, 0]


def test_who_says_so_bounds_what_counts(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path / "ledger", create=True)
    said = replace(BLAMES, day="2024-02-23", speaker="JRN:Agency")
    ledger.append(part(Report(name="1", told=[BLAMES, said])))
    with ledger.view() as view:
        for choice, count in (
            (Choice(), 2),
            (Choice(own_voice=True), 1),
            (Choice(own_voice=False), 1),
            (Choice(claimed_by=("Agency",)), 1),
            (Choice(claimed_by=("FRA",)), 0),
        ):
            found = series(view, "ARM", "RUS", choice=choice).of("all")
            assert sum(period.events for period in found) == count
            assert sum(one.events for one in top_dyads(view, choice=choice)) == count


def test_groups_are_sides(view: View) -> None:
    (march,) = series(view, "west", "ARM").of("a>b")
    assert (march.label, march.cooperation) == ("2024-03", score("AID"))
    assert series(view, "FRA,RUS", ("ARM",)).of("a>b")[0].label == "2024-02"


def test_nothing_between_two_sides(view: View) -> None:
    nothing = series(view, "CHN", "USA")
    assert (nothing.periods, nothing.unplaced) == ((), 0)
    bounded = series(
        view, "CHN", "USA", "day",
        Choice(since=datetime.date(2024, 5, 8), until=datetime.date(2024, 5, 9)),
    )  # fmt: skip
    assert [period.events for period in bounded.of("all")] == [0, 0]


def test_a_unit_that_is_none(view: View) -> None:
    with pytest.raises(UsageError, match="no unit of time 'fortnight'"):
        series(view, "ARM", "RUS", "fortnight")  # type: ignore[arg-type]


def test_labels_and_mutual_kinds() -> None:
    day = datetime.date(2024, 12, 30)
    assert label(day, "week") == "2025-W01"
    assert label(day, "quarter") == "2024-Q4"
    assert "CONSULT" in mutual()
    assert "CONSULT/phone" in mutual()
    assert "CONSULT/visit" not in mutual()
