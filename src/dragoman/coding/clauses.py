"""Clauses: for each verb group who its subject is and which verb it hangs on."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.groups import VerbGroup, find_groups
from dragoman.coding.phrases import Phrase, actors_of, chunk_left, may_act, phrase_left
from dragoman.coding.units import NOMINAL, Tag, Unit
from dragoman.coding.words import load_grammar

_LIGHT = frozenset({Tag.ADVERB, Tag.TIME, Tag.QUOTE, Tag.NEGATION})
_NONE = Phrase(0, 0)


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group in its sentence.

    `subject` is the noun phrase that does (or, passive, suffers) it. `governor` is the index of
    the clause it depends on; `link` says how: ``root``, ``infinitive``, ``gerund``,
    ``participle``, ``relative``, ``coordinate`` or ``complement``.
    """

    group: VerbGroup
    subject: Phrase
    link: str
    governor: int | None = None


def find_clauses(units: Sequence[Unit]) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their verbs."""
    groups = find_groups(units)
    clauses: list[Clause] = []
    for index in range(len(groups)):
        clauses.append(_clause(units, groups, clauses, index))
    return tuple(_fronted(clauses))


def _clause(
    units: Sequence[Unit], groups: Sequence[VerbGroup], before: list[Clause], index: int
) -> Clause:
    group = groups[index]
    if group.infinitive:
        return _infinitive(units, before, group)
    if group.bare:
        return _bare(units, before, group)
    return _finite(units, before, group)


def _governor(units: Sequence[Unit], before: Sequence[Clause], start: int) -> int | None:
    """The nearest verb to the left with no full stop in between."""
    if not before:
        return None
    between = units[before[-1].group.end : start]
    if any(unit.tag is Tag.STOP and unit.text in {";", ".", "?", "!"} for unit in between):
        return None
    return len(before) - 1


def _infinitive(units: Sequence[Unit], before: list[Clause], group: VerbGroup) -> Clause:
    at = _governor(units, before, group.start)
    if at is None:
        return Clause(group, phrase_left(units, group.start), "infinitive")
    governor = before[at]
    if _after_coordinator(units, group.start) and governor.group.infinitive:
        return Clause(group, governor.subject, governor.link, governor.governor)
    control = governor.group.lemma in load_grammar().object_control
    if control and not governor.group.passive:
        middle = _between(units, governor.group.end, group.start)
        if middle.actors or middle.pronoun is not None:
            return Clause(group, middle, "infinitive", at)
    if control and governor.group.passive:
        return Clause(group, governor.subject, "infinitive", at)
    return Clause(group, governor.subject, "infinitive", at)


def _between(units: Sequence[Unit], start: int, end: int) -> Phrase:
    """The object between a verb and what it makes somebody do."""
    first, last = chunk_left(units, end)
    while last > first and last > start and units[last - 1].tag in _LIGHT:
        last -= 1
    found = phrase_left(units, end)
    if found.start < start:
        actors, relation = actors_of(units, max(first, start), last)
        return Phrase(max(first, start), last, actors, relation)
    return found


def _bare(units: Sequence[Unit], before: list[Clause], group: VerbGroup) -> Clause:
    """A participle or gerund without auxiliary."""
    at = _governor(units, before, group.start)
    left = group.start - 1
    while left >= 0 and units[left].tag in _LIGHT:
        left -= 1
    tag = units[left].tag if left >= 0 else None
    if group.feature == "participle":
        return Clause(group, phrase_left(units, group.start), "participle", at)
    if at is None:
        return Clause(group, _NONE, "gerund")
    governor = before[at]
    if tag is Tag.COORDINATOR and governor.group.bare:
        return Clause(group, governor.subject, governor.link, governor.governor)
    if tag is Tag.PREPOSITION or tag is Tag.TO:
        controlled = governor.group.lemma in load_grammar().object_control
        if controlled and units[left].lower in {"of", "for", "from", "with", "against", "over"}:
            subject = governor.subject
            if not governor.group.passive:
                subject = _between(units, governor.group.end, left)
            return Clause(group, subject, "gerund", at)
        return Clause(group, governor.subject, "gerund", at)
    if tag is Tag.VERB:
        return Clause(group, governor.subject, "gerund", at)
    if tag in NOMINAL:
        subject = phrase_left(units, group.start)
        subject = subject if subject.actors else governor.subject
        return Clause(group, subject, "participle", at)
    return Clause(group, _main(before, at).subject, "participle", at)


def _main(before: Sequence[Clause], at: int) -> Clause:
    """The finite clause that a clause at `at` is part of, relative clauses passed over."""
    while at > 0 and (not before[at].group.finite or before[at].link == "relative"):
        at -= 1
    return before[at]


def _after_coordinator(units: Sequence[Unit], start: int) -> bool:
    at = start - 1
    while at >= 0 and units[at].tag in _LIGHT:
        at -= 1
    return at >= 0 and units[at].tag is Tag.COORDINATOR


def _finite(units: Sequence[Unit], before: list[Clause], group: VerbGroup) -> Clause:
    at = _governor(units, before, group.start)
    left = group.start - 1
    while left >= 0 and units[left].tag in _LIGHT:
        left -= 1
    if left < 0:
        return Clause(group, _NONE, "root")
    tag = units[left].tag
    if tag is Tag.RELATIVE:
        return _relative(units, before, group, left)
    if tag is Tag.COORDINATOR and at is not None:
        shared = before[_partner(before, at)]
        return Clause(group, shared.subject, "coordinate", shared.governor)
    if tag is Tag.COMMA or (tag is Tag.STOP and units[left].text in "-–—)"):
        return _after_comma(units, before, group, left)
    subject = _before_participle(units, before, group) or phrase_left(units, group.start)
    subject = _resolved(subject, before)
    return _linked(units, before, group, subject)


def _before_participle(
    units: Sequence[Unit], before: Sequence[Clause], group: VerbGroup
) -> Phrase | None:
    """The noun that a participle between it and its verb describes.

    "Troops stationed in Gyumri attacked": the troops. Only where no comma, conjunction or finite
    verb stands in between.
    """
    at = len(before) - 1
    while at >= 0 and (before[at].group.infinitive or before[at].link == "gerund"):
        at -= 1
    if at < 0 or not before[at].group.bare or before[at].link != "participle":
        return None
    start = before[at].group.start
    if start == 0 or units[start - 1].tag not in NOMINAL:
        return None
    barriers = {Tag.COMMA, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.STOP}
    if any(unit.tag in barriers for unit in units[start : group.start]):
        return None
    if any(clause.group.finite for clause in before[:at]) and not _opens(units, start):
        return None
    phrase = phrase_left(units, start)
    return phrase if phrase.actors else None


def _opens(units: Sequence[Unit], start: int) -> bool:
    """Whether the phrase that ends at `start` follows a word that opens a clause."""
    first = phrase_left(units, start).start - 1
    return first < 0 or units[first].tag in {Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COMMA, Tag.STOP}


def _partner(before: Sequence[Clause], at: int) -> int:
    """The finite clause that a coordinated verb shares its subject with."""
    while at > 0 and not before[at].group.finite:
        at -= 1
    return at


def _relative(units: Sequence[Unit], before: list[Clause], group: VerbGroup, left: int) -> Clause:
    at = _governor(units, before, group.start)
    end = left
    if end > 0 and units[end - 1].tag is Tag.COMMA:
        end -= 1
    first, last = chunk_left(units, end)
    found, relation = actors_of(units, first, last)
    actors = tuple(index for index in found if may_act(units, index, relation))
    subject = Phrase(first, last, actors, relation)
    if not actors:
        subject = phrase_left(units, end)
    return Clause(group, subject, "relative", at)


def _after_comma(
    units: Sequence[Unit], before: list[Clause], group: VerbGroup, comma: int
) -> Clause:
    """A verb after the comma that closes an insertion: "Putin, who …, said"."""
    at = _governor(units, before, group.start)
    opening = comma - 1
    while (
        opening >= 0 and units[opening].tag is not Tag.COMMA and units[opening].text not in "-–—("
    ):
        opening -= 1
    if opening > 0:
        subject = _resolved(phrase_left(units, opening), before)
        inserted = units[opening + 1 : comma]
        verbs = [clause for clause in before if opening < clause.group.head < comma]
        relative = bool(inserted) and inserted[0].tag is Tag.RELATIVE
        plain = not any(clause.group.finite for clause in verbs)
        someone = bool(subject.actors) or subject.pronoun is not None
        if (relative or plain) and someone and not _clause_before(before, subject):
            return _linked(units, before, group, subject)
    if at is None:
        return Clause(group, phrase_left(units, comma), "root")
    shared = before[_partner(before, at)]
    return Clause(group, shared.subject, "coordinate", shared.governor)


def _clause_before(before: Sequence[Clause], subject: Phrase) -> bool:
    """Whether the phrase is the object of a finite verb that has the same sentence's subject."""
    return any(clause.group.end == subject.start for clause in before if clause.group.finite)


