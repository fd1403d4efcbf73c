import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import EventFilter, Ledger, Part, identity
from dragoman.model import Coded, Fact, Participant, Span, Status, content_id
from tests.ledger.build import NOON, Report, Told, coded, part

HOUR = datetime.timedelta(hours=1)
AIDS = Told(
    actors="FRA:France",
    event="AID",
    recipients="ARM:Armenia",
    day="2024-04-02",
    speaker="JRN:Agency",
)
FIGHTS = Told(
    actors="AZE:Baku", event="ASSAULT", recipients="ARM:Armenia", day="2023-09-19", historical=True
)
TALKS = Told(actors="RUS:Putin ARM:Pashinyan", event="CONSULT", day="2024-05-08")
JOINS = Told(
    actors="ARM:Yerevan",
    event="AGREE",
    recipients="EU",
    day="2024-03-09",
    status=Status.HYPOTHETICAL,
)
UNDATED = Told(actors="RUS:Russia", event="ACCUSE", recipients="ARM:Armenia")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger whose clock strikes one hour at each look."""
    hours = iter(range(10**6))
    return replace(
        Ledger.open(tmp_path / "ledger", create=True),
        clock=lambda: NOON + next(hours) * HOUR,
    )


def found(ledger: Ledger, wanted: EventFilter) -> list[str]:
    with ledger.view() as view:
        return [event.event for event in view.events(wanted)]


@pytest.mark.parametrize(
    ("wanted", "events"),
    [
        (EventFilter(), ["ASSAULT", "AGREE", "AID", "CONSULT", "ACCUSE"]),
        (EventFilter(limit=2), ["ASSAULT", "AGREE"]),
        (EventFilter(actor="FRA"), ["AID"]),
        (EventFilter(actor="FRANCE"), ["AID"]),
        (EventFilter(actor="id-france"), ["AID"]),
        (EventFilter(actor=("AZE", "FRA")), ["ASSAULT", "AID"]),
        (EventFilter(actor="Fra"), []),
        (EventFilter(own_voice=True), ["ASSAULT", "AGREE", "CONSULT", "ACCUSE"]),
        (EventFilter(own_voice=False), ["AID"]),
        (EventFilter(recipient="ARM"), ["ASSAULT", "AID", "ACCUSE"]),
        (EventFilter(dyad=("ARM", "RUS")), ["CONSULT", "ACCUSE"]),
        (EventFilter(dyad=("RUS", "ARM")), ["CONSULT", "ACCUSE"]),
        (EventFilter(dyad=(("AZE", "FRA"), "ARM")), ["ASSAULT", "AID"]),
        (EventFilter(dyad=("RUS", "RUS")), []),
        (EventFilter(types=("AID", "AGREE")), ["AGREE", "AID"]),
        (EventFilter(statuses=(Status.HYPOTHETICAL,)), ["AGREE"]),
        (EventFilter(historical=True), ["ASSAULT"]),
        (EventFilter(historical=False, recipient="ARM"), ["AID", "ACCUSE"]),
        (EventFilter(since=datetime.date(2024, 4, 2)), ["AID", "CONSULT"]),
        (EventFilter(until=datetime.date(2024, 3, 9)), ["ASSAULT", "AGREE"]),
        (EventFilter(published_since=datetime.date(2024, 5, 10)), ["ASSAULT"]),
        (EventFilter(published_until=datetime.date(2024, 5, 9), actor="AZE"), []),
        (EventFilter(source="MORNING herald"), ["ASSAULT"]),
        (EventFilter(source="one"), ["AGREE", "AID", "CONSULT", "ACCUSE"]),
        (EventFilter(text="putin AND"), ["CONSULT"]),
        (EventFilter(text="100%"), []),
        (EventFilter(claimed_by="agency"), ["AID"]),
        (EventFilter(claimed_by="FRA"), []),
    ],
)
def test_filters(ledger: Ledger, wanted: EventFilter, events: list[str]) -> None:
    ledger.append(
        part(
            Report(name="one", told=[AIDS, TALKS, JOINS, UNDATED]),
            Report(name="two", told=[FIGHTS], published="2024-05-10", publisher="Morning Herald"),
        )
    )
    assert found(ledger, wanted) == events


@pytest.mark.parametrize(
    ("wanted", "events"),
    [
        (EventFilter(method="rules"), ["ASSAULT", "AID"]),
        (EventFilter(method="reader"), ["AGREE", "ACCUSE"]),
        (EventFilter(disagreed=True), ["AGREE", "ACCUSE"]),
        (EventFilter(disagreed=False), ["ASSAULT"]),
        (EventFilter(disagreed=True, actor="RUS"), ["ACCUSE"]),
    ],
)
def test_coders_and_where_they_disagree(
    ledger: Ledger, wanted: EventFilter, events: list[str]
) -> None:
    told = [
        replace(FIGHTS, second="ASSAULT"),
        replace(JOINS, method="reader", second="CONSULT"),
        replace(UNDATED, method="reader", second="none"),
        AIDS,
    ]
    ledger.append(part(Report(name="one", told=told)))
    assert found(ledger, wanted) == events


def test_an_empty_ledger_answers(ledger: Ledger) -> None:
    with ledger.view() as view:
        assert view.events() == ()
        assert view.documents() == ()
        assert view.document("x") is None
        assert view.event("x") is None
        assert view.facts() == ()
        assert view.counts().documents == 0
        assert view.arrow("mentions").num_rows == 0


def same_event(mention: str, event: str) -> Fact:
    return Fact(
        id=content_id("fact", mention, event),
        subject=mention,
        predicate="same_event",
        object=event,
        valid_from=None,
        valid_to=None,
        known_from=NOON - HOUR,
        known_to=None,
        evidence=(),
        method="test",
        score=1.0,
    )


def merged(*reports: Report) -> Part:
    """The reports, all events of them told to be one, called "ev"."""
    made = [coded(report) for report in reports]
    facts = [same_event(event.mention_id, "ev") for one in made for event in one.events]
    first, *others = made
    return replace(part(*reports), coded=(replace(first, facts=tuple(facts)), *others))


def test_one_event_of_several_reports(ledger: Ledger) -> None:
    ledger.append(
        merged(
            Report(name="late", told=[AIDS], published="2024-04-03T07:30+00:00"),
            Report(name="undated", told=[AIDS], published=""),
            Report(name="early", told=[AIDS], published="2024-04-03T10:00+04:00"),
        )
    )
    with ledger.view() as view:
        (event,) = view.events()
        assert event.id == "ev"
        assert event.doc.id == "early"
        assert [report.id for report in event.reports] == ["early", "late", "undated"]
        documents = [report.document_id for report in event.reports]
        assert [one.document_id for one in event.evidence] == ["", *documents[1:]]
        assert view.event("ev") == event
        assert view.event(event.mention_ids[2]) == event
        assert (view.counts().events, view.counts().reports) == (1, 3)
        shown = view.document("late")
        assert shown
        assert [(one.id, one.doc.id) for one in shown.events] == [("ev", "late")]
        assert shown.events[0].reports == event.reports
        assert shown.events[0].evidence[0].document_id == ""


def near(ledger: Ledger, told: Told, days: int = 2) -> list[str]:
    """The ids of known events that a new report's event may be."""
    (new,) = coded(Report(name="new", told=[told])).events
    with ledger.view() as view:
        return [known.id for known in view.known_events([new], datetime.timedelta(days))]


