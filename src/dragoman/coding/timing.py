"""When an event was: the nearest time expression, else the day of publication."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.clauses import Clause
from dragoman.coding.units import Unit
from dragoman.coding.words import load_cues
from dragoman.model import Document, Sentence, Span, TimeBasis, TimeExpression, TimexType

OLD = datetime.timedelta(days=45)
"""An event that ended longer than this before publication is background."""


def event_time(
    document: Document,
    times: Sequence[TimeExpression],
    trigger: Span,
    clause: Span,
    sentence: Sentence,
) -> TimeExpression:
    """The expression nearest to the trigger in its clause, then in its sentence.

    Durations and sets say no day and are passed over. Without one: the day of publication.
    """
    here = [
        time
        for time in times
        if time.span is not None
        and sentence.span.covers(time.span)
        and time.earliest is not None
        and time.type in {TimexType.DATE, TimexType.TIME}
    ]
    near = [time for time in here if time.span is not None and clause.overlaps(time.span)]
    choice = min(near or here, key=lambda time: _distance(time.span, trigger), default=None)
    if choice is not None:
        return choice
    published = document.published
    basis = published.basis
    if basis in {TimeBasis.STATED, TimeBasis.ANCHORED}:
        basis = TimeBasis.PUBLISHED
    return replace(published, span=None, basis=basis, rule="published day")


def is_historical(document: Document, time: TimeExpression, sentence: str) -> bool:
    """Whether the event is background.

    It is when its latest day lies more than `OLD` before publication, or when nothing dates it and
    the sentence says so ("at the time", "decades ago").
    """
    published = document.published.earliest
    if time.basis in {TimeBasis.STATED, TimeBasis.ANCHORED}:
        latest = time.latest
        return latest is not None and published is not None and latest < published - OLD
    lowered = sentence.lower()
    return any(cue in lowered for cue in load_cues()["historical"] if " " in cue)


def clause_span(
    units: Sequence[Unit], clauses: Sequence[Clause], at: int | None, sentence: Span
) -> Span:
    """The stretch of a clause: from its subject or verb to the next clause's."""
    if at is None or not clauses:
        return sentence
    clause = clauses[at]
    start = units[_begin(clause)].span.start if at else sentence.start
    following = next((c for c in clauses[at + 1 :] if c.group.finite), None)
    end = units[_begin(following)].span.start if following is not None else sentence.end
    return Span(start, max(start, end))


def _begin(clause: Clause) -> int:
    subject = clause.subject
    if subject.end and subject.start < clause.group.start:
        return subject.start
    return clause.group.start


def _distance(span: Span | None, trigger: Span) -> int:
    if span is None:
        return 0
    return max(span.start - trigger.end, trigger.start - span.end, 0)
