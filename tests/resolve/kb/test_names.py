import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Actor, MentionKind, Name, Role
from dragoman.resolve.kb import KnowledgeBase
from dragoman.resolve.kb.names import folded, metonym, surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("The Netherlands", "netherlands"),
        ("Jonas Gahr Støre", "Jonas Gahr Store"),
        ("Donald  Tusk", "DONALD TUSK"),
        ("Wałęsa", "Walesa"),
        ("Nagorno‑Karabakh", "Nagorno-Karabakh"),
    ],
)
def test_spellings_that_are_one_name(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once_but_for_articles(text: str) -> None:
    once = folded(text)
    if not once.startswith("the "):
        assert folded(once) == once


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Kremlin", ("Kremlin", "metonym", "GOV")),
        ("Pentagon=MIL", ("Pentagon", "metonym", "MIL")),
        ("Brussels=capital", ("Brussels", "capital", "GOV")),
    ],
)
def test_metonym_entries(entry: str, expected: tuple[str, str, str]) -> None:
    assert metonym(entry) == expected


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("Ursula von der Leyen", "EU", "von der Leyen"),
        ("Xi Jinping", "CHN", "Xi"),
        ("Abiy Ahmed", "ETH", "Abiy"),
        ("Joe Biden", "USA", "Biden"),
        ("Charles III", "GBR", ""),
        ("Abdullah of Pahang", "MYS", ""),
    ],
)
def test_surnames(name: str, code: str, expected: str) -> None:
    role = Role(code=code, sector="GOV", office="president")
    actor = Actor(id="x", kind=MentionKind.PERSON, names=(name,), roles=(role,))
    assert surname(actor) == expected


def test_every_kind_of_name_is_given(world: KnowledgeBase) -> None:
    state = MentionKind.STATE
    expected = {
        Name(text="Ruritania", kind=state, usage="name", actor="RUR"),
        Name(text="Ruritanians", kind=state, usage="demonym", actor="RUR"),
        Name(text="Strelsau", kind=state, usage="capital", actor="RUR", sector="GOV"),
        Name(text="War House", kind=state, usage="metonym", actor="RUR", sector="MIL"),
        Name(text="Rupertstadt", kind=state, usage="capital", actor="HENTZAU", sector="PRE"),
        Name(text="Black Band", kind=MentionKind.GROUP, usage="name", actor="black-band"),
        Name(text="Karl Sapt", kind=MentionKind.PERSON, usage="name", actor="karl-sapt"),
        Name(text="Sapt", kind=MentionKind.PERSON, usage="surname", actor="karl-sapt"),
        Name(text="border guards", kind=MentionKind.GROUP, usage="role", sector="MIL"),
    }
    assert expected <= set(world.names())


def test_a_surname_that_two_share_is_given_to_the_head_only(world: KnowledgeBase) -> None:
    bearers = [name.actor for name in world.names() if name.text == "Detchard"]
    assert bearers == ["anton-detchard"]


def test_names_are_given_once(shipped: KnowledgeBase) -> None:
    assert len(shipped.names()) == len(set(shipped.names()))
