import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve import KnowledgeBase, resolve_mention
from tests.resolve.mentions import mention

DAY = datetime.date(2019, 5, 8)
FRITZ = "fritz-tarlenheim"


@pytest.mark.parametrize(
    ("day", "sector", "office", "rule"),
    [
        (datetime.date(2010, 1, 1), "", "", "before the first known office (defence minister)"),
        (datetime.date(2013, 1, 1), "GOV", "defence minister", "defence minister of RUR on"),
        (datetime.date(2015, 3, 1), "GOV", "prime minister", "prime minister of RUR on 2015-03-01"),
        (datetime.date(2020, 6, 30), "GOV", "prime minister", "prime minister of RUR on"),
        (
            datetime.date(2020, 7, 1),
            "ELI",
            "prime minister",
            "former prime minister (until 2020-07",
        ),
    ],
)
def test_what_a_person_is_depends_on_the_day(
    world: KnowledgeBase, day: datetime.date, sector: str, office: str, rule: str
) -> None:
    found = resolve_mention(world, mention("Fritz von Tarlenheim", FRITZ), day)
    assert (found.actor, found.code, found.sector, found.office) == (FRITZ, "RUR", sector, office)
    assert found.rule.startswith(rule)
    assert found.name == "Fritz von Tarlenheim"


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1)))
def test_a_person_is_never_in_office_outside_the_terms(
    shipped: KnowledgeBase, day: datetime.date
) -> None:
    found = resolve_mention(shipped, mention("Barack Obama", "barack-obama"), day)
    actor = shipped.actor("barack-obama")
    assert actor is not None
    in_office = any(role.holds_on(day) for role in actor.roles)
    assert (found.sector == "GOV") == in_office


def test_without_a_day_the_latest_role_is_taken_and_said(world: KnowledgeBase) -> None:
    found = resolve_mention(world, mention("Flavia Strofzin", "flavia-strofzin"), None)
    assert found.sector == "GOV"
    assert found.rule == "prime minister of RUR as the latest known (no day given)"
    gone = resolve_mention(world, mention("Anton Detchard", "anton-detchard"), None)
    assert gone.sector == "ELI"


def test_of_two_bearers_the_one_in_office_is_taken(world: KnowledgeBase) -> None:
    two = mention("Detchard", "maria-detchard", "anton-detchard")
    before = resolve_mention(world, two, datetime.date(2015, 1, 1))
    after = resolve_mention(world, two, datetime.date(2021, 1, 1))
    assert (before.actor, before.alternatives) == ("anton-detchard", ("maria-detchard",))
    assert (after.actor, after.alternatives) == ("maria-detchard", ("anton-detchard",))


def test_the_title_beside_the_name_decides(world: KnowledgeBase) -> None:
    words = mention(
        "Detchard", "maria-detchard", "anton-detchard", of="ZEN", role="president", sector="GOV"
    )
    assert resolve_mention(world, words, DAY).actor == "anton-detchard"


def test_two_that_fit_as_well_are_doubtful(world: KnowledgeBase) -> None:
    found = resolve_mention(world, mention("Detchard", "maria-detchard", "anton-detchard"), DAY)
    sure = resolve_mention(world, mention("Maria Detchard", "maria-detchard"), DAY)
    assert found.score < sure.score


def test_another_country_beside_the_name_is_another_person(world: KnowledgeBase) -> None:
    words = mention("Detchard", "anton-detchard", of="RUR", role="lawmaker", sector="LEG")
    found = resolve_mention(world, words, DAY)
    assert (found.actor, found.code, found.sector) == ("", "RUR", "LEG")
    assert found.alternatives == ("anton-detchard",)
    assert "contradict" in found.rule


def test_former_makes_a_holder_a_former_one(world: KnowledgeBase) -> None:
    words = mention(
        "Fritz von Tarlenheim", FRITZ, of="RUR", role="former defence minister", sector="GOV"
    )
    assert resolve_mention(world, words, DAY).sector == "ELI"


def test_a_courtesy_title_gives_no_office(world: KnowledgeBase) -> None:
    words = mention("Detchard", "anton-detchard", role="president", sector="GOV")
    assert resolve_mention(world, words, datetime.date(2022, 1, 1)).sector == "ELI"


def test_a_later_title_gives_no_earlier_office(world: KnowledgeBase) -> None:
    words = mention("Maria Detchard", "maria-detchard", role="foreign minister", sector="GOV")
    found = resolve_mention(world, words, datetime.date(2015, 1, 1))
    assert (found.code, found.sector) == ("ZEN", "")


def test_a_new_title_counts_where_the_tables_know_no_office(world: KnowledgeBase) -> None:
    words = mention("Detchard", "anton-detchard", of="ZEN", role="lawmaker", sector="LEG")
    found = resolve_mention(world, words, datetime.date(2022, 1, 1))
    assert (found.actor, found.code, found.sector) == ("anton-detchard", "ZEN", "LEG")


def test_heads_of_de_facto_entities(world: KnowledgeBase) -> None:
    rupert = mention("Rupert of Hentzau", "rupert-hentzau")
    found = resolve_mention(world, rupert, DAY)
    assert (found.code, found.sector) == ("ZEN", "PRE")
    assert resolve_mention(world, rupert, datetime.date(2024, 1, 1)).sector == "ELI"


@pytest.mark.parametrize(
    ("person", "day", "code", "sector"),
    [
        ("nikol-pashinyan", "2024-05-08", "ARM", "GOV"),
        ("dmitry-peskov", "2024-05-09", "RUS", "GOV"),
        ("donald-trump", "2019-04-01", "USA", "GOV"),
        ("donald-trump", "2022-04-01", "USA", "ELI"),
        ("donald-trump", "2025-04-01", "USA", "GOV"),
        ("angela-merkel", "2022-01-10", "DEU", "ELI"),
        ("jens-stoltenberg", "2024-03-18", "NATO", ""),
        ("ararat-mirzoyan", "2024-03-09", "ARM", "GOV"),
    ],
)
def test_people_of_the_shipped_tables(
    shipped: KnowledgeBase, person: str, day: str, code: str, sector: str
) -> None:
    found = resolve_mention(shipped, mention("x", person), datetime.date.fromisoformat(day))
    assert (found.code, found.sector) == (code, sector)
