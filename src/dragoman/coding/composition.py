"""What an operator makes of the event in its complement ("agreed to withdraw")."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.coding.clauses import Clause
from dragoman.coding.findings import Finding
from dragoman.coding.units import Tag, Unit
from dragoman.coding.words import load_grammar

_CLOSE = frozenset({Tag.ADVERB, Tag.TIME, Tag.QUOTE, Tag.DETERMINER, Tag.ADJECTIVE})
_SPAN = 6


@dataclass(frozen=True, slots=True)
class Composed:
    """A finding with the status that composition gave it and the words that did, as unit index."""

    finding: Finding
    status: str = ""
    cue: int | None = None
    clause: int | None = None
    """The clause whose tense, negation and condition count: that of the outermost verb."""


@cache
def load_composition() -> Mapping[str, Mapping[str, Any]]:
    """The table of ``data/composition.toml``."""
    text = files("dragoman.coding").joinpath("data/composition.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return {name: {**table.get(row.get("like", ""), {}), **row} for name, row in table.items()}


def compose(
    units: Sequence[Unit],
    clauses: Sequence[Clause],
    verbs: Sequence[Finding],
    nouns: Sequence[Finding],
) -> list[Composed]:
    """The findings with complements taken into their operators, innermost first."""
    composed = {finding.first: Composed(finding, clause=finding.clause) for finding in verbs}
    loose = {finding.first: Composed(finding, clause=finding.clause) for finding in nouns}
    for finding in sorted(verbs, key=lambda item: -item.first):
        outer = composed[finding.first]
        if finding.operator:
            place = _content(units, clauses, finding, composed, loose)
            if place is not None:
                inner = composed.get(place) or loose[place]
                operator = _kind(finding, inner.finding, clauses)
                composed.pop(place, None)
                loose.pop(place, None)
                composed[finding.first] = _joined(outer, inner, operator)
    everything = [item for item in (*composed.values(), *loose.values()) if not _hollow(item)]
    everything = [item for item in everything if not _presupposed(clauses, item, verbs)]
    everything = [_considered(units, clauses, item) for item in everything]
    everything = [_willed(clauses, item) for item in everything]
    return sorted(everything, key=lambda item: item.finding.first)


def _kind(outer: Finding, inner: Finding, clauses: Sequence[Clause]) -> str:
    """What the operator is here: to want or expect that others do something is to ask it."""
    if outer.operator == "plan" and inner.clause is not None:
        subject = clauses[inner.clause].subject.actors
        if subject and not set(subject) & set(outer.actors) and inner.first > outer.last:
            return "request"
    return outer.operator


def _hollow(item: Composed) -> bool:
    """Whether it is an operator that tells nothing alone and found nothing to work on."""
    return item.finding.entry.composed and "+" not in item.finding.construction


def _presupposed(clauses: Sequence[Clause], item: Composed, verbs: Sequence[Finding]) -> bool:
    """Whether it is only what somebody is blamed or thanked for, or what something was done for.

    "Accused France of arming Armenia" tells no arming; "a bid to host the talks" no talks.
    """
    at = item.finding.clause
    if at is None or clauses[at].group.head != item.finding.first:
        return False
    clause = clauses[at]
    if clause.governor is None or clause.link not in {"gerund", "infinitive"}:
        return False
    above = clauses[clause.governor]
    if clause.link == "gerund":
        return any(
            verb.clause == clause.governor
            and verb.event in {"ACCUSE", "SUPPORT"}
            and verb.first == above.group.head
            for verb in verbs
        )
    grammar = load_grammar()
    known = grammar.aspect | grammar.fail | grammar.consider | grammar.object_control
    return above.group.lemma not in known | {"continue", "threaten", "remain", "vow", "agree"}


def _content(
    units: Sequence[Unit],
    clauses: Sequence[Clause],
    operator: Finding,
    verbs: Mapping[int, Composed],
    nouns: Mapping[int, Composed],
) -> int | None:
    """Where the event in the operator's complement is, as the key of its finding."""
    for place, item in sorted(verbs.items()):
        at = item.finding.clause
        if place <= operator.first or at is None or place in operator.used:
            continue
        if _depends(clauses, at, operator.clause, operator):
            return place
    if operator.entry.literals > 2 and operator.modes:
        return None
    for place in sorted(nouns):
        if operator.end <= place <= operator.end + _SPAN and _reaches(units, operator.end, place):
            return place
    return None


def _depends(
    clauses: Sequence[Clause],
    inner: int,
    outer: int | None,
    operator: Finding,
) -> bool:
    """Whether clause `inner` is what the verb of clause `outer` is about."""
    if outer is None:
        return False
    aspect = load_grammar().aspect
    at: int | None = inner
    while at is not None and at != outer:
        clause = clauses[at]
        modal = clause.group.modal in {"must", "should", "shall", "will", "would"}
        that = clause.link == "complement" and (modal or clause.group.feature == "base")
        that = that and operator.operator not in {"decide", "plan"}
        accusing = operator.event in {"ACCUSE", "SUPPORT"}
        if accusing or (clause.link not in {"infinitive", "gerund"} and not that):
            return False
        at = clause.governor
        if at is not None and at != outer and clauses[at].group.lemma not in aspect:
            return False
    return at == outer


