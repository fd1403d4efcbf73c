import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.flow.assemble import QUOTE_WORDS, quote_span
from dragoman.flow.whereabouts import place_of
from dragoman.model import Mention, MentionKind, Span
from dragoman.resolve import load_knowledge_base, resolve_mention
from tests.ledger.build import Report, coded


def test_a_short_sentence_is_quoted_whole() -> None:
    text = "Norland closed the port."
    assert quote_span(text, Span(0, len(text)), Span(8, 14)).of(text) == text


@pytest.mark.parametrize("place", [0, 20, 59])
def test_a_long_sentence_is_quoted_around_the_trigger(place: int) -> None:
    words = [f"w{number}" for number in range(60)]
    text = " ".join(words)
    start = text.index(f"w{place}")
    quote = quote_span(text, Span(0, len(text)), Span(start, start + 2)).of(text)
    assert len(quote.split()) == QUOTE_WORDS
    assert f"w{place}" in quote.split()


@given(st.lists(st.text("ab, ", min_size=1, max_size=6), min_size=1, max_size=60), st.integers(0))
def test_quotes_lie_inside_the_sentence_and_hold_the_trigger(parts: list[str], seed: int) -> None:
    text = " ".join(parts)
    if not text.strip():
        return
    places = [index for index, letter in enumerate(text) if not letter.isspace()]
    start = places[seed % len(places)]
    sentence = Span(places[0], places[-1] + 1)
    span = quote_span(text, sentence, Span(start, start + 1))
    assert sentence.covers(span)
    assert span.covers(Span(start, start + 1))
    assert len(span.of(text).split()) <= QUOTE_WORDS


@pytest.mark.parametrize(
    ("head", "rule", "state", "resolved", "precision"),
    [
        ("N'Djamena", "capital-as-place:in", "TCD", "N'Djamena", "city"),
        ("Yerevan", "capital-as-place:in", "ARM", "Yerevan", "city"),
        ("Chad", "place-name", "TCD", "Chad", "country"),
    ],
)
def test_a_capital_is_a_place_of_its_own(
    head: str, rule: str, state: str, resolved: str, precision: str
) -> None:
    document = coded(Report(name="a", body=f"{head} saw talks.")).document
    start = document.text.index(head)
    mention = Mention(
        id="m1",
        span=Span(start, start + len(head)),
        sentence=0,
        kind=MentionKind.PLACE,
        head=head,
        rule=rule,
        chain="m1",
        candidates=(state,),
    )
    found = place_of(document, mention, resolve_mention(load_knowledge_base(), mention, None))
    assert (found.resolved, found.country_code) == (resolved, state)
    assert found.resolution == precision
