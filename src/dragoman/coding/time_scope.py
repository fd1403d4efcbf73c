"""Which times of a sentence may date an event: those that belong to nothing else."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.clauses import Clause
from dragoman.coding.composition import Composed
from dragoman.coding.units import Tag, Unit
from dragoman.model import Precision, TimeBasis, TimeExpression, TimexType

_SUBORDINATING = frozenset(
    "after before since when while because although though as until once if where whereas".split()
)
_DONE = frozenset(
    "taken made held carried launched staged begun began started signed reached concluded "
    "announced decided imposed ordered issued came occurred happened lasted ended".split()
)
"""Verbs that add nothing to the noun that their relative clause belongs to."""

_HELD = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.MENTION})
_DAYS = {"P1D": 1, "P2D": 2, "P3D": 3, "P4D": 4, "P5D": 5, "P6D": 6, "P1W": 7, "P2W": 14}


def usable(
    units: Sequence[Unit],
    clauses: Sequence[Clause],
    item: Composed,
    times: Sequence[TimeExpression],
) -> list[TimeExpression]:
    """`times` without those of other clauses and of other nouns.

    A time in a relative clause, in a clause after "since", "when" and the like, or in what is said
    dates only what that clause tells. "The 1997 treaty" and "the war of 2020" date the treaty and
    the war. "Since May" dates what lasts, nothing that was done once.
    """
    own = _own(clauses, item)
    found: list[TimeExpression] = []
    for time in times:
        at = next((i for i, unit in enumerate(units) if _starts(unit, time)), None)
        if at is None:
            found.append(time)
            continue
        noun = _noun(units, at)
        if noun is not None and noun not in item.finding.used:
            continue
        if _word_before(units, at) == "since" and not _lasts(clauses, item):
            continue
        clause = _clause_at(clauses, at)
        if (
            clause is not None
            and clause not in own
            and _is_apart(units, clauses, clause, own)
            and not _is_told_of(units, clauses[clause], item)
        ):
            continue
        found.append(time)
    return found


def of_main_clause(
    units: Sequence[Unit], clauses: Sequence[Clause], times: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """`times` that date what the sentence tells first of all: none of other clauses or nouns."""
    found: list[TimeExpression] = []
    for time in times:
        at = next((i for i, unit in enumerate(units) if _starts(unit, time)), None)
        if at is None or _noun(units, at) is not None or _word_before(units, at) == "since":
            continue
        clause = _clause_at(clauses, at)
        if clause is None or not _is_apart(units, clauses, clause, frozenset()):
            found.append(time)
    return found


def _is_told_of(units: Sequence[Unit], clause: Clause, item: Composed) -> bool:
    """Whether a relative clause tells only that the noun before it was done: "which was held …"."""
    return (
        clause.link == "relative"
        and item.finding.construction.startswith("noun")
        and max(item.finding.used, default=0) < clause.group.start
        and units[clause.group.head].lower in _DONE
    )


def _own(clauses: Sequence[Clause], item: Composed) -> frozenset[int]:
    """The clauses that tell the event: that of its trigger and those of what is composed in it."""
    heads = {
        number for number, clause in enumerate(clauses) if clause.group.head in item.finding.used
    }
    return frozenset(heads | {n for n in (item.clause, item.finding.clause) if n is not None})


def _starts(unit: Unit, time: TimeExpression) -> bool:
    return time.span is not None and unit.tag is Tag.TIME and unit.span.start == time.span.start


def _noun(units: Sequence[Unit], at: int) -> int | None:
    """The noun that a time is part of: "the 1997 treaty", "Friday's attack", "the war of 2020"."""
    after = at + 1
    owns = after < len(units) and units[after].tag is Tag.POSSESSIVE
    if owns:
        after += 1
    held = owns or (at > 0 and units[at - 1].tag in _HELD)
    while after < len(units) and units[after].tag is Tag.ADJECTIVE:
        after += 1
    if held and after < len(units) and units[after].tag is Tag.NOUN:
        while after + 1 < len(units) and units[after + 1].tag is Tag.NOUN:
            after += 1
        return after
    if at > 1 and units[at - 1].lower == "of" and units[at - 2].tag in {Tag.NOUN, Tag.MENTION}:
        return at - 2
    return None


def _word_before(units: Sequence[Unit], at: int) -> str:
    """The word before a time, or its own first word where it stands inside."""
    first = units[at].lower.split(" ", 1)[0]
    if first == "since":
        return first
    at -= 1
    while at >= 0 and units[at].tag in {Tag.DETERMINER, Tag.ADVERB}:
        at -= 1
    return units[at].lower if at >= 0 else ""


def _lasts(clauses: Sequence[Clause], item: Composed) -> bool:
    at = item.clause if item.clause is not None else item.finding.clause
    if at is None:
        return True
    group = clauses[at].group
    return group.perfect or group.progressive or item.finding.construction.startswith("noun")


def _clause_at(clauses: Sequence[Clause], at: int) -> int | None:
    """The clause in which a unit stands: that whose subject or verb began last before it."""
    marks = [
        (place, number)
        for number, clause in enumerate(clauses)
        for place in (begin(clause), clause.group.start)
        if place <= at
    ]
    return max(marks)[1] if marks else None


def begin(clause: Clause) -> int:
    """The unit with which a clause begins: its subject's first, else its verb's."""
    subject = clause.subject
    if subject.end and subject.start < clause.group.start and clause.link != "relative":
        return subject.start
    return clause.group.start


def _is_apart(
    units: Sequence[Unit], clauses: Sequence[Clause], at: int, own: frozenset[int]
) -> bool:
    """Whether the clause at `at` hangs on the event's and its time is its own."""
    current: int | None = at
    for _ in range(len(clauses)):
        if current is None or current in own:
            return False
        clause = clauses[current]
        below = any(clause.group.head > clauses[number].group.head for number in own)
        if clause.link == "relative" or subordinator(units, clause):
            return True
        if clause.link == "complement" and below:
            return True
        if clause.link == "root" and below and _joined_on(units, clause):
            return True
        current = clause.governor if clause.link != "root" else None
    return False


