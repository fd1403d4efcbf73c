from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.resolve import KnowledgeBase, check
from dragoman.resolve.kb.tables import folder_rows
from tests.resolve.tables import office, small_world, write

Adder = Callable[..., list[tuple[str, int, str]]]


@pytest.fixture
def problems(tmp_path: Path) -> Adder:
    """Adds rows of one table to the small world and gives the problems in their file."""
    small_world(tmp_path / "kb")

    def add(table: str, *rows: dict[str, str]) -> list[tuple[str, int, str]]:
        write(tmp_path / "kb", table, list(rows), name="added.csv")
        found = check(folder_rows(tmp_path / "kb"))
        return [(one.kind, one.line, one.message) for one in found if one.file == "added.csv"]

    return add


def kinds(found: list[tuple[str, int, str]]) -> list[tuple[str, int]]:
    return [(kind, line) for kind, line, _ in found]


def test_the_small_world_has_no_faults_but_its_open_ends(world: KnowledgeBase) -> None:
    assert check(world.rows) == ()


def test_the_shipped_tables_are_clean(shipped: KnowledgeBase) -> None:
    assert [str(problem) for problem in check(shipped.rows)] == []


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [("2019-13", "", "date"), ("2019", "soon", "date"), ("2020", "2019", "date")],
)
def test_dates(problems: Adder, start: str, end: str, kind: str) -> None:
    found = problems("offices", office("ZEN", "chancellor", "a", "A", start, end))
    assert kinds(found) == [(kind, 2)]


def test_unknown_ids(problems: Adder) -> None:
    found = problems("offices", office("NARNIA", "king", "peter", "Peter"))
    assert kinds(found) == [("reference", 2)]
    found = problems("memberships", {"organisation": "elphberg-pact", "state": "XXX"})
    assert kinds(found) == [("reference", 2)]
    found = problems("groups", {"id": "g", "name": "G", "country": "XXX", "parent": "nobody"})
    assert kinds(found) == [("reference", 2), ("reference", 2)]


def test_ids_that_are_none(problems: Adder) -> None:
    found = problems("groups", {"id": "Black Hand", "name": "Black Hand", "country": "ZEN"})
    assert kinds(found) == [("id", 2)]


def test_sectors(problems: Adder) -> None:
    rows = [
        {"id": f"p{number}", "name": f"P {number}", "country": "ZEN", "sector": sector}
        for number, sector in enumerate(("PTY", "PTYOPP", "OPPO", "XYZ", "PTYOPPGOV"))
    ]
    assert kinds(problems("parties", *rows)) == [("sector", 4), ("sector", 5), ("sector", 6)]


def test_overlaps_of_an_office_that_one_holds(problems: Adder) -> None:
    found = problems(
        "offices",
        office("ZEN", "chancellor", "a", "A", "2010-01-01", "2015-06-01"),
        office("ZEN", "chancellor", "b", "B", "2015-05-01", "2016-01-01"),
        office("ZEN", "spokesperson", "c", "C", "2010-01-01", "2015-06-01"),
        office("ZEN", "spokesperson", "d", "D", "2012-05-01", "2016-01-01"),
    )
    assert kinds(found) == [("overlap", 3)]


def test_months_may_meet(problems: Adder) -> None:
    found = problems(
        "offices",
        office("ZEN", "chancellor", "a", "A", "2010", "2015-06"),
        office("ZEN", "chancellor", "b", "B", "2015-06", "2016-01-01"),
    )
    assert found == []


def test_gaps_in_the_line_of_heads(problems: Adder) -> None:
    found = problems(
        "offices",
        office("ZEN", "chancellor", "a", "A", "2010-01-01", "2015-06-01"),
        office("ZEN", "chancellor", "b", "B", "2015-07-30", "2016-01-01"),
        office("ZEN", "chancellor", "c", "C", "2016-03-05", "2017-01-01"),
        office("ZEN", "chancellor", "d", "D", "2018-01-01", "", "vacant before"),
        office("ZEN", "cook", "e", "E", "2010-01-01", "2011-01-01"),
        office("ZEN", "cook", "f", "F", "2015-01-01", "2016-01-01"),
    )
    assert kinds(found) == [("gap", 4)]


def test_two_who_hold_one_office_today(problems: Adder) -> None:
    found = problems(
        "offices",
        office("ZEN", "chancellor", "a", "A", "2010-01-01"),
        office("ZEN", "chancellor", "b", "B", "2015-07-30"),
        office("HENTZAU", "chancellor", "c", "C", "2010-01-01", "", "rival"),
        office("HENTZAU", "chancellor", "d", "D", "2015-07-30"),
    )
    assert kinds(found) == [("open", 3)]


def test_one_name_for_two(problems: Adder) -> None:
    found = problems(
        "offices",
        office("ZEN", "cook", "a-b", "Äbel Béta", "2010", "2011"),
        office("ZEN", "groom", "ab", "Abel Beta", "2010", "2011"),
        office("ZEN", "page", "ba", "Abel Beta", "2010", "2011", "namesake of the cook"),
    )
    assert kinds(found) == [("name", 3)]


def test_the_same_row_twice(problems: Adder) -> None:
    row = office("ZEN", "cook", "a-b", "A B", "2010", "2011")
    assert kinds(problems("offices", row, row))[0] == ("id", 3)