def test_known_events_are_those_that_may_be_meant(ledger: Ledger) -> None:
    batch = merged(Report(name="one", told=[AIDS]), Report(name="two", told=[AIDS]))
    ledger.append(batch)
    ledger.append(part(Report(name="three", told=[FIGHTS, UNDATED])))
    assert near(ledger, AIDS) == ["ev"]
    assert near(ledger, replace(AIDS, day="2024-04-04")) == ["ev"]
    assert near(ledger, replace(AIDS, day="2024-04-04"), days=1) == []
    assert near(ledger, replace(AIDS, event="SUPPORT")) == []
    assert near(ledger, replace(AIDS, actors="CHN:Beijing", recipients="GEO:Tbilisi")) == []
    assert near(ledger, replace(AIDS, actors="CHN:Beijing", recipients="XYZ:armenia")) == ["ev"]
    assert near(ledger, UNDATED) == []
    with ledger.view() as view:
        (known,) = view.known_events(batch.coded[0].events)
        assert set(known.mention_ids) == {e.mention_id for one in batch.coded for e in one.events}
        assert known.actors[0].code == "FRA"
        assert view.counts().events == 3
        assert view.known_events([]) == ()


def test_the_newest_coding_of_a_document_counts(ledger: Ledger) -> None:
    ledger.append(part(Report(name="a", told=[AIDS]), Report(name="b", told=[FIGHTS])))
    again = replace(coded(Report(name="a", told=[AIDS], parser="2")), mentions=(), events=())
    newer = replace(part(Report(name="a", told=[AIDS], parser="2"), settings="v2"), coded=(again,))
    assert ledger.append(newer) == ("key a",)
    assert found(ledger, EventFilter()) == ["ASSAULT"]
    with ledger.view(as_of=NOON + HOUR / 2) as view:
        assert [event.event for event in view.events()] == ["ASSAULT", "AID"]
    with ledger.view(as_of=NOON - HOUR) as view:
        assert view.counts().documents == 0
        assert view.outcomes() == ()


