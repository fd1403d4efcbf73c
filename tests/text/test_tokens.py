import itertools

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.tokens import tokenize


def test_marks_numbers_and_possessives_are_tokens_of_their_own() -> None:
    words = [
        token.text
        for token in tokenize("Yerevan's U.S. envoy paid 1,200.50 (cross-border), don't.")
    ]
    assert words == [
        "Yerevan",
        "'s",
        "U.S.",
        "envoy",
        "paid",
        "1,200.50",
        "(",
        "cross-border",
        ")",
        ",",
        "don't",
        ".",
    ]


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