def _linked(
    units: Sequence[Unit], before: list[Clause], group: VerbGroup, subject: Phrase
) -> Clause:
    """A clause with a subject of its own: content of a verb of saying, or independent."""
    if not before:
        return Clause(group, subject, "root")
    at = len(before) - 1
    between = units[before[at].group.end : max(subject.start, before[at].group.end)]
    reporting = before[at].group.lemma in load_grammar().reporting | {"demand", "insist", "accept"}
    that = any(unit.lower == "that" for unit in between)
    close = all(unit.tag in {*_LIGHT, Tag.COMMA} for unit in between)
    if that or (reporting and close):
        return Clause(group, subject, "complement", at)
    return Clause(group, subject, "root", None)


def _resolved(subject: Phrase, before: Sequence[Clause]) -> Phrase:
    """A pronoun subject stands for the subject of the verb before it."""
    if subject.pronoun is None or subject.actors:
        return subject
    for clause in reversed(before):
        if clause.subject.actors and clause.link != "relative":
            return Phrase(
                subject.start, subject.end, clause.subject.actors, "pronoun", subject.pronoun
            )
    return subject


def _fronted(clauses: Sequence[Clause]) -> list[Clause]:
    """Gives gerunds and participles that open the sentence the subject of the main verb."""
    found = list(clauses)
    for index, clause in enumerate(found):
        if clause.subject.actors or clause.link not in {"gerund", "participle"}:
            continue
        following = next((c for c in found[index + 1 :] if c.group.finite), None)
        opens = not any(other.group.finite for other in found[:index])
        if following is not None and opens and following.subject.start > clause.group.head:
            found[index] = Clause(clause.group, following.subject, clause.link, clause.governor)
    return found
