"""Hypothesis strategies for the records of the model."""

import datetime
from typing import Any

from hypothesis import strategies as st

from dragoman.model import (
    Answer,
    Attribution,
    AttributionKind,
    Basis,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Coded,
    Coder,
    Document,
    Event,
    EventMention,
    Evidence,
    Given,
    Mention,
    MentionKind,
    Participant,
    PlaceReference,
    Precision,
    Reading,
    Retention,
    Rights,
    Sentence,
    Signal,
    Size,
    SizeKind,
    Snapshot,
    Source,
    Span,
    Stated,
    Status,
    TimeBasis,
    TimeExpression,
    TimexType,
    Use,
    content_id,
    digest,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
"""Any text that UTF-8 can hold."""

codes = st.sampled_from(["ARM", "AZE", "RUS", "TUR", "IRN", "USA", "NATO", "EU", ""])

days = st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 12, 31))

moments = st.datetimes(
    datetime.datetime(2000, 1, 1), datetime.datetime(2030, 12, 31), timezones=st.timezones()
)

coders = st.builds(Coder, name=words, version=words, codebook=words, weights=words)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    """A span of a text of `length` code points."""
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def time_expressions(draw: st.DrawFn, length: int = 0) -> TimeExpression:
    """A time of one day, of several or of none."""
    earliest = draw(st.none() | days)
    latest = earliest and earliest + datetime.timedelta(days=draw(st.sampled_from([0, 0, 1, 30])))
    return TimeExpression(
        span=draw(st.none() | spans(length)),
        type=draw(st.sampled_from(TimexType)),
        value=earliest.isoformat() if earliest else draw(words),
        earliest=earliest,
        latest=latest,
        precision=draw(st.sampled_from(Precision)),
        basis=draw(st.sampled_from(TimeBasis)),
        rule=draw(words),
        mod=draw(st.none() | words),
    )


def stated(length: int) -> st.SearchStrategy[Stated]:
    """A value of a page's metadata."""
    return st.builds(Stated, value=words, rule=words, span=st.none() | spans(length))


@st.composite
def rights(draw: st.DrawFn, length: int) -> Rights:
    """Signals and decision, in any combination."""
    answers = st.sampled_from(Answer)
    signals = st.builds(
        Signal,
        family=words,
        answers=st.lists(st.tuples(st.sampled_from(Use), answers), max_size=3).map(tuple),
        value=words,
        where=words,
        span=st.none() | spans(length),
        exceptions=st.lists(words, max_size=2).map(tuple),
    )
    return Rights(
        signals=tuple(draw(st.lists(signals, max_size=2))),
        mining=draw(answers),
        ai_training=draw(answers),
        search=draw(answers),
        storage=draw(answers),
        retention=draw(st.sampled_from(Retention)),
        basis=draw(st.none() | st.sampled_from(Basis)),
    )


@st.composite
def documents(draw: st.DrawFn, name: str = "report") -> Document:
    """A document called `name` of at most 120 code points."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))
    length = len(text)
    blocks = st.builds(Block, st.sampled_from(BlockKind), spans(length), words)
    snapshot = digest(text.encode("utf-8"))
    return Document(
        id=content_id("doc", snapshot, name),
        name=name,
        snapshot_id=snapshot,
        text=text,
        text_digest=snapshot,
        blocks=tuple(draw(st.lists(blocks, max_size=3))),
        language="en",
        published=draw(time_expressions(length)),
        parser=draw(words),
        url=draw(st.none() | stated(length)),
        title=draw(st.none() | stated(length)),
        publisher=draw(st.none() | stated(length)),
        section=draw(st.none() | stated(length)),
        bylines=tuple(draw(st.lists(stated(length), max_size=2))),
        credits=tuple(draw(st.lists(stated(length), max_size=2))),
        rights=draw(rights(length)),
    )


optional = st.none() | words

given = st.builds(
    Given, id=optional, url=optional, title=optional, date=optional, publisher=optional
)


def snapshots(document: Document) -> st.SearchStrategy[Snapshot]:
    """What a document may have been read from; its rights are the document's."""
    return st.builds(
        Snapshot,
        id=st.just(document.snapshot_id),
        name=words,
        media_type=words,
        size=st.integers(0, 10**9),
        url=optional,
        final_url=optional,
        fetched_at=st.none() | st.datetimes(timezones=st.just(datetime.UTC)),
        headers=st.lists(st.tuples(words, words), max_size=2).map(tuple),
        rights=st.just(Rights()),
    )


