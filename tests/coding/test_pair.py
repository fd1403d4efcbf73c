import pytest

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.model import Span
from tests.coding.bracketed import read

CODER = RulesCoder(load_plover(), load_lexicon())


@pytest.mark.parametrize(
    ("text", "source", "target", "event"),
    [
        ("Kenya praised Chad and bombed Somalia.", "Kenya", "Somalia", "ASSAULT"),
        ("Kenya praised Chad and bombed Somalia.", "Kenya", "Chad", "SUPPORT"),
        ("Peru was sanctioned by Spain.", "Spain", "Peru", "SANCTION"),
        ("A judge in Oslo freed two men on Friday.", "A judge in Oslo", "two men", "RETREAT"),
        ("Chile, Peru: a treaty was signed.", "Chile", "Peru", "SUPPORT"),
    ],
)
def test_pair(text: str, source: str, target: str, event: str) -> None:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    found = CODER.classify_pair(read(text), *spans)
    assert found is not None
    assert found.event == event
    assert len(found.actors) == len(found.recipients) == 1


def test_no_words_no_event() -> None:
    assert CODER.classify_pair(read("Chile lies west of Peru."), Span(0, 5), Span(19, 23)) is None
