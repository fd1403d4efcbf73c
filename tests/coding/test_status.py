"""Status and certainty of marked words, sentence by sentence, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding import status_of
from dragoman.coding.status.signatures import load_signatures
from dragoman.model import Certainty, Span, Status

CASES = """\
The army *shelled* the village.|occurred|certain
The army did not *shell* the village.|denied|certain
Not only did the army *shell* the village, it burned it.|occurred|certain
The army failed to *withdraw*.|denied|certain
The army did not fail to *withdraw*.|occurred|certain
The court ordered the police to *release* them.|hypothetical|possible
The government promised to *release* them.|planned|probable
The government promised not to *release* them.|denied|probable
The ministry denied that it had *shelled* the village.|denied|certain
The ministry denied that it had agreed to *leave*.|denied|probable
The rebels claim that they *shot* the pilot.|occurred|probable
If the army *attacks*, we will respond.|hypothetical|possible
If the army attacks, we will *respond*.|hypothetical|possible
Had the guards *fled*, the mob would have won.|denied|certain
They went to the capital to *negotiate*.|planned|probable
Troops are *advancing* on the city.|ongoing|certain
The minister said that troops would *advance*.|planned|certain
The planned *strike* was cancelled.|denied|certain
They called for an end to the *blockade*.|ongoing|certain
Did the army *shell* the village?|hypothetical|possible
The envoy left without *signing* the treaty.|denied|certain
Police prevented the crowd from *storming* the palace.|denied|certain
"""
WORDS = st.sampled_from(
    "The army did not fail to shell , if unless that said had have been being was will would of "
    "the threat to promised ordering n't no \" ' ? . ; and or planned from without us US".split()
)


@pytest.mark.parametrize("line", CASES.splitlines())
def test_sentence(line: str) -> None:
    marked, status, certainty = line.split("|")
    start = marked.index("*")
    span = Span(start, marked.rindex("*") - 1)
    reading = status_of(marked.replace("*", ""), span)
    assert (str(reading.status), str(reading.certainty)) == (status, certainty)
    assert reading.rule


def test_only_the_sentence_of_the_span_counts() -> None:
    text = "The army did not fire. Rebels shelled the port."
    reading = status_of(text, Span(text.index("shelled"), text.index(" the port")))
    assert reading.status is Status.OCCURRED


def test_the_cue_stands_in_the_text() -> None:
    text = "It rained. The army did not shell the port."
    reading = status_of(text, Span(text.index("shell"), text.index(" the port")))
    assert reading.cue is not None
    assert reading.cue.of(text) == "not"


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), st.data())
def test_any_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    reading = status_of(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
    assert reading.cue is None or Span(0, len(text)).covers(reading.cue)
    open_ = reading.status is Status.HYPOTHETICAL
    assert open_ == (reading.certainty is Certainty.POSSIBLE)


def test_signatures_are_many_and_well_formed() -> None:
    rows = {s for group in load_signatures().values() for s in group}
    assert len({(s.words, s.kind) for s in rows}) >= 350
    codes = {"+", "-", "0", ">", "o", "=", "~"}
    for signature in rows:
        assert signature.kind in {"verb", "noun", "adjective"}
        assert signature.frame in {"to", "objto", "that", "ing", "from", "np", "subj", "claim"}
        for code in (signature.affirmed, signature.negated):
            assert code[0] in codes
            assert code[1:] in {"", "?", "!"}
