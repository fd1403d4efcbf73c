"""What the rules find and what the network says, put together."""

from collections.abc import Mapping

import pytest

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.coding.composition import Composed
from dragoman.coding.reader.combining import Thresholds, combine
from tests.coding.bracketed import read
from tests.coding.reader.networks import Says, scores, tells

RULES = RulesCoder(load_plover(), load_lexicon())
BOMBED = "[Kenya|STATE|KEN] bombed [Somalia|STATE|SOM]."
WIBBLED = "[Kenya|STATE|KEN] wibbled [Somalia|STATE|SOM]."
SIDES = {"Kenya": "actor", "Somalia": "recipient"}


def _combined(
    marked: str, words: Mapping[str, Says], limits: Thresholds | None = None
) -> list[Composed]:
    reading = read(marked)
    (sentence,) = reading.sentences
    analysis = RULES.analyse(reading, sentence, reading.mentions)
    read_scores = scores(words, sentence.span.of(reading.document.text))
    return combine(RULES.codebook, analysis, analysis.findings, read_scores, limits or Thresholds())


def _told(
    marked: str, words: Mapping[str, Says], limits: Thresholds | None = None
) -> list[tuple[str, str]]:
    found = _combined(marked, words, limits)
    return [(one.finding.event, one.finding.construction) for one in found]


def test_the_sentences_are_what_the_tests_take_them_for() -> None:
    for marked, count in ((BOMBED, 1), (WIBBLED, 0)):
        reading = read(marked)
        analysis = RULES.analyse(reading, reading.sentences[0], reading.mentions)
        assert len(analysis.findings) == count


def test_what_both_find_is_told_as_the_rules_do() -> None:
    assert _told(BOMBED, {"bombed": tells("ASSAULT")}) == [("ASSAULT", "active-verb")]


def test_what_the_network_denies_is_not_told() -> None:
    assert _told(BOMBED, {"bombed": tells("ASSAULT", 0.04)}) == []
    assert _told(BOMBED, {"bombed": tells("ASSAULT", 0.06)}) == [("ASSAULT", "active-verb")]


@pytest.mark.parametrize(("score", "event"), [(0.95, "COERCE"), (0.85, "ASSAULT")])
def test_another_type_needs_to_be_sure(score: float, event: str) -> None:
    (one,) = _combined(BOMBED, {"bombed": tells("COERCE", score, "arrest")})
    assert one.finding.event == event
    assert one.finding.construction.startswith("reader") == (event == "COERCE")
    assert (one.finding.modes == ("arrest",)) == (event == "COERCE")


def test_another_type_keeps_the_sides_of_the_rules() -> None:
    (alone,) = _combined(BOMBED, {"bombed": tells("ASSAULT")})
    (changed,) = _combined(BOMBED, {"bombed": tells("COERCE", 0.95, Somalia="actor")})
    assert changed.finding.actors == alone.finding.actors
    assert changed.finding.recipients == alone.finding.recipients


def test_what_future_made_keeps_its_type() -> None:
    marked = "[Kenya|STATE|KEN] will meet [Somalia|STATE|SOM]."
    assert _told(marked, {"meet": tells("SANCTION", 0.99)}) == [("AGREE", "will+active-verb")]


def test_the_network_alone_tells_an_event_with_its_sides() -> None:
    (one,) = _combined(WIBBLED, {"wibbled": tells("ACCUSE", 0.9, "investigate", **SIDES)})
    finding = one.finding
    assert (finding.event, finding.modes) == ("ACCUSE", ("investigate",))
    assert (finding.actors, finding.recipients) == ((0,), (2,))
    assert (finding.first, finding.last) == (1, 1)
    assert finding.construction == "reader"


def test_below_its_threshold_the_network_alone_tells_nothing() -> None:
    assert _told(WIBBLED, {"wibbled": tells("ACCUSE", 0.79, **SIDES)}) == []
    limits = Thresholds(alone=0.6)
    assert len(_told(WIBBLED, {"wibbled": tells("ACCUSE", 0.79, **SIDES)}, limits)) == 1


@pytest.mark.parametrize(
    ("roles", "sides"),
    [
        ({"Kenya": "actor"}, ((0,), ())),
        ({"Somalia": "recipient"}, ((), (2,))),
        ({"Kenya": "both", "Somalia": "both"}, ((0, 2), ())),
        ({"Kenya": "actor", "Somalia": "place"}, ((0,), ())),
    ],
)
def test_roles_make_sides(
    roles: dict[str, str], sides: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    (one,) = _combined(WIBBLED, {"wibbled": tells("ACCUSE", 0.9, **roles)})
    assert (one.finding.actors, one.finding.recipients) == sides


@pytest.mark.parametrize("roles", [{}, {"Kenya": "place"}, {"Kenya": "time"}])
def test_without_any_side_the_network_alone_tells_nothing(roles: dict[str, str]) -> None:
    assert _told(WIBBLED, {"wibbled": tells("ACCUSE", 0.99, **roles)}) == []


def test_a_doubtful_role_makes_no_side() -> None:
    doubtful = Says(
        trigger={"B-ACCUSE": 0.95},
        roles={"Kenya": ("actor", 0.9), "Somalia": ("recipient", 0.65)},
    )
    (one,) = _combined(WIBBLED, {"wibbled": doubtful})
    assert (one.finding.actors, one.finding.recipients) == ((0,), ())


def test_a_trigger_inside_a_mention_is_none() -> None:
    marked = "[Kenya Wibbled|STATE|KEN] saw [Somalia|STATE|SOM]."
    assert _told(marked, {"Wibbled": tells("ACCUSE", 0.99, **SIDES)}) == []


def test_events_stand_in_the_order_of_their_triggers() -> None:
    marked = "[Kenya|STATE|KEN] wibbled [Somalia|STATE|SOM] and bombed [Chad|STATE|TCD]."
    words = {
        "wibbled": tells("ACCUSE", 0.9, **SIDES),
        "bombed": tells("ASSAULT"),
    }
    assert [event for event, _ in _told(marked, words)] == ["ACCUSE", "ASSAULT"]


def test_a_second_sentence_is_read_at_its_own_offsets() -> None:
    reading = read("Łódź slept 🙂. " + WIBBLED)
    sentence = reading.sentences[-1]
    analysis = RULES.analyse(reading, sentence, reading.mentions)
    text = sentence.span.of(reading.document.text)
    words = {"wibbled": tells("ACCUSE", 0.9, **SIDES)}
    (one,) = combine(RULES.codebook, analysis, (), scores(words, text), Thresholds())
    unit = analysis.units[one.finding.first]
    assert unit.text == "wibbled"
    assert [analysis.units[i].text for i in one.finding.actors] == ["Kenya"]
