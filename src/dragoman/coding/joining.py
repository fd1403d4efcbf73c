"""The same event told by several sentences of one report becomes one mention."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model import EventMention, MentionKind, Reading, Status, TimeBasis

_DATED = frozenset({TimeBasis.STATED, TimeBasis.ANCHORED})


def join(reading: Reading, mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The mentions with repeats taken into the best one, in the order of the first triggers."""
    chains = _chains(reading)
    groups: list[list[EventMention]] = []
    for mention in mentions:
        for group in groups:
            if all(_same(mention, other, chains) for other in group):
                group.append(mention)
                break
        else:
            groups.append([mention])
    return tuple(_best(group, chains) for group in groups)


@dataclass(frozen=True, slots=True)
class _Who:
    """What says who a mention is: its chain, its actor if known, and whose it is."""

    chain: str
    known: frozenset[str]
    of: frozenset[str]
    kind: MentionKind

    def fits(self, other: "_Who") -> bool:
        """Whether both may be the same.

        A mere description ("the Russian officers") may be anyone of its state and kind.
        """
        if self.chain == other.chain or self.known & other.known:
            return True
        described = not self.known or not other.known
        return described and self.kind is other.kind and bool(self.of & other.of)


def _chains(reading: Reading) -> dict[str, _Who]:
    """Mention id to who that is, after all mentions of its chain."""
    known: dict[str, set[str]] = {}
    of: dict[str, set[str]] = {}
    for mention in reading.mentions:
        place = mention.kind is MentionKind.PLACE
        names = (mention.head,) if place else mention.candidates[:1]
        known.setdefault(mention.chain, set()).update(names)
        of.setdefault(mention.chain, set()).update({mention.of} if mention.of else ())
    return {
        mention.id: _Who(
            mention.chain,
            frozenset(known[mention.chain]),
            frozenset(of[mention.chain]),
            mention.kind,
        )
        for mention in reading.mentions
    }


def _same(first: EventMention, second: EventMention, chains: dict[str, _Who]) -> bool:
    if first.event != second.event or first.historical != second.historical:
        return False
    if (first.status is Status.DENIED) != (second.status is Status.DENIED):
        return False
    if first.modes and second.modes and not set(first.modes) & set(second.modes):
        return False
    return (
        _overlap(first.actors, second.actors, chains)
        and _overlap(first.recipients, second.recipients, chains)
        and _times_agree(first, second)
    )


def _overlap(first: Sequence[str], second: Sequence[str], chains: dict[str, _Who]) -> bool:
    """Whether one side's actors are all among the other's (an empty side agrees)."""
    if len(first) > len(second):
        first, second = second, first
    return all(
        any(item == other or chains[item].fits(chains[other]) for other in second) for item in first
    )


def _times_agree(first: EventMention, second: EventMention) -> bool:
    if first.time.basis not in _DATED or second.time.basis not in _DATED:
        return True
    one, two = first.time, second.time
    if one.earliest is None or one.latest is None or two.earliest is None or two.latest is None:
        return True
    return one.earliest <= two.latest and two.earliest <= one.latest


def _best(group: Sequence[EventMention], chains: dict[str, _Who]) -> EventMention:
    """The mention that names most of its sides, then that with the highest score.

    The others are its repeats, and give it what it lacks.
    """

    def rank(mention: EventMention) -> tuple[int, float, int, str]:
        named = sum(bool(chains[side].known) for side in (*mention.actors, *mention.recipients))
        return named, mention.score, -mention.sentence, mention.id

    best = max(group, key=rank)
    others = [mention for mention in group if mention is not best]
    if not others:
        return best
    dated = [mention for mention in (best, *others) if mention.time.basis in _DATED]
    spans = sorted({m.trigger for m in others if m.sentence != best.sentence})
    return replace(
        best,
        repeats=tuple(spans),
        time=dated[0].time if dated else best.time,
        place=best.place or next((m.place for m in others if m.place), None),
        modes=best.modes or next((m.modes for m in others if m.modes), ()),
        attributions=best.attributions
        or next((m.attributions for m in others if m.attributions), ()),
        sizes=best.sizes or next((m.sizes for m in others if m.sizes), ()),
    )
