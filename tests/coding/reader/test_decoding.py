from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.reader.decoding import (
    LEAST_TRIGGER,
    ReadMention,
    ReadTrigger,
    SentenceScores,
    modes_in,
)
from dragoman.engine.tokens import LONGEST, WORD
from dragoman.model import Span
from tests.coding.reader.networks import CLASSES, MODES, Says, scores, tells


def _mentions(text: str, **tags: str) -> list[tuple[str, str]]:
    """Words and letter of each mention where `tags` are the words' sure tags."""
    words = {word: Says(mention={tag: 0.9}) for word, tag in tags.items()}
    return [(one.span.of(text), one.letter) for one in scores(words, text).mentions()]


def _triggers(text: str, **words: Says) -> list[tuple[str, str]]:
    return [(one.span.of(text), one.event) for one in scores(words, text).triggers()]


def test_a_mention_goes_from_b_to_the_last_i_of_its_kind() -> None:
    tags = {"prime": "B-p", "minister": "I-p", "Chad": "I-p", "rebels": "B-g"}
    found = _mentions("the prime minister of Chad met rebels", **tags)
    assert found == [("prime minister", "p"), ("Chad", "p"), ("rebels", "g")]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (("I-s", "I-s", "O"), ["one two"]),
        (("B-s", "B-s", "O"), ["one", "two"]),
        (("B-s", "O", "I-s"), ["one", "three"]),
        (("B-s", "I-o", "I-o"), ["one", "two three"]),
        (("O", "I-l", "B-l"), ["two", "three"]),
        (("O", "O", "O"), []),
    ],
)
def test_broken_sequences_of_tags_lose_no_word(tags: tuple[str, ...], found: list[str]) -> None:
    text = "one two three"
    given = dict(zip(text.split(), tags, strict=True))
    assert [words for words, _ in _mentions(text, **given)] == found


def test_a_mention_is_as_sure_as_its_least_sure_word() -> None:
    words = {"Ruritania": Says(mention={"B-s": 0.9}), "East": Says(mention={"B-s": 0.6})}
    words["Ruritania"] = Says(mention={"I-s": 0.9})
    (one,) = scores(words, "East Ruritania waited.").mentions()
    assert (one.span, one.letter) == (Span(0, 14), "s")
    assert one.score == pytest.approx(0.6)


def test_an_inner_mention_stands_behind_the_outer_ones() -> None:
    words = {
        "army": Says(mention={"B-o": 0.9}),
        "of": Says(mention={"I-o": 0.9}),
        "Chad": Says(mention={"I-o": 0.9}, inner={"B-s": 0.8}),
        "rebels": Says(mention={"B-g": 0.9}),
    }
    text = "army of Chad and rebels"
    found = [(one.span.of(text), one.letter) for one in scores(words, text).mentions()]
    assert found == [("army of Chad", "o"), ("rebels", "g"), ("Chad", "s")]


def test_offsets_count_code_points_whatever_the_script() -> None:
    text = "🙂 Ирина в Łódź — Chad bombed «Gao»."
    words = {
        "Łódź": Says(mention={"B-l": 0.9}),
        "Chad": Says(mention={"B-s": 0.9}),
        "bombed": tells("ASSAULT"),
    }
    made = scores(words, text)
    assert [one.span.of(text) for one in made.mentions()] == ["Łódź", "Chad"]
    assert [one.span.of(text) for one in made.triggers()] == ["bombed"]


@pytest.mark.parametrize("text", ["", "   ", "\n\t\u00a0"])
def test_nothing_to_read_tells_nothing(text: str) -> None:
    made = scores({}, text)
    assert made.mentions() == []
    assert made.triggers() == []
    assert made.chance(Span(0, len(text))) == 0.0


def test_what_is_cut_off_tells_nothing() -> None:
    text = "bombed " * (LONGEST + 20)
    made = scores({"bombed": tells("ASSAULT")}, text)
    last = Span(len(text) - 7, len(text) - 1)
    assert len(made.triggers()) == LONGEST - 2
    assert made.chance(last) == 0.0
    assert made.roles(ReadTrigger(last, "ASSAULT", 1.0, ()), [Span(0, 6)]) == ()
    assert made.roles(made.triggers()[0], [last]) == ()


def test_a_trigger_goes_on_over_i_of_its_type() -> None:
    found = _triggers(
        "they walked off work", walked=tells("PROTEST"), off=tells("PROTEST", place="I")
    )
    assert found == [("walked off", "PROTEST")]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (tells("PROTEST"), [("hit", "PROTEST"), ("run", "PROTEST")]),
        (tells("ASSAULT", place="I"), [("hit", "PROTEST"), ("run", "ASSAULT")]),
        (tells("PROTEST", LEAST_TRIGGER - 0.05, place="I"), [("hit", "PROTEST")]),
    ],
)
def test_a_trigger_ends_where_another_begins(second: Says, found: list[tuple[str, str]]) -> None:
    assert _triggers("they hit run", hit=tells("PROTEST"), run=second) == found


def test_an_i_behind_a_gap_opens_a_trigger() -> None:
    found = _triggers("hit and run", hit=tells("ASSAULT"), run=tells("ASSAULT", place="I"))
    assert found == [("hit", "ASSAULT"), ("run", "ASSAULT")]


def test_b_and_i_of_a_type_count_together() -> None:
    told = Says(trigger={"B-AID": 0.3, "I-AID": 0.2, "B-CONSULT": 0.4})
    (one,) = scores({"helped": told}, "They helped.").triggers()
    assert one.event == "AID"
    assert one.score == pytest.approx(0.5)


