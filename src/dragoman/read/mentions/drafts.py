"""Mentions while the grammar puts them together."""

from dataclasses import dataclass

from dragoman.model import Document, Mention, MentionKind, Sentence, Span, content_id
from dragoman.read.mentions.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mention in words of its sentence: `first` to `last` (excluded), head likewise."""

    first: int
    last: int
    kind: MentionKind
    rule: str
    head: tuple[int, int]
    candidates: tuple[str, ...] = ()
    of: str | None = None
    role: str | None = None
    sector: str | None = None


def finish(draft: Draft, words: Words, sentence: Sentence, document: Document) -> Mention:
    """The record of a draft; its chain is itself until coreference links it."""
    span = Span(words.starts[draft.first], words.ends[draft.last - 1])
    head = Span(words.starts[draft.head[0]], words.ends[draft.head[1] - 1])
    name = content_id("m", document.id, str(span.start), str(span.end))
    return Mention(
        id=name,
        span=span,
        sentence=sentence.index,
        kind=draft.kind,
        head=head.of(document.text),
        rule=draft.rule,
        chain=name,
        candidates=draft.candidates,
        of=draft.of,
        role=draft.role,
        sector=draft.sector,
    )
