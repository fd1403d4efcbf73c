import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.marked import read_text
from tests.training.sentences import corpus_sentences
from training.corpus_checks.agreement import Overlap, agreement, agreement_table, kappa
from training.corpus_checks.bare import bare

FIRST = """\
[g1=MLI.REB Armed rebels] [t1 opened fire] on [o1=MLI.COP police post] and [t2 fled].
- ASSAULT/firearms t1: g1 > o1 | occurred
- RETREAT/withdraw t2: g1 > | occurred

It rained.
0 weather
"""
SECOND = """\
Armed [g1=MLI.REB rebels] opened [t1 fire] on [o1=MLI.COP police post] and fled.
- ASSAULT/heavy-weapons t1: o1 > g1 | denied | historical

It [t1 rained].
- AID t1: > | occurred

Nothing like it.
0 weather
"""


def test_markers_who_differ() -> None:
    found = agreement(corpus_sentences(FIRST), corpus_sentences(SECOND))
    assert (found.sentences, found.unpaired, found.event_pairs) == (2, 1, 1)
    assert found.mentions_exact == Overlap(2, 2, 1)
    assert found.mentions_overlapping == Overlap(2, 2, 2)
    assert found.triggers_exact == Overlap(2, 2, 0)
    assert found.triggers_overlapping == Overlap(2, 2, 1)
    assert found.roles == Overlap(2, 2, 0)
    assert (found.types, found.modes) == (1.0, 0.0)
    assert found.statuses == found.historical == 0
    assert "2 sentences marked twice" in agreement_table(found)


def test_a_marker_agrees_with_oneself() -> None:
    found = agreement(corpus_sentences(FIRST), corpus_sentences(FIRST))
    assert found.roles.f1 == found.triggers_exact.f1 == found.types == found.eventful == 1
    assert found.event_pairs == 2


def test_kappa_takes_chance_off() -> None:
    answers = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert kappa(answers) == pytest.approx(0.4)
    assert kappa([("a", "b"), ("b", "a")]) == -1
    assert kappa([]) == kappa([("a", "a")]) == 1


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"))))
def test_kappa_does_not_care_who_is_first(answers: list[tuple[str, str]]) -> None:
    turned = [(other, one) for one, other in answers]
    assert kappa(answers) == pytest.approx(kappa(turned))
    assert kappa(answers) <= 1


def test_bare_sentences_are_the_same_sentences_with_nothing_marked() -> None:
    text = (
        "== report r\ndate: 2027-03-14\noutlet: Courier\n\n"
        r"title| [s1=MLI Mali] \[again\] [t1 talks]" + "\n- CONSULT t1: s1 > | ongoing\n\n"
        "It rained.\n0 weather\n\n== sentences s\ndate: 2027-03-15\n\nIt hailed.\n0 weather\n"
    )
    sentences, _ = read_text(text, "a.txt")
    plain, _ = read_text(bare(sentences), "a.txt")
    assert [(one.text, one.name, one.block, one.date, one.outlet) for one in plain] == [
        (one.text, one.name, one.block, one.date, one.outlet) for one in sentences
    ]
    assert not any(one.marks or one.events or one.reason for one in plain)
