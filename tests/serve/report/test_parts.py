import datetime
import re
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from dragoman.analyse import Period
from dragoman.model import Precision, Status
from dragoman.serve import words
from dragoman.serve.report.chart import HALF, TOP, ZERO, draw, scale_end
from dragoman.serve.report.events import date_of, event_card, event_cards
from dragoman.serve.report.marks import marked, pieces
from dragoman.serve.report.months import counts, end_of_month, month_of
from tests.formats.events import closing, events, retold, span_of


@given(events())
def test_pieces_are_the_quote_cut(event) -> None:  # type: ignore[no-untyped-def]
    for evidence in event.evidence:
        assert "".join(piece.text for piece in pieces(event, evidence)) == evidence.quote


def test_marks_say_what_is_what() -> None:
    event = closing()
    found = {piece.kind: piece.text for piece in pieces(event, event.evidence[0]) if piece.kind}
    assert found == {
        "recipient": "Sevan",
        "actor": "Norwall",
        "event": "closed",
        "place": "Lastver",
        "date": "on Monday",
        "speaker": "Kite",
    }


def test_a_recipient_inside_the_trigger_is_marked_as_such() -> None:
    event = closing()
    wide = replace(event.evidence[0], trigger_span=span_of("has closed the Lastver crossing"))
    kinds = [(piece.kind, piece.text) for piece in pieces(event, wide)]
    at = kinds.index(("place", "Lastver"))
    assert kinds[at - 1] == ("event", "has closed the ")
    assert kinds[at + 1] == ("event", " crossing")


def test_words_of_reports_are_escaped() -> None:
    event = closing()
    quote = event.evidence[0].quote.replace("Norwall", "<b>All&")
    written = str(marked(event, replace(event.evidence[0], quote=quote), "w"))
    assert "<b>" not in written
    assert "&lt;b&gt;All&amp;" in written


def test_further_reports_are_named_beside_their_quotes() -> None:
    card = event_card(retold(), ())
    assert [quote.outlet for quote in card.quotes] == ["The Courier", "Kite"]
    assert card.told == "told by 2 reports of 1 origin"
    assert event_card(closing(), ()).told == ""


def test_an_event_that_is_shown_again_has_a_key_of_its_own() -> None:
    keys = [card.key for card in event_cards([closing(), closing()], ())]
    assert keys == [closing().id, f"{closing().id}-2"]


def test_speakers_have_their_reason_and_the_outlet_needs_none() -> None:
    card = event_card(closing(), ())
    assert [one.name for one in card.chain] == ["Sevan", "Kite", "The Courier"]
    assert [one.why.partition(" → ")[0] for one in card.chain] == ["“Sevan”", "“Kite”", ""]


def test_reasons_of_marks_are_told_to_keyboards_and_readers_of_screens() -> None:
    event = closing()
    tree = html.fragment_fromstring(str(marked(event, event.evidence[0], "w")), create_parent=True)
    reasoned = tree.xpath("//mark[@tabindex='0']")
    assert {mark.get("class") for mark in reasoned} == {
        "actor", "recipient", "speaker", "date", "place",
    }  # fmt: skip
    for mark in reasoned:
        (reason,) = mark.xpath("../*[@role='tooltip']")
        assert reason.get("id") == mark.get("aria-describedby")
        assert reason.text
    assert tree.xpath("//*[@aria-hidden]") == []


def interval(first: str, last: str, precision: Precision) -> object:
    time = replace(
        closing().time,
        earliest=datetime.date.fromisoformat(first),
        latest=datetime.date.fromisoformat(last),
        precision=precision,
    )
    return replace(closing(), time=time)


@pytest.mark.parametrize(
    ("first", "last", "written", "month"),
    [
        ("2024-05-09", "2024-05-09", "9 May 2024", "2024-05-01"),
        ("2024-02-01", "2024-02-29", "February 2024", "2024-02-01"),
        ("2023-01-01", "2023-12-31", "2023", None),
        ("2024-02-26", "2024-03-03", "26 Feb 2024 – 3 Mar 2024", "2024-02-01"),
    ],
)
def test_dates_in_words(first: str, last: str, written: str, month: str | None) -> None:
    event = interval(first, last, Precision.DAY)
    assert date_of(event) == written  # type: ignore[arg-type]
    expected = datetime.date.fromisoformat(month) if month else None
    assert month_of(event) == expected  # type: ignore[arg-type]


def test_plans_denials_and_background_are_not_counted() -> None:
    event = closing()
    assert counts(event)
    assert not counts(replace(event, status=Status.DENIED))
    assert not counts(replace(event, status=Status.PLANNED))
    assert not counts(replace(event, historical=True))


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
def test_the_end_of_a_month_is_the_day_before_a_first(day: datetime.date) -> None:
    end = end_of_month(day)
    assert (end.year, end.month) == (day.year, day.month)
    assert (end + datetime.timedelta(days=1)).day == 1


