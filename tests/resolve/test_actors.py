import datetime

import pytest

from dragoman.model import MentionKind
from dragoman.resolve import KnowledgeBase, resolve_mention
from tests.resolve.mentions import mention

DAY = datetime.date(2019, 5, 8)
STATE, GROUP, BODY = MentionKind.STATE, MentionKind.GROUP, MentionKind.ORGANISATION


@pytest.mark.parametrize(
    ("head", "kind", "sector", "rule"),
    [
        ("Ruritania", STATE, "", "name of RUR"),
        ("Ruritanians", STATE, "", "demonym of RUR"),
        ("Strelsau", STATE, "GOV", "capital as government of RUR"),
        ("Strelsau", MentionKind.PLACE, "", "place of RUR"),
        ("Old Palace", STATE, "GOV", "metonym of RUR"),
        ("War House", STATE, "MIL", "metonym of RUR"),
    ],
)
def test_words_for_a_state(
    world: KnowledgeBase, head: str, kind: MentionKind, sector: str, rule: str
) -> None:
    found = resolve_mention(world, mention(head, "RUR", kind=kind), DAY)
    assert (found.actor, found.code, found.sector, found.rule) == ("RUR", "RUR", sector, rule)


def test_an_organ_with_another_state_s_name_is_that_state_s(world: KnowledgeBase) -> None:
    found = resolve_mention(world, mention("War House", "RUR", kind=STATE, of="ZEN"), DAY)
    assert (found.actor, found.code, found.sector) == ("", "ZEN", "MIL")
    assert found.alternatives == ("RUR",)


@pytest.mark.parametrize(
    ("head", "day", "sector"),
    [
        ("Hentzau", datetime.date(2023, 12, 31), "PRE"),
        ("Hentzau", datetime.date(2024, 1, 1), ""),
        ("Rupertstadt", datetime.date(2023, 12, 31), "PRE"),
        ("Rupertstadt", datetime.date(2024, 1, 1), ""),
    ],
)
def test_a_de_facto_entity_ends(
    world: KnowledgeBase, head: str, day: datetime.date, sector: str
) -> None:
    found = resolve_mention(world, mention(head, "HENTZAU", kind=STATE), day)
    assert (found.actor, found.code, found.sector) == ("HENTZAU", "ZEN", sector)


def test_a_group_is_what_it_is_on_the_day(world: KnowledgeBase) -> None:
    band = mention("Black Band", "black-band", kind=GROUP)
    before = resolve_mention(world, band, datetime.date(2021, 8, 14))
    after = resolve_mention(world, band, datetime.date(2021, 8, 15))
    assert [(one.code, one.sector) for one in (before, after)] == [("ZEN", "REB"), ("ZEN", "GOV")]


def test_organisations_have_pseudo_codes(world: KnowledgeBase) -> None:
    pact = resolve_mention(world, mention("Elphberg Pact", "elphberg-pact", kind=BODY), DAY)
    assembly = resolve_mention(world, mention("Pact Assembly", "pact-assembly", kind=BODY), DAY)
    assert (pact.code, pact.sector) == ("EP", "")
    assert (assembly.code, assembly.sector) == ("EP", "LEG")


def test_what_is_over_says_so(shipped: KnowledgeBase) -> None:
    found = resolve_mention(shipped, mention("G8", "g8", kind=BODY), DAY)
    assert found.code == "G8"
    assert found.rule == "name of g8; ended 2014-03-24"


def test_the_others_that_the_words_may_mean_are_kept(world: KnowledgeBase) -> None:
    two = mention("Black Band", "RUR", "black-band", kind=GROUP, of="ZEN")
    found = resolve_mention(world, two, DAY)
    assert (found.actor, found.alternatives) == ("black-band", ("RUR",))


def test_unknown_words_stay_unknown(world: KnowledgeBase) -> None:
    found = resolve_mention(world, mention("Antony Hope"), DAY)
    assert (found.actor, found.code, found.sector, found.score) == ("", "", "", 0.0)
    assert found.rule == "not in the tables"


def test_an_id_that_the_tables_lack_counts_as_unknown(world: KnowledgeBase) -> None:
    assert resolve_mention(world, mention("Antony Hope", "antony-hope"), DAY).actor == ""


@pytest.mark.parametrize(
    ("entry", "head", "day", "expected"),
    [
        ("XKX", "Kosovo", "2024-01-01", ("XKX", "")),
        ("NAGORNO-KARABAKH", "Nagorno-Karabakh", "2023-09-19", ("AZE", "PRE")),
        ("NAGORNO-KARABAKH", "Stepanakert", "2023-09-19", ("AZE", "PRE")),
        ("NAGORNO-KARABAKH", "Nagorno-Karabakh", "2024-01-01", ("AZE", "")),
        ("WESTERN-SAHARA", "Western Sahara", "2024-01-01", ("MAR", "PRE")),
        ("GRL", "Greenland", "2024-01-01", ("DNK", "")),
        ("HKG", "Hong Kong", "2024-01-01", ("HKG", "")),
        ("PSE", "Ramallah", "2024-01-01", ("PSE", "GOV")),
        ("RUS", "Kremlin", "2024-01-01", ("RUS", "GOV")),
        ("GBR", "Downing Street", "2024-01-01", ("GBR", "GOV")),
        ("USA", "Pentagon", "2024-01-01", ("USA", "MIL")),
        ("USA", "Foggy Bottom", "2024-01-01", ("USA", "GOV")),
        ("FRA", "Élysée", "2024-01-01", ("FRA", "GOV")),
        ("european-union", "Brussels", "2024-01-01", ("EU", "")),
        ("european-parliament", "European Parliament", "2024-01-01", ("EU", "LEG")),
        ("taliban", "Taliban", "2002-05-01", ("AFG", "REB")),
        ("taliban", "Taliban", "2022-05-01", ("AFG", "GOV")),
    ],
)
def test_entries_of_the_shipped_tables(
    shipped: KnowledgeBase, entry: str, head: str, day: str, expected: tuple[str, str]
) -> None:
    words = mention(head, entry, kind=STATE)
    found = resolve_mention(shipped, words, datetime.date.fromisoformat(day))
    assert (found.code, found.sector) == expected
