"""How much of what the corpus must have, and which trigger phrases stand too often in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.marked.vocabulary import vocabulary
from training.corpus_checks.statistics import Statistics

SENTENCES, IN_REPORTS, REPORTS = 6000, 1500, 200
PER_TYPE, PER_MODE, PER_STATUS = 220, 50, 300
NO_EVENT_SHARE, SEVERAL_EVENTS_SHARE = 0.30, 0.20
PHRASE_SHARE = 0.03
FEW_EVENTS = 100
"""Below so many events of a type, shares of its phrases say nothing yet."""


@dataclass(frozen=True, slots=True)
class Quota:
    """Something that must be there so and so often (or have that share, both at most 1)."""

    name: str
    found: float
    wanted: float

    @property
    def missing(self) -> float:
        """How much is short; 0 where enough is there."""
        return max(0.0, self.wanted - self.found)


def quotas(counted: Statistics) -> Iterator[Quota]:
    """The quotas of the training part, in the order in which they are read."""
    total = max(1, counted.sentences)
    yield Quota("sentences", counted.sentences, SENTENCES)
    yield Quota("sentences in reports", counted.in_reports, IN_REPORTS)
    yield Quota("reports", counted.reports, REPORTS)
    yield Quota("share without event", counted.reasons.total() / total, NO_EVENT_SHARE)
    yield Quota("share with 2+ events", counted.several_events / total, SEVERAL_EVENTS_SHARE)
    for status in ("negated", "planned", "hypothetical", "denied"):
        yield Quota(f"status {status}", counted.statuses[status], PER_STATUS)
    yield Quota("historical", counted.historical, PER_STATUS)
    for event in vocabulary().codebook.events:
        yield Quota(event.name, counted.types[event.name], PER_TYPE)
        for mode in event.mode_names:
            yield Quota(f"{event.name}/{mode}", counted.modes[event.name, mode], PER_MODE)


def crowded_phrases(counted: Statistics) -> Iterator[tuple[str, str, int, float]]:
    """Event type, phrase, count and share of phrases above `PHRASE_SHARE` of their type."""
    for event_type, phrases in counted.phrases.items():
        total = phrases.total()
        for phrase, count in phrases.most_common():
            if total >= FEW_EVENTS and count / total > PHRASE_SHARE:
                yield event_type, phrase, count, count / total
