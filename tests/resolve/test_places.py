"""Cities and regions: their names, their states, their coordinates."""

import datetime

import pytest

from dragoman.model import MentionKind
from dragoman.resolve import KnowledgeBase, load_knowledge_base, resolve_mention
from tests.resolve.mentions import mention

DAY = datetime.date(2024, 5, 9)


@pytest.fixture(name="knowledge", scope="module")
def _knowledge() -> KnowledgeBase:
    return load_knowledge_base()


@pytest.mark.parametrize(
    ("name", "state", "where", "north"),
    [
        ("Kharkiv", "UKR", ("UKR", "city"), 50),
        ("Odessa", "UKR", ("UKR", "city"), 46),
        ("Syunik", "ARM", ("ARM", "region"), 39),
        ("Shushi", "NAGORNO-KARABAKH", ("AZE", "city"), 40),
        ("Yerevan", "ARM", ("ARM", "city"), 40),
    ],
)
def test_places_have_a_state_and_coordinates(
    knowledge: KnowledgeBase, name: str, state: str, where: tuple[str, str], north: int
) -> None:
    found = resolve_mention(knowledge, mention(name, state, kind=MentionKind.PLACE), DAY)
    assert found.code == where[0]
    assert found.place is not None
    assert (found.place.country_code, found.place.precision) == where
    assert found.place.lat is not None
    assert round(found.place.lat) == north


def test_a_place_elsewhere_is_none(knowledge: KnowledgeBase) -> None:
    assert knowledge.place("Kharkiv", "RUS") is None


def test_places_lie_on_earth_and_name_nothing_else(knowledge: KnowledgeBase) -> None:
    rows = [row for row in knowledge.rows if row.table == "places"]
    assert len(rows) >= 400
    for row in rows:
        place = knowledge.place(row["name"], row["country"])
        assert place is not None
        assert place.lat is not None
        assert place.lon is not None
        assert -60 <= place.lat <= 80
        assert -180 <= place.lon <= 180
    names = [name for name in knowledge.names() if name.usage == "place"]
    assert not {name.text for name in names} & {"Moscow", "Gaza", "Tbilisi"}
