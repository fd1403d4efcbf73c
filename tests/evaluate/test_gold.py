import datetime

from dragoman.evaluate import Party, ToldEvent, marked_events
from dragoman.marked import parse
from dragoman.model import Span, Status

FILE = """== sentences a
date: 2027-03-12

[p1=---.GOV Premier Aku] [t1 did not meet] [g1=REB rebels] of [s1=MLI Mali] [d1=2027-05 in May].
- CONSULT/visit t1: p1 > g1 s1 | negated | historical | time d1 | contexts military

Nothing [t1 collapsed].
- RETREAT t1: > | occurred
"""


def test_marks_become_spans_codes_days_and_status() -> None:
    (sentence, other) = parse(FILE, "a.txt")
    (event,) = marked_events(sentence)
    assert event == ToldEvent(
        type="CONSULT",
        trigger=Span(12, 24),
        actors=(Party((Span(0, 11),), ""),),
        recipients=(Party((Span(25, 31),), ""), Party((Span(35, 39),), "MLI")),
        modes=frozenset({"visit"}),
        status=Status.DENIED,
        historical=True,
        days=(datetime.date(2027, 5, 1), datetime.date(2027, 5, 31)),
        contexts=frozenset({"military"}),
    )
    (bare,) = marked_events(other)
    assert (bare.actors, bare.days, bare.status) == ((), None, Status.OCCURRED)
