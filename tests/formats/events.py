"""Events written by hand, and a strategy for any event."""

import datetime
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from dragoman.model import (
    Certainty,
    Claim,
    Coder,
    Event,
    Evidence,
    Participant,
    PlaceReference,
    Precision,
    Size,
    SizeKind,
    Source,
    Span,
    Status,
    TimeBasis,
    TimeExpression,
    TimexType,
)

TEXT = "Sevan says Norwall has closed the Lastver crossing on Monday, the agency Kite reports."
CODER = Coder(name="dragoman-rules", version="0.1.0", codebook="plover-2.0")
DOC = Source(
    id="crossing-closed",
    document_id="doc_1",
    url="https://courier.example/crossing",
    title="Crossing closed",
    publisher="The Courier",
    published="2024-03-05T10:00+04:00",
    origin="Kite",
)
OTHER = Source(id="kite-flash", document_id="doc_2", publisher="Kite", origin="Kite")


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def person(words: str, **known: Any) -> Participant:
    return Participant(mention=f"men_{words}", text=words, span=span_of(words), **known)


def day(year: int, month: int, number: int) -> TimeExpression:
    date = datetime.date(year, month, number)
    return TimeExpression(
        span=span_of("on Monday"),
        type=TimexType.DATE,
        value=date.isoformat(),
        earliest=date,
        latest=date,
        precision=Precision.DAY,
        basis=TimeBasis.ANCHORED,
        rule="weekday before publication",
    )


def closing() -> Event:
    """Armenia says that Azerbaijan closed a crossing, as an agency reports."""
    return Event(
        id="ev_1",
        mention_id="ev_1",
        doc=DOC,
        event="SANCTION",
        modes=("discontinue",),
        contexts=("territory",),
        quad_code=4,
        event_scale=-6.0,
        cameo="163",
        actors=(person("Norwall", code="AZE", identifier_id="AZE", rule="name of AZE"),),
        recipients=(person("Sevan", code="ARM", sector="GOV", identifier_id="ARM"),),
        time=day(2024, 3, 4),
        date_text="on Monday",
        status=Status.OCCURRED,
        historical=False,
        claims=(
            Claim(
                speaker=person("Sevan", code="ARM", sector="GOV"),
                cue="says",
                cue_span=span_of("says"),
                kind="indirect",
            ),
            Claim(
                speaker=person("Kite", sector="JRN"),
                cue="reports",
                cue_span=span_of("reports"),
                kind="indirect",
            ),
        ),
        evidence=(
            Evidence(
                quote=TEXT,
                span=Span(0, len(TEXT)),
                sentence=0,
                trigger="closed",
                trigger_span=span_of("closed"),
            ),
        ),
        score=0.75,
        method="rules",
        rule="verb, active",
        coder=CODER,
        place=PlaceReference(
            text="Lastver",
            span=span_of("Lastver"),
            resolved="Lastver",
            country_code="ARM",
            lat=40.5,
            lon=45.25,
            resolution="city",
        ),
        sizes=(Size(SizeKind.TROOPS, 20, None, span_of("Monday")),),
    )


def retold() -> Event:
    """The same with a second report of the same origin."""
    event = closing()
    first = event.evidence[0]
    return replace(
        event,
        reports=(DOC, OTHER),
        mention_ids=("ev_1", "ev_2"),
        evidence=(first, replace(first, document_id="doc_2")),
    )


words = st.text(max_size=20)
spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 10**6),
    st.integers(0, 10**4),
)
days = st.dates(datetime.date(1800, 1, 1), datetime.date(2100, 12, 31))
people = st.builds(
    Participant,
    mention=st.just(""),
    text=words,
    span=spans,
    code=words,
    sector=words,
    identifier_id=words,
    identifier_text=words,
    rule=words,
)
claims = st.builds(
    Claim,
    speaker=st.none() | people,
    cue=words,
    cue_span=spans,
    kind=st.sampled_from(["direct", "indirect", "mixed"]),
)
intervals = st.none() | st.tuples(days, days).map(sorted)


@st.composite
def times(draw: st.DrawFn) -> TimeExpression:
    interval = draw(intervals)
    return TimeExpression(
        span=draw(st.none() | spans),
        type=draw(st.sampled_from(TimexType)),
        value=draw(words),
        earliest=interval[0] if interval else None,
        latest=interval[1] if interval else None,
        precision=draw(st.sampled_from(Precision)),
        basis=draw(st.sampled_from(TimeBasis)),
        rule=draw(words),
        mod=draw(st.none() | words),
    )


degrees = st.floats(-90, 90)
places = st.builds(
    PlaceReference,
    text=words,
    span=spans,
    resolved=words,
    country_code=words,
    lat=st.none() | degrees,
    lon=st.none() | degrees,
    resolution=words,
)
numbers = st.integers(0, 10**7)
sizes = st.lists(
    st.builds(Size, st.sampled_from(SizeKind), numbers, st.none() | numbers, spans),
    unique_by=lambda size: size.kind,
).map(lambda found: tuple(sorted(found, key=lambda size: list(SizeKind).index(size.kind))))


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Events that differ from their record in nothing: mentions unnamed, documents by name."""
    names = draw(st.lists(words, min_size=1, max_size=4, unique=True))
    further = tuple(Source(id=name, document_id=name, origin=draw(words)) for name in names[1:])
    doc = Source(
        id=names[0],
        document_id=names[0],
        url=draw(words),
        title=draw(words),
        publisher=draw(words),
        published=draw(words),
        origin=draw(words),
    )
    evidence = st.builds(
        Evidence,
        quote=words,
        span=spans,
        sentence=st.integers(0, 500),
        trigger=words,
        trigger_span=spans,
        document_id=st.sampled_from(["", *(name for name in names[1:] if name)]),
    )
    key = draw(words)
    return Event(
        id=key,
        mention_id=key,
        doc=doc,
        event=draw(st.text(min_size=1, max_size=12)),
        modes=tuple(draw(st.lists(words, max_size=3))),
        contexts=tuple(draw(st.lists(words, max_size=3))),
        quad_code=draw(st.integers(1, 4)),
        event_scale=draw(st.floats(-10, 10)),
        cameo=draw(st.from_regex(r"\A([0-9]{2,4})?\Z")),
        actors=tuple(draw(st.lists(people, max_size=3))),
        recipients=tuple(draw(st.lists(people, max_size=3))),
        time=draw(times()),
        date_text=draw(words),
        status=draw(st.sampled_from(Status)),
        historical=draw(st.booleans()),
        claims=tuple(draw(st.lists(claims, max_size=3))),
        evidence=tuple(draw(st.lists(evidence, min_size=1, max_size=3))),
        score=draw(st.floats(0, 1)),
        method=draw(words),
        rule=draw(words),
        coder=draw(st.builds(Coder, name=words, version=words, codebook=words, weights=words)),
        place=draw(st.none() | places),
        sizes=draw(sizes),
        status_cue=draw(words),
        certainty=draw(st.sampled_from(["", *map(str, Certainty)])),
        reports=(doc, *further) if further else (),
    )
