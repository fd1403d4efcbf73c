from hypothesis import given
from hypothesis import strategies as st

from dragoman.marked import Mark, parse_marks, render_marks
from dragoman.model import Span

ALPHABET = "aB ,.[]\\é'1"


def _words(line: str) -> dict[str, str]:
    text, marks, faults = parse_marks(line)
    assert faults == ()
    return {mark.key: mark.span.of(text) for mark in marks}


def test_marks_are_taken_out_and_their_spans_count_in_what_is_left() -> None:
    line = "[s1=FRA France] [t1 sent] aid to [g1=TCD.MIL [s2=TCD Chad]'s army] ."
    text, marks, faults = parse_marks(line)
    assert text == "France sent aid to Chad's army."
    assert faults == ()
    assert [(mark.key, mark.value, mark.span.of(text)) for mark in marks] == [
        ("s1", "FRA", "France"),
        ("t1", "", "sent"),
        ("g1", "TCD.MIL", "Chad's army"),
        ("s2", "TCD", "Chad"),
    ]


def test_blanks_are_evened_out() -> None:
    line = "  In  [l1=NGA  Lagos ] , [t1 talks ]  failed ;\t[s1=NGA  Nigeria] left ."
    text, _, _ = parse_marks(line)
    assert text == "In Lagos, talks failed; Nigeria left."
    assert _words(line) == {"l1": "Lagos", "t1": "talks", "s1": "Nigeria"}


def test_a_mark_may_begin_inside_a_word_or_behind_a_quote() -> None:
    text, _, _ = parse_marks('"[q1 [s1=USA Americans] left]", pro-[s2=USA American] men')
    assert text == '"Americans left", pro-American men'


def test_a_blank_stays_before_a_stop_that_begins_a_word() -> None:
    assert parse_marks("a .50 rifle and [o1=USA.MIL .mil]")[0] == "a .50 rifle and .mil"


def test_mentions_lose_a_leading_article_and_other_marks_keep_it() -> None:
    found = _words("[g1=KEN The three men] met [l1 the Hague] on [d1=2027 the day] and [q1 a day]")
    assert found == {"g1": "three men", "l1": "the Hague", "d1": "the day", "q1": "a day"}


def test_a_capital_article_goes_at_the_beginning_only() -> None:
    found = _words(
        '"[o1=AZE.JUD A Baku court] sat in [l1=IRQ An Nasiriyah] and [l2=GMB The Gambia]'
    )
    assert found == {"o1": "Baku court", "l1": "An Nasiriyah", "l2": "Gambia"}


def test_escaped_brackets_and_backslashes_are_text() -> None:
    assert parse_marks(r"\[sic\] \\ a\b")[0] == r"[sic] \ a\b"


def test_a_list_in_brackets_is_told_to_be_escaped() -> None:
    _, _, faults = parse_marks("He [sic] went]")
    assert len(faults) == 3
    assert "column 4" in faults[0]


def test_unclosed_empty_repeated_and_unknown_marks_are_faults() -> None:
    assert parse_marks("[t1 hit")[2] == ("t1: is not closed",)
    assert parse_marks("[t1 ] hit")[2] == ("t1: covers no words",)
    assert parse_marks("[t1 hit] and [t1 run]")[2] == ("t1: marked twice",)
    assert parse_marks("[x1 hit]")[2][0].startswith("x1: unknown letter")


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """An evened-out text and marks that nest in it, in the order in which they open."""
    text, _, _ = parse_marks(render_marks(draw(st.text(ALPHABET, max_size=40)), ()))
    starts = [at for at, letter in enumerate(text) if not letter.isspace()]
    spans: list[Span] = []
    for one, other in draw(
        st.lists(st.tuples(st.sampled_from(starts), st.sampled_from(starts)))
        if starts
        else st.just([])
    ):
        span = Span(min(one, other), max(one, other) + 1)
        if all(not span.overlaps(old) or span.covers(old) or old.covers(span) for old in spans):
            spans.append(span)
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    keys = [f"{draw(st.sampled_from('dtcqn'))}{number}" for number in range(len(ordered))]
    values = [draw(st.sampled_from(["", "2027-03", "dead:4..6"])) for _ in ordered]
    return text, tuple(map(Mark, keys, values, ordered))


@given(_marked())
def test_what_is_rendered_parses_to_the_same(marked: tuple[str, tuple[Mark, ...]]) -> None:
    text, marks = marked
    assert parse_marks(render_marks(text, marks)) == (text, marks, ())


@given(st.text("[]ts1=\\ a.", max_size=30))
def test_any_line_gives_spans_inside_its_text(line: str) -> None:
    text, marks, _ = parse_marks(line)
    assert text == text.strip()
    assert "  " not in text
    assert all(mark.span.end <= len(text) for mark in marks)
