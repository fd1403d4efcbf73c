from dataclasses import replace

import pytest

from dragoman.serve.words import told_by
from tests.formats.events import closing


@pytest.mark.parametrize(
    ("method", "second", "said"),
    [
        ("rules", "", "rules"),
        ("rules", "CONCEDE", "rules; so the reader"),
        ("rules", "RETREAT", "rules; the reader: RETREAT"),
        ("reader", "none", "reader; the rules: no event"),
    ],
)
def test_who_told_it_and_what_the_other_coder_sees(method: str, second: str, said: str) -> None:
    event = replace(closing(), event="CONCEDE", method=method, second=second)
    assert told_by(event) == said
