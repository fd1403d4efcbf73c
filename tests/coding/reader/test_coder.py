"""The whole coder: hand-built readings, hand-built networks."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.coding.reader import ReaderCoder
from dragoman.coding.reader.combining import Thresholds
from dragoman.engine import find_weights, open_network
from dragoman.engine.tokens import LONGEST
from dragoman.model import BlockKind, EventMention, MentionKind, Reading, Status
from tests.coding.bracketed import codes, read
from tests.coding.reader.networks import Says, network, tells

PLOVER = load_plover()
RULES = RulesCoder(PLOVER, load_lexicon())
SIDES = {"Kenya": "actor", "Somalia": "recipient"}


def _coder(words: Mapping[str, Says], limits: Thresholds | None = None) -> ReaderCoder:
    return ReaderCoder(RULES, network(words), limits or Thresholds())


def _coded(marked: str, words: Mapping[str, Says]) -> tuple[EventMention, ...]:
    return _coder(words).code(read(marked))[1]


def _told(marked: str, words: Mapping[str, Says]) -> list[tuple[str, str, str]]:
    return [(e.event, codes(e.actors), codes(e.recipients)) for e in _coded(marked, words)]


def test_the_network_alone_tells_an_event() -> None:
    marked = "Łódź 🙂: [Kenya|STATE|KEN] wibbled [Somalia|STATE|SOM]."
    reading = read(marked)
    (event,) = _coder({"wibbled": tells("ASSAULT", 0.9, "aerial", **SIDES)}).code(reading)[1]
    assert event.trigger.of(reading.document.text) == "wibbled"
    assert (event.event, event.modes, event.status) == ("ASSAULT", ("aerial",), Status.OCCURRED)
    assert (codes(event.actors), codes(event.recipients)) == ("KEN", "SOM")


def test_without_the_network_the_rules_would_tell_it() -> None:
    marked = "[Kenya|STATE|KEN] bombed [Somalia|STATE|SOM]."
    (ruled,) = RULES.code(read(marked))
    assert (replace(ruled, second="ASSAULT"),) == _coded(marked, {"bombed": tells("ASSAULT")})
    assert _coded(marked, {}) == ()


@pytest.mark.parametrize(
    ("verb", "read_as", "told"),
    [
        ("bombed", tells("ASSAULT", 0.5), ("ASSAULT", "rules", "ASSAULT")),
        ("bombed", tells("COERCE", 0.5), ("ASSAULT", "rules", "COERCE")),
        ("bombed", tells("COERCE", 0.99), ("COERCE", "reader", "ASSAULT")),
        ("bombed", tells("ASSAULT", 0.2), ("ASSAULT", "rules", "none")),
        ("wibbled", tells("ASSAULT", 0.9, **SIDES), ("ASSAULT", "reader", "none")),
    ],
)
def test_an_event_says_which_coder_told_it_and_what_the_other_sees(
    verb: str, read_as: Says, told: tuple[str, str, str]
) -> None:
    marked = f"[Kenya|STATE|KEN] {verb} [Somalia|STATE|SOM]."
    assert [(e.event, e.method, e.second) for e in _coded(marked, {verb: read_as})] == [told]


def test_a_mention_of_the_network_can_be_a_side() -> None:
    marked = "[Kenya|STATE|KEN] wibbled the Zaghawa fighters."
    words = {
        "wibbled": tells("ASSAULT", 0.9, Kenya="actor", Zaghawa="recipient"),
        "Zaghawa": Says(mention={"B-g": 0.9}),
        "fighters": Says(mention={"I-g": 0.9}),
    }
    reading, (event,) = _coder(words).code(read(marked))
    added = {mention.id: mention for mention in reading.mentions}
    (recipient,) = event.recipients
    assert added[recipient].head == "Zaghawa fighters"
    assert added[recipient].kind is MentionKind.GROUP


@pytest.mark.parametrize("event", ["ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REQUEST"])
def test_a_type_that_needs_a_recipient_is_not_told_without(event: str) -> None:
    needs = PLOVER.event(event).recipient_required
    words = {"wibbled": tells(event, 0.99, Kenya="actor")}
    found = _told("[Kenya|STATE|KEN] wibbled at dawn.", words)
    assert (not needs) or found == []
    assert all(kind == event for kind, _, _ in found)


def test_sides_of_a_mutual_event_are_put_together() -> None:
    words = {"wibbled": tells("CONSULT", 0.95, **SIDES)}
    assert PLOVER.event("CONSULT").is_mutual(())
    found = _told("[Kenya|STATE|KEN] wibbled [Somalia|STATE|SOM].", words)
    assert found == [("CONSULT", "KEN+SOM", "")]


def test_a_mode_that_is_not_mutual_keeps_them_apart() -> None:
    event, mode = next(
        (event.name, mode)
        for event in PLOVER.events
        for mode in event.mode_names
        if event.is_mutual(()) and not event.is_mutual((mode,)) and event.name == "CONSULT"
    )
    marked = "[The president of Kenya|PERSON|KEN] wibbled [Somalia|STATE|SOM]."
    words = {"wibbled": tells(event, 0.95, mode, The="actor", Somalia="recipient")}
    (found,) = _coded(marked, words)
    assert (found.modes, codes(found.actors), codes(found.recipients)) == ((mode,), "KEN", "SOM")


def test_mobilisation_beside_an_assault_of_the_same_side_is_left_out() -> None:
    marked = "[Kenya|STATE|KEN] flibbed and wibbled [Somalia|STATE|SOM]."
    words = {
        "flibbed": tells("MOBILIZE", 0.95, Kenya="actor"),
        "wibbled": tells("ASSAULT", 0.95, **SIDES),
    }
    assert [kind for kind, _, _ in _told(marked, words)] == ["ASSAULT"]


def test_a_conviction_beats_an_allegation() -> None:
    marked = "[Kenya|STATE|KEN] flibbed and wibbled [Somalia|STATE|SOM]."
    words = {
        "flibbed": tells("ACCUSE", 0.95, "allege", **SIDES),
        "wibbled": tells("SANCTION", 0.95, "convict", **SIDES),
    }
    assert "SANCTION/convict" in _modes()
    assert [kind for kind, _, _ in _told(marked, words)] == ["SANCTION"]


def _modes() -> set[str]:
    return {f"{event.name}/{mode}" for event in PLOVER.events for mode in event.mode_names}


def test_what_governments_protest_is_disapproval() -> None:
    marked = "[Kenya|STATE|KEN] protested against [Somalia|STATE|SOM]."
    (event,) = _coded(marked, {"protested": tells("PROTEST")})
    assert (event.event, event.modes) == ("ACCUSE", ("disapprove",))


@pytest.mark.parametrize(
    ("marked", "word", "read_as", "event"),
    [
        ("[Kenya|STATE|KEN] will meet [Somalia|STATE|SOM].", "meet", "CONSULT", "AGREE"),
        (
            "[Kenya|STATE|KEN] will withdraw its troops from [Somalia|STATE|SOM].",
            "withdraw",
            "RETREAT",
            "CONCEDE",
        ),
    ],
)
def test_what_is_announced_is_told_as_the_rules_compose_it(
    marked: str, word: str, read_as: str, event: str
) -> None:
    assert [one.event for one in RULES.code(read(marked))] == [event]
    assert [kind for kind, _, _ in _told(marked, {word: tells(read_as)})] == [event]


def test_captions_are_not_read() -> None:
    reading = read("[Kenya|STATE|KEN] wibbled [Somalia|STATE|SOM].", block=BlockKind.CAPTION)
    words = {"wibbled": tells("ASSAULT", 0.9, **SIDES)}
    assert _coder(words).code(reading) == (reading, ())


def test_a_report_without_sentences_is_none() -> None:
    reading = replace(read(""), sentences=(), mentions=())
    assert _coder({}).code(reading) == (reading, ())


def test_a_sentence_longer_than_the_network_reads_leaves_its_end_untold() -> None:
    start = "[Kenya|STATE|KEN] wibbled [Somalia|STATE|SOM]"
    end = "[Kenya|STATE|KEN] bombed [Somalia|STATE|SOM]."
    words = {"wibbled": tells("ACCUSE", 0.9, **SIDES), "bombed": tells("ASSAULT")}
    near = _told(f"{start} and {end}", words)
    far = _told(f"{start} {'very ' * LONGEST} and {end}", words)
    assert [kind for kind, _, _ in near] == ["ACCUSE", "ASSAULT"]
    assert [kind for kind, _, _ in far] == ["ACCUSE"]


PARTS = (
    "[Kenya|STATE|KEN] wibbled [Somalia|STATE|SOM].",
    "[Chad|STATE|TCD] slept.",
    "Łódź: [the rebels|GROUP|REB] blorped [Somalia|STATE|SOM] for a long time in the 東京 night.",
    "[Norway|STATE|NOR] bombed [Chad|STATE|TCD].",
)
SCORES = st.floats(0, 0.99)


@st.composite
def vocabularies(draw: st.DrawFn) -> dict[str, Says]:
    return {
        "wibbled": tells("ACCUSE", draw(SCORES), **SIDES),
        "blorped": tells("COERCE", draw(SCORES), the="actor", Somalia="recipient"),
        "bombed": tells(draw(st.sampled_from(("ASSAULT", "SANCTION"))), draw(SCORES)),
        "slept": tells("PROTEST", draw(SCORES), Chad="actor"),
        "東京": Says(mention={"B-l": draw(SCORES)}),
        "Łódź": Says(mention={"B-l": draw(SCORES)}),
    }


def _joined(parts: list[str]) -> Reading:
    return read(" ".join(parts))


@settings(max_examples=40, deadline=None)
@given(vocabularies(), st.lists(st.sampled_from(PARTS), max_size=4))
def test_every_span_lies_in_its_sentence(words: dict[str, Says], parts: list[str]) -> None:
    reading, events = _coder(words).code(_joined(parts))
    known = {mention.id: mention for mention in reading.mentions}
    for event in events:
        sentence = reading.sentences[event.sentence].span
        assert sentence.covers(event.trigger)
        assert event.trigger.of(reading.document.text).strip()
        for side in (*event.actors, *event.recipients):
            assert sentence.covers(known[side].span)
            assert known[side].head in reading.document.text
        assert 0 <= event.score <= 1


@settings(max_examples=40, deadline=None)
@given(vocabularies(), st.permutations(PARTS))
def test_the_order_of_sentences_does_not_matter(words: dict[str, Says], parts: list[str]) -> None:
    def told(given: list[str]) -> list[tuple[str, str]]:
        reading, events = _coder(words).code(_joined(given))
        return sorted((e.event, e.trigger.of(reading.document.text)) for e in events)

    assert told(parts) == told(list(PARTS))


@settings(max_examples=40, deadline=None)
@given(
    vocabularies(),
    st.sampled_from(("alone", "doubt", "role")),
    st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted),
)
def test_a_higher_threshold_never_tells_more(
    words: dict[str, Says], name: str, limits: list[float]
) -> None:
    reading = _joined(list(PARTS))
    low, high = (
        {
            (one.sentence, one.trigger)
            for one in _coder(words, replace(Thresholds(), **{name: limit})).code(reading)[1]
        }
        for limit in limits
    )
    assert high <= low


def test_the_shipped_network_reads_a_report() -> None:
    reading = read(
        "[Norwegian jets|GROUP|NOR] bombed [Libya|STATE|LBY] on Monday. The soup was cold. "
        "[Chad|STATE|TCD] expelled [the ambassador of Sudan|PERSON|SDN]."
    )
    coder = ReaderCoder(RULES, open_network(find_weights()))
    fuller, events = coder.code(reading)
    assert {(one.sentence, one.event) for one in events} == {(0, "ASSAULT"), (2, "SANCTION")}
    assert set(reading.mentions) <= set(fuller.mentions)
    assert coder.code(reading) == (fuller, events)
