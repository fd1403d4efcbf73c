"""The reader coder: the network leads, the rules are asked beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.coding.analysis import Analysis
from dragoman.coding.composition import Composed
from dragoman.coding.constraints import constrained
from dragoman.coding.pair import as_pair, marked_sides, sentence_of
from dragoman.coding.reader.combining import Thresholds, combine
from dragoman.coding.reader.decoding import ReadTrigger, SentenceScores
from dragoman.coding.reader.mentions import with_read_mentions
from dragoman.coding.reader.own import OwnHead
from dragoman.coding.reader.pairing import pair_event, untold_event
from dragoman.coding.rules import RulesCoder
from dragoman.engine import Encoded, Network
from dragoman.model import BlockKind, EventMention, Reading, Span


@dataclass(frozen=True)
class ReaderCoder:
    """Codes readings by a network and the rules together."""

    rules: RulesCoder
    network: Network
    limits: Thresholds = field(default_factory=Thresholds)
    own: OwnHead | None = None
    """Tells triggers of a codebook of one's own."""

    def code(self, reading: Reading) -> tuple[Reading, tuple[EventMention, ...]]:
        """The reading with the mentions that only the network found, and its event mentions."""
        scores = self._scores(reading)
        known = ((s, scores[s.index].mentions()) for s in reading.sentences if s.index in scores)
        fuller = with_read_mentions(reading, known)

        def propose(analysis: Analysis) -> Sequence[Composed]:
            ruled = self.rules.events(analysis)
            read = scores.get(analysis.sentence.index)
            if read is None:
                return ruled
            codebook = self.rules.codebook
            both = combine(codebook, analysis, ruled, read, self.limits)
            return constrained(codebook, self.rules.entries, analysis.units, both)

        return fuller, self.rules.code_with(fuller, propose)

    def classify_pair(self, reading: Reading, source: Span, target: Span) -> EventMention | None:
        """What `source` does to `target`, as network and rules together hold likeliest."""
        ruled = self.rules.classify_pair(reading, source, target)
        whole = sentence_of(reading, source, target)
        if whole is None:
            return ruled
        start = whole.span.start
        text = whole.span.of(reading.document.text)
        (scores,) = self.network.pairs([(text, source.shifted(-start), target.shifted(-start))])
        if scores is None:
            return ruled
        if ruled is not None:
            return pair_event(self.network, self.rules.codebook, ruled, scores)
        (encoded,) = self.network.read([text])
        marked = marked_sides(whole, source, target)
        analysis = self.rules.analyse(replace(reading, mentions=marked), whole, marked)
        read = SentenceScores(self.network, encoded)
        made = untold_event(self.rules.codebook, analysis, read, scores[0])
        return as_pair(made, marked) if made is not None else None

    def _scores(self, reading: Reading) -> dict[int, SentenceScores]:
        text = reading.document.text
        wanted = [s for s in reading.sentences if s.block is not BlockKind.CAPTION]
        encoded = self.network.read([s.span.of(text) for s in wanted])
        return {
            sentence.index: SentenceScores(self.network, item, self._own(item))
            for sentence, item in zip(wanted, encoded, strict=True)
        }

    def _own(self, encoded: Encoded) -> tuple[ReadTrigger, ...]:
        found = self.own.triggers(encoded) if self.own is not None else ()
        return tuple(ReadTrigger(span, event, score, (), own=True) for span, event, score in found)
