"""Which coded event stands for which marked one, and how much of it is right."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.evaluate.records import Case, Party, ToldEvent
from dragoman.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The events of a case in pairs (marked, coded), and those on either side without a partner."""

    pairs: tuple[tuple[ToldEvent, ToldEvent], ...]
    missing: tuple[ToldEvent, ...]
    surplus: tuple[ToldEvent, ...]


def matched(case: Case) -> Matched:
    """Pairs events of the same type whose triggers overlap, one to one.

    Of several possible partners that with more of the same parties is taken, then that which shares
    more of the trigger. An event without a trigger's span may be any of its type.
    """
    ranked = sorted(
        (-shared_parties(gold, coded), -shared, i, j)
        for i, gold in enumerate(case.gold)
        for j, coded in enumerate(case.coded)
        if gold.type == coded.type and (shared := _shared(gold.trigger, coded.trigger)) > 0
    )
    partners: dict[int, int] = {}
    for *_, i, j in ranked:
        if i not in partners and j not in partners.values():
            partners[i] = j
    return Matched(
        pairs=tuple((case.gold[i], case.coded[j]) for i, j in sorted(partners.items())),
        missing=tuple(gold for i, gold in enumerate(case.gold) if i not in partners),
        surplus=tuple(one for j, one in enumerate(case.coded) if j not in partners.values()),
    )


def _shared(one: Span | None, other: Span | None) -> int:
    """Shared characters; 1 where one of the two is not told."""
    if one is None or other is None:
        return 1
    return min(one.end, other.end) - max(one.start, other.start)


def shared_parties(gold: ToldEvent, coded: ToldEvent) -> int:
    """How many actors and recipients the two have in common."""
    return common(gold.actors, coded.actors) + common(gold.recipients, coded.recipients)


def common(gold: Sequence[Party], coded: Sequence[Party]) -> int:
    """How many of the parties are the same, one to one: their words overlap.

    A marked party of which only the code is known is compared by that.
    """
    waiting = list(coded)
    right = 0
    for party in gold:
        found = next((other for other in waiting if _same(party, other)), None)
        if found is not None:
            waiting.remove(found)
            right += 1
    return right


def _same(gold: Party, coded: Party) -> bool:
    if not gold.spans:
        return gold.code == coded.code
    return any(one.overlaps(other) for one in gold.spans for other in coded.spans)


def same_parties(gold: ToldEvent, coded: ToldEvent) -> bool:
    """Whether all actors and recipients are there and no others, by their words."""
    sides = ((gold.actors, coded.actors), (gold.recipients, coded.recipients))
    return all(len(one) == len(other) == common(one, other) for one, other in sides)


def same_codes(gold: ToldEvent, coded: ToldEvent) -> bool:
    """Whether actors have the same codes and so have recipients; those without a code are no
    difference.
    """
    sides = ((gold.actors, coded.actors), (gold.recipients, coded.recipients))
    return all(_codes(one) == _codes(other) for one, other in sides)


def _codes(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(party.code for party in parties if party.code)
