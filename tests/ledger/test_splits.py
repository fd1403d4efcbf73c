"""Event mentions that a person told apart stay so."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from dragoman.merge import group
from dragoman.model import Event, Fact
from tests.ledger.build import NOON, Report, Told, part

HOUR = datetime.timedelta(hours=1)
AIDS = Told(actors="FRA:France", event="AID", recipients="ARM:Armenia", day="2024-04-02")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger whose clock strikes one hour at each look; three reports tell one event."""
    hours = iter(range(10**6))
    ledger = replace(
        Ledger.open(tmp_path / "ledger", create=True),
        clock=lambda: NOON + next(hours) * HOUR,
    )
    append(ledger, *(Report(name=name, told=[AIDS]) for name in ("one", "two", "three")))
    return ledger


def append(ledger: Ledger, *reports: Report, settings: str = "v1") -> None:
    """As the flow does: grouped with what the ledger knows."""
    new = part(*reports, settings=settings)
    events = [event for coded in new.coded for event in coded.events]
    with ledger.view() as view:
        known = view.known_events(events)
    ledger.append(replace(new, facts=group(events, known, ledger.clock())))


def told_by(ledger: Ledger, as_of: datetime.datetime | None = None) -> list[list[str]]:
    """The names of the reports of each event."""
    with ledger.view(as_of) as view:
        return sorted(sorted(one.id for one in event.reports) for event in view.events())


def mention_of(ledger: Ledger, report: str) -> Event:
    with ledger.view() as view:
        document = view.document(report)
    assert document is not None
    return document.events[0]


def split(ledger: Ledger, report: str, hours: float) -> Fact:
    mention = mention_of(ledger, report).mention_id
    return ledger.split(mention, "An", "another shipment", NOON + hours * HOUR)


def test_a_split_counts_from_its_moment(ledger: Ledger) -> None:
    assert told_by(ledger) == [["one", "three", "two"]]
    whole = mention_of(ledger, "one").id
    fact = split(ledger, "two", 50)
    assert told_by(ledger) == [["one", "three"], ["two"]]
    assert told_by(ledger, NOON + 49 * HOUR) == [["one", "three", "two"]]
    assert mention_of(ledger, "one").id == whole
    with ledger.view() as view:
        (review,) = view.reviews()
        assert (review.replacement, review.by, review.reason) == (fact.id, "An", "another shipment")
        assert view.fact(review.fact) is None
        assert fact in view.facts(predicate="not_same_event")
        assert view.counts().events == 2
    with ledger.view(NOON + 49 * HOUR) as view:
        assert view.fact(review.fact) is not None


def test_a_new_coding_does_not_rejoin_them(ledger: Ledger) -> None:
    split(ledger, "two", 50)
    reports = [Report(name=name, told=[AIDS]) for name in ("one", "two", "three")]
    append(ledger, *reports, settings="v2")
    assert told_by(ledger) == [["one", "three"], ["two"]]
    append(ledger, reports[1], settings="v3")
    append(ledger, reports[0], settings="v3")
    assert told_by(ledger) == [["one", "three"], ["two"]]


def test_later_reports_join_one_of_the_two(ledger: Ledger) -> None:
    split(ledger, "two", 50)
    append(ledger, Report(name="four", told=[AIDS]))
    found = told_by(ledger)
    assert len(found) == 2
    assert [event for event in found if "two" in event] != [
        event for event in found if "one" in event
    ]


def test_one_mention_can_be_split_again_and_again(ledger: Ledger) -> None:
    fact = split(ledger, "two", 50)
    for number in range(3):
        beside = f"other {number}"
        made = part(Report(name=beside, told=[AIDS]))
        (event,) = made.coded[0].events
        joins = replace(
            fact,
            id=f"joins {number}",
            subject=event.mention_id,
            predicate="same_event",
            object=mention_of(ledger, "two").id,
            known_from=NOON,
        )
        ledger.append(replace(made, facts=(joins,)))
        assert sorted(["two", beside]) in told_by(ledger)
        split(ledger, "two", 60 + number)
        assert ["two"] in told_by(ledger)
        assert [beside] in told_by(ledger)


def test_known_events_name_those_that_do_not_tell_them(ledger: Ledger) -> None:
    split(ledger, "two", 50)
    mentions = {name: mention_of(ledger, name).mention_id for name in ("one", "two", "three")}
    with ledger.view() as view:
        known = view.known_events([mention_of(ledger, "one")])
    apart = {frozenset(one.mention_ids): one.apart for one in known}
    rest = frozenset({mentions["one"], mentions["three"]})
    alone = frozenset({mentions["two"]})
    assert apart == {rest: alone, alone: rest}


def test_a_program_that_does_not_ask_cannot_rejoin_them(ledger: Ledger) -> None:
    fact = split(ledger, "two", 50)
    other = mention_of(ledger, "one").mention_id
    joins = replace(
        fact,
        id="joins",
        subject=other,
        predicate="same_event",
        object=mention_of(ledger, "two").id,
    )
    again = part(Report(name="one", told=[AIDS]), settings="v2")
    ledger.append(replace(again, facts=(joins,)))
    assert ["two"] in told_by(ledger)


def test_a_person_can_take_it_back(ledger: Ledger) -> None:
    fact = split(ledger, "two", 50)
    rejoin = replace(fact, predicate="same_event", object=mention_of(ledger, "one").id)
    ledger.correct(fact.id, rejoin, "An", "the same after all", NOON + 60 * HOUR)
    assert told_by(ledger) == [["one", "three", "two"]]
    assert told_by(ledger, NOON + 55 * HOUR) == [["one", "three"], ["two"]]


def test_splits_that_make_no_sense_change_nothing(ledger: Ledger) -> None:
    split(ledger, "two", 50)
    mention, event = mention_of(ledger, "two").mention_id, mention_of(ledger, "one").id
    for key, message in ((mention, "alone tells"), (event, "no event mention"), ("x", "no event")):
        with pytest.raises(LedgerError, match=message):
            ledger.split(key, "An", "no", NOON + 60 * HOUR)
    with pytest.raises(LedgerError, match="close it after that"):
        split(ledger, "one", -9)
    with ledger.view() as view:
        assert len(view.reviews()) == 1
