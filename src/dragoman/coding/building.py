"""Findings to event mentions: every field with its receipt."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.codebook import Codebook, to_cameo
from dragoman.coding.analysis import Analysis, Surroundings
from dragoman.coding.composition import Composed
from dragoman.coding.contexts import choose, known
from dragoman.coding.findings import Finding
from dragoman.coding.scoring import score
from dragoman.coding.sizes import find_sizes
from dragoman.coding.status import is_background, standing
from dragoman.coding.time_scope import counted, usable
from dragoman.coding.timing import Setting, clause_span, event_time, is_past, times_of
from dragoman.coding.units import Tag, Unit, covering, members
from dragoman.errors import CodebookError
from dragoman.model import (
    BlockKind,
    EventMention,
    MentionKind,
    Reading,
    Span,
    Status,
    TimeExpression,
    content_id,
)

_SIZED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "SANCTION", "AID"})
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "CONSULT", "AGREE"})
"""Types that are mostly words."""
_PLACES = frozenset({MentionKind.PLACE, MentionKind.STATE})
_WHERE = frozenset("in at near across inside outside around throughout along".split())


def build(
    codebook: Codebook,
    analysis: Analysis,
    item: Composed,
    others: Sequence[Composed] = (),
    around: Surroundings | None = None,
) -> EventMention:
    """The event mention of a composed finding.

    `others` are all events of the sentence, `around` is what the report says beside it.
    """
    finding, units, reading = item.finding, analysis.units, analysis.reading
    around = around or Surroundings()
    trigger = _trigger(units, finding)
    start = analysis.sentence.span.start
    stand = standing(analysis.text, start, units, analysis.clauses, item)
    time = _time(analysis, item, others, around)
    contexts = choose(finding.entry.contexts, analysis.text, around.contexts)
    contexts = known(contexts, codebook.context_names)
    modes = tuple(m for m in finding.modes if m in codebook.event(finding.event).mode_names)
    made = EventMention(
        id="",
        document_id=reading.document.id,
        sentence=analysis.sentence.index,
        trigger=trigger,
        event=finding.event,
        actors=_ids(units, finding.actors),
        recipients=_ids(units, finding.recipients),
        time=time,
        status=stand.status,
        historical=_historical(analysis, trigger, time, stand.status),
        score=score(finding, analysis.sentence.block),
        method=finding.method,
        second=finding.second,
        rule=f"{finding.construction}: {finding.entry.pattern}",
        modes=modes,
        contexts=contexts,
        cameo=finding.cameo or cameo_of(codebook, finding.event, modes, contexts),
        place=_place(units, finding),
        attributions=_attributions(reading, trigger),
        sizes=find_sizes(reading.document.text, units) if finding.event in _SIZED else (),
        status_cue=stand.cue,
        certainty=stand.certainty,
    )
    return replace(made, id=_identity(made))


def _historical(analysis: Analysis, trigger: Span, time: TimeExpression, status: Status) -> bool:
    """Whether it is background: long past by a time of its own, or told so in words."""
    document, sentence = analysis.reading.document, analysis.sentence.span
    if status is Status.ONGOING:
        return False
    past: list[Span] = []
    if time.span is not None and is_past(document, time):
        if not sentence.overlaps(time.span):
            return True
        past = [Span(time.span.start - sentence.start, time.span.end - sentence.start)]
    inside = Span(trigger.start - sentence.start, trigger.end - sentence.start)
    return is_background(analysis.text, inside, past)


def directed(made: EventMention, finding: Finding) -> tuple[EventMention, ...]:
    """What two do to each other, as what each does to the other."""
    if finding.how != "each other" or len(made.actors) != 2:
        return (made,)
    one, other = made.actors
    pairs = ((one, other), (other, one))
    twins = [replace(made, actors=(does,), recipients=(suffers,)) for does, suffers in pairs]
    return tuple(replace(twin, id=_identity(twin)) for twin in twins)


def _trigger(units: Sequence[Unit], finding: Finding) -> Span:
    return covering(units[finding.first : finding.last + 1])


def _time(
    analysis: Analysis, item: Composed, others: Sequence[Composed], around: Surroundings
) -> TimeExpression:
    units, clauses = analysis.units, analysis.clauses
    document, sentence = analysis.reading.document, analysis.sentence
    inside = [
        time
        for time in analysis.reading.times
        if time.span is not None and sentence.span.covers(time.span)
    ]
    after = counted(units, clauses, item, (inside, document.published))
    if after is not None:
        return after
    setting = Setting(
        times=usable(units, clauses, item, times_of(inside, sentence)),
        trigger=_trigger(units, item.finding),
        clause=clause_span(units, clauses, item.clause, sentence.span),
        rivals=tuple(
            _trigger(units, other.finding)
            for other in others
            if other is not item and _apart(analysis, other)
        ),
        told=_told(analysis, item, around),
    )
    return event_time(document, setting)


def _told(analysis: Analysis, item: Composed, around: Surroundings) -> TimeExpression | None:
    """The time at which the report has arrived, for what it goes on telling in the past tense.

    What is said about deeds of long ago is said today.
    """
    if not _narrates(analysis, item):
        return None
    if around.background is not None and item.finding.event not in _SAID:
        return replace(around.background, rule=f"sentence before: {around.background.rule}")
    if around.day is not None and analysis.sentence.block is not BlockKind.TITLE:
        return replace(around.day, rule=f"day of the report: {around.day.rule}")
    return None


def _apart(analysis: Analysis, other: Composed) -> bool:
    """Whether another event has a time of its own: no coordinate verb of the same clause."""
    if other.finding.construction.rsplit("+", 1)[-1].startswith("noun"):
        return True
    return other.clause is None or analysis.clauses[other.clause].link != "coordinate"


def _narrates(analysis: Analysis, item: Composed) -> bool:
    """Whether it is told in the simple past, or by a noun of a sentence that is."""
    at = item.clause if item.clause is not None else item.finding.clause
    if at is None:
        return False
    group = analysis.clauses[at].group
    while not group.finite and analysis.clauses[at].governor is not None and at > 0:
        at = analysis.clauses[at].governor or 0
        group = analysis.clauses[at].group
    return group.feature == "past" and not group.perfect and not group.modal


def cameo_of(
    codebook: Codebook, event: str, modes: Sequence[str], contexts: Sequence[str]
) -> str | None:
    """The code that the event is exported as; None where the codebook has none."""
    try:
        return to_cameo(event, modes, contexts, codebook)
    except CodebookError:
        return None


def _ids(units: Sequence[Unit], indices: Iterable[int]) -> tuple[str, ...]:
    return tuple(mention.id for mention in members(units, indices))


def _place(units: Sequence[Unit], finding: Finding) -> str | None:
    """The nearest place or state after a preposition of place that is no side of the event."""
    sides = {*finding.actors, *finding.recipients}
    found: list[tuple[int, str]] = []
    for index in range(1, len(units)):
        mention = units[index].mention
        if mention is None or mention.kind not in _PLACES or index in sides:
            continue
        if index + 1 < len(units) and units[index + 1].tag is Tag.POSSESSIVE:
            continue
        lead = units[index - 1 if units[index - 1].tag is not Tag.DETERMINER else index - 2]
        if lead.lower in _WHERE:
            found.append((abs(index - finding.first), mention.id))
    return min(found)[1] if found else None


NO_CLAIM = frozenset({"ask", "decide", "judge", "order", "promise", "propose", "stance", "want"})
"""Families of cues whose speaker does not say that the content is so: what is decided, wanted,
ordered or blamed is the event itself, or presupposed."""


def _attributions(reading: Reading, trigger: Span) -> tuple[str, ...]:
    """The chain of speakers whose words cover the trigger, innermost first."""
    by_id = {item.id: item for item in reading.attributions}
    over = [
        item
        for item in reading.attributions
        if item.content.covers(trigger) and item.rule.split(":")[0] not in NO_CLAIM
    ]
    outers = {item.outer for item in over}
    over.sort(key=lambda item: (item.id in outers, len(item.content), item.id))
    chain: list[str] = []
    for item in over:
        outer: str | None = item.id
        while outer is not None and outer not in chain and outer in by_id:
            chain.append(outer)
            outer = by_id[outer].outer
    return tuple(chain)


def _identity(made: EventMention) -> str:
    return content_id(
        "em",
        made.document_id,
        str(made.sentence),
        f"{made.trigger.start}-{made.trigger.end}",
        made.event,
        "|".join(made.actors),
        "|".join(made.recipients),
        made.method,
    )
