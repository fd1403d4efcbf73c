"""Whether the keys in annotation lines and the marks of their sentence fit each other."""

from collections import Counter
from collections.abc import Iterator

from dragoman.marked.records import ACTOR_LETTERS, CorpusSentence, EventLine

_Faults = Iterator[tuple[int, str]]


def link_faults(sentence: CorpusSentence) -> _Faults:
    """Line numbers and what is wrong there: keys without a mark, marks without a line."""
    for event in sentence.events:
        for key, letters in _keys_of_event(event):
            yield from _key_fault(sentence, key, letters, event.line)
        yield from _time_fault(sentence, event)
    for claim in sentence.claims:
        speaker = [(claim.speaker, ACTOR_LETTERS)] if claim.speaker else []
        content = [(claim.content, "q")] if claim.content else []
        for key, letters in [*speaker, (claim.cue, "ct"), *content]:
            yield from _key_fault(sentence, key, letters, claim.line)
    yield from _unused(sentence)
    told = Counter((event.type, event.trigger) for event in sentence.events)
    for (event_type, trigger), times in told.items():
        if times > 1:
            hint = "join their modes or mark both triggers"
            yield sentence.line, f"{event_type} {trigger}: {times} lines for one event; {hint}"


def _keys_of_event(event: EventLine) -> Iterator[tuple[str, str]]:
    yield event.trigger, "tc"
    for key in (*event.actors, *event.recipients):
        yield key, ACTOR_LETTERS
    if event.time:
        yield event.time, "d"
    if event.place:
        yield event.place, "l"
    for key in event.sizes:
        yield key, "n"


def _key_fault(sentence: CorpusSentence, key: str, letters: str, line: int) -> _Faults:
    if all(mark.key != key for mark in sentence.marks):
        yield line, f"{key}: not marked in the sentence"
    elif key[0] not in letters:
        yield line, f"{key}: a mark with {' or '.join(letters)} belongs here"


def _time_fault(sentence: CorpusSentence, event: EventLine) -> _Faults:
    for mark in sentence.marks:
        if mark.key == event.time and not mark.value:
            yield event.line, f"{mark.key}: the time of an event needs a value"


def _unused(sentence: CorpusSentence) -> _Faults:
    used = {event.trigger for event in sentence.events}
    for claim in sentence.claims:
        used |= {claim.cue, claim.content or ""}
    wanted = {"t": "event", "c": "claim", "q": "claim"}
    for mark in sentence.marks:
        if mark.letter in wanted and mark.key not in used:
            yield sentence.line, f"{mark.key}: marked, but in no {wanted[mark.letter]} line"
