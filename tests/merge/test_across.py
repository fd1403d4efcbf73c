import datetime
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.merge import group
from dragoman.model import Event, KnownEvent, Precision, Status, TimeBasis
from tests.ledger.build import NOON, Report, Told, coded

ATTACK = Told(actors="AZE:Baku", event="ASSAULT", recipients="ARM:Armenia", day="2022-09-13")


def tell(name: str, told: Told, published: str = "2022-09-14") -> Event:
    """The only event of a report called `name`."""
    return coded(Report(name=name, told=[told], published=published)).events[0]


def together(one: Told, other: Told) -> bool:
    first, second = group([tell("one", one), tell("two", other)], [], NOON)
    return first.object == second.object


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"event": "COERCE"}, False),
        ({"actors": "TUR:Ankara"}, False),
        ({"actors": "TUR:Ankara AZE:troops"}, True),
        ({"actors": "ARM:Yerevan", "recipients": "AZE:Azerbaijan"}, False),
        ({"recipients": "GEO:Georgia"}, False),
        ({"recipients": ""}, True),
        ({"status": Status.ONGOING}, True),
        ({"status": Status.PLANNED}, False),
        ({"status": Status.HYPOTHETICAL}, False),
        ({"status": Status.DENIED}, False),
        ({"historical": True}, True),
        ({"day": "2022-09-14"}, False),
        ({"day": "2022-09-14", "basis": TimeBasis.PUBLISHED}, True),
        ({"day": "2022-09-15", "basis": TimeBasis.PUBLISHED}, False),
        ({"day": "2022-09-01", "until": "2022-09-30", "precision": Precision.MONTH}, True),
        ({"day": "2022-08-01", "until": "2022-08-31", "precision": Precision.MONTH}, False),
        ({"day": "2022-01-01", "until": "2022-12-31", "precision": Precision.YEAR}, False),
        ({"day": ""}, False),
    ],
)
def test_what_makes_two_reports_tell_one_event(change: dict[str, str], same: bool) -> None:
    assert together(ATTACK, replace(ATTACK, **change)) is same
    assert together(replace(ATTACK, **change), ATTACK) is same


def test_planned_events_merge_with_planned_ones() -> None:
    planned = replace(ATTACK, status=Status.PLANNED)
    assert together(planned, planned)


def test_meetings_have_no_direction_but_need_both_sides() -> None:
    met = Told(actors="RUS:Putin", event="CONSULT", recipients="ARM:Pashinyan", day="2024-05-08")
    assert together(met, replace(met, actors="ARM:Pashinyan", recipients="RUS:Putin"))
    assert together(met, replace(met, actors="ARM:Pashinyan RUS:Putin", recipients=""))
    assert together(met, replace(met, actors="ARM:Pashinyan", recipients=""))
    assert not together(met, replace(met, recipients="AZE:Aliyev"))


def test_actors_that_share_a_generic_code_are_told_apart() -> None:
    appeal = Told(actors="NGO:Amnesty", event="REQUEST", recipients="AZE:Baku", day="2023-01-10")
    assert not together(appeal, replace(appeal, actors="NGO:Oxfam"))
    assert together(appeal, replace(appeal, recipients=""))


def unknown(name: str, words: str) -> Event:
    """An arrest by an actor of whom only the words are known."""
    event = tell(name, Told(actors=words, event="COERCE", day="2024-05-13"))
    actor = replace(event.actors[0], code="", identifier_id="", text=words.replace("_", " "))
    return replace(event, actors=(actor,))


@pytest.mark.parametrize(
    ("words", "same"), [("police", False), ("Police", False), ("Ruben_Vardanyan", True)]
)
def test_unknown_actors_are_the_same_only_by_a_full_name(words: str, same: bool) -> None:
    first, second = group([unknown("one", words), unknown("two", words)], [], NOON)
    assert (first.object == second.object) is same


def test_two_events_of_one_report_stay_two() -> None:
    first, second = group(coded(Report(name="one", told=[ATTACK, ATTACK])).events, [], NOON)
    assert first.object != second.object