def test_the_least_probability_of_a_trigger() -> None:
    text = "They met."
    for chance, count in ((LEAST_TRIGGER + 0.01, 1), (LEAST_TRIGGER - 0.01, 0)):
        made = scores({"met": tells("CONSULT", chance)}, text)
        assert len(made.triggers()) == count
        assert made.chance(Span(5, 8)) == pytest.approx(chance, abs=1e-4)


def test_the_chance_of_words_is_that_of_the_likeliest() -> None:
    words = {"held": tells("CONSULT", 0.2), "talks": tells("CONSULT", 0.7)}
    text = "They held talks today."
    made = scores(words, text)
    assert made.chance(Span(5, 15)) == pytest.approx(0.7, abs=1e-4)
    assert made.chance(Span(16, 21)) == pytest.approx(0, abs=1e-4)


def test_own_triggers_stand_in_place_of_the_network() -> None:
    text = "Peru pardoned rebels and met Chile."
    words = {"pardoned": tells("RETREAT"), "met": tells("CONSULT")}
    own = ReadTrigger(Span(5, 13), "PARDON", 0.6, (), own=True)
    made = replace(scores(words, text), own=(own,))
    assert [one.event for one in made.triggers()] == ["PARDON", "CONSULT"]
    assert made.chance(own.span) == 0.6


def test_roles_are_those_of_the_candidates_asked_for() -> None:
    words = {"bombed": tells("ASSAULT", Norway="actor", Gao="recipient", Friday="time")}
    text = "Norway bombed Gao and Oslo on Friday."
    made = scores(words, text)
    (trigger,) = made.triggers()
    candidates = [Span(14, 17), Span(22, 26), Span(0, 6), Span(30, 36)]
    found = made.roles(trigger, candidates)
    assert [(one.candidate, one.role) for one in found] == [
        (0, "recipient"),
        (2, "actor"),
        (3, "time"),
    ]
    assert all(one.score > 0.9 for one in found)
    assert made.roles(trigger, []) == ()


def test_a_candidate_between_words_has_no_role() -> None:
    made = scores({"bombed": tells("ASSAULT", Norway="actor")}, "Norway  bombed")
    (trigger,) = made.triggers()
    assert made.roles(trigger, [Span(6, 8)]) == ()


def test_modes_are_those_of_the_type_the_two_likeliest_first() -> None:
    names = ("ASSAULT/aerial", "ASSAULT/drone", "COERCE/arrest", "ASSAULT/beat")
    assert modes_in(names, (0.9, 0.95, 0.99, 0.97), "ASSAULT") == ("beat", "drone")
    assert modes_in(names, (0.9, 0.1, 0.99, 0.1), "ASSAULT") == ("aerial",)
    assert modes_in(names, (0.3, 0.1, 0.1, 0.1), "COERCE") == ()


def test_a_type_whose_name_begins_another_takes_no_mode_of_it() -> None:
    assert modes_in(("AIDED/food",), (0.99,), "AID") == ()


LEVELS = ("mention", "inner", "trigger")
WORDS = ("Chad", "Łódź", "hit", "talks", "of", "naïve", "東京", "x1")
TAGS = st.dictionaries(st.sampled_from(CLASSES["mention"][1:]), st.floats(0, 0.3), max_size=3)
SAYS = st.builds(
    Says,
    mention=TAGS,
    inner=TAGS,
    trigger=st.dictionaries(
        st.sampled_from(CLASSES["trigger"][1:]), st.floats(0, 0.33), max_size=3
    ),
    mode=st.dictionaries(st.sampled_from(MODES), st.floats(0, 1), max_size=3),
)
TEXTS = st.lists(st.sampled_from((*WORDS, ",", "-", "🙂", "  ", "other")), max_size=30).map(
    " ".join
)


@st.composite
def sentence_scores(draw: st.DrawFn) -> tuple[str, SentenceScores]:
    text = draw(TEXTS)
    return text, scores({word: draw(SAYS) for word in WORDS}, text)


@given(sentence_scores())
def test_every_span_is_of_whole_words(made: tuple[str, SentenceScores]) -> None:
    text, read = made
    bounds = [match.span() for match in WORD.finditer(text)]
    starts, ends = {start for start, _ in bounds}, {end for _, end in bounds}
    found: list[ReadMention | ReadTrigger] = [*read.mentions(), *read.triggers()]
    for one in found:
        assert one.span.start in starts
        assert one.span.end in ends
        assert len(one.span) > 0
        assert 0 <= one.score <= 1 + 1e-6


@given(TEXTS, st.fixed_dictionaries(dict.fromkeys(WORDS, SAYS)), st.sampled_from(LEVELS))
def test_what_one_head_finds_does_not_overlap(
    text: str, words: dict[str, Says], level: str
) -> None:
    only = {word: Says(**{level: getattr(says, level)}) for word, says in words.items()}
    read = scores(only, text)
    found: list[ReadMention | ReadTrigger] = [*read.mentions(), *read.triggers()]
    assert all(not one.span.overlaps(two.span) for one, two in pairwise(found))
    assert found == sorted(found, key=lambda one: one.span)


@given(sentence_scores())
def test_modes_belong_to_the_type(made: tuple[str, SentenceScores]) -> None:
    _, read = made
    for one in read.triggers():
        assert len(one.modes) <= 2
        assert all(f"{one.event}/{mode}" in MODES for mode in one.modes)
