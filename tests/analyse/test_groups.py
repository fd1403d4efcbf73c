import csv
from importlib.resources import files

import pytest

from dragoman.analyse import codes_of, load_groups

ORGANISATIONS = {
    "EU members": "european-union",
    "NATO members": "nato",
    "CSTO members": "collective-security-treaty-organization",
    "BRICS members": "brics",
    "GCC members": "gulf-cooperation-council",
}


def test_sides() -> None:
    assert codes_of("ARM") == ("ARM",)
    assert codes_of("gcc MEMBERS") == ("ARE", "BHR", "KWT", "OMN", "QAT", "SAU")
    assert codes_of("ARM, GCC members,ARE") == ("ARM", "ARE", "BHR", "KWT", "OMN", "QAT", "SAU")
    assert codes_of(("ARM", "TUR")) == ("ARM", "TUR")
    assert codes_of("") == ()


def test_the_west_is_what_it_is_said_to_be() -> None:
    groups = load_groups()
    members = {*groups["EU members"].codes, *groups["NATO members"].codes} - {"TUR"}
    assert set(groups["West"].codes) == members | {"AUS", "NZL", "CHE", "EU", "NATO"}


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_members_agree_with_the_knowledge_base(name: str) -> None:
    group = load_groups()[name]
    table = files("dragoman.resolve") / "kb" / "memberships.csv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    members = {
        row["state"]
        for row in rows
        if row["organisation"] == ORGANISATIONS[name]
        and row["status"] == "member"
        and row["from"] <= group.date.isoformat()
        and not (row["to"] and row["to"] <= group.date.isoformat())
    }
    assert set(group.codes) == members
