import pytest

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from tests.coding.bracketed import read

CODER = RulesCoder(load_plover(), load_lexicon())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("killed at least 20 people", [("dead", 20, None, "at least 20")]),
        (
            "killed three civilians and wounded dozens",
            [("dead", 3, 3, "three"), ("injured", 24, None, "dozens")],
        ),
        ("arrested 1,200 protesters", [("arrested", 1200, 1200, "1,200")]),
        ("detained up to forty-two students", [("arrested", 0, 42, "up to forty-two")]),
        ("deployed two thousand troops", [("troops", 2000, 2000, "two thousand")]),
    ],
)
def test_sizes(text: str, expected: list[tuple[str, int, int | None, str]]) -> None:
    reading = read(f"[Azerbaijan|STATE|AZE] {text} near [Armenia|STATE|ARM].")
    sizes = CODER.code(reading)[0].sizes
    words = reading.document.text
    assert [(str(s.kind), s.low, s.high, s.span.of(words)) for s in sizes] == expected
