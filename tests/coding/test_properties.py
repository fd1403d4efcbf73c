"""What holds for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.model import Span
from tests.coding.bracketed import read

PLOVER = load_plover()
CODER = RulesCoder(PLOVER, load_lexicon())
WORDS = st.sampled_from(
    "[Russia|STATE|RUS] [the rebels|GROUP|REB] [Oslo|PLACE|OSL] [its|STATE|RUS] agreed to withdraw "
    "troops from , and who said that not will be attacked by on Monday killing 20 people the talks "
    "between with accused of - ' ( ; . imposed sanctions demand for 's".split(" ")
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_spans_lie_in_their_sentences(text: str) -> None:
    reading = read(text)
    for event in CODER.code(reading):
        sentence = reading.sentences[event.sentence].span
        assert sentence.covers(event.trigger)
        assert len(event.trigger) > 0
        assert event.status_cue is None or sentence.covers(event.status_cue)
        assert all(sentence.covers(size.span) for size in event.sizes)
        assert 0 <= event.score <= 1
        assert event.actors or event.recipients
        assert event.event in PLOVER.event_names
        if PLOVER.event(event.event).recipient_required:
            assert event.recipients


@settings(max_examples=50, deadline=None)
@given(SENTENCES)
def test_the_same_reading_gives_the_same_events(text: str) -> None:
    assert CODER.code(read(text)) == CODER.code(read(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_arbitrary_text_does_no_harm(text: str) -> None:
    CODER.code(read(text))


@settings(max_examples=100, deadline=None)
@given(SENTENCES, st.integers(0, 40), st.integers(0, 40))
def test_any_pair_of_spans_does_no_harm(text: str, first: int, second: int) -> None:
    reading = read(text)
    last = len(reading.document.text)
    spans = [Span(min(at, last), min(at + 5, last)) for at in (first, second)]
    CODER.classify_pair(reading, *spans)
