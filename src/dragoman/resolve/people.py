"""People: which of the candidates, and what they were on the day."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Actor, Mention, MentionKind, Resolution, Role
from dragoman.resolve.kb import KnowledgeBase
from dragoman.resolve.roles import is_former, plain_role, resolve_role
from dragoman.resolve.scores import AMBIGUOUS, NAMED


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a person is taken to be on the day, and why in words."""

    code: str
    sector: str
    office: str
    rule: str


def resolve_person(kb: KnowledgeBase, mention: Mention, day: datetime.date | None) -> Resolution:
    """The candidate that fits best with the day, the country and the title beside the name.

    A candidate whom the words beside the name contradict is not taken: another state for somebody
    of whom the tables know only offices elsewhere. Then the words alone say what the person is.
    """
    people = [actor for actor in map(kb.actor, mention.candidates) if actor is not None]
    fits = [(_fit(kb, actor, mention, day), actor) for actor in people]
    fitting = [pair for pair in fits if pair[0] >= 0]
    if not fitting:
        return resolve_role(kb, mention, day, weighed=tuple(actor.id for actor in people))
    best, actor = max(fitting, key=lambda pair: pair[0])
    tied = sum(1 for fit, _ in fitting if fit == best) > 1
    standing = _standing(kb, actor, mention, day)
    return Resolution(
        mention=mention.id,
        actor=actor.id,
        code=standing.code,
        sector=standing.sector,
        name=actor.names[0],
        office=standing.office,
        rule=standing.rule,
        score=AMBIGUOUS if tied else NAMED,
        alternatives=tuple(other.id for other in people if other.id != actor.id),
    )


def _fit(kb: KnowledgeBase, actor: Actor, mention: Mention, day: datetime.date | None) -> int:
    """How well a candidate fits; negative where the words contradict it."""
    if mention.of is not None and _is_contradicted(kb, actor, mention.of):
        return -1
    on_day = _holding(actor.roles, day)
    begun = [role for role in actor.roles if _begun(role, day)]
    code = kb.code(mention.of) if mention.of else None
    fit = 2 * bool(on_day) + bool(begun)
    fit += 4 * any(role.code == code for role in on_day) + any(role.code == code for role in begun)
    if mention.role is not None:
        meant = kb.offices_meant(mention.of or "", plain_role(mention.role))
        fit += 3 * any(kb.office(role) in meant for role in on_day)
        fit += any(kb.office(role) in meant for role in begun)
    return fit


def _is_contradicted(kb: KnowledgeBase, actor: Actor, of: str) -> bool:
    codes = {role.code for role in actor.roles}
    return kb.is_state(of) and kb.code(of) not in codes and any(map(kb.is_state, codes))


def _standing(
    kb: KnowledgeBase, actor: Actor, mention: Mention, day: datetime.date | None
) -> _Standing:
    if not actor.roles:
        return _Standing("", mention.sector or "", "", "name; no office known")
    on_day = _holding(actor.roles, day)
    if on_day and not (mention.role and is_former(mention.role)):
        role = _best_role(kb, on_day, mention)
        return _Standing(role.code, role.sector, role.office, _rule(role, day))
    begun = [role for role in actor.roles if _begun(role, day)]
    if by_words := _by_words(kb, begun, mention, actor):
        return by_words
    if begun:
        role = max(begun, key=lambda one: one.valid_to or datetime.date.max)
        until = f" (until {role.valid_to})" if role.valid_to else ""
        return _Standing(role.code, "ELI", role.office, f"former {role.office}{until}")
    role = actor.roles[0]
    code = role.code if kb.is_state(role.code) else ""
    return _Standing(code, "", "", f"before the first known office ({role.office})")


def _by_words(
    kb: KnowledgeBase, begun: Sequence[Role], mention: Mention, actor: Actor
) -> _Standing | None:
    """The title beside the name, where it is none of the offices in the tables."""
    if not mention.role or not mention.sector or is_former(mention.role):
        return None
    meant = kb.offices_meant(mention.of or "", mention.role)
    if any(kb.office(role) in meant for role in actor.roles):
        return None
    code = kb.code(mention.of) if mention.of else (begun or actor.roles)[-1].code
    rule = f"the words: {mention.role}; in no known office on the day"
    return _Standing(code, mention.sector, "", rule)


def _best_role(kb: KnowledgeBase, roles: Sequence[Role], mention: Mention) -> Role:
    """Of the offices held on the day: the one the words name, else the state's, else the last."""
    meant = kb.offices_meant(mention.of or "", mention.role) if mention.role else frozenset()
    code = kb.code(mention.of) if mention.of else None

    def rank(role: Role) -> tuple[bool, bool, bool, datetime.date]:
        start = role.valid_from or datetime.date.min
        return kb.office(role) in meant, role.code == code, role.sector == "GOV", start

    return max(roles, key=rank)


def _holding(roles: Sequence[Role], day: datetime.date | None) -> list[Role]:
    if day is None:
        return [role for role in roles if role.valid_to is None]
    return [role for role in roles if role.holds_on(day)]


def _begun(role: Role, day: datetime.date | None) -> bool:
    return day is None or role.valid_from is None or role.valid_from <= day


def _rule(role: Role, day: datetime.date | None) -> str:
    when = f"on {day}" if day else "as the latest known (no day given)"
    return f"{role.office} of {role.code} {when}" if role.office else f"{role.code} {when}"


def is_person(kb: KnowledgeBase, mention: Mention) -> bool:
    """Whether the mention's candidates are people."""
    actors = (kb.actor(actor_id) for actor_id in mention.candidates)
    return any(actor is not None and actor.kind is MentionKind.PERSON for actor in actors)
