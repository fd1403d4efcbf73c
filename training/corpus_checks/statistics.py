"""What the corpus consists of, counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.marked import MENTION_LETTERS, CorpusSentence, EventLine
from dragoman.marked.values import read_actor
from dragoman.marked.vocabulary import vocabulary
from training.corpus_checks.words import words

WINDOW = 1000
"""Words in a row within which different words are counted, so that sizes do not matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts over a set of sentences.

    `phrases` are the trigger words in lower case by event type; `lengths` words by sentence;
    `variety` is the mean share of different words in stretches of `WINDOW` words.
    """

    sentences: int
    in_reports: int
    reports: int
    events: int
    types: Counter[str]
    modes: Counter[tuple[str, str]]
    statuses: Counter[str]
    historical: int
    reasons: Counter[str]
    several_events: int
    no_side: int
    lengths: tuple[int, ...]
    registers: Counter[str]
    mentions: Counter[str]
    codes: Counter[str]
    contexts: Counter[str]
    linked: Counter[str]
    claims: int
    phrases: dict[str, Counter[str]]
    variety: float
    vocabulary: int


def statistics(sentences: Sequence[CorpusSentence]) -> Statistics:
    """Everything counted in one go."""
    events = [event for sentence in sentences for event in sentence.events]
    tokens = [words(sentence.text) for sentence in sentences]
    marks = [mark for sentence in sentences for mark in sentence.marks]
    return Statistics(
        sentences=len(sentences),
        in_reports=sum(sentence.report is not None for sentence in sentences),
        reports=len({sentence.report for sentence in sentences} - {None}),
        events=len(events),
        types=Counter(event.type for event in events),
        modes=Counter((event.type, mode) for event in events for mode in event.modes),
        statuses=Counter(event.status for event in events),
        historical=sum(event.historical for event in events),
        reasons=Counter(sentence.reason for sentence in sentences if sentence.reason),
        several_events=sum(len(sentence.events) > 1 for sentence in sentences),
        no_side=sum(not event.actors and not event.recipients for event in events),
        lengths=tuple(map(len, tokens)),
        registers=Counter(sentence.register or "none" for sentence in sentences),
        mentions=Counter(mark.letter for mark in marks if mark.letter in MENTION_LETTERS),
        codes=Counter(_code(mark.value) for mark in marks if mark.letter in "sopg"),
        contexts=Counter(context for event in events for context in event.contexts),
        linked=_linked(events),
        claims=sum(len(sentence.claims) for sentence in sentences),
        phrases=_phrases(sentences),
        variety=_variety([token for sentence in tokens for token in sentence]),
        vocabulary=len({token for sentence in tokens for token in sentence}),
    )


def _code(value: str) -> str:
    try:
        return read_actor(value).code
    except ValueError:
        return value


def _linked(events: Iterable[EventLine]) -> Counter[str]:
    """How many events have a time, a place, sizes, a certainty, an actor, a recipient."""
    found: Counter[str] = Counter()
    for event in events:
        found["time"] += event.time is not None
        found["place"] += event.place is not None
        found["sizes"] += bool(event.sizes)
        found["certainty"] += bool(event.certainty)
        found["actor"] += bool(event.actors)
        found["recipient"] += bool(event.recipients)
    return found


def _phrases(sentences: Iterable[CorpusSentence]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {name: Counter() for name in vocabulary().codebook.event_names}
    for sentence in sentences:
        keys = {mark.key for mark in sentence.marks}
        for event in sentence.events:
            if event.type in found and event.trigger in keys:
                found[event.type][" ".join(words(sentence.words(event.trigger)))] += 1
    return found


def _variety(tokens: Sequence[str]) -> float:
    windows = [
        tokens[start : start + WINDOW] for start in range(0, len(tokens) - WINDOW + 1, WINDOW)
    ]
    windows = windows or ([tokens] if tokens else [])
    shares = [len(set(window)) / len(window) for window in windows]
    return sum(shares) / len(shares) if shares else 0.0
