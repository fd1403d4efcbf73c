from itertools import pairwise

import pytest
from hypothesis import given

from dragoman.model import Document, Mention
from dragoman.read.coreference import link
from dragoman.read.sentences import find_sentences
from tests.read.build import document, mentions
from tests.read.mentions.test_finder import texts


def linked(*blocks: str) -> tuple[Document, list[Mention]]:
    report = document(*blocks)
    return report, list(link(report, find_sentences(report), mentions(report)))


def antecedents(*blocks: str) -> dict[str, str]:
    """The words of each mention that is not the first of its chain, with those of the first."""
    report, items = linked(*blocks)
    words = {item.id: item.span.of(report.text) for item in items}
    return {words[item.id]: words[item.chain] for item in items if item.chain != item.id}


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("Vladimir Putin left. Putin spoke.", "Putin", "Vladimir Putin"),
        ("Armenia voted. Yerevan has signed.", "Yerevan", "Armenia"),
        (
            "Spokeswoman Ani Badalyan came. Badalyan said no.",
            "Badalyan",
            "Spokeswoman Ani Badalyan",
        ),
        (
            "The Union of Weavers (UW) met. UW said no.",
            "UW",
            "Union of Weavers",
        ),
        (
            "Armenian Prime Minister Nikol Pashinyan came. The prime minister spoke.",
            "prime minister",
            "Armenian Prime Minister Nikol Pashinyan",
        ),
        (
            "Russian President Vladimir Putin came. The Russian leader spoke.",
            "Russian leader",
            "Russian President Vladimir Putin",
        ),
        (
            "Vladimir Putin left. The Russian leader spoke. Russian President Vladimir Putin sat.",
            "Russian leader",
            "Vladimir Putin",
        ),
        ("NATO met. The bloc voted.", "bloc", "NATO"),
        ("Armenia voted. The country was calm.", "country", "Armenia"),
        ("Nikol Pashinyan said he would go.", "he", "Nikol Pashinyan"),
        ("Nikol Pashinyan came. His visit was short.", "His", "Nikol Pashinyan"),
        ("Armenian soldiers came. They left.", "They", "Armenian soldiers"),
        ("NATO and its border were calm.", "its", "NATO"),
        ("Yerevan has criticized Moscow for its lack of help.", "its", "Moscow"),
        ("Armenia said it would sign.", "it", "Armenia"),
    ],
)
def test_what_is_linked(text: str, words: str, first: str) -> None:
    assert antecedents(text)[words] == first


@pytest.mark.parametrize(
    "text",
    [
        "It was raining in Armenia.",
        "He came. Nobody knew.",
        "The foreign minister of France met Nikol Pashinyan. “He will go,” a man said.",
        "Armenia and Russia met. The country was calm.",
        "Spokeswoman Ani Badalyan came. He left.",
        "Nikol Pashinyan came. Rain fell. Rain fell. Rain fell. He left.",
        "Russian President Vladimir Putin came. The French leader spoke.",
        "Russian President Vladimir Putin came. A president spoke.",
    ],
)
def test_what_stays_open(text: str) -> None:
    assert antecedents(text) == {}


def test_resolved_mentions_carry_what_is_known() -> None:
    report, items = linked("Russian President Vladimir Putin came. He spoke.")
    pronoun = items[-1]
    assert pronoun.span.of(report.text) == "He"
    assert (pronoun.candidates, pronoun.of, pronoun.rule) == (("putin",), "RUS", "pronoun:he")


def _pairs(text: str) -> list[tuple[str, str]]:
    """The words of each member of a pair and who that is."""
    report, items = linked(text)
    found = [item for item in items if item.rule.startswith("pair:")]
    return [(item.span.of(report.text), item.candidates[0]) for item in found]


@pytest.mark.parametrize(
    ("text", "words", "both"),
    [
        ("Armenia accused Azerbaijan. The two countries met.", "two countries", "ARM AZE"),
        ("Armenia accused Azerbaijan, as both sides said.", "both sides", "ARM AZE"),
        ("Armenia and Russia met in Georgia. The two states agreed.", "two states", "ARM RUS"),
        ("Armenia fought Azerbaijan. Russia called on both sides.", "both sides", "ARM AZE"),
        ("Armenia fought Azerbaijan. Russia called on both to stop.", "both", "ARM AZE"),
        ("Azerbaijan attacked. Armenia says each side fired.", "each side", "ARM AZE"),
        ("Armenia met Turkey. Each accused the other.", "Each", "ARM TUR"),
        ("Iran spoke with Russia. The sides agreed.", "sides", "IRN RUS"),
        ("Vladimir Putin met Nikol Pashinyan. The two leaders spoke.", "two leaders", "PERSONS"),
        ("Vladimir Putin met Nikol Pashinyan. The pair spoke.", "pair", "PERSONS"),
    ],
)
def test_pairs_are_two_mentions_of_the_same_words(text: str, words: str, both: str) -> None:
    names = {"PERSONS": ["pashinyan", "putin"]}.get(both) or both.split()
    found = _pairs(text)
    assert [one for one, _ in found] == [words, words]
    assert sorted(who for _, who in found) == names


@pytest.mark.parametrize(
    "text",
    [
        "Armenia, Georgia and Iran met. The two countries agreed.",
        "Armenia met Georgia. The sides of the house are white.",
        "Both the army and the police came.",
    ],
)
def test_what_is_not_two_is_no_pair(text: str) -> None:
    assert _pairs(text) == []


@pytest.mark.parametrize(
    ("text", "words", "owner", "rule"),
    [
        ("In Tehran, police held a man.", "police", "IRN", "place of the sentence"),
        ("In Tbilisi there was a rally. Police held a man.", "Police", "GEO", "place of the sen"),
        ("Turkey votes on Sunday. Police held a man.", "Police", "TUR", "state of the sentence be"),
        ("YEREVAN, May 9 - It rained. Nobody came. Police left.", "Police", "ARM", "dateline"),
        ("In Paris, protesters sang.", "protesters", "FRA", "place of the sentence"),
        ("In Paris, residents sang.", "residents", "FRA", "place of the sentence"),
    ],
)
def test_bodies_get_the_state_that_is_spoken_of(
    text: str, words: str, owner: str, rule: str
) -> None:
    report, items = linked(text)
    found = next(item for item in items if item.span.of(report.text) == words)
    assert found.of == owner
    assert f"+context:{rule}" in found.rule


@pytest.mark.parametrize(
    "text",
    [
        "Iran and Turkey met. Police came.",
        "Iran fired. The foreign ministry accused Iran.",
        "Russia attacked. Residents fled.",
        "Police came.",
    ],
)
def test_bodies_stay_nobodys_where_it_is_not_plain(text: str) -> None:
    _, items = linked(text)
    assert "context" not in items[-1].rule


@given(texts)
def test_chains_begin_with_their_first_mention(text: str) -> None:
    report = document(text)
    before = mentions(report)
    items = link(report, find_sentences(report), before)
    place = {item.id: index for index, item in enumerate(items)}
    for index, item in enumerate(items):
        assert place[item.chain] <= index
        assert items[place[item.chain]].chain == item.chain
    assert [item.span for item in items] == sorted(item.span for item in items)
    for left, right in pairwise(items):
        assert left.span.end <= right.span.start or left.span == right.span
    assert link(report, find_sentences(report), before) == items
