import random
import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import BlockKind, Mention, MentionKind, Name
from dragoman.read.mentions import MentionFinder
from dragoman.read.sentences import find_sentences
from tests.read.build import document, mentions, name, names


def found(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> dict[str, Mention]:
    report = document(text, kinds=(kind,))
    return {mention.span.of(report.text): mention for mention in mentions(report)}


def rules(text: str) -> dict[str, str]:
    return {words: mention.rule for words, mention in found(text).items()}


@pytest.mark.parametrize(
    ("text", "words", "rule", "of", "role"),
    [
        ("He met Russian border guards.", "Russian border guards", "demonym+role", "RUS", None),
        ("Three Armenian soldiers left.", "Armenian soldiers", "demonym+role", "ARM", "soldiers"),
        ("Dozens of protesters ran.", "protesters", "role", None, "protesters"),
        ("The president of France left.", "president of France", "of+role", "FRA", "president"),
        ("The parliament of Georgia met.", "parliament of Georgia", "of+role", "GEO", "parliament"),
        ("All residents of Lachin left.", "residents of Lachin", "of+role", None, "residents"),
        (
            "The Armenian population of Nagorno-Karabakh fled.",
            "Armenian population of Nagorno-Karabakh",
            "of+role",
            "NKR",
            "population",
        ),
        (
            "We heard Russia's Defence Ministry deny it.",
            "Russia's Defence Ministry",
            "possessor+role",
            "RUS",
            "defence ministry",
        ),
        ("The defence ministry in Yerevan spoke.", "defence ministry", "role+in", "ARM", None),
        ("The police in Georgia spoke.", "police", "role+in", "GEO", None),
        ("Mines have killed Armenian soldiers.", "Armenian soldiers", "demonym+role", "ARM", None),
        ("He saw pro-Russian forces.", "pro-Russian forces", "compound+role", None, "forces"),
        ("He saw NATO-led forces.", "NATO-led forces", "led+role", "nato", "forces"),
        ("A former U.S. general spoke.", "former U.S. general", "name+role", "USA", "general"),
    ],
)
def test_roles_with_their_owners(
    text: str, words: str, rule: str, of: str | None, role: str | None
) -> None:
    mention = found(text)[words]
    assert (mention.rule, mention.of) == (rule, of)
    assert role is None or mention.role == role


@pytest.mark.parametrize(
    ("text", "words", "head", "of"),
    [
        ("Russian President Vladimir Putin left.", "Russian President Vladimir Putin", "", "RUS"),
        (
            "He met the Armenian Prime Minister, Nikol Pashinyan.",
            "Armenian Prime Minister, Nikol Pashinyan",
            "Nikol Pashinyan",
            "ARM",
        ),
        (
            "Armenia's Foreign Minister, Ararat Mirzoyan, left.",
            "Armenia's Foreign Minister, Ararat Mirzoyan",
            "Ararat Mirzoyan",
            "ARM",
        ),
        (
            "Nikol Pashinyan, the Armenian prime minister, left.",
            "Nikol Pashinyan, the Armenian prime minister",
            "Nikol Pashinyan",
            "ARM",
        ),
        (
            "The Prime Minister of Armenia, Nikol Pashinyan, left.",
            "Prime Minister of Armenia, Nikol Pashinyan",
            "Nikol Pashinyan",
            "ARM",
        ),
        (
            "Kremlin spokesman Dmitry Peskov left.",
            "Kremlin spokesman Dmitry Peskov",
            "Dmitry Peskov",
            "RUS",
        ),
        (
            "Foreign Ministry spokeswoman Ani Badalyan left.",
            "Foreign Ministry spokeswoman Ani Badalyan",
            "Ani Badalyan",
            None,
        ),
        (
            "President Ilham Aliyev of Azerbaijan left.",
            "President Ilham Aliyev of Azerbaijan",
            "Ilham Aliyev",
            "AZE",
        ),
    ],
)
def test_a_person_with_office_is_one_mention(
    text: str, words: str, head: str, of: str | None
) -> None:
    mention = found(text)[words]
    assert mention.kind is MentionKind.PERSON
    assert mention.of == of
    assert mention.role
    assert not head or mention.head == head


@pytest.mark.parametrize(
    ("text", "capital", "rule"),
    [
        ("Yerevan has criticized Moscow.", "Yerevan", "capital-as-government:subject"),
        ("Yerevan has criticized Moscow.", "Moscow", "capital-as-government:object"),
        ("We saw Moscow's refusal.", "Moscow", "capital-as-government:possessor"),
        ("It came at Yerevan's request.", "Yerevan", "capital-as-government:possessor"),
        ("He walked Moscow's streets.", "Moscow", "capital-as-place:possessor"),
        ("Talks between Yerevan and Baku failed.", "Baku", "capital-as-government:between"),
        ("Flights between Yerevan and Baku resumed.", "Baku", "capital-as-place:between"),
        ("Its ties with Moscow cooled.", "Moscow", "capital-as-government:with"),
        ("Ties to Moscow cooled.", "Moscow", "capital-as-government:to"),
        ("He went to Moscow on Thursday.", "Moscow", "capital-as-place:to"),
        ("They met in Yerevan.", "Yerevan", "capital-as-place:in"),
        ("He arrived near Baku.", "Baku", "capital-as-place:near"),
        ("Yerevan, Baku agree on text", "Yerevan", "capital-as-government:subject"),
        ("YEREVAN, May 9 (Zeta Press) - Rain fell.", "YEREVAN", "capital-as-place:dateline"),
        ("Kyiv was shelled again.", "Kyiv", "capital-as-place:passive"),
        ("Baku airport was closed.", "Baku", "capital-as-place:city-noun"),
        ("He wants away from Moscow soon.", "Moscow", "capital-as-government:from"),
    ],
)
def test_a_capital_is_a_government_where_it_acts(text: str, capital: str, rule: str) -> None:
    mention = found(text)[capital]
    assert mention.rule == rule
    government = rule.startswith("capital-as-government")
    assert mention.kind is (MentionKind.STATE if government else MentionKind.PLACE)


@pytest.mark.parametrize(
    ("text", "state", "rule"),
    [
        ("Troops stay in Armenia.", "Armenia", "state-as-place:in"),
        ("They left from Armenia.", "Armenia", "state-as-place:from"),
        ("Armenia wants support from France.", "France", "state-name"),
        ("He visited posts in Armenia and Georgia.", "Georgia", "state-as-place:in"),
        ("Armenia's plan failed.", "Armenia", "state:possessor"),
    ],
)
def test_states_after_prepositions_of_place(text: str, state: str, rule: str) -> None:
    mention = found(text)[state]
    assert (mention.rule, mention.kind) == (rule, MentionKind.STATE)


def test_demonyms() -> None:
    text = "Turkish and Iranian borders closed while Armenians watched Russian shelling."
    assert rules(text) == {
        "Turkish": "demonym-of-place",
        "Iranian borders": "demonym-of-place",
        "Armenians": "demonym-plural",
        "Russian": "demonym-adjective",
    }
    assert rules("He blamed the French.") == {"French": "demonym-nominal"}
    assert rules("They are Russian-speaking.") == {}


def test_coordination_shares_the_demonym() -> None:
    text = "We saw Russian soldiers and border guard officers."
    assert {words: item.of for words, item in found(text).items()} == {
        "Russian soldiers": "RUS",
        "border guard officers": "RUS",
    }
    ministers = found("The Armenian and Azerbaijani foreign ministers met.")
    assert ministers["Armenian"].role == ministers["Azerbaijani foreign ministers"].role
    assert (ministers["Armenian"].of, ministers["Armenian"].kind) == ("ARM", MentionKind.GROUP)


def test_names_the_knowledge_base_does_not_have() -> None:
    text = "Ursula van der Leest met Omar bin Said and the Union of Weavers (UW) near Verin Ash."
    assert rules(text) == {
        "Ursula van der Leest": "capitalised-name",
        "Omar bin Said": "capitalised-name",
        "Union of Weavers": "capitalised-organisation",
        "UW": "acronym-introduced",
        "Verin Ash": "capitalised-place:near",
    }


@pytest.mark.parametrize(
    "text",
    [
        "However the rain fell in March on Thursday.",
        'She read "Long Rivers" again.',
        "The World Cup ended before Christmas.",
        "THE DOCTOR WHO SAW IT",
        "Many Hands Make Light Work",
    ],
)
def test_capitals_that_name_no_actor(text: str) -> None:
    assert found(text) == {}


def test_case_rules() -> None:
    assert rules("who saw turkey and a PROTESTERS sign") == {"PROTESTERS": "role"}
    assert rules("ARMENIA, TURKEY OPEN BORDER CROSSING")["TURKEY"] == "state-name"


def test_surnames_stand_for_persons_named_in_full_elsewhere() -> None:
    report = document("Badalyan denies it", "Spokeswoman Ani Badalyan spoke. Badalyan said no.")
    assert [item.rule for item in mentions(report)] == ["surname", "role+name", "surname"]


def test_named_groups_and_long_names() -> None:
    assert found("The militant group Hezbar fled.")["militant group Hezbar"].candidates == (
        "hezbar",
    )
    owned = found("He blamed Russia's Vladimir Putin.")["Russia's Vladimir Putin"]
    assert (owned.candidates, owned.of) == (("putin",), "RUS")


def test_words_match_whole_with_diacritics_and_typographic_marks() -> None:
    finder = MentionFinder([name("Côte d'Ivoire", actor="CIV"), name("Mali", actor="MLI")])
    report = document("Cote d’Ivoire is not Malice, and Mali is not Malian.")
    spans = [item.span.of(report.text) for item in finder.find(report, find_sentences(report))]
    assert spans == ["Cote d’Ivoire", "Mali"]


_WORDS = (
    "Armenia Armenian Yerevan Moscow Russian the The of in and , . 's president soldiers said "
    "Nikol Pashinyan Putin Ani Badalyan van der U.S. (NATO) “ ” - border met with İstanbul ß 3 "
    "NATO-led pro-Russian Foreign Ministry spokeswoman for to from"
).split()

texts = st.one_of(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25).map(" ".join),
    st.text(string.printable + "İßʼ’“”–—éə\u00a0", min_size=1, max_size=80),
)


@given(texts)
def test_spans_lie_in_their_sentence_and_never_overlap(text: str) -> None:
    report = document(text)
    where = {sentence.index: sentence.span for sentence in find_sentences(report)}
    items = mentions(report)
    assert report.text == text
    for item in items:
        assert where[item.sentence].covers(item.span)
        assert item.head in item.span.of(text)
        assert item.span.of(text) == item.span.of(text).strip()
    for before, after in pairwise(items):
        assert before.span.end <= after.span.start
    assert len({item.id for item in items}) == len(items)


@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_names_makes_no_difference(text: str, shuffler: random.Random) -> None:
    shuffled: list[Name] = list(names())
    shuffler.shuffle(shuffled)
    report = document(text)
    once = MentionFinder(names()).find(report, find_sentences(report))
    assert MentionFinder(shuffled).find(report, find_sentences(report)) == once
