"""The lexicon fits the codebook, and every word class that it names is there."""

from collections import Counter

from dragoman.codebook import Trigger, is_cameo_code, load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.coding.composition import load_composition
from dragoman.coding.contexts import contexts_in
from tests.coding.bracketed import codes, read

PLOVER = load_plover()
LEXICON = load_lexicon()


def test_every_event_and_mode_has_entries() -> None:
    found = {(entry.event, mode) for entry in LEXICON.entries for mode in entry.modes}
    for event in PLOVER.events:
        assert any(entry.event == event.name for entry in LEXICON.entries)
        assert {(event.name, mode) for mode in event.mode_names} <= found


def test_entries_use_the_codebook() -> None:
    for entry in LEXICON.entries:
        event = PLOVER.event(entry.event)
        assert set(entry.modes) <= set(event.mode_names), entry
        assert set(entry.contexts) <= set(PLOVER.context_names), entry
        assert entry.cameo is None or is_cameo_code(entry.cameo), entry


def test_word_classes_exist() -> None:
    named = {e[1:-1] for entry in LEXICON.entries for e in entry.elements if e.startswith("[")}
    assert named <= set(LEXICON.classes)


def test_patterns_are_unique_within_an_event() -> None:
    keys = Counter((e.kind, e.event, e.pattern, e.operator, e.modes) for e in LEXICON.entries)
    assert [key for key, count in keys.items() if count > 1] == []


def test_size() -> None:
    assert len(LEXICON.entries) > 4000


def test_composition_uses_the_codebook() -> None:
    for operator, row in load_composition().items():
        for content, target in row.items():
            if content in {"like", "status"}:
                continue
            event, _, mode = content.partition("/")
            assert PLOVER.event(event).name == event, operator
            assert not mode or mode in PLOVER.event(event).mode_names
            assert "mode" not in target or PLOVER.event(target["event"]).mode(target["mode"])
            assert "cameo" not in target or is_cameo_code(target["cameo"])


def test_triggers_of_ones_own() -> None:
    trigger = Trigger(phrase="dredge", event="COERCE", kind="verb")
    own = LEXICON.with_triggers([trigger])
    coder = RulesCoder(PLOVER, own)
    found = coder.code(read("[Laos|STATE|LAO] dredged the river in [Cambodia|STATE|KHM]."))
    assert [(item.event, codes(item.actors)) for item in found] == [("COERCE", "LAO")]


def test_contexts() -> None:
    assert set(contexts_in("The ambassador discussed oil sanctions.")) == {
        "diplomatic",
        "economic",
        "natural_resource",
    }