def _reaches(units: Sequence[Unit], start: int, place: int) -> bool:
    """Whether only an article, adjectives, "of", "to", "for" or an owner stand in between."""
    links = {"of", "to", "for", "on", "with", "in", "from", "'s", "’s", "an"}
    between = units[start:place]
    return all(
        unit.tag in _CLOSE
        or unit.lower in links
        or unit.tag in {Tag.MENTION, Tag.NOUN, Tag.NUMBER, Tag.POSSESSIVE}
        for unit in between
    )


def _joined(outer: Composed, inner: Composed, operator: str) -> Composed:
    """The event that operator and content make together."""
    row = load_composition().get(operator, {})
    content = inner.finding
    target = row.get(f"{content.event}/{content.modes[0]}") if content.modes else None
    target = target or row.get(content.like)
    event, modes, cameo = content.event, content.modes, content.cameo
    if target is not None and (content.like == event or target["event"] != content.like):
        event = target["event"]
        modes = (target["mode"],) if "mode" in target else ()
        cameo = target.get("cameo", cameo if event == content.event else None)
        if event == content.event:
            modes = content.modes
    sides = _sides(outer.finding, content, operator)
    finding = replace(
        outer.finding,
        event=event,
        modes=modes,
        cameo=cameo,
        actors=sides[0],
        recipients=sides[1],
        how=content.how or outer.finding.how,
        used=outer.finding.used | content.used,
        construction=f"{operator}+{content.construction}",
        operator=operator,
    )
    return Composed(finding, row.get("status", ""), outer.finding.first, outer.finding.clause)


def _sides(
    outer: Finding, content: Finding, operator: str
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who does it to whom: of a request the one asked, of others the one meant."""
    actors = outer.actors
    if operator == "request":
        asked = outer.recipients or content.actors
        others = content.recipients
        recipients = tuple(i for i in asked if i not in actors)
        recipients = recipients or tuple(i for i in others if i not in actors)
    else:
        aimed = content.recipients or outer.recipients
        recipients = tuple(i for i in aimed if i not in actors)
        if (
            not recipients
            and operator in {"commit", "plan", "decide", "promise"}
            and content.entry.mutual
        ):
            recipients = tuple(i for i in content.actors if i not in actors)
    return actors, recipients


def _considered(units: Sequence[Unit], clauses: Sequence[Clause], item: Composed) -> Composed:
    """Marks what is only thought about ("are contemplating the pursuit of membership")."""
    if item.status or item.finding.clause is None:
        return item
    at = item.finding.clause
    clause = clauses[at]
    noun = item.finding.construction.startswith(("noun", "light"))
    governor = at if noun and clause.group.head != item.finding.first else clause.governor
    linked = noun or clause.link in {"infinitive", "gerund"}
    if governor is None or not linked:
        return item
    above = clauses[governor].group
    if noun and not _within_object(units, above.end, item.finding.first):
        return item
    if above.lemma not in _MULLING:
        return item
    subject = clauses[governor].subject.actors
    row = load_composition()["consider"].get(item.finding.like)
    finding = replace(
        item.finding,
        actors=item.finding.actors or subject,
        recipients=tuple(i for i in item.finding.recipients if i not in subject),
        construction=f"consider+{item.finding.construction}",
    )
    if row is not None:
        cameo = row.get("cameo", finding.cameo if row["event"] == finding.event else None)
        modes = finding.modes if row["event"] == finding.event else ()
        finding = replace(finding, event=row["event"], modes=modes, cameo=cameo)
    return Composed(finding, "hypothetical", above.head, governor)


_MULLING = frozenset(
    {"consider", "mull", "contemplate", "weigh", "ponder", "explore", "eye", "envisage"}
)


def _within_object(units: Sequence[Unit], start: int, place: int) -> bool:
    return start <= place <= start + _SPAN and _reaches(units, start, place)


def _willed(clauses: Sequence[Clause], item: Composed) -> Composed:
    """Reads the future: "will meet" is a promise, "will not withdraw" a refusal.

    A headline's infinitive without a verb before it ("Norway to meet Chad") is its future.
    """
    at = item.clause
    if at is None or item.status == "hypothetical" or item.finding.operator:
        return item
    group = clauses[at].group
    if group.head not in item.finding.used:
        return item
    headline = group.infinitive and clauses[at].governor is None
    future = (
        headline
        or group.modal in {"will", "shall"}
        or (group.modal == "would" and clauses[at].link == "complement")
    )
    refused = group.negation is not None
    if not future and not (refused and item.finding.event == "AGREE"):
        return item
    operator = "refuse" if refused else "will"
    row = load_composition()[operator]
    modes = item.finding.modes
    like = item.finding.like
    target = (row.get(f"{item.finding.event}/{modes[0]}") if modes else None) or row.get(like)
    if target is None or (like != item.finding.event and target["event"] == like):
        return replace(item, status="" if refused else "planned", cue=group.start)
    same = target["event"] == item.finding.event
    finding = replace(
        item.finding,
        event=target["event"],
        modes=modes if same else (target["mode"],) if "mode" in target else (),
        cameo=target.get("cameo", item.finding.cameo if same else None),
        construction=f"{operator}+{item.finding.construction}",
        operator=operator,
    )
    status = "occurred" if refused else "planned"
    return Composed(finding, status, group.negation or group.start, at)
