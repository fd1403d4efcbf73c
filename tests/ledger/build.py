"""Coded documents made by hand: one line for each event."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.codebook import quad, score
from dragoman.ledger import InputOutcome, Part
from dragoman.model import (
    Block,
    BlockKind,
    Claim,
    Coded,
    Coder,
    Document,
    Event,
    EventMention,
    Evidence,
    Mention,
    MentionKind,
    Participant,
    Precision,
    Reading,
    Retention,
    Rights,
    Sentence,
    Source,
    Span,
    Stated,
    Status,
    TimeBasis,
    TimeExpression,
    TimexType,
    content_id,
    digest,
)

CODER = Coder(name="rules", version="1", codebook="plover-2.0")
NOON = datetime.datetime(2024, 6, 1, 12, tzinfo=datetime.UTC)


@dataclass(frozen=True, kw_only=True)
class Told:
    """One event of a report: who (code or code:words) did what to whom, when."""

    actors: str
    event: str
    recipients: str = ""
    day: str = ""
    until: str = ""
    precision: Precision = Precision.DAY
    basis: TimeBasis = TimeBasis.STATED
    status: Status = Status.OCCURRED
    historical: bool = False
    modes: tuple[str, ...] = ()
    speaker: str = ""
    method: str = "rules"
    second: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report: its name, when and by whom it was published, and what it tells."""

    name: str
    told: Sequence[Told] = ()
    published: str = "2024-05-09"
    publisher: str = "Evening Post"
    origin: str = ""
    retention: Retention = Retention.TEXT
    body: str = ""
    parser: str = "1"


def when(day: str, until: str = "", precision: Precision = Precision.DAY) -> TimeExpression:
    """A time of one day or of several, "" for none."""
    first = datetime.date.fromisoformat(day[:10]) if day else None
    return TimeExpression(
        span=None,
        type=TimexType.DATE,
        value=day,
        earliest=first,
        latest=datetime.date.fromisoformat(until) if until else first,
        precision=precision,
        basis=TimeBasis.STATED,
        rule="by hand",
    )


def coded(report: Report) -> Coded:
    """The report as a coded document; each event has a sentence of its own."""
    lines = [_line(told) for told in report.told] or [report.body or "Nothing happened."]
    text = "\n\n".join(lines)
    snapshot = digest(f"{report.name} {report.publisher} {text}".encode())
    document = Document(
        id=content_id("doc", snapshot, report.name, report.parser),
        name=report.name,
        snapshot_id=snapshot,
        text=text,
        text_digest=digest(text.encode()),
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text)), "by hand"),),
        language="en",
        published=when(report.published),
        parser=report.parser,
        title=Stated(f"Title of {report.name}", "by hand"),
        publisher=Stated(report.publisher, "by hand"),
        rights=Rights(retention=report.retention),
    )
    starts = [sum(len(line) + 2 for line in lines[:index]) for index in range(len(lines))]
    sentences = tuple(
        Sentence(index, Span(start, start + len(line)), BlockKind.PARAGRAPH)
        for index, (start, line) in enumerate(zip(starts, lines, strict=True))
    )
    pairs = [
        _event(document, report, sentence, told)
        for sentence, told in zip(sentences, report.told, strict=False)
    ]
    return Coded(
        reading=Reading(
            document=document,
            sentences=sentences,
            mentions=tuple(
                _mention(one, event.evidence[0].sentence)
                for _, event in pairs
                for one in (*event.actors, *event.recipients)
            ),
            times=tuple(event.time for _, event in pairs),
            attributions=(),
            reader="by hand",
        ),
        mentions=tuple(mention for mention, _ in pairs),
        events=tuple(event for _, event in pairs),
        facts=(),
    )


def part(*reports: Report, settings: str = "v1") -> Part:
    """A part of reports, each of them an input of its own name that is done."""
    return Part(
        coded=tuple(map(coded, reports)),
        outcomes=tuple(
            InputOutcome(key=f"key {one.name}", name=f"{one.name}.html", outcome="done")
            for one in reports
        ),
        settings=settings,
    )


def _line(told: Told) -> str:
    spoken = f" {_words(told.speaker)} said" if told.speaker else ""
    names = " and ".join(_words(one) for one in told.actors.split())
    whom = " and ".join(_words(one) for one in told.recipients.split())
    return f"{names} {told.event.lower()} {whom} {told.day}{spoken}."


def _words(who: str) -> str:
    return who.rsplit(":", maxsplit=1)[-1].replace("_", " ")


def _participants(told: str, sentence: Sentence, text: str) -> tuple[Participant, ...]:
    found = []
    for who in told.split():
        words = _words(who)
        start = text.index(words, sentence.span.start)
        found.append(
            Participant(
                mention=content_id("m", text, str(start), words),
                text=words,
                span=Span(start, start + len(words)),
                code=who.split(":")[0],
                sector="GOV",
                identifier_id=f"id-{words.lower().replace(' ', '-')}",
                identifier_text=words,
                rule="by hand",
            )
        )
    return tuple(found)


def _mention(one: Participant, sentence: int) -> Mention:
    return Mention(
        id=one.mention,
        span=one.span,
        sentence=sentence,
        kind=MentionKind.STATE,
        head=one.text,
        rule="by hand",
        chain=one.mention,
    )


def _event(
    document: Document, report: Report, sentence: Sentence, told: Told
) -> tuple[EventMention, Event]:
    text = document.text
    start = text.index(told.event.lower(), sentence.span.start)
    trigger = Span(start, start + len(told.event))
    time = replace(when(told.day, told.until, told.precision), basis=told.basis)
    key = content_id("em", document.id, str(sentence.index))
    actors = _participants(told.actors, sentence, text)
    recipients = _participants(told.recipients, sentence, text)
    speakers = _participants(told.speaker, sentence, text)
    mention = EventMention(
        id=key,
        document_id=document.id,
        sentence=sentence.index,
        trigger=trigger,
        event=told.event,
        actors=tuple(one.mention for one in actors),
        recipients=tuple(one.mention for one in recipients),
        time=time,
        status=told.status,
        historical=told.historical,
        score=0.75,
        method=told.method,
        second=told.second,
        rule="by hand",
        modes=told.modes,
    )
    event = Event(
        id=key,
        mention_id=key,
        doc=Source(
            id=document.name,
            document_id=document.id,
            title=f"Title of {document.name}",
            publisher=report.publisher,
            published=report.published,
            origin=report.origin or report.publisher,
        ),
        event=told.event,
        modes=told.modes,
        contexts=(),
        quad_code=quad(told.event),
        event_scale=score(told.event, told.modes),
        cameo="",
        actors=actors,
        recipients=recipients,
        time=time,
        date_text="",
        status=told.status,
        historical=told.historical,
        claims=tuple(
            Claim(speaker=one, cue="said", cue_span=Span(0, 0), kind="indirect") for one in speakers
        ),
        evidence=(
            Evidence(
                quote=sentence.span.of(text),
                span=sentence.span,
                sentence=sentence.index,
                trigger=trigger.of(text),
                trigger_span=trigger,
            ),
        ),
        score=0.75,
        method=told.method,
        second=told.second,
        rule="by hand",
        coder=CODER,
    )
    return mention, event