def test_daily_attacks_are_not_one_long_event() -> None:
    daily = [
        tell(f"{day} {outlet}", replace(ATTACK, day=f"2022-09-{day}", basis=TimeBasis.PUBLISHED))
        for day in range(10, 20)
        for outlet in "ab"
    ]
    names = {fact.object for fact in group(daily, [], NOON)}
    assert len(names) >= 5


def test_a_vague_report_joins_one_event_but_does_not_choose_between_two() -> None:
    month = replace(ATTACK, day="2022-09-01", until="2022-09-30", precision=Precision.MONTH)
    one, other = tell("one", ATTACK), tell("two", replace(ATTACK, day="2022-09-20"))
    vague = tell("three", month)
    facts = {fact.subject: fact.object for fact in group([vague, one, other], [], NOON)}
    assert len(set(facts.values())) == 3


def known_event(*events: Event, name: str) -> KnownEvent:
    first = events[0]
    return KnownEvent(
        id=name,
        event=first.event,
        actors=first.actors,
        recipients=first.recipients,
        time=first.time,
        status=first.status,
        mention_ids=tuple(event.mention_id for event in events),
    )


def test_events_of_the_ledger_are_taken_up() -> None:
    old, new = tell("old", ATTACK), tell("new", ATTACK)
    elsewhere = tell("elsewhere", replace(ATTACK, recipients="GEO:Georgia"))
    facts = group([new, elsewhere, old], [known_event(old, name="event_of_old")], NOON)
    assert facts[0].object == facts[2].object == "event_of_old"
    assert facts[1].object not in {"event_of_old", elsewhere.mention_id}
    assert all(fact.predicate == "same_event" and fact.known_from == NOON for fact in facts)
    assert facts[0].evidence[0].document_id == new.doc.document_id


def test_what_somebody_told_apart_is_not_joined_again() -> None:
    old, new = tell("old", ATTACK), tell("new", ATTACK)
    known = replace(known_event(old, name="event_of_old"), apart=frozenset({new.mention_id}))
    assert group([new], [known], NOON)[0].object != "event_of_old"
    other = known_event(tell("third", ATTACK), name="other")
    assert group([new], [known, other], NOON)[0].object == "other"


codes = st.sampled_from(["ARM:Armenia", "AZE:Baku", "RUS:Moscow", "ARM:Armenia AZE:Baku"])
told = st.builds(
    Told,
    actors=codes,
    event=st.sampled_from(["CONSULT", "ASSAULT"]),
    recipients=codes | st.just(""),
    day=st.dates(datetime.date(2022, 9, 10), datetime.date(2022, 9, 13)).map(str),
    until=st.sampled_from(["", "2022-09-13", "2022-09-30"]),
    basis=st.sampled_from([TimeBasis.STATED, TimeBasis.PUBLISHED]),
    status=st.sampled_from([Status.OCCURRED, Status.PLANNED]),
)
reports = st.lists(
    st.tuples(
        st.lists(told, min_size=1, max_size=2), st.sampled_from(["2022-09-13", "2022-09-14"])
    ),
    min_size=1,
    max_size=8,
)


def events_of(given_reports: list[tuple[list[Told], str]]) -> list[Event]:
    return [
        event
        for number, (tellings, published) in enumerate(given_reports)
        for event in coded(Report(name=str(number), told=tellings, published=published)).events
    ]


@settings(max_examples=60, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(
    given_reports: list[tuple[list[Told], str]], chance: st.DataObject
) -> None:
    events = events_of(given_reports)
    facts = group(events, [], NOON)
    assert [fact.subject for fact in facts] == [event.mention_id for event in events]
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert set(group(shuffled, [], NOON)) == set(facts)


@settings(max_examples=60, deadline=None)
@given(reports)
def test_merging_again_changes_nothing(given_reports: list[tuple[list[Told], str]]) -> None:
    events = events_of(given_reports)
    facts = group(events, [], NOON)
    members: dict[str, list[Event]] = defaultdict(list)
    for fact, event in zip(facts, events, strict=True):
        members[fact.object].append(event)
    known = [known_event(*found, name=name) for name, found in members.items()]
    assert group(events, known, NOON) == facts
