"""The rules coder: a Reading's sentences to event mentions by lexicon and shallow grammar."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.codebook import Codebook
from dragoman.coding.analysis import Analysis, Surroundings
from dragoman.coding.building import build, directed
from dragoman.coding.clauses import find_clauses
from dragoman.coding.composition import Composed, compose
from dragoman.coding.constraints import constrained
from dragoman.coding.contexts import contexts_in
from dragoman.coding.findings import find_verbs
from dragoman.coding.inference import inferred
from dragoman.coding.joining import join
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.nominals import carried_by_verb, find_nouns
from dragoman.coding.pair import classify_pair
from dragoman.coding.recalled import identities, recalled
from dragoman.coding.tagging import tag
from dragoman.coding.time_scope import of_main_clause
from dragoman.coding.timing import is_current, is_past, times_of
from dragoman.coding.units import cut
from dragoman.model import (
    BlockKind,
    EventMention,
    Mention,
    Reading,
    Sentence,
    Span,
    TimeExpression,
)


@dataclass(frozen=True)
class RulesCoder:
    """Codes readings by `lexicon`, extended with the triggers that `codebook` brings."""

    codebook: Codebook
    lexicon: Lexicon

    @cached_property
    def entries(self) -> Lexicon:
        """The lexicon with the codebook's own triggers."""
        triggers = self.codebook.triggers
        events = self.codebook.events
        return self.lexicon.with_triggers(triggers, events) if triggers else self.lexicon

    @cached_property
    def _noun_heads(self) -> frozenset[str]:
        return frozenset(self.entries.nouns) | {
            entry.elements[-1] for group in self.entries.nouns.values() for entry in group
        }

    def code(self, reading: Reading) -> tuple[EventMention, ...]:
        """The event mentions of a report, each event once, in the order of their triggers."""
        return self.code_with(reading, self.events)

    def code_with(
        self, reading: Reading, propose: Callable[[Analysis], Sequence[Composed]]
    ) -> tuple[EventMention, ...]:
        """The same where `propose` says which findings of a sentence make events."""
        text = reading.document.text
        contexts = contexts_in(" ".join(s.span.of(text) for s in reading.sentences))
        mentions = _by_sentence(reading.mentions)
        whose = identities(reading)
        coded: list[EventMention] = []
        around = Surroundings(contexts)
        for sentence in reading.sentences:
            if sentence.block is BlockKind.CAPTION:
                continue
            analysis = self.analyse(reading, sentence, mentions.get(sentence.index, ()))
            kept = propose(analysis)
            for item in kept:
                made = build(self.codebook, analysis, item, kept, around)
                made = recalled(reading, made, item.finding, coded, whose)
                coded.extend(directed(made, item.finding))
            around = _after(analysis, around)
        return join(reading, coded)

    def analyse(
        self, reading: Reading, sentence: Sentence, mentions: Iterable[Mention]
    ) -> Analysis:
        """The sentence with all findings, before what cannot be coded is dropped."""
        lexicon = self.entries
        units = tag(cut(reading, sentence, mentions, lexicon.forms), self._noun_heads)
        clauses = find_clauses(units)
        verbs = find_verbs(units, clauses, lexicon)
        used = frozenset(index for finding in verbs for index in finding.used)
        nouns = find_nouns(units, clauses, lexicon, used)
        nouns = [carried_by_verb(units, clauses, finding) for finding in nouns]
        composed = compose(units, clauses, verbs, nouns)
        findings = tuple(inferred(units, clauses, composed))
        return Analysis(reading, sentence, units, clauses, findings)

    def classify_pair(self, reading: Reading, source: Span, target: Span) -> EventMention | None:
        """What `source` does to `target`, or the likeliest event of their sentence."""
        return classify_pair(self, reading, source, target)

    def events(self, analysis: Analysis) -> tuple[Composed, ...]:
        """The findings of a sentence that make events."""
        return constrained(self.codebook, self.entries, analysis.units, analysis.findings)


def _by_sentence(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def _after(analysis: Analysis, around: Surroundings) -> Surroundings:
    """What the sentence leaves to the next: its time if long past, else the day it was about."""
    document = analysis.reading.document
    times = of_main_clause(
        analysis.units, analysis.clauses, times_of(analysis.reading.times, analysis.sentence)
    )
    last = times[-1] if times else None
    if is_past(document, last):
        return replace(around, background=last)
    told = next((time for time in times if is_current(document, time)), None)
    if told is None or not _tells(analysis) or _is_earlier(told, around.day):
        return replace(around, background=None)
    return replace(around, background=None, day=told)


def _is_earlier(time: TimeExpression, day: TimeExpression | None) -> bool:
    """Whether a time goes back behind the day that the report is about."""
    if day is None or time.earliest is None or day.earliest is None:
        return False
    return time.earliest < day.earliest


def _tells(analysis: Analysis) -> bool:
    """Whether the sentence's first finite verb tells of the past."""
    first = next((c.group for c in analysis.clauses if c.group.finite), None)
    return first is not None and first.feature == "past" and not first.modal
