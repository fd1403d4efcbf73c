import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolve import KnowledgeBase, phrase_mention, resolve_phrase

DAY = datetime.date(2024, 5, 8)


@pytest.mark.parametrize(
    ("phrase", "actor", "code", "sector"),
    [
        (
            "former Armenian foreign minister Zohrab Mnatsakanyan",
            "zohrab-mnatsakanyan",
            "ARM",
            "ELI",
        ),
        ("Armenian Prime Minister Nikol Pashinyan", "nikol-pashinyan", "ARM", "GOV"),
        ("the Armenian prime minister", "nikol-pashinyan", "ARM", "GOV"),
        ("the Russian leader", "vladimir-putin", "RUS", "GOV"),
        ("Prime Minister Trudeau", "justin-trudeau", "CAN", "GOV"),
        ("Pashinyan", "nikol-pashinyan", "ARM", "GOV"),
        ("Kremlin spokesman Dmitry Peskov", "dmitry-peskov", "RUS", "GOV"),
        ("NATO Secretary General Jens Stoltenberg", "jens-stoltenberg", "NATO", ""),
        ("the Norwegian head of NATO", "jens-stoltenberg", "NATO", ""),
        ("Somali Prime Minister Mohammed Husain Roble", "mohamed-hussein-roble", "SOM", "ELI"),
        ("Syrian rebels", "", "SYR", "REB"),
        ("US troops", "", "USA", "MIL"),
        ("Russian border guards", "", "RUS", "MIL"),
        ("the Armenian population of Nagorno-Karabakh", "", "AZE", "CVL"),
        ("Transnistrian troops", "", "MDA", "PREMIL"),
        ("Hezbollah fighters", "", "LBN", "REB"),
        ("the speaker of the Riigikogu", "", "EST", "LEG"),
        ("the Pentagon", "USA", "USA", "MIL"),
        ("a Ghana-based journalist", "", "GHA", "JRN"),
        ("The Collective Security Treaty Organization", "", "CSTO", ""),
        ("Gazprom's Armenian subsidiary", "gazprom", "MNC", "BUS"),
        ("Russia's Black Sea Fleet", "RUS", "RUS", "MIL"),
        ("the Russian Security Council", "", "RUS", "GOV"),
        ("the Security Council", "un-security-council", "UN", ""),
        ("protesters", "", "", "CVL"),
        ("us", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_phrases(shipped: KnowledgeBase, phrase: str, actor: str, code: str, sector: str) -> None:
    found = resolve_phrase(shipped, phrase, DAY)
    assert (found.code, found.sector) == (code, sector)
    assert not actor or found.actor == actor


def test_a_surname_inside_another_name_is_not_taken(shipped: KnowledgeBase) -> None:
    assert resolve_phrase(shipped, "Tremont Putin Wakefield", DAY).actor == ""


def test_the_mention_says_what_was_read(shipped: KnowledgeBase) -> None:
    found = phrase_mention(shipped, "the former Georgian defence minister Xyza Qwertashvili")
    assert found.of == "GEO"
    assert found.role == "former defence minister"
    assert found.head == "Xyza Qwertashvili"
    assert found.candidates == ()


@given(st.text(max_size=60))
def test_any_text_gets_an_answer_with_a_rule(shipped: KnowledgeBase, phrase: str) -> None:
    assert resolve_phrase(shipped, phrase, DAY).rule
