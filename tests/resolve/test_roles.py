import datetime

import pytest

from dragoman.model import MentionKind
from dragoman.resolve import KnowledgeBase, resolve_mention
from dragoman.resolve.roles import is_former, plain_role
from tests.resolve.mentions import mention

DAY = datetime.date(2019, 5, 8)


def test_an_office_without_a_name_is_its_holder_s(world: KnowledgeBase) -> None:
    words = mention("prime minister", of="RUR", role="prime minister", sector="GOV")
    found = resolve_mention(world, words, DAY)
    assert (found.actor, found.code, found.sector) == ("fritz-tarlenheim", "RUR", "GOV")
    assert found.name == "Fritz von Tarlenheim"
    assert found.rule == "prime minister of RUR on 2019-05-08"


def test_an_office_with_an_unknown_name_is_not_its_holder_s(world: KnowledgeBase) -> None:
    words = mention("Antony Hope", of="RUR", role="prime minister", sector="GOV")
    found = resolve_mention(world, words, DAY)
    assert (found.actor, found.code, found.sector) == ("", "RUR", "GOV")


def test_a_former_holder_without_a_name_is_nobody_known(world: KnowledgeBase) -> None:
    words = mention("former prime minister", of="RUR", role="former prime minister", sector="GOV")
    found = resolve_mention(world, words, DAY)
    assert (found.actor, found.code, found.sector) == ("", "RUR", "ELI")


@pytest.mark.parametrize(
    ("of", "role", "sector", "expected"),
    [
        ("RUR", "border guards", "MIL", ("RUR", "MIL")),
        (None, "border guards", "MIL", ("", "MIL")),
        ("RUR", "residents", "CVL", ("RUR", "CVL")),
        ("elphberg-pact", "troops", "MIL", ("EP", "MIL")),
        ("elphberg-pact", "spokesman", "GOV", ("EP", "")),
        ("pact-assembly", "spokesman", "GOV", ("EP", "LEG")),
        ("black-band", "spokesman", "GOV", ("ZEN", "REB")),
        ("HENTZAU", "spokesman", "GOV", ("ZEN", "PRE")),
        ("HENTZAU", "troops", "MIL", ("ZEN", "PREMIL")),
        ("HENTZAU", "residents", "CVL", ("ZEN", "CVL")),
        ("RUR", None, None, ("RUR", "")),
    ],
)
def test_role_words_with_and_without_a_country(
    world: KnowledgeBase,
    of: str | None,
    role: str | None,
    sector: str | None,
    expected: tuple[str, str],
) -> None:
    words = mention("these", kind=MentionKind.GROUP, of=of, role=role, sector=sector)
    found = resolve_mention(world, words, DAY)
    assert (found.actor, found.code, found.sector) == ("", *expected)


@pytest.mark.parametrize(
    ("of", "role", "day", "expected"),
    [
        ("ARM", "prime minister", "2024-05-08", "nikol-pashinyan"),
        ("RUS", "leader", "2024-05-08", "vladimir-putin"),
        ("ARM", "leader", "2017-05-08", "serzh-sargsyan"),
        ("ARM", "leader", "2024-05-08", "nikol-pashinyan"),
        ("USA", "top diplomat", "2024-05-08", "antony-blinken"),
        ("USA", "defense minister", "2024-05-08", "lloyd-austin"),
        ("GBR", "foreign secretary", "2024-05-08", "david-cameron"),
        ("CHN", "premier", "2024-05-08", "li-qiang"),
        ("DEU", "leader", "2024-05-08", "olaf-scholz"),
        ("nato", "chief", "2024-05-08", "jens-stoltenberg"),
        ("united-nations", "secretary general", "2024-05-08", "antonio-guterres"),
        ("european-union", "foreign policy chief", "2024-05-08", "josep-borrell"),
        ("taliban", "leader", "2024-05-08", "hibatullah-akhundzada"),
    ],
)
def test_holders_in_the_shipped_tables(
    shipped: KnowledgeBase, of: str, role: str, day: str, expected: str
) -> None:
    words = mention(role, of=of, role=role, sector="GOV")
    assert resolve_mention(shipped, words, datetime.date.fromisoformat(day)).actor == expected


def test_spokespeople_are_several(shipped: KnowledgeBase) -> None:
    words = mention("spokesperson", of="RUS", role="spokesperson", sector="GOV")
    found = resolve_mention(shipped, words, datetime.date(2024, 5, 8))
    assert (found.actor, found.code, found.sector) == ("", "RUS", "GOV")


@pytest.mark.parametrize("role", ["former president", "ex-president", "ousted president"])
def test_words_for_former(role: str) -> None:
    assert is_former(role)
    assert plain_role(role) == "president"


def test_not_every_ex_is_former() -> None:
    assert not is_former("executive")
    assert not is_former("exporters")
