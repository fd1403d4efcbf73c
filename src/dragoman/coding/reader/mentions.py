"""Mentions that only the network found, as mentions of the reading."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.coding.reader.decoding import ReadMention
from dragoman.model import Mention, MentionKind, Reading, Sentence, Span, content_id

RULE = "reader"
_KINDS = {
    "s": MentionKind.STATE,
    "o": MentionKind.ORGANISATION,
    "p": MentionKind.PERSON,
    "g": MentionKind.GROUP,
    "l": MentionKind.PLACE,
}
_LEAST = 0.5


def with_read_mentions(
    reading: Reading, found: Iterable[tuple[Sentence, Sequence[ReadMention]]]
) -> Reading:
    """The reading with every read mention that overlaps none of its own."""
    added: list[Mention] = []
    for sentence, mentions in found:
        own = [mention.span for mention in reading.mentions if mention.sentence == sentence.index]
        for read in mentions:
            span = Span(sentence.span.start + read.span.start, sentence.span.start + read.span.end)
            if read.score < _LEAST or any(span.overlaps(other) for other in own):
                continue
            own.append(span)
            added.append(_mention(reading, sentence, span, read))
    everything = (*reading.mentions, *added)
    return replace(reading, mentions=tuple(sorted(everything, key=_position)))


def _mention(reading: Reading, sentence: Sentence, span: Span, read: ReadMention) -> Mention:
    words = span.of(reading.document.text)
    identity = content_id("m", reading.document.id, f"{span.start}-{span.end}", RULE)
    named = any(word[:1].isupper() for word in words.split())
    return Mention(
        id=identity,
        span=span,
        sentence=sentence.index,
        kind=_KINDS[read.letter],
        head=words,
        rule=RULE,
        chain=identity,
        role=None if named else words.lower(),
    )


def _position(mention: Mention) -> tuple[int, int, str]:
    return (mention.span.start, -mention.span.end, mention.id)