def period(month: int, up: float, down: float) -> Period:
    start = datetime.date(2024, month, 1)
    return Period(
        start=start,
        label=f"{start:%Y-%m}",
        direction="all",
        cooperation=up,
        conflict=down,
        net=up + down,
        events=1 if up or down else 0,
        reports=1,
        sources=1,
    )


scores = st.tuples(st.floats(0, 500), st.floats(-500, 0))


@given(st.lists(scores, max_size=12))
def test_bars_stay_inside_the_drawing(months: list[tuple[float, float]]) -> None:
    chart = draw([period(index + 1, up, down) for index, (up, down) in enumerate(months)])
    for column in chart.columns:
        assert TOP - 0.01 <= column.net_y <= ZERO + HALF + 0.01
        for bar in column.bars:
            assert bar.y >= TOP - 0.01
            assert bar.y + bar.height <= ZERO + HALF + 0.01


def test_lines_over_empty_months_are_gaps() -> None:
    chart = draw([period(1, 2, 0), period(2, 3, 0), period(3, 0, 0), period(4, 0, -1)])
    assert [line.gap for line in chart.lines] == [False, True]
    assert len(chart.columns) == 3


@given(st.floats(1, 10**6))
def test_scales_end_at_even_numbers_above(most: float) -> None:
    end = scale_end(most)
    assert end >= most
    assert end % 2 == 0


def test_the_chain_ends_with_the_outlet() -> None:
    assert words.chain(closing()) == ("Sevan", "Kite", "The Courier")
    assert words.chain(replace(closing(), claims=())) == ("The Courier",)


def test_times_of_publication_in_words() -> None:
    time = replace(closing().time, value="2024-03-04T08:21-04:00")
    assert words.published(time) == "4 March 2024, 08:21 −04:00"
    assert words.published(replace(time, value="2024-03-04")) == "4 March 2024"
    assert words.published(replace(time, value="2024-03-04T08:21+00:00")).endswith("UTC")


def colours(text: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", text))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_have_the_contrast_of_wcag_aa(scheme: str) -> None:
    style = (files("dragoman.serve.report") / "templates" / "page.css").read_text("utf-8")
    light, dark = (colours(part) for part in style.split("@media (prefers-color-scheme: dark)")[:2])
    palette = light if scheme == "light" else light | dark
    texts = [(name, ground) for name in ("ink", "soft", "accent", "coop", "conf")
             for ground in ("paper", "card")]  # fmt: skip
    texts += [(name, f"{name}-bg") for name in ("actor", "event", "recipient", "speaker", "plain")]
    for text, ground in texts:
        assert contrast(palette[text], palette[ground]) >= 4.5, (text, ground)
    for mark in ("coop-soft", "conf-soft", "score"):
        assert contrast(palette[mark], palette["card"]) >= 2.4, mark


@pytest.mark.parametrize(
    ("status", "certainty", "told"),
    [
        (Status.OCCURRED, "certain", "occurred"),
        (Status.OCCURRED, "probable", "occurred · probable"),
        (Status.HYPOTHETICAL, "possible", "hypothetical"),
        (Status.OCCURRED, "", "occurred"),
    ],
)
def test_certainty_is_told_where_it_is_in_question(
    status: Status, certainty: str, told: str
) -> None:
    event = replace(closing(), status=status, certainty=certainty)
    assert words.held(event) == told
    assert words.status(replace(event, historical=True)) == f"{told}, background"


def test_months_stand_first_and_single_days_first_in_them() -> None:
    spans = (
        ("2024-02-01", "2024-02-29"),
        ("2024-05-09", "2024-05-09"),
        ("2024-01-01", "2024-12-31"),
        ("2024-02-03", "2024-02-03"),
        ("2025-01-01", "2025-12-31"),
    )
    cards = [event_card(interval(*span, Precision.DAY), ()) for span in spans]  # type: ignore[arg-type]
    undated = replace(closing(), time=replace(closing().time, earliest=None, latest=None))
    cards.append(event_card(undated, ()))
    ordered = sorted(cards, key=lambda card: card.sort_key, reverse=True)
    assert [card.date for card in ordered] == [
        "9 May 2024", "3 Feb 2024", "February 2024", "2025", "2024", "undated",
    ]  # fmt: skip


def test_a_cut_is_at_a_word() -> None:
    assert words.cut("No part may be copied or stored", 20) == "No part may be …"
    assert words.cut("All rights reserved", 20) == "All rights reserved"