def _joined_on(units: Sequence[Unit], clause: Clause) -> bool:
    """Whether "and" joins a clause with a subject of its own to what goes before."""
    at = begin(clause) - 1
    return at > 0 and units[at].tag is Tag.COORDINATOR


def subordinator(units: Sequence[Unit], clause: Clause) -> int | None:
    """The unit of the word that subordinates a clause ("after", "since"), if one does."""
    at = begin(clause) - 1
    while at >= 0 and units[at].tag in {Tag.ADVERB, Tag.QUOTE}:
        at -= 1
    if at < 0 or units[at].lower not in _SUBORDINATING:
        return None
    return at


def counted(
    units: Sequence[Unit],
    clauses: Sequence[Clause],
    item: Composed,
    times: tuple[Sequence[TimeExpression], TimeExpression],
) -> TimeExpression | None:
    """The day of "a day after Azerbaijan attacked": counted back from that of the main clause.

    Of "last May, when Azerbaijan attacked" it is the time before "when". `times` are all
    expressions of the sentence, durations too, and the day of publication, which counts where the
    main clause has none.
    """
    at = item.clause
    if at is None or clauses[at].link == "relative":
        return None
    word = subordinator(units, clauses[at])
    known, published = times
    if word is None or word == 0:
        return None
    if units[word].lower == "when":
        end = units[word - 1 - (units[word - 1].tag is Tag.COMMA)].span.end
        return next((t for t in known if t.span and t.span.end == end and t.earliest), None)
    if units[word].lower not in {"after", "before"}:
        return None
    length = next((t for t in known if t.span and t.span.end == units[word - 1].span.end), None)
    days = _DAYS.get(length.value) if length is not None else None
    if length is None or length.type is not TimexType.DURATION or days is None:
        return None
    dated = [t for t in known if t.earliest is not None and t.precision is Precision.DAY]
    main = [t for t in dated if t.span is not None and t.span.end <= units[word].span.start]
    anchor = main[-1] if main else published
    if anchor.earliest is None:
        return None
    step = datetime.timedelta(days=days if units[word].lower == "before" else -days)
    day = anchor.earliest + step
    return replace(
        length,
        type=TimexType.DATE,
        value=day.isoformat(),
        earliest=day,
        latest=day,
        precision=Precision.DAY,
        basis=TimeBasis.ANCHORED,
        rule=f"days {units[word].lower} the main clause",
    )