@st.composite
def readings(draw: st.DrawFn, name: str = "report") -> Reading:
    """A document with sentences, mentions, times and attributions at any place."""
    document = draw(documents(name))
    length = len(document.text)
    found = [draw(spans(length)) for _ in range(draw(st.integers(1, 3)))]
    mentions = tuple(
        Mention(
            id=content_id("m", document.id, str(index)),
            span=span,
            sentence=0,
            kind=draw(st.sampled_from(MentionKind)),
            head=draw(words),
            rule=draw(words),
            chain=content_id("m", document.id, "0"),
            candidates=tuple(draw(st.lists(words, max_size=2))),
            of=draw(st.none() | words),
            role=draw(st.none() | words),
            sector=draw(st.none() | words),
        )
        for index, span in enumerate(found)
    )
    attribution = Attribution(
        id=content_id("a", document.id),
        content=draw(spans(length)),
        cue=draw(spans(length)),
        kind=draw(st.sampled_from(AttributionKind)),
        rule=draw(words),
        speaker=draw(st.none() | spans(length)),
        speaker_mention=mentions[0].id,
    )
    return Reading(
        document=document,
        sentences=(Sentence(0, Span(0, length), BlockKind.PARAGRAPH),),
        mentions=mentions,
        times=tuple(draw(st.lists(time_expressions(length), max_size=2))),
        attributions=(attribution,),
        reader=draw(words),
    )


@st.composite
def participants(draw: st.DrawFn, reading: Reading) -> tuple[Participant, ...]:
    """All mentions of a reading as participants, each with an identity of its own."""
    return tuple(
        Participant(
            mention=mention.id,
            text=mention.span.of(reading.document.text),
            span=mention.span,
            code=draw(codes),
            sector=draw(words),
            identifier_id=draw(words),
            identifier_text=draw(words),
            rule=draw(words),
        )
        for mention in reading.mentions
    )


@st.composite
def event_mentions(draw: st.DrawFn, reading: Reading, number: int) -> tuple[EventMention, Event]:
    """An event as a document tells it, and its public record."""
    document = reading.document
    length = len(document.text)
    known = draw(participants(reading))
    some = st.lists(st.sampled_from(known), max_size=2).map(tuple)
    actors, recipients = draw(some), draw(some)
    trigger, span = draw(spans(length)), draw(spans(length))
    key = content_id("e", document.id, str(number))
    shared: dict[str, Any] = {
        "event": draw(st.sampled_from(["CONSULT", "ASSAULT", "AID", "COOPERATE"])),
        "time": draw(time_expressions(length)),
        "status": draw(st.sampled_from(Status)),
        "historical": draw(st.booleans()),
        "certainty": str(draw(st.sampled_from(Certainty))),
        "score": draw(st.floats(0, 1)),
        "method": draw(words),
        "rule": draw(words),
        "modes": tuple(draw(st.lists(words, max_size=2))),
        "contexts": tuple(draw(st.lists(words, max_size=2))),
        "sizes": tuple(draw(st.lists(sizes(length), max_size=1))),
    }
    mention = EventMention(
        id=key,
        document_id=document.id,
        sentence=0,
        trigger=trigger,
        actors=tuple(one.mention for one in actors),
        recipients=tuple(one.mention for one in recipients),
        attributions=tuple(one.id for one in reading.attributions),
        status_cue=draw(st.none() | spans(length)),
        **shared,
    )
    event = Event(
        id=key,
        mention_id=key,
        doc=draw(sources(document)),
        quad_code=draw(st.integers(1, 4)),
        event_scale=draw(st.floats(-10, 10)),
        cameo=draw(words),
        actors=actors,
        recipients=recipients,
        date_text=draw(words),
        claims=tuple(draw(st.lists(claims(known), max_size=2))),
        evidence=(
            Evidence(
                quote=span.of(document.text)[:40],
                span=span,
                sentence=0,
                trigger=trigger.of(document.text),
                trigger_span=trigger,
            ),
        ),
        coder=draw(coders),
        place=draw(st.none() | places(length)),
        status_cue=draw(words),
        **shared,
    )
    return mention, event


def sizes(length: int) -> st.SearchStrategy[Size]:
    """A number of dead, injured, arrested or others."""
    numbers = st.integers(0, 10**6)
    return st.builds(Size, st.sampled_from(SizeKind), numbers, st.none() | numbers, spans(length))


def sources(document: Document) -> st.SearchStrategy[Source]:
    """A document as the source of an event."""
    return st.builds(
        Source,
        id=st.just(document.name),
        document_id=st.just(document.id),
        url=words,
        title=words,
        publisher=words,
        published=st.just(document.published.value),
        origin=words,
    )


def claims(known: tuple[Participant, ...]) -> st.SearchStrategy[Claim]:
    """A claim by one of the known participants or by nobody named."""
    speakers = st.none() | st.sampled_from(known)
    return st.builds(Claim, speaker=speakers, cue=words, cue_span=spans(9), kind=words)


def places(length: int) -> st.SearchStrategy[PlaceReference]:
    """A place with or without coordinates."""
    return st.builds(
        PlaceReference,
        text=words,
        span=spans(length),
        resolved=words,
        country_code=codes,
        lat=st.none() | st.floats(-90, 90),
        lon=st.none() | st.floats(-180, 180),
        resolution=words,
    )


@st.composite
def coded(draw: st.DrawFn, name: str = "report") -> Coded:
    """A document coded to the end, with up to three events."""
    reading = draw(readings(name))
    pairs = [draw(event_mentions(reading, number)) for number in range(draw(st.integers(0, 3)))]
    return Coded(
        reading=reading,
        mentions=tuple(mention for mention, _ in pairs),
        events=tuple(event for _, event in pairs),
        facts=(),
        snapshot=draw(st.none() | snapshots(reading.document)),
        given=draw(given),
    )
