"""Sides that an earlier sentence names: "Baku rejected the charge"."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dragoman.coding.findings import Finding
from dragoman.model import EventMention, Mention, MentionKind, Reading

_NEAR = 3
_FAR = 10
"""How many sentences back an event may stand that speech answers, and a fight that goes on."""

_DEFINITE = re.compile(r"\W*(?:the|this|that|these|those|such|its|his|her|their|what)\b", re.I)
_CALM = frozenset(
    "restraint halt ceasefire cease-fire truce end calm de-escalation deescalation peace stop "
    "hostility fighting dialogue talks negotiation restraint cessation settlement".split()
)
_ANSWERED = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
_HAILED = frozenset({"CONCEDE", "RETREAT", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
_BLAMED = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "REJECT", "MOBILIZE", "CONCEDE", "SUPPORT", "CONSULT"}
    | {"THREATEN", "PROTEST"}
)
_FOUGHT = frozenset({"ASSAULT", "RETREAT"})

Whose = Mapping[str, frozenset[str]]
"""Mention id to what says who that is: its chain, its actor, its state."""


def identities(reading: Reading) -> Whose:
    """Who the mentions of a report are."""
    found: dict[str, frozenset[str]] = {}
    for mention in reading.mentions:
        known = {mention.chain, mention.of or mention.chain, *_state(mention)}
        found[mention.id] = frozenset(known)
    return found


def _state(mention: Mention) -> tuple[str, ...]:
    named = mention.kind in {MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.PERSON}
    return mention.candidates[:1] if named else ()


def recalled(
    reading: Reading,
    made: EventMention,
    finding: Finding,
    earlier: Sequence[EventMention],
    whose: Whose,
) -> EventMention:
    """`made` with the recipients that the event it answers gives, if its sentence names none.

    Who rejects answers who accused or asked; who welcomes or condemns "the step" speaks to who
    took it; calls for calm go to those who fight; a fight goes on between the same. The rule
    says so. Events of the same sentence give nothing.
    """
    recall = _RECALLS.get(made.event)
    if made.recipients or not made.actors or recall is None:
        return made
    if made.event in {"SUPPORT", "ACCUSE"} and not _is_definite(reading, made):
        return made
    if made.event == "REQUEST" and finding.object_noun not in _CALM and "yield" not in made.modes:
        return made
    for other in reversed(earlier):
        back = made.sentence - other.sentence
        if back > _FAR:
            break
        sides = recall(reading, made, other, whose) if back > 0 else ()
        if sides:
            return replace(
                made,
                recipients=sides,
                rule=f"{made.rule}; recipients of {other.event} told before",
            )
    return made


def _is_definite(reading: Reading, made: EventMention) -> bool:
    return bool(_DEFINITE.match(reading.document.text, made.trigger.end))


def _others(sides: Sequence[str], made: EventMention, whose: Whose) -> tuple[str, ...]:
    """Of some sides those that are not the actor's own."""
    own = frozenset().union(*(whose[actor] for actor in made.actors))
    return tuple(side for side in sides if not whose[side] & own)


def _is_among(made: EventMention, sides: Sequence[str], whose: Whose) -> bool:
    return len(_others(sides, made, whose)) < len(sides)


def _rejected(
    reading: Reading, made: EventMention, other: EventMention, whose: Whose
) -> tuple[str, ...]:
    """Who accused or asked; who said of the actor that it did something."""
    if made.sentence - other.sentence > _NEAR:
        return ()
    meant = not other.recipients or _is_among(made, other.recipients, whose)
    if other.event in _ANSWERED and meant:
        return _others(other.actors, made, whose)
    if not _is_among(made, other.actors, whose):
        return ()
    said = {item.id: item.speaker_mention for item in reading.attributions}
    speakers = [said.get(key) or "" for key in other.attributions[:1]]
    return _others([speaker for speaker in speakers if speaker in whose], made, whose)


def _welcomed(
    reading: Reading, made: EventMention, other: EventMention, whose: Whose
) -> tuple[str, ...]:
    del reading
    if other.event not in _HAILED or made.sentence - other.sentence > _NEAR:
        return ()
    return _others(other.actors, made, whose)


def _condemned(
    reading: Reading, made: EventMention, other: EventMention, whose: Whose
) -> tuple[str, ...]:
    del reading
    if other.event not in _BLAMED or made.sentence - other.sentence > _NEAR:
        return ()
    return _others(other.actors, made, whose)


def _calmed(
    reading: Reading, made: EventMention, other: EventMention, whose: Whose
) -> tuple[str, ...]:
    del reading
    if other.event not in _FOUGHT:
        return ()
    sides = _others((*other.actors, *other.recipients), made, whose)
    return sides if len(sides) > 1 else ()


def _fought(
    reading: Reading, made: EventMention, other: EventMention, whose: Whose
) -> tuple[str, ...]:
    del reading
    if other.event != "ASSAULT":
        return ()
    if _is_among(made, other.actors, whose):
        return _others(other.recipients, made, whose)
    return _others(other.actors, made, whose) if _is_among(made, other.recipients, whose) else ()


_Recall = Callable[[Reading, EventMention, EventMention, Whose], tuple[str, ...]]
_RECALLS: Mapping[str, _Recall] = {
    "REJECT": _rejected,
    "SUPPORT": _welcomed,
    "ACCUSE": _condemned,
    "REQUEST": _calmed,
    "ASSAULT": _fought,
}
