"""Recipients that earlier sentences give."""

import pytest

from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from tests.coding.bracketed import codes, read

CODER = RulesCoder(load_plover(), load_lexicon())
A, B, F = "[Ankara|STATE|TUR]", "[Baku|STATE|AZE]", "[Paris|STATE|FRA]"


@pytest.mark.parametrize(
    ("text", "event", "recipients"),
    [
        (f"{A} accused {B} of treason. {B} rejected the charge.", "REJECT", "TUR"),
        (f"{A} released [ten men|GROUP|MEN]. {F} welcomed the step.", "SUPPORT", "TUR"),
        (f"{A} expelled [envoys|GROUP|ENV]. {F} condemned the decision.", "ACCUSE", "TUR"),
        (f"{A} attacked {B}. {F} urged restraint.", "REQUEST", "AZE+TUR"),
        (f"{A} attacked {B}. Nobody spoke. {A} launched an attack at dawn.", "ASSAULT", "AZE"),
    ],
)
def test_answers_go_to_whom_they_answer(text: str, event: str, recipients: str) -> None:
    found = [item for item in CODER.code(read(text)) if item.event == event]
    assert codes(found[-1].recipients) == recipients


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (f"{A} praised {B}. {F} rejected the plan.", "REJECT"),
        (f"{A} attacked {B}. {F} criticised delays.", "ACCUSE"),
        (f"{A} attacked {B}. {F} called for reform.", "REQUEST"),
    ],
)
def test_nothing_is_answered_without_need(text: str, event: str) -> None:
    found = [item for item in CODER.code(read(text)) if item.event == event]
    assert all(not item.recipients for item in found)


def test_the_rule_tells_it() -> None:
    *_, last = CODER.code(read(f"{A} attacked {B}. {F} urged restraint."))
    assert last.rule.endswith("; recipients of ASSAULT told before")
