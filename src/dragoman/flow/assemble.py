"""Puts the public event record together from a reading, an event mention and who is who."""

import re
from collections.abc import Mapping, Sequence

from dragoman.codebook import Codebook
from dragoman.flow.whereabouts import event_place
from dragoman.model import (
    Attribution,
    Claim,
    Coder,
    Document,
    Event,
    EventMention,
    Evidence,
    Mention,
    Participant,
    Reading,
    Resolution,
    Sentence,
    Source,
    Span,
)
from dragoman.read.page.lines import is_masthead
from dragoman.resolve.places import Toponym

QUOTE_WORDS = 25
"""The longest quote of any text that is always kept, in words."""

MEDIA = "JRN"


def assemble(
    reading: Reading,
    event: EventMention,
    resolutions: Mapping[str, Resolution],
    coded_by: tuple[Coder, Codebook],
    toponyms: Sequence[Toponym] = (),
) -> Event:
    """The public record of `event`. `resolutions` are by mention id, as of the event's day.

    `toponyms` are those of the whole text, in order.
    """
    coder, codebook = coded_by
    mentions = {mention.id: mention for mention in reading.mentions}

    def participants(ids: tuple[str, ...]) -> tuple[Participant, ...]:
        return tuple(
            participant(reading.document, mentions[key], resolutions.get(key)) for key in ids
        )

    claims = _claims(reading, event, resolutions)
    date_text = event.time.span.of(reading.document.text) if event.time.span is not None else ""
    cue = event.status_cue.of(reading.document.text) if event.status_cue is not None else ""
    return Event(
        id=event.id,
        mention_id=event.id,
        doc=source_of(reading, claims),
        event=event.event,
        modes=event.modes,
        contexts=event.contexts,
        quad_code=codebook.quad(event.event),
        event_scale=codebook.score(event.event, event.modes),
        cameo=event.cameo or "",
        actors=participants(event.actors),
        recipients=participants(event.recipients),
        time=event.time,
        date_text=date_text,
        status=event.status,
        historical=event.historical,
        claims=claims,
        evidence=_evidence(reading, event),
        score=event.score,
        method=event.method,
        rule=event.rule,
        coder=coder,
        place=event_place(reading, event, resolutions, toponyms),
        sizes=event.sizes,
        status_cue=cue,
        certainty=event.certainty,
        second=event.second,
    )


def participant(document: Document, mention: Mention, resolution: Resolution | None) -> Participant:
    """A mention as an actor, recipient or speaker; without a resolution its code stays empty."""
    words = mention.span.of(document.text)
    if resolution is None:
        return Participant(mention=mention.id, text=words, span=mention.span, rule=mention.rule)
    return Participant(
        mention=mention.id,
        text=words,
        span=mention.span,
        code=resolution.code,
        sector=resolution.sector,
        identifier_id=resolution.actor,
        identifier_text=resolution.name,
        rule=f"{mention.rule}; {resolution.rule}",
    )


def source_of(reading: Reading, claims: tuple[Claim, ...]) -> Source:
    """The report as the source of an event.

    Its `origin` is whose report it is at bottom: the outermost medium of the chain of claims, else
    the agency that the report cites anywhere (an outlet that carries an agency's story names it
    once, not with every sentence), else the publisher.
    """
    document = reading.document
    speakers = [claim.speaker for claim in claims if claim.speaker is not None]
    media = [
        speaker.identifier_text or speaker.text
        for speaker in speakers
        if speaker.sector == MEDIA or is_masthead(speaker.text)
    ]
    cited = _cited_agency(reading)
    media = media or ([cited] if cited else [])
    publisher = document.publisher.value if document.publisher else ""
    return Source(
        id=document.name,
        document_id=document.id,
        url=document.url.value if document.url else "",
        title=document.title.value if document.title else "",
        publisher=publisher,
        published=document.published.value,
        origin=media[-1] if media else publisher,
    )


def _cited_agency(reading: Reading) -> str:
    """The first outlet that speaks in the report or stands as its author."""
    text = reading.document.text
    agencies = {mention.id for mention in reading.mentions if mention.rule == "agency-name"}
    for byline in reading.document.bylines:
        if is_masthead(byline.value):
            return byline.value
    for item in reading.attributions:
        if item.speaker is not None:
            name = re.sub(r"^the\s+", "", item.speaker.of(text), flags=re.IGNORECASE)
            if item.speaker_mention in agencies or is_masthead(name):
                return name
    return ""


def _claims(
    reading: Reading, event: EventMention, resolutions: Mapping[str, Resolution]
) -> tuple[Claim, ...]:
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    return tuple(_claim(reading, attributions[key], resolutions) for key in event.attributions)


def _claim(
    reading: Reading, attribution: Attribution, resolutions: Mapping[str, Resolution]
) -> Claim:
    mentions = {mention.id: mention for mention in reading.mentions}
    document = reading.document
    mention = mentions.get(attribution.speaker_mention or "")
    speaker = None
    if mention is not None:
        speaker = participant(document, mention, resolutions.get(mention.id))
    elif attribution.speaker is not None:
        words = attribution.speaker.of(document.text)
        speaker = Participant(mention="", text=words, span=attribution.speaker)
    return Claim(
        speaker=speaker,
        cue=attribution.cue.of(document.text),
        cue_span=attribution.cue,
        kind=attribution.kind.value,
    )


def _evidence(reading: Reading, event: EventMention) -> tuple[Evidence, ...]:
    text = reading.document.text
    found = []
    for trigger in (event.trigger, *event.repeats):
        sentence = _sentence_of(reading, trigger)
        span = quote_span(text, sentence.span, trigger)
        found.append(
            Evidence(
                quote=span.of(text),
                span=span,
                sentence=sentence.index,
                trigger=trigger.of(text),
                trigger_span=trigger,
            )
        )
    return tuple(found)


def _sentence_of(reading: Reading, trigger: Span) -> Sentence:
    return next(sentence for sentence in reading.sentences if sentence.span.covers(trigger))


def quote_span(text: str, sentence: Span, trigger: Span, limit: int = QUOTE_WORDS) -> Span:
    """The part of `sentence` around `trigger` that may be quoted: at most `limit` words.

    A shorter sentence is quoted whole; of a longer one as much before the trigger as behind it.
    """
    words = []
    position = sentence.start
    for word in sentence.of(text).split():
        start = text.index(word, position)
        position = start + len(word)
        words.append(Span(start, position))
    if len(words) <= limit:
        return sentence
    middle = next(index for index, word in enumerate(words) if word.end > trigger.start)
    first = min(max(0, middle - limit // 2), len(words) - limit)
    return Span(words[first].start, words[first + limit - 1].end)
