"""The rules coder: a Reading's sentences to event mentions by lexicon and shallow grammar."""

from collections.abc import Iterable
from dataclasses import dataclass
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
from dragoman.coding.tagging import tag
from dragoman.coding.timing import is_past, times_of
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
        return self.lexicon.with_triggers(triggers) if triggers else self.lexicon

    @cached_property
    def _noun_heads(self) -> frozenset[str]:
        return frozenset(self.entries.nouns) | {
            entry.elements[-1] for group in self.entries.nouns.values() for entry in group
        }

    def code(self, reading: Reading) -> tuple[EventMention, ...]:
        """The event mentions of a report, each event once, in the order of their triggers."""
        text = reading.document.text
        contexts = contexts_in(" ".join(s.span.of(text) for s in reading.sentences))
        mentions = _by_sentence(reading.mentions)
        coded: list[EventMention] = []
        background: TimeExpression | None = None
        for sentence in reading.sentences:
            if sentence.block is BlockKind.CAPTION:
                continue
            analysis = self.analyse(reading, sentence, mentions.get(sentence.index, ()))
            kept = self.events(analysis)
            around = Surroundings(contexts, background)
            for item in kept:
                made = build(self.codebook, analysis, item, kept, around)
                coded.extend(directed(made, item.finding))
            background = _background(reading, sentence)
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


def _background(reading: Reading, sentence: Sentence) -> TimeExpression | None:
    """The last time that a sentence names, if it is long past."""
    times = times_of(reading.times, sentence)
    last = max(times, key=lambda time: time.span or sentence.span, default=None)
    return last if is_past(reading.document, last) else None
