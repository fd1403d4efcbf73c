"""When an event was: the nearest time expression, else the day of publication."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.clauses import Clause
from dragoman.coding.units import Unit
from dragoman.model import Document, Precision, Sentence, Span, TimeBasis, TimeExpression, TimexType

OLD = datetime.timedelta(days=150)
"""An event that ended longer than this before publication is background."""
NEWS = datetime.timedelta(days=7)
"""What happened longer ago than this is not what a report is about."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an event stands among the times of its report.

    `times` are those of its sentence that may date it. `rivals` are triggers of other events of the
    sentence that do not share its time: one that stands between the trigger and a time after it
    has the better claim. `told` is the time at which the report has arrived: that of the sentence
    before where it was long past, or the day that the report is about.
    """

    times: Sequence[TimeExpression]
    trigger: Span
    clause: Span
    rivals: tuple[Span, ...] = ()
    told: TimeExpression | None = None


def event_time(document: Document, setting: Setting) -> TimeExpression:
    """The expression nearest to the trigger in its clause, then in its sentence.

    Without one: the time at which the report has arrived, else the day of publication.
    """
    here = [t for t in setting.times if t.span is not None and not _claimed(t.span, setting)]
    near = [time for time in here if time.span is not None and setting.clause.overlaps(time.span)]
    choice = min(near or here, key=lambda time: _distance(time.span, setting.trigger), default=None)
    if choice is not None:
        return choice
    if setting.told is not None:
        return setting.told
    published = document.published
    basis = published.basis
    if basis in {TimeBasis.STATED, TimeBasis.ANCHORED}:
        basis = TimeBasis.PUBLISHED
    return replace(published, span=None, basis=basis, rule="published day")


def is_current(document: Document, time: TimeExpression) -> bool:
    """Whether a time is a day that a report may be about: up to a week before publication."""
    published = document.published.earliest
    if published is None or time.latest is None or time.earliest is None:
        return False
    day = time.precision in {Precision.DAY, Precision.HOUR, Precision.MINUTE}
    return day and published - NEWS <= time.earliest and time.latest <= published


def times_of(times: Sequence[TimeExpression], sentence: Sentence) -> list[TimeExpression]:
    """The expressions of a sentence that name days."""
    return [
        time
        for time in times
        if time.span is not None
        and sentence.span.covers(time.span)
        and time.earliest is not None
        and time.type in {TimexType.DATE, TimexType.TIME}
    ]


def _claimed(span: Span, setting: Setting) -> bool:
    trigger = setting.trigger
    return any(trigger.end <= rival.start and rival.end <= span.start for rival in setting.rivals)


def is_past(document: Document, time: TimeExpression | None) -> bool:
    """Whether a time ended more than `OLD` before publication."""
    published = document.published.earliest
    if time is None or published is None or time.latest is None:
        return False
    return time.latest < published - OLD


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
