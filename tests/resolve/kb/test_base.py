import datetime

import pytest

from dragoman.model import MentionKind, Role
from dragoman.resolve.kb import KnowledgeBase

DAY = datetime.date


def test_find_knows_all_spellings_of_a_name(world: KnowledgeBase) -> None:
    assert [actor.id for actor in world.find("the RURITANIA")] == ["RUR"]
    assert [actor.id for actor in world.find("Ruritanians")] == ["RUR"]
    assert world.find("Narnia") == ()


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        ("prime minister", DAY(2016, 1, 1), "fritz-tarlenheim"),
        ("premier", DAY(2016, 1, 1), "fritz-tarlenheim"),
        ("Prime Minister", DAY(2021, 1, 1), "flavia-strofzin"),
        ("prime minister", DAY(2020, 6, 15), "flavia-strofzin"),
        ("prime minister", DAY(2010, 1, 1), None),
        ("prime minister", None, "flavia-strofzin"),
        ("leader", DAY(2018, 4, 30), "rudolf-elphberg"),
        ("leader", DAY(2018, 5, 1), "fritz-tarlenheim"),
        ("leader", None, "flavia-strofzin"),
        ("defense minister", DAY(2013, 1, 1), "fritz-tarlenheim"),
        ("astrologer", DAY(2016, 1, 1), None),
    ],
)
def test_the_holder_of_an_office(
    world: KnowledgeBase, title: str, day: datetime.date | None, expected: str | None
) -> None:
    held = world.holder("RUR", title, day)
    assert (held[0].id if held else None) == expected


def test_roles_of_a_person_stand_in_order(world: KnowledgeBase) -> None:
    actor = world.actor("fritz-tarlenheim")
    assert actor is not None
    assert actor.kind is MentionKind.PERSON
    assert [role.office for role in actor.roles] == ["defence minister", "prime minister"]
    assert actor.roles[1] == Role(
        code="RUR",
        sector="GOV",
        office="prime minister",
        valid_from=DAY(2015, 3, 1),
        valid_to=DAY(2020, 7, 1),
    )


def test_the_leader_of_a_group_is_what_the_group_is(world: KnowledgeBase) -> None:
    actor = world.actor("michael-strelsau")
    assert actor is not None
    assert [(role.code, role.sector) for role in actor.roles] == [("ZEN", "REB"), ("ZEN", "GOV")]
    assert actor.roles[0].valid_to == actor.roles[1].valid_from == DAY(2021, 8, 15)


def test_a_de_facto_entity_is_filed_under_its_state(world: KnowledgeBase) -> None:
    actor = world.actor("HENTZAU")
    assert actor is not None
    assert [(role.code, role.sector) for role in actor.roles] == [("ZEN", "PRE"), ("ZEN", "")]
    assert world.code("HENTZAU") == "ZEN"


@pytest.mark.parametrize(
    ("state", "organisation", "day", "status"),
    [
        ("ARM", "collective-security-treaty-organization", DAY(2024, 2, 1), "member"),
        ("ARM", "collective-security-treaty-organization", DAY(2024, 5, 8), "suspended"),
        ("ARM", "international-criminal-court", DAY(2024, 1, 31), None),
        ("ARM", "international-criminal-court", DAY(2024, 2, 1), "member"),
        ("ARM", "eurasian-economic-union", DAY(2024, 5, 8), "member"),
        ("FIN", "nato", DAY(2023, 4, 3), None),
        ("FIN", "nato", DAY(2023, 4, 4), "member"),
        ("SWE", "nato", DAY(2024, 3, 7), "member"),
        ("GBR", "european-union", DAY(2020, 1, 30), "member"),
        ("GBR", "european-union", DAY(2020, 2, 1), "withdrawn"),
        ("RUS", "council-of-europe", DAY(2022, 3, 1), "suspended"),
        ("RUS", "council-of-europe", DAY(2022, 3, 16), "withdrawn"),
        ("QAT", "opec", DAY(2019, 1, 1), None),
    ],
)
def test_memberships(
    shipped: KnowledgeBase,
    state: str,
    organisation: str,
    day: datetime.date,
    status: str | None,
) -> None:
    found = [m for m in shipped.memberships(state, day) if m.organisation == organisation]
    assert [m.status for m in found] == ([status] if status else [])
