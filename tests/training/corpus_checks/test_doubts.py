import pytest

from tests.training.sentences import corpus_sentences
from training.corpus_checks.doubts import doubts

LINE = "[s1=MLI Mali] [t1 sent] grain to [s2=TCD Chad] [d1={day} then].\n- AID t1: {rest}"


@pytest.mark.parametrize(
    ("day", "rest", "doubt"),
    [
        ("2027-03-15", "s1 > s2 | occurred | time d1", "on a day after the text"),
        ("2026-03", "s1 > s2 | occurred | time d1", "but not historical"),
        ("2027-03-01", "s1 > s2 | occurred | historical | time d1", "but of late"),
        ("2027-03-01", "s1 > s2 | planned | time d1", "planned for a day before"),
        ("2027", "s1 > | occurred", "no recipient"),
    ],
)
def test_slips_are_named_with_their_line(day: str, rest: str, doubt: str) -> None:
    (sentence,) = corpus_sentences(LINE.format(day=day, rest=rest))
    ((line, message),) = doubts(sentence)
    assert line == 6
    assert doubt in message


@pytest.mark.parametrize(
    ("day", "rest"),
    [
        ("2027-03-12", "s1 > s2 | occurred | time d1"),
        ("2027-03", "s1 > s2 | ongoing | time d1"),
        ("2027-04", "s1 > s2 | planned | time d1"),
        ("2019", "s1 > s2 | occurred | historical | time d1"),
    ],
)
def test_plain_events_raise_no_doubt(day: str, rest: str) -> None:
    (sentence,) = corpus_sentences(LINE.format(day=day, rest=rest))
    assert list(doubts(sentence)) == []


def test_counts_that_no_event_has_are_named() -> None:
    (sentence,) = corpus_sentences("[n1=dead:4 Four] drowned.\n0 accident")
    assert list(doubts(sentence)) == [(5, "n1: dead count in no event line")]
