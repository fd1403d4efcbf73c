"""Sides that the sentence names elsewhere than beside the trigger."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.coding.clauses import Clause
from dragoman.coding.composition import Composed, load_composition
from dragoman.coding.findings import Finding
from dragoman.coding.lexicon import Entry
from dragoman.coding.phrases import phrase_right
from dragoman.coding.units import Tag, Unit
from dragoman.coding.words import load_grammar

_UPON = frozenset({"at", "upon", "on", "following", "after", "under"})
_STAYING = frozenset({"remain", "stay", "continue", "help", "send", "deploy", "keep", "provide"})
_MUST = frozenset({"must", "should"})
_FLIGHT = frozenset({"exodus", "flight", "displacement"})


def inferred(
    units: Sequence[Unit], clauses: Sequence[Clause], items: Iterable[Composed]
) -> list[Composed]:
    """The findings with sides that other parts of their sentence supply, and demands added."""
    found = list(items)
    found = [_asked(units, clauses, item) for item in found]
    fulfilled = {i.cue for i in found if i.finding.construction == "request-fulfilled"}
    governed = {
        n
        for n, clause in enumerate(clauses)
        if clause.group.head in fulfilled
        or (clause.governor is not None and clauses[clause.governor].group.head in fulfilled)
    }
    found = [
        i
        for i in found
        if i.clause not in governed or i.finding.construction == "request-fulfilled"
    ]
    found = [_fled(units, item, found) for item in found]
    return _demanded(clauses, found)


def _asked(units: Sequence[Unit], clauses: Sequence[Clause], item: Composed) -> Composed:
    """Finds who was asked: "upon Yerevan's request, Russian officers will remain"."""
    finding = item.finding
    if finding.event != "REQUEST" or not finding.construction.endswith("noun-possessor"):
        return item
    start = finding.actors[0] - 1 if finding.actors else -1
    while start >= 0 and units[start].tag is Tag.DETERMINER:
        start -= 1
    if start < 0 or units[start].lower not in _UPON or finding.recipients:
        return item
    after = [number for number, c in enumerate(clauses) if c.group.head > finding.last]
    before = [number for number, c in enumerate(clauses) if c.group.head < finding.first]
    for number in (*after[:1], *before[-1:]):
        clause = clauses[number]
        asked = tuple(i for i in clause.subject.actors if i not in finding.actors)
        if asked:
            stays = clause.group.lemma in _STAYING
            changed = replace(
                finding,
                recipients=asked,
                modes=("assist",) if stays else finding.modes,
                cameo="101" if stays else finding.cameo,
                construction="request-fulfilled",
            )
            lasting = clause.group.lemma in {"remain", "stay", "continue", "keep"}
            return Composed(changed, "ongoing" if lasting else "", clause.group.head, None)
    return item


def _fled(units: Sequence[Unit], item: Composed, others: Sequence[Composed]) -> Composed:
    """People who flee were driven out by the side that attacked or won."""
    finding = item.finding
    flight = any(units[i].lemma in _FLIGHT for i in range(finding.first, finding.last + 1))
    if finding.event != "SANCTION" or not flight:
        return item
    fleeing = finding.recipients or finding.actors
    causing = _winners(units) or tuple(
        actor
        for other in others
        if other.finding.event == "ASSAULT"
        for actor in other.finding.actors
        if actor not in fleeing
    )
    changed = replace(
        finding, actors=causing, recipients=fleeing, construction="noun-flight", modes=("expel",)
    )
    return replace(item, finding=changed)


def _winners(units: Sequence[Unit]) -> tuple[int, ...]:
    """Who has won: "a victory for Baku", "Baku's victory"."""
    for index, unit in enumerate(units):
        if unit.lemma not in {"victory", "triumph"}:
            continue
        if index + 1 < len(units) and units[index + 1].lower in {"for", "of", "by"}:
            return phrase_right(units, index + 2).actors[:1]
        before = units[max(0, index - 3) : index]
        owners = [i for i, u in enumerate(before, max(0, index - 3)) if u.actor is not None]
        if owners and any(u.tag is Tag.POSSESSIVE for u in before):
            return (owners[-1],)
    return ()


_DEMAND = Entry(
    pattern="say + must",
    kind="verb",
    event="REQUEST",
    elements=("say", "+", "must"),
    cameo="100",
    operator="request",
)


def _demanded(clauses: Sequence[Clause], items: list[Composed]) -> list[Composed]:
    """Adds demands: "X said Y must withdraw" is one of X on Y."""
    found = list(items)
    reporting = load_grammar().reporting
    for number, clause in enumerate(clauses):
        if clause.group.modal not in _MUST or clause.link != "complement":
            continue
        if clause.governor is None or clauses[clause.governor].group.lemma not in reporting:
            continue
        speakers = clauses[clause.governor].subject.actors
        asked = tuple(i for i in clause.subject.actors if i not in speakers)
        if not speakers or not asked or clause.subject.relation == "pronoun":
            continue
        inner = [item for item in found if item.finding.clause == number]
        content = next((i for i in inner if i.finding.first == clause.group.head), None)
        found = [item for item in found if item is not content]
        finding = _demand(clause, clauses[clause.governor].group.head, content)
        finding = replace(finding, actors=speakers, recipients=asked, clause=clause.governor)
        found.append(Composed(finding, "occurred", clause.group.start, clause.governor))
    return found


def _demand(clause: Clause, saying: int, content: Composed | None) -> Finding:
    """The demand that something be done, with the mode of what that is."""
    modes: tuple[str, ...] = ()
    cameo: str | None = "100"
    used = frozenset({clause.group.start, clause.group.head})
    if content is not None and clause.group.negation is None:
        row = load_composition()["request"]
        inner = content.finding
        target = row.get(f"{inner.event}/{inner.modes[0]}") if inner.modes else None
        target = target or row.get(inner.event)
        if target is not None and "mode" in target:
            modes, cameo = (target["mode"],), target["cameo"]
        used |= inner.used
    elif clause.group.negation is not None:
        modes, cameo = ("change",), "104"
    return Finding(
        entry=_DEMAND,
        event="REQUEST",
        modes=modes,
        cameo=cameo,
        first=clause.group.start,
        last=clause.group.head,
        end=clause.group.end,
        construction="say-must",
        used=used | {saying},
        operator="request",
    )
