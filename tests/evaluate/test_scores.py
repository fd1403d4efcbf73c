import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate import Case, Party, ToldEvent, matched, misses, report, score
from dragoman.model import Span, Status

TEXT = "France expelled four Russian diplomats and met the Malian envoy."
FRANCE = Party((Span(0, 6),), "FRA")
DIPLOMATS = Party((Span(21, 38),), "RUS")
ENVOY = Party((Span(51, 63),), "MLI")
EXPELLED = ToldEvent(
    type="SANCTION",
    trigger=Span(7, 15),
    actors=(FRANCE,),
    recipients=(DIPLOMATS,),
    modes=frozenset({"expel"}),
    status=Status.OCCURRED,
    historical=False,
    days=(datetime.date(2027, 3, 1), datetime.date(2027, 3, 1)),
    contexts=frozenset({"diplomatic"}),
)
MET = ToldEvent(
    type="CONSULT",
    trigger=Span(43, 46),
    actors=(FRANCE,),
    recipients=(ENVOY,),
    status=Status.OCCURRED,
    historical=False,
)


def case(
    gold: tuple[ToldEvent, ...], coded: tuple[ToldEvent, ...], text: str = TEXT, name: str = "a"
) -> Case:
    return Case(name=name, text=text, gold=gold, coded=coded)


def test_type_and_overlapping_trigger_are_needed() -> None:
    longer = replace(EXPELLED, trigger=Span(7, 20))
    other_type = replace(MET, type="AGREE")
    elsewhere = replace(MET, trigger=Span(0, 6))
    found = score([case((EXPELLED, MET), (longer, other_type, elsewhere))])
    assert (found.triggers.right, found.triggers.found, found.triggers.expected) == (1, 3, 2)
    assert (found.triggers.precision, found.triggers.recall) == (1 / 3, 1 / 2)
    assert found.triggers.f1 == 0.4
    assert found.types["AGREE"].found == 1
    assert found.types["CONSULT"].recall == 0.0


def test_whole_events_need_all_parties_and_no_others() -> None:
    wider = replace(EXPELLED, recipients=(Party((Span(16, 38),), "RUS"),))
    two = replace(EXPELLED, recipients=(DIPLOMATS, ENVOY))
    none = replace(EXPELLED, recipients=())
    coded_as = [score([case((EXPELLED,), (one,))]) for one in (wider, two, none)]
    assert [one.whole.f1 for one in coded_as] == [1.0, 0.0, 0.0]
    assert [one.recipients.precision for one in coded_as] == [1.0, 0.5, None]
    assert [one.recipients.recall for one in coded_as] == [1.0, 1.0, 0.0]
    assert all(one.actors.f1 == 1.0 for one in coded_as)


def test_words_and_codes_are_judged_apart() -> None:
    wrong_code = replace(EXPELLED, recipients=(replace(DIPLOMATS, code="BLR"),))
    wrong_words = replace(EXPELLED, recipients=(replace(DIPLOMATS, spans=(Span(51, 63),)),))
    unknown = replace(EXPELLED, recipients=(DIPLOMATS, Party((Span(51, 63),))))
    found = [score([case((EXPELLED,), (one,))]) for one in (wrong_code, wrong_words, unknown)]
    assert [one.whole.right for one in found] == [1, 0, 0]
    assert [one.whole_by_code.right for one in found] == [0, 1, 1]


def test_any_mention_of_the_same_one_will_do() -> None:
    chained = replace(EXPELLED, actors=(Party((Span(51, 63), Span(0, 6)), "FRA"),))
    assert score([case((EXPELLED,), (chained,))]).whole.right == 1


def test_a_party_that_is_two_marked_ones_counts_once() -> None:
    both = replace(EXPELLED, recipients=(Party((Span(21, 63),)),))
    gold = replace(EXPELLED, recipients=(DIPLOMATS, ENVOY))
    found = score([case((gold,), (both,))])
    assert (found.recipients.right, found.recipients.found, found.recipients.expected) == (1, 1, 2)


def test_of_two_events_of_one_trigger_each_finds_its_own() -> None:
    back = replace(MET, actors=(ENVOY,), recipients=(FRANCE,))
    found = score([case((MET, back), (back, MET))])
    assert found.whole.right == 2