def russia_not_armenia(old: Fact) -> Fact:
    who = Participant(
        mention="", text="", span=Span(0, 0), code="RUS", identifier_id="russia", rule="a reviewer"
    )
    return replace(old, object=identity(who), method="review")


def code_of(ledger: Ledger, as_of: datetime.datetime | None = None) -> str:
    with ledger.view(as_of) as view:
        (event,) = view.events()
        return event.actors[0].code


def corrected(ledger: Ledger) -> tuple[Coded, Fact]:
    made = coded(Report(name="a", told=[AIDS]))
    ledger.append(part(Report(name="a", told=[AIDS])))
    with ledger.view() as view:
        subject = f"{made.events[0].mention_id}/{made.events[0].actors[0].mention}"
        (old,) = view.facts(subject)
    new = ledger.correct(old.id, russia_not_armenia(old), "An", "wrong capital", NOON + 5 * HOUR)
    assert new
    return made, old


def test_a_correction_counts_from_its_moment(ledger: Ledger) -> None:
    _, old = corrected(ledger)
    assert code_of(ledger) == "RUS"
    assert code_of(ledger, NOON + 5 * HOUR) == "RUS"
    assert code_of(ledger, NOON + 4.9 * HOUR) == "FRA"
    with ledger.view() as view:
        (review,) = view.reviews()
        assert (review.fact, review.by, review.reason) == (old.id, "An", "wrong capital")
        assert view.fact(old.id) is None
        replacement = view.fact(review.replacement)
        assert replacement
        assert replacement.known_from == NOON + 5 * HOUR
        assert found(ledger, EventFilter(actor="FRA")) == []
        assert found(ledger, EventFilter(actor="russia")) == ["AID"]
    with ledger.view(NOON + HOUR) as view:
        assert view.reviews() == ()
        assert (
            view.fact(old.id) == replace(old, known_to=NOON + 5 * HOUR) or view.fact(old.id) == old
        )


def test_a_correction_outlives_a_new_coding(ledger: Ledger) -> None:
    corrected(ledger)
    ledger.append(part(Report(name="a", told=[AIDS]), settings="v2"))
    assert code_of(ledger) == "RUS"


def test_a_fact_that_was_closed_for_nothing_stays_closed(ledger: Ledger) -> None:
    ledger.append(part(Report(name="a", told=[AIDS])))
    with ledger.view() as view:
        facts = view.facts(predicate="refers_to")
        actor = next(fact for fact in facts if '"FRA"' in fact.object)
    assert ledger.correct(actor.id, None, "An", "nobody knows", NOON + 5 * HOUR) is None
    assert code_of(ledger) == ""
    ledger.append(part(Report(name="a", told=[AIDS]), settings="v2"))
    assert code_of(ledger) == ""


def test_corrections_that_make_no_sense_change_nothing(ledger: Ledger) -> None:
    _, old = corrected(ledger)
    with pytest.raises(LedgerError, match="no fact that is held"):
        ledger.correct(old.id, None, "An", "again", NOON + 6 * HOUR)
    with ledger.view() as view:
        held = view.facts(predicate="refers_to")[0]
    with pytest.raises(LedgerError, match="close it after that"):
        ledger.correct(held.id, None, "An", "too early", NOON - 6 * HOUR)
    with ledger.view() as view:
        assert len(view.reviews()) == 1


def test_facts_that_the_flow_gives_are_taken_as_they_are(ledger: Ledger) -> None:
    made = coded(Report(name="a", told=[AIDS]))
    event = made.events[0]
    fact = replace(
        same_event("", ""),
        id="mine",
        subject=f"{event.mention_id}/{event.actors[0].mention}",
        predicate="refers_to",
        object=identity(replace(event.actors[0], code="BEL")),
    )
    ledger.append(
        replace(part(Report(name="a", told=[AIDS])), coded=(replace(made, facts=(fact,)),))
    )
    assert code_of(ledger) == "BEL"


def test_a_duckdb_copy_for_other_tools(ledger: Ledger, tmp_path: Path) -> None:
    import duckdb

    ledger.append(part(Report(name="a", told=[AIDS, TALKS])))
    with ledger.view() as view:
        view.export_duckdb(tmp_path / "copy's.duckdb")
        with pytest.raises(LedgerError, match="exists"):
            view.export_duckdb(tmp_path / "copy's.duckdb")
    with duckdb.connect(str(tmp_path / "copy's.duckdb"), read_only=True) as copy:
        assert copy.sql("SELECT count(*) FROM events").fetchall() == [(2,)]
        rows = copy.sql("SELECT DISTINCT code FROM participants ORDER BY code").fetchall()
        assert rows == [("ARM",), ("FRA",), ("JRN",), ("RUS",)]
