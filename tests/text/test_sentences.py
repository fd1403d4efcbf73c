import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.sentences import split

CASES = [
    ("One came. Two went.", ["One came.", "Two went."]),
    (
        "Gen. Petros Sahak met Mr. Lund. They spoke.",
        ["Gen. Petros Sahak met Mr. Lund.", "They spoke."],
    ),
    ("The U.S. Navy sailed. It returned.", ["The U.S. Navy sailed.", "It returned."]),
    ("U.S. President Alto spoke. He left.", ["U.S. President Alto spoke.", "He left."]),
    ("He flew to the U.S. The visit was short.", ["He flew to the U.S.", "The visit was short."]),
    ("J. R. Alto resigned.", ["J. R. Alto resigned."]),
    ("“We agreed.” The minister left.", ["“We agreed.”", "The minister left."]),
    ('"Will you come?" she asked. He nodded.', ['"Will you come?" she asked.', "He nodded."]),
    ("It closed on Jan. 5. Trade resumed.", ["It closed on Jan. 5.", "Trade resumed."]),
    (
        "At 5 p.m. the gates shut. At 6 p.m. The guards left.",
        ["At 5 p.m. the gates shut.", "At 6 p.m.", "The guards left."],
    ),
    ("It rose 3.5 percent. Prices fell.", ["It rose 3.5 percent.", "Prices fell."]),
    ("First line\nSecond line", ["First line", "Second line"]),
    ("Wait… Then it began!  “Run!” they cried.", ["Wait…", "Then it began!", "“Run!” they cried."]),
    ("Acme Corp. said so. Acme Inc. The end.", ["Acme Corp. said so.", "Acme Inc.", "The end."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_split(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in split(text)] == expected


@given(st.text(alphabet="Ab .!?\n\"'”“U.S1", max_size=80))
def test_sentences_are_ordered_and_lose_only_white_space(text: str) -> None:
    spans = split(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = set()
    for span in spans:
        kept.update(range(span.start, span.end))
    assert all(text[i].isspace() for i in range(len(text)) if i not in kept)