def test_what_is_not_marked_is_not_judged() -> None:
    bare = ToldEvent(type="SANCTION", trigger=None, actors=(Party((), "FRA"),))
    found = score([case((bare,), (replace(EXPELLED, recipients=()),))])
    assert (found.triggers.right, found.whole.right) == (1, 1)
    assert found.statuses.value is None
    assert found.historical.of == found.dates.of == 0
    assert found.contexts.found == 0


def test_status_background_and_days_of_matched_events() -> None:
    coded = replace(EXPELLED, status=Status.PLANNED, historical=True, days=None)
    found = score([case((EXPELLED, MET), (coded, MET))])
    assert (found.statuses.right, found.statuses.of) == (1, 2)
    assert (found.historical.right, found.historical.of) == (1, 2)
    assert (found.dates.right, found.dates.of) == (0, 1)


def test_false_events_are_counted_on_sentences_without_any() -> None:
    quiet = case((), (MET,), text="one two three four", name="b")
    found = score([case((EXPELLED,), (EXPELLED, MET)), quiet])
    assert (found.quiet.sentences, found.quiet.words, found.quiet.events) == (1, 4, 1)
    assert found.quiet.per_thousand == 250.0
    assert score([]).quiet.per_thousand is None


def test_misses_tell_what_is_wrong_and_how() -> None:
    planned = replace(EXPELLED, status=Status.PLANNED)
    lines = list(misses([case((EXPELLED, MET), (planned, replace(MET, type="AGREE")))]))
    assert [line[:1] for line in lines] == ["-", "+", "~"]
    assert "CONSULT “met”: France (FRA) > Malian envoy (MLI) occurred" in lines[0]
    assert lines[2].endswith("planned")


def test_the_report_holds_every_figure() -> None:
    found = report(score([case((EXPELLED,), (EXPELLED,)), case((), ())]))
    assert found["triggers"]["f1"] == found["whole"]["f1"] == found["statuses"]["accuracy"] == 1.0
    assert found["types"] == {"SANCTION": found["triggers"]}
    assert found["no_event"]["events"] == 0


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda p: Span(p[0], p[0] + p[1]))
PARTIES = st.lists(
    st.builds(Party, st.tuples(SPANS), st.sampled_from(["", "FRA", "MLI"])), max_size=3
).map(tuple)
EVENTS = st.lists(
    st.builds(
        ToldEvent,
        type=st.sampled_from(["AGREE", "CONSULT"]),
        trigger=SPANS,
        actors=PARTIES,
        recipients=PARTIES,
        status=st.sampled_from(Status),
        historical=st.booleans(),
    ),
    max_size=4,
).map(tuple)


@given(EVENTS)
def test_events_against_themselves_are_all_found(events: tuple[ToldEvent, ...]) -> None:
    found = score([case(events, events, text="x" * 70)])
    assert found.triggers.f1 == 1.0
    assert found.triggers.right == len(events)


def apart(events: tuple[ToldEvent, ...]) -> tuple[ToldEvent, ...]:
    """The events with triggers and parties that overlap no other."""

    def moved(parties: tuple[Party, ...], at: int) -> tuple[Party, ...]:
        return tuple(
            replace(one, spans=(Span(at + i, at + i + 1),)) for i, one in enumerate(parties)
        )

    return tuple(
        replace(
            event,
            trigger=Span(100 * i, 100 * i + 1),
            actors=moved(event.actors, 100 * i + 10),
            recipients=moved(event.recipients, 100 * i + 20),
        )
        for i, event in enumerate(events)
    )


@given(EVENTS.map(apart))
def test_events_apart_are_wholly_right_against_themselves(events: tuple[ToldEvent, ...]) -> None:
    found = score([case(events, events)])
    assert found.whole.f1 == found.whole_by_code.f1 == 1.0
    assert found.statuses.right == found.statuses.of == len(events)


@given(EVENTS, EVENTS)
def test_every_event_is_paired_once_or_left_over(
    gold: tuple[ToldEvent, ...], coded: tuple[ToldEvent, ...]
) -> None:
    found = matched(case(gold, coded, text="x" * 70))
    assert len(found.pairs) + len(found.missing) == len(gold)
    assert len(found.pairs) + len(found.surplus) == len(coded)
    figures = score([case(gold, coded)])
    assert figures.whole.right <= figures.triggers.right
    assert 0 <= figures.triggers.f1 <= 1
