"""Times, attributions, repeats and order over whole reports."""

import datetime

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.model import Attribution, AttributionKind, BlockKind, Span, TimeBasis
from tests.coding.bracketed import PUBLISHED, codes, read

CODER = RulesCoder(load_plover(), load_lexicon())
AUTUMN = (datetime.date(2023, 9, 1), datetime.date(2023, 11, 30))


def test_published_day_where_nothing_is_said() -> None:
    (event,) = CODER.code(read("[Iran|STATE|IRN] criticised [Iraq|STATE|IRQ]."))
    assert event.time.basis is TimeBasis.PUBLISHED
    assert event.time.earliest == PUBLISHED
    assert not event.historical


def test_a_time_belongs_to_the_nearest_event() -> None:
    text = (
        "[Yerevan|STATE|ARM] criticised [Moscow|STATE|RUS] for its silence during the offensive "
        "by [Baku|STATE|AZE] in the autumn of 2023."
    )
    found = {e.event: e for e in CODER.code(read(text, {"the autumn of 2023": AUTUMN}))}
    assert found["ASSAULT"].historical
    assert found["ASSAULT"].time.earliest == AUTUMN[0]
    assert not found["ACCUSE"].historical


def test_background_goes_on_in_the_next_sentence() -> None:
    text = (
        "[Baku|STATE|AZE] attacked [the enclave|GROUP|NKR] in the autumn of 2023. "
        "[Moscow|STATE|RUS] expelled [envoys|GROUP|ENV] of [Baku|STATE|AZE]. "
        "[Paris|STATE|FRA] criticised [Baku|STATE|AZE]."
    )
    _, second, third = CODER.code(read(text, {"the autumn of 2023": AUTUMN}))
    assert second.historical
    assert second.time.rule == "sentence before: test"
    assert third.time.basis is TimeBasis.PUBLISHED


def test_the_same_event_in_title_and_text_is_one() -> None:
    text = (
        "[Israel|STATE|ISR] bombed [Syria|STATE|SYR]. "
        "On Sunday, [Israel|STATE|ISR] bombed [Syria|STATE|SYR] again."
    )
    (event,) = CODER.code(read(text, block=BlockKind.TITLE))
    assert len(event.repeats) == 1


def test_denied_and_asserted_stay_apart() -> None:
    text = (
        "[Ankara|STATE|TUR] bombed [Syria|STATE|SYR]. "
        "[Ankara|STATE|TUR] denied that it had bombed [Syria|STATE|SYR]."
    )
    assert [str(event.status) for event in CODER.code(read(text))] == ["occurred", "denied"]


def test_captions_are_not_coded() -> None:
    reading = read("[Israel|STATE|ISR] bombed [Syria|STATE|SYR].", block=BlockKind.CAPTION)
    assert CODER.code(reading) == ()


def test_chain_of_speakers() -> None:
    text = "Peskov told Reuters that [Putin|PERSON|RUS] met [Xi|PERSON|CHN]."
    content = Span(text.index("[Putin"), len("Peskov told Reuters that Putin met Xi."))
    inner = Attribution(
        id="inner",
        content=content,
        cue=Span(7, 11),
        kind=AttributionKind.INDIRECT,
        rule="test",
        outer="outer",
    )
    outer = Attribution(
        id="outer",
        content=Span(0, content.end),
        cue=Span(12, 19),
        kind=AttributionKind.INDIRECT,
        rule="test",
    )
    (event,) = CODER.code(read(text, attributions=(outer, inner)))
    assert event.attributions == ("inner", "outer")
    assert codes(event.actors) == "CHN+RUS"


def test_place_is_not_a_side() -> None:
    (event,) = CODER.code(
        read("[Israel|STATE|ISR] bombed [Hamas fighters|GROUP|HAM] in [Gaza|PLACE|GAZ].")
    )
    assert event.place is not None
    assert event.place.startswith("GAZ@")
    assert codes(event.recipients) == "HAM"
