"""Whether it happened: tense, negation, condition and the verbs above the event."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.clauses import Clause
from dragoman.coding.composition import Composed
from dragoman.coding.units import Tag, Unit
from dragoman.coding.words import load_cues, load_grammar
from dragoman.model import Status


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with the unit that decided it (None: a plain statement)."""

    status: Status
    cue: int | None = None
    pluperfect: bool = False


def standing(units: Sequence[Unit], clauses: Sequence[Clause], item: Composed) -> Standing:
    """The status of a composed finding."""
    at = item.clause
    if at is None:
        return Standing(Status(item.status) if item.status else Status.OCCURRED, item.cue)
    clause = clauses[at]
    noun = clause.group.head != item.finding.first
    outer = _outer(clauses, at)
    if not noun and clause.group.negation is not None and item.finding.operator != "refuse":
        return Standing(Status.DENIED, clause.group.negation)
    above = _above(clauses, at, noun=noun)
    if above is not None:
        return above
    condition = _condition(units, clause) if not noun else None
    if condition is not None and item.status != "planned":
        return Standing(Status.HYPOTHETICAL, condition)
    if item.status:
        return _given(item, clause)
    if noun:
        return Standing(Status.OCCURRED)
    if clause.group.modal in {"will", "shall"}:
        return Standing(Status.PLANNED, clause.group.start)
    return _plain(outer, clause)


def _given(item: Composed, clause: Clause) -> Standing:
    """A status that composition gave; words said today count as said."""
    status = Status(item.status)
    if status is Status.OCCURRED and clause.group.progressive and not clause.group.pluperfect:
        return Standing(status)
    return Standing(status, item.cue)


def _plain(outer: Clause, clause: Clause) -> Standing:
    grammar = load_grammar()
    group = clause.group
    lasting = clause.link == "infinitive" and outer.group.lemma in {"continue", "remain", "keep"}
    if lasting or group.lemma in {"continue", "remain"}:
        return Standing(Status.ONGOING, outer.group.head)
    if group.progressive and not group.pluperfect:
        return Standing(Status.ONGOING, group.start)
    pluperfect = group.pluperfect and group.lemma not in grammar.reporting
    return Standing(Status.OCCURRED, None, pluperfect)


def _outer(clauses: Sequence[Clause], at: int) -> Clause:
    """The clause that a clause hangs on through infinitives and gerunds."""
    clause = clauses[at]
    if clause.link in {"infinitive", "gerund"} and clause.governor is not None:
        return clauses[clause.governor]
    return clause


def _above(clauses: Sequence[Clause], at: int, *, noun: bool) -> Standing | None:
    """The status that verbs above give: "denied that", "failed to", "threatened to"."""
    grammar = load_grammar()
    clause = clauses[at]
    links = {"infinitive", "gerund", "complement"}
    current = clause if noun else None
    steps = 0
    while steps < 4:
        steps += 1
        if current is None:
            if clause.link not in links or clause.governor is None:
                return None
            link, current = clause.link, clauses[clause.governor]
        else:
            link = "noun"
        lemma = current.group.lemma
        if lemma == "deny" and link in {"complement", "gerund", "noun"}:
            return Standing(Status.DENIED, current.group.head)
        if lemma in grammar.fail and link == "infinitive":
            return Standing(Status.DENIED, current.group.head)
        if link == "infinitive" and current.group.negation is not None:
            return Standing(Status.DENIED, current.group.negation)
        if lemma in {"continue", "remain", "keep"} and link != "complement":
            return Standing(Status.ONGOING, current.group.head)
        if link == "infinitive" and lemma in grammar.consider | {"threaten", "plan", "want"}:
            return Standing(Status.HYPOTHETICAL, current.group.head)
        if link == "noun" and lemma in {"prevent", "avoid", "avert", "thwart", "foil", "fear"}:
            return Standing(Status.HYPOTHETICAL, current.group.head)
        clause, current = current, None
    return None


def _condition(units: Sequence[Unit], clause: Clause) -> int | None:
    """The word that makes the clause a condition or a possibility."""
    group = clause.group
    if group.modal in {"could", "may", "might", "can", "should", "must"}:
        return group.start
    if group.modal == "would" and clause.link != "complement":
        return group.start
    start = clause.subject.start if clause.subject.end else group.start
    cues = load_cues()["hypothetical"]
    for index in range(max(0, start - 2), start):
        unit = units[index]
        if unit.lower in cues and unit.tag in {Tag.SUBORDINATOR, Tag.ADVERB}:
            return index
    return None
