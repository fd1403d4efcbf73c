"""The example codebook of one's own: every phrase of it codes a sentence as it says."""

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.codebook import EventType, Trigger, load_codebook, load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.coding.wording import noun_pattern, verb_patterns
from tests.coding.bracketed import codes, read

WATER = load_codebook(Path(__file__).parents[2] / "examples" / "codebooks" / "water.toml")
CODER = RulesCoder(WATER, load_lexicon())

PHRASES = [
    ("cut off water", "Turkey cut off water to Syria on Monday."),
    ("cut the water supply", "Turkey has cut Syria's water supply, officials said."),
    ("shut off the water", "Turkey shut off water to Syria after talks failed."),
    ("turn off the taps", "Turkey turned off the taps to Syria."),
    ("close the sluices", "In the night Turkey closed all the sluices to Syria."),
    ("deprive of water", "Turkey is depriving Syria of its water."),
    ("water cut", "Turkey announced a water cut against Syria."),
    ("water cut-off", "Turkey imposed a three-day water cut-off on Syria."),
    ("water blockade", "Turkey imposed a water blockade on Syria."),
    ("dam the river", "Turkey dammed the river on its border with Syria."),
    ("divert the river", "Turkey has diverted the river away from Syria."),
    ("hold back the river", "Turkey is holding back the river from Syria."),
    ("fill the reservoir", "Turkey began to fill the reservoir against the wishes of Syria."),
    ("poison the well", "Turkey poisoned the wells of Syria."),
    ("poison the water", "Turkey poisoned Syria's water."),
    ("contaminate the river", "Turkey contaminated the rivers of Syria."),
    ("pollute the river", "Turkey polluted the river in Syria."),
    ("share the water", "Turkey shared the water of the dam with Syria."),
    ("share the river", "Turkey shares the river with Syria."),
    ("release water", "Turkey released more water to Syria."),
    ("open the sluices", "Turkey opened the sluices for Syria."),
    ("joint operation of the dam", "Turkey began joint operation of the large dam with Syria."),
    ("release of water", "Turkey announced the release of water to Syria."),
    ("accuse of hoarding water", "Turkey accused Syria of hoarding water."),
    ("blame for the low river", "Turkey blamed Syria for the low river."),
]
"""Turkey phrase with a sentence in which Turkey is the actor, Syria the recipient."""

OTHER_WORDS = [
    ("WATER_CUT", "Turkey turned the taps off in Syria last week."),
    ("WATER_CUT", "Turkey cut water off to Syria."),
    ("WATER_CUT", "Turkey announced a water blockade of Syria."),
    ("WATER_CUT", "A water blockade was imposed on Syria by Turkey."),
    ("WATER_CUT", "The water to Syria was cut off by Turkey."),
    ("WATER_CUT", "Syria was deprived of water by Turkey."),
    ("WATER_CUT", "The taps were turned off by Turkey in Syria."),
    ("WATER_CUT", "Turkey will cut off water to Syria."),
    ("WATER_CUT", "Turkey's water blockade of Syria entered its third week."),
    ("WATER_SHARE", "Turkey and Syria shared the river."),
    ("WATER_SHARE", "The release of water by Turkey to Syria began."),
    ("ACCUSE", "Syria was accused of hoarding water by Turkey."),
]

SHIPPED = [
    ("COERCE", "Turkey cut off gas to Syria."),
    ("RETREAT", "Turkey lifted its water blockade of Syria."),
    ("THREATEN", "Turkey threatened to cut off water to Syria."),
    ("AGREE", "Turkey agreed to share the water with Syria."),
    ("ACCUSE", "Turkey condemned the water blockade of Syria."),
    ("ASSAULT", "Turkey attacked Syria."),
]
"""What stays an event of PLOVER, as the borders of the codebook say."""


def told(text: str, coder: RulesCoder = CODER) -> list[tuple[str, str, str]]:
    """Type, actor and recipient of all events of a sentence about Turkey and Syria."""
    marked = text.replace("Turkey", "[Turkey|STATE|TUR]").replace("Syria", "[Syria|STATE|SYR]")
    found = coder.code(read(marked))
    return [(item.event, codes(item.actors), codes(item.recipients)) for item in found]


def test_every_phrase_of_the_example_has_a_sentence() -> None:
    assert [phrase for phrase, _ in PHRASES] == [trigger.phrase for trigger in _triggers()]


def _triggers() -> list[Trigger]:
    """In the order of the file: PLOVER's types, which come first in the codebook, last."""
    own = [t for t in WATER.triggers if t.event.startswith("WATER_")]
    return [*own, *(t for t in WATER.triggers if t not in own)]


@pytest.mark.parametrize(
    ("trigger", "text"),
    [(trigger, text) for trigger, (_, text) in zip(_triggers(), PHRASES, strict=True)],
    ids=[phrase for phrase, _ in PHRASES],
)
def test_phrase(trigger: Trigger, text: str) -> None:
    assert told(text) == [(trigger.event, "TUR", "SYR")]


@pytest.mark.parametrize(("event", "text"), OTHER_WORDS)
def test_other_constructions(event: str, text: str) -> None:
    assert told(text) == [(event, "TUR", "SYR")]


@pytest.mark.parametrize(("event", "text"), SHIPPED)
def test_shipped_events_stay(event: str, text: str) -> None:
    assert told(text) == [(event, "TUR", "SYR")]


def test_modes_and_contexts() -> None:
    text = "[Turkey|STATE|TUR] has diverted the river away from [Syria|STATE|SYR]."
    (event,) = CODER.code(read(text))
    assert event.modes == ("river",)
    assert set(event.contexts) >= {"dams", "natural_resource"}
    assert event.cameo == "171"


def test_an_event_type_without_cameo_code_is_coded_without() -> None:
    plover = load_plover()
    trigger = Trigger(phrase="drain the marshes", event="DRAIN")
    drain = EventType(name="DRAIN", definition="", quad=4, score=-5, triggers=(trigger,))
    book = replace(plover, name="marsh", events=(*plover.events, drain))
    found = RulesCoder(book, load_lexicon()).code(
        read("[Iraq|STATE|IRQ] drained the marsh of [Iran|STATE|IRN].")
    )
    assert [(e.event, codes(e.recipients), e.cameo) for e in found] == [("DRAIN", "IRN", None)]


def test_patterns_of_phrases() -> None:
    assert verb_patterns("turn off the taps") == ("turn off taps", "turn taps off")
    assert verb_patterns("deprive of water") == ("deprive of water", "deprive + of water")
    assert verb_patterns("dredge") == ("dredge", "dredge +", "dredge *")
    assert verb_patterns("dry out") == (
        "dry out",
        "dry out +",
        "dry out *",
        "dry + out",
        "dry * out",
    )
    assert verb_patterns("cut off * water") == ("cut off * water",)
    assert verb_patterns("cut off from the water") == (
        "cut off from water",
        "cut off + from water",
        "cut + off from water",
    )
    assert noun_pattern("joint operation of the dam") == "joint operation of dam"
