"""Why a participant was taken for whom it was, as far as the ledger and the tables tell."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.model import Event, Mention, Participant, Reading, Resolution
from dragoman.resolve import KnowledgeBase, resolve_mention
from dragoman.resolve.scores import AMBIGUOUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What stands behind a participant's code.

    `evidence` are the words of the report that count, `weighed` whom else they may mean, each with
    how well that fits. `score` is None where the tables at hand answer differently than they did
    when the report was coded.
    """

    evidence: tuple[str, ...] = ()
    score: float | None = None
    weighed: tuple[str, ...] = ()


def reason(event: Event, one: Participant, reading: Reading, knowledge: KnowledgeBase) -> Reason:
    """The reason for `one`, a participant of `event` as `reading` tells it."""
    mentions = {mention.id: mention for mention in reading.mentions}
    mention = mentions.get(one.mention)
    if mention is None:
        return Reason()
    day = event.time.latest or reading.document.published.latest
    found = resolve_mention(knowledge, mention, day)
    same = (found.actor, found.code) == (one.identifier_id, one.code)
    return Reason(
        evidence=tuple(_evidence(one, mention, mentions.get(mention.chain))),
        score=found.score if same else None,
        weighed=tuple(
            _weighed(knowledge, mention, one, other, day)
            for other in dict.fromkeys((*mention.candidates, *found.alternatives))
            if other and other != one.identifier_id
        ),
    )


def _evidence(one: Participant, mention: Mention, first: Mention | None) -> Iterator[str]:
    if mention.head != one.text:
        yield f"by the words “{mention.head}”"
    if first is not None and first.id != mention.id:
        yield f"the same as “{first.head}” in sentence {first.sentence + 1}"
    if mention.role:
        yield f"role “{mention.role}”"
    if mention.of:
        yield f"of {mention.of}"


def _weighed(
    knowledge: KnowledgeBase,
    mention: Mention,
    one: Participant,
    other: str,
    day: datetime.date | None,
) -> str:
    """``Georgia (USA) [georgia-us]: fits as well, 0.50``."""
    alone = resolve_mention(knowledge, replace(mention, candidates=(other,)), day)
    if knowledge.actor(other) is None:
        return f"[{other}]: not in the tables at hand"
    if alone.actor != other:
        return f"{knowledge.actors[other].names[0]} [{other}]: the words speak against it, 0.00"
    both = (one.identifier_id, other) if one.identifier_id else (other,)
    pair = resolve_mention(knowledge, replace(mention, candidates=both), day)
    fits = f"fits as well, {AMBIGUOUS:.2f}" if pair.score == AMBIGUOUS else "fits less"
    return f"{_named(alone)} [{other}]: {fits}"


def _named(known: Resolution) -> str:
    codes = " ".join(part for part in (known.code, known.sector) if part)
    return f"{known.name} ({codes})" if codes else known.name
