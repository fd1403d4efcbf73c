"""How far two markers of the same sentences agree."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.marked import MENTION_LETTERS, CorpusSentence, EventLine
from dragoman.model import Span

Pair = tuple[CorpusSentence, CorpusSentence]
EventPair = tuple[CorpusSentence, EventLine, CorpusSentence, EventLine]


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two markers marked and how much of it they share; F1 does not care who is right."""

    first: int
    second: int
    common: int

    @property
    def f1(self) -> float:
        """2·common / (first + second); 1 where neither marked anything."""
        total = self.first + self.second
        return 2 * self.common / total if total else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Agreement on `sentences` marked by both; `unpaired` ones of the second have no partner.

    Kappas are Cohen's. Types, modes, roles, statuses and historical are compared on `event_pairs`,
    events whose triggers overlap; `modes` is the share with the same modes where types agree.
    `roles` compares actors and recipients whose spans overlap and whose side is the same.
    """

    sentences: int
    unpaired: int
    mentions_exact: Overlap
    mentions_overlapping: Overlap
    triggers_exact: Overlap
    triggers_overlapping: Overlap
    cues_overlapping: Overlap
    eventful: float
    event_pairs: int
    types: float
    modes: float
    roles: Overlap
    statuses: float
    historical: float


def agreement(first: Sequence[CorpusSentence], second: Sequence[CorpusSentence]) -> Agreement:
    """Compares sentences of the same text, the first of that text with the first and so on."""
    pairs = _pairs(first, second)
    events = [found for pair in pairs for found in _event_pairs(pair)]
    same_type = [pair for pair in events if pair[1].type == pair[3].type]
    same_modes = sum(set(one.modes) == set(other.modes) for _, one, _, other in same_type)
    return Agreement(
        sentences=len(pairs),
        unpaired=len(second) - len(pairs),
        mentions_exact=_exact(pairs, MENTION_LETTERS),
        mentions_overlapping=_overlapping(pairs, MENTION_LETTERS),
        triggers_exact=_exact(pairs, "t"),
        triggers_overlapping=_overlapping(pairs, "t"),
        cues_overlapping=_overlapping(pairs, "c"),
        eventful=kappa([(bool(one.events), bool(other.events)) for one, other in pairs]),
        event_pairs=len(events),
        types=_kappa_of(events, lambda event: event.type),
        modes=same_modes / len(same_type) if same_type else 1.0,
        roles=_roles(events),
        statuses=_kappa_of(events, lambda event: event.status),
        historical=_kappa_of(events, lambda event: event.historical),
    )


def kappa(answers: Sequence[tuple[object, object]]) -> float:
    """Cohen's kappa of pairs of answers; 1 where there is nothing to disagree on."""
    total = len(answers)
    if not total:
        return 1.0
    observed = sum(one == other for one, other in answers) / total
    first, second = Counter(one for one, _ in answers), Counter(other for _, other in answers)
    expected = sum(count * second[answer] for answer, count in first.items()) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def _kappa_of(events: Sequence[EventPair], answer: Callable[[EventLine], object]) -> float:
    return kappa([(answer(one), answer(other)) for _, one, _, other in events])


def _pairs(first: Sequence[CorpusSentence], second: Sequence[CorpusSentence]) -> list[Pair]:
    waiting: dict[str, list[CorpusSentence]] = defaultdict(list)
    for sentence in reversed(second):
        waiting[sentence.text].append(sentence)
    return [
        (sentence, waiting[sentence.text].pop()) for sentence in first if waiting[sentence.text]
    ]


def _spans(sentence: CorpusSentence, letters: str) -> list[Span]:
    return sorted({mark.span for mark in sentence.marks if mark.letter in letters})


def _exact(pairs: Sequence[Pair], letters: str) -> Overlap:
    sets = [(set(_spans(one, letters)), set(_spans(other, letters))) for one, other in pairs]
    return _sum(Overlap(len(one), len(other), len(one & other)) for one, other in sets)


def _overlapping(pairs: Sequence[Pair], letters: str) -> Overlap:
    return _sum(_matched(_spans(one, letters), _spans(other, letters)) for one, other in pairs)


def _matched(first: Sequence[Span], second: Sequence[Span]) -> Overlap:
    """Spans paired one to one: equal ones first, then those that share most characters."""
    return Overlap(len(first), len(second), len(_matching(first, second)))


def _matching(first: Sequence[Span], second: Sequence[Span]) -> list[tuple[int, int]]:
    ranked = sorted(
        (
            (one != other, -_shared(one, other), i, j)
            for i, one in enumerate(first)
            for j, other in enumerate(second)
            if one.overlaps(other)
        ),
    )
    pairs: list[tuple[int, int]] = []
    for *_, i, j in ranked:
        if all(i != left and j != right for left, right in pairs):
            pairs.append((i, j))
    return pairs


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _event_pairs(pair: Pair) -> Iterator[EventPair]:
    """Events with overlapping triggers, paired one to one, those of the same type first."""
    one, other = pair
    candidates = sorted(
        (left.type != right.type, -_shared(here, there), i, j)
        for i, left in enumerate(one.events)
        for j, right in enumerate(other.events)
        if (here := one.mark(left.trigger).span).overlaps(there := other.mark(right.trigger).span)
    )
    used: set[tuple[str, int]] = set()
    for *_, i, j in candidates:
        if used.isdisjoint({("first", i), ("second", j)}):
            used |= {("first", i), ("second", j)}
            yield one, one.events[i], other, other.events[j]


def _roles(events: Iterable[EventPair]) -> Overlap:
    return _sum(
        _matched(
            [one.mark(key).span for key in left],
            [other.mark(key).span for key in right],
        )
        for one, here, other, there in events
        for left, right in ((here.actors, there.actors), (here.recipients, there.recipients))
    )


def _sum(parts: Iterable[Overlap]) -> Overlap:
    first = second = common = 0
    for part in parts:
        first += part.first
        second += part.second
        common += part.common
    return Overlap(first, second, common)


def agreement_table(found: Agreement) -> str:
    """The agreement in words."""
    spans = {
        "mention spans, exact": found.mentions_exact,
        "mention spans, overlapping": found.mentions_overlapping,
        "triggers, exact": found.triggers_exact,
        "triggers, overlapping": found.triggers_overlapping,
        "cues, overlapping": found.cues_overlapping,
        "roles (on paired events)": found.roles,
    }
    numbers = {
        "event or none, kappa": found.eventful,
        "type, kappa": found.types,
        "same modes": found.modes,
        "status, kappa": found.statuses,
        "historical, kappa": found.historical,
    }
    return "\n".join(
        [
            f"{found.sentences} sentences marked twice, {found.unpaired} by the second alone",
            *(
                f"{name:28} F1 {part.f1:.3f}  ({part.first} and {part.second}, {part.common} alike)"
                for name, part in spans.items()
            ),
            f"{found.event_pairs} pairs of events",
            *(f"{name:28}    {value:.3f}" for name, value in numbers.items()),
        ]
    )
