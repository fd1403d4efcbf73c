"""The events that are marked in a sentence."""

from collections.abc import Iterable

from dragoman.evaluate.records import Party, ToldEvent
from dragoman.marked import CorpusSentence, EventLine, read_actor, read_time
from dragoman.marked.vocabulary import INVENTED
from dragoman.model import Status


def marked_events(sentence: CorpusSentence) -> tuple[ToldEvent, ...]:
    """The events of a sound sentence. What is marked as negated counts as denied."""
    return tuple(_event(sentence, line) for line in sentence.events)


def _event(sentence: CorpusSentence, line: EventLine) -> ToldEvent:
    return ToldEvent(
        type=line.type,
        trigger=sentence.mark(line.trigger).span,
        actors=_parties(sentence, line.actors),
        recipients=_parties(sentence, line.recipients),
        modes=frozenset(line.modes),
        status=Status.DENIED if line.status == "negated" else Status(line.status),
        historical=line.historical,
        days=read_time(sentence.mark(line.time).value) if line.time else None,
        contexts=frozenset(line.contexts),
    )


def _parties(sentence: CorpusSentence, keys: Iterable[str]) -> tuple[Party, ...]:
    """Those marked; countries that do not exist have no code that a coder could know."""
    marks = [sentence.mark(key) for key in keys]
    codes = [read_actor(mark.value).code for mark in marks]
    return tuple(
        Party((mark.span,), "" if code == INVENTED else code)
        for mark, code in zip(marks, codes, strict=True)
    )
