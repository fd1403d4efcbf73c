"""The network's triggers and the rules' findings of one sentence, put together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.codebook import Codebook
from dragoman.coding.analysis import Analysis
from dragoman.coding.composition import Composed
from dragoman.coding.findings import Finding
from dragoman.coding.lexicon import Entry
from dragoman.coding.reader.decoding import ReadRole, ReadTrigger, SentenceScores
from dragoman.coding.units import Unit, covering
from dragoman.model import Span

CONSTRUCTION = "reader"
NO_EVENT = "none"
"""What the other coder makes of words in which it sees no event."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities: `alone` lets the network tell an event that no rule found, `doubt` is the
    least at which a rule's event stays, `type` makes the network's type win over the rule's,
    `role` lets it name a side.
    """

    alone: float = 0.8
    doubt: float = 0.05
    type: float = 0.9
    role: float = 0.7


def combine(
    codebook: Codebook,
    analysis: Analysis,
    ruled: Sequence[Composed],
    scores: SentenceScores,
    limits: Thresholds,
) -> list[Composed]:
    """The rules' findings that the network does not deny, then those that it alone found."""
    start = analysis.sentence.span.start
    triggers = [(units_of(analysis.units, t.span.shifted(start)), t) for t in scores.triggers()]
    found: list[Composed] = []
    used: set[int] = set()
    for item in ruled:
        finding = item.finding
        at = range(finding.first, finding.last + 1)
        same = next((n for n, (units, _) in enumerate(triggers) if set(units) & set(at)), None)
        if same is None:
            words = covering(analysis.units[finding.first : finding.last + 1])
            if scores.chance(words.shifted(-start)) >= limits.doubt:
                found.append(_seconded(item, NO_EVENT))
            continue
        used.add(same)
        found.append(_agreed(codebook, item, triggers[same][1], limits))
    for number, (units, trigger) in enumerate(triggers):
        if number not in used and units and (trigger.own or trigger.score >= limits.alone):
            made = _alone(codebook, analysis, (units, trigger), scores, limits)
            if made is not None:
                found.append(made)
    return sorted(found, key=lambda item: item.finding.first)


def _agreed(
    codebook: Codebook, item: Composed, trigger: ReadTrigger, limits: Thresholds
) -> Composed:
    """Both see an event: the rule's sides, and its type unless the network is sure of another."""
    finding = item.finding
    sure = trigger.own or trigger.score >= limits.type
    stays = trigger.event == finding.event or not sure or finding.entry.own
    if stays or finding.operator or "+" in finding.construction:
        return _seconded(item, trigger.event)
    seen = finding.entry
    changed = replace(
        finding,
        entry=replace(_entry(codebook, trigger), pattern=seen.pattern, elements=seen.elements),
        event=trigger.event,
        modes=trigger.modes,
        cameo=None,
        construction=f"{CONSTRUCTION}, {finding.construction}",
        method=CONSTRUCTION,
        second=finding.event,
    )
    return replace(item, finding=changed)


def _seconded(item: Composed, second: str) -> Composed:
    return replace(item, finding=replace(item.finding, second=second))


def _alone(
    codebook: Codebook,
    analysis: Analysis,
    read: tuple[Sequence[int], ReadTrigger],
    scores: SentenceScores,
    limits: Thresholds,
) -> Composed | None:
    units, trigger = read
    sides = [
        (index, unit)
        for index, unit in enumerate(analysis.units)
        if unit.mention is not None and index not in units
    ]
    start = analysis.sentence.span.start
    spans = [unit.span.shifted(-start) for _, unit in sides]
    roles = [role for role in scores.roles(trigger, spans) if role.score >= limits.role]
    actors = _sides(roles, sides, {"actor", "both"})
    recipients = _sides(roles, sides, {"recipient", "both"})
    if not actors and not recipients:
        return None
    return composed(
        codebook, analysis, read, (actors, tuple(i for i in recipients if i not in actors))
    )


def composed(
    codebook: Codebook,
    analysis: Analysis,
    read: tuple[Sequence[int], ReadTrigger],
    sides: tuple[tuple[int, ...], tuple[int, ...]],
) -> Composed:
    """The finding of a trigger on the given units; `sides` are units of actors and recipients."""
    units, trigger = read
    groups = enumerate(clause.group for clause in analysis.clauses)
    clause = next((n for n, group in groups if group.start <= units[0] < group.end), None)
    finding = Finding(
        entry=_entry(codebook, trigger),
        event=trigger.event,
        modes=trigger.modes,
        cameo=None,
        first=units[0],
        last=units[-1],
        end=units[-1] + 1,
        construction=CONSTRUCTION,
        used=frozenset(units),
        actors=sides[0],
        recipients=sides[1],
        clause=clause,
        method=CONSTRUCTION,
        second=NO_EVENT,
    )
    return Composed(finding, clause=clause)


def _sides(
    roles: Sequence[ReadRole], sides: Sequence[tuple[int, Unit]], wanted: set[str]
) -> tuple[int, ...]:
    return tuple(sides[role.candidate][0] for role in roles if role.role in wanted)


def _entry(codebook: Codebook, trigger: ReadTrigger) -> Entry:
    return Entry(
        pattern=f"{trigger.event} {trigger.score:.2f}",
        kind="verb",
        event=trigger.event,
        elements=("reader", "*", "reader"),
        modes=trigger.modes,
        mutual=codebook.event(trigger.event).is_mutual(trigger.modes),
        alone=True,
    )


def units_of(units: Sequence[Unit], span: Span) -> tuple[int, ...]:
    """The units that the span touches, mentions left out."""
    return tuple(
        index
        for index, unit in enumerate(units)
        if unit.span.overlaps(span) and unit.mention is None
    )
