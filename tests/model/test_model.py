import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Role, Span, content_id

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(*sorted(pair)))


def test_no_span_runs_backwards() -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(3, 2)


@given(spans, spans)
def test_overlap_is_mutual_and_follows_from_cover(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if one.covers(other) and len(other):
        assert one.overlaps(other)


@given(st.text(max_size=60), spans, st.integers(0, 9))
def test_a_shifted_span_has_the_same_words(text: str, span: Span, by: int) -> None:
    padded = "x" * by + text
    assert span.shifted(by).of(padded) == span.of(text)


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_ids_differ_where_parts_do(one: list[str], other: list[str]) -> None:
    if "\x1f" in "".join(one + other):
        return
    same = one == other or [*one, *other] in ([""], [])
    assert (content_id("x", *one) == content_id("x", *other)) == same


def test_a_role_holds_from_its_first_day_to_the_day_before_its_last() -> None:
    role = Role(
        code="ARM",
        sector="GOV",
        valid_from=datetime.date(2020, 1, 1),
        valid_to=datetime.date(2021, 1, 1),
    )
    assert role.holds_on(datetime.date(2020, 1, 1))
    assert role.holds_on(datetime.date(2020, 12, 31))
    assert not role.holds_on(datetime.date(2021, 1, 1))
    assert Role(code="ARM", sector="GOV").holds_on(datetime.date(1990, 1, 1))
