"""Markings that keep the format and yet may be slips; somebody should look at them."""

import datetime
from collections.abc import Iterator

from dragoman.marked import CorpusSentence, EventLine, read_actor, read_count, read_time
from dragoman.marked.vocabulary import vocabulary

LONG_AGO = datetime.timedelta(days=160)
"""From about five months before the text an event is historical."""

RECENT = datetime.timedelta(days=120)


def doubts(sentence: CorpusSentence) -> Iterator[tuple[int, str]]:
    """Line numbers and what is odd there; the sentence must keep the format."""
    for event in sentence.events:
        for message in (*_odd_times(sentence, event), *_odd_sides(event)):
            yield event.line, f"{event.type} {event.trigger}: {message}"
    yield from _odd_marks(sentence)


def _odd_times(sentence: CorpusSentence, event: EventLine) -> Iterator[str]:
    if not event.time:
        return
    first, last = read_time(sentence.mark(event.time).value)
    if first and first > sentence.date and event.status in {"occurred", "ongoing"}:
        yield f"{event.status} on a day after the text ({first})"
    if last and last < sentence.date - LONG_AGO and not event.historical:
        yield f"long ago ({last}), but not historical"
    if first and first > sentence.date - RECENT and event.historical:
        yield f"historical, but of late ({first})"
    if last and last < sentence.date and event.status == "planned":
        yield f"planned for a day before the text ({last})"


def _odd_sides(event: EventLine) -> Iterator[str]:
    event_type = vocabulary().codebook.event(event.type)
    if event_type.recipient_required and not event_type.mutual and not event.recipients:
        yield "has no recipient, but the codebook wants one"
    if shared := set(event.actors) & set(event.recipients):
        yield f"{', '.join(sorted(shared))} on both sides"


def _odd_marks(sentence: CorpusSentence) -> Iterator[tuple[int, str]]:
    sized = {key for event in sentence.events for key in event.sizes}
    for mark in sentence.marks:
        if mark.letter == "n" and mark.key not in sized:
            yield sentence.line, f"{mark.key}: {read_count(mark.value).kind} count in no event line"
        if mark.letter == "s" and read_actor(mark.value).code in {"NGO", "MNC"}:
            yield sentence.line, f"{mark.key}: a state with the code of an organisation"
