"""What the network alone says of sentences, mentions given, in the shape in which it is scored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.reader.decoding import ReadTrigger, SentenceScores
from dragoman.engine import Encoded, Network, sigmoid
from dragoman.engine.heads import Array
from dragoman.evaluate import Case, Party, Ratio, ToldEvent, marked_events, matched
from dragoman.marked import MENTION_LETTERS, CorpusSentence
from dragoman.model import Span, Status

LEAST = 0.5
"""The least probability of a mention, and of a context."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as the network has read it: each event that it tells with its probability."""

    sentence: CorpusSentence
    scores: SentenceScores
    events: tuple[tuple[float, ToldEvent], ...]

    def case(self, threshold: float) -> Case:
        """The sentence with the events that are at least so likely."""
        return Case(
            name=self.sentence.id,
            text=self.sentence.text,
            gold=marked_events(self.sentence),
            coded=tuple(event for score, event in self.events if score >= threshold),
        )


def read_sentences(network: Network, sentences: Sequence[CorpusSentence]) -> list[Read]:
    """Every sentence alone, as the product reads it."""
    texts = network.read([sentence.text for sentence in sentences])
    return [
        _read(SentenceScores(network, text), sentence)
        for sentence, text in zip(sentences, texts, strict=True)
    ]


def _read(scores: SentenceScores, sentence: CorpusSentence) -> Read:
    found = scores.triggers()
    events = tuple((one.score, _event(scores, sentence, one)) for one in found)
    return Read(sentence, scores, events)


def _event(scores: SentenceScores, sentence: CorpusSentence, trigger: ReadTrigger) -> ToldEvent:
    """The event of a trigger, its sides chosen among the mentions that are marked."""
    spans = [mark.span for mark in sentence.marks if mark.letter in MENTION_LETTERS]
    roles = scores.roles(trigger, spans)
    status = _likeliest(scores, trigger, "status")
    return ToldEvent(
        type=trigger.event,
        trigger=trigger.span,
        actors=_side(spans, [one.candidate for one in roles if one.role in {"actor", "both"}]),
        recipients=_side(
            spans, [one.candidate for one in roles if one.role in {"recipient", "both"}]
        ),
        modes=frozenset(trigger.modes),
        status=Status.DENIED if status == "negated" else Status(status),
        historical=_likeliest(scores, trigger, "historical") == "yes",
        contexts=_contexts(scores, trigger),
    )


def _side(spans: Sequence[Span], chosen: Sequence[int]) -> tuple[Party, ...]:
    return tuple(Party((spans[index],)) for index in chosen)


def _likeliest(scores: SentenceScores, trigger: ReadTrigger, head: str) -> str:
    found = scores.network.heads.token(head, _state(scores, trigger))[0]
    return scores.network.classes[head][int(found.argmax())]


def _contexts(scores: SentenceScores, trigger: ReadTrigger) -> frozenset[str] | None:
    """The contexts that are likely; None of weights that know none."""
    names = scores.network.classes.get("context")
    if names is None:
        return None
    chances = sigmoid(scores.network.heads.token("context", _state(scores, trigger)))[0]
    return frozenset(name for name, chance in zip(names, chances, strict=True) if chance >= LEAST)


def _state(scores: SentenceScores, trigger: ReadTrigger) -> Array:
    """The state of the trigger's first word, as one row."""
    place = scores.encoded.tokens.covered(trigger.span)
    first = place[0] if place else 0
    return scores.encoded.words[first : first + 1]


def mention_ratio(reads: Sequence[Read]) -> Ratio:
    """Mentions with exactly the marked words, of whatever kind."""
    gold, found = set[tuple[int, Span]](), set[tuple[int, Span]]()
    for index, read in enumerate(reads):
        marks = read.sentence.marks
        gold |= {(index, mark.span) for mark in marks if mark.letter in MENTION_LETTERS}
        found |= {(index, one.span) for one in read.scores.mentions() if one.score > LEAST}
    return Ratio(len(gold & found), len(found), len(gold))


def claim_ratio(reads: Sequence[Read], kind: str) -> Ratio:
    """Speakers, cues or contents of claims with exactly the marked words."""
    head = "content" if kind == "content" else "claim"
    gold, found = set[tuple[int, Span]](), set[tuple[int, Span]]()
    for index, read in enumerate(reads):
        keys = {getattr(claim, kind) for claim in read.sentence.claims} - {None}
        gold |= {(index, read.sentence.mark(key).span) for key in keys}
        found |= {(index, span) for span in _tagged(read.scores.encoded, read, (head, kind))}
    return Ratio(len(gold & found), len(found), len(gold))


def _tagged(encoded: Encoded, read: Read, wanted: tuple[str, str]) -> Iterator[Span]:
    """The stretches to which a head gives a kind."""
    head, kind = wanted
    network = read.scores.network
    best = network.heads.token(head, encoded.words).argmax(-1)
    tags = [network.classes[head][int(index)] for index in best]
    for first, tag in enumerate(tags):
        stray = tag == f"I-{kind}" and (first == 0 or tags[first - 1][2:] != kind)
        if stray or tag == f"B-{kind}":
            last = first
            while last + 1 < len(tags) and tags[last + 1] == f"I-{kind}":
                last += 1
            yield encoded.tokens.span(first, last)


def verdicts(reads: Sequence[Read]) -> list[tuple[float, bool]]:
    """The probability of each event that the network weighs, and whether it is marked."""
    found: list[tuple[float, bool]] = []
    for read in reads:
        right = {event.trigger for _, event in matched(read.case(0.0)).pairs}
        found += [(score, event.trigger in right) for score, event in read.events]
    return found
