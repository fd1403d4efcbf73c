"""Marked texts through the pipeline, and what it tells of each of their sentences."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dragoman.errors import InputError
from dragoman.evaluate import Case, Party, QuotedText, ToldEvent, marked_events
from dragoman.flow.settings import Settings
from dragoman.flow.stages import drive
from dragoman.flow.wiring import PageStage, pipeline_of
from dragoman.marked import CorpusSentence
from dragoman.model import (
    Block,
    BlockKind,
    Coded,
    Document,
    Done,
    Event,
    EventMention,
    Outcome,
    Participant,
    Precision,
    Span,
    Stated,
    TimeBasis,
    TimeExpression,
    TimexType,
    content_id,
    digest,
)
from dragoman.resolve import load_knowledge_base
from dragoman.resolve.codes import System, translate

_RULE = "marked"
_BLOCKS = {
    "title": BlockKind.TITLE,
    "lead": BlockKind.LEAD,
    "caption": BlockKind.CAPTION,
    "body": BlockKind.PARAGRAPH,
}
_BATCH = 32


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence to be coded: a block of its document."""

    name: str
    text: str
    kind: BlockKind
    gold: tuple[ToldEvent, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A document to be made of pieces."""

    name: str
    date: datetime.date
    publisher: str
    pieces: tuple[_Piece, ...]


def marked_cases(
    sentences: Sequence[CorpusSentence],
    settings: Settings,
) -> tuple[Case, ...]:
    """Each sentence with what is marked in it and what is coded of it.

    The sentences of a report are coded as one document, each a block; every other sentence is a
    document.
    """
    texts = [_marked_text(group) for group in _documents(sentences)]
    return tuple(_cases(texts, settings))


def quoted_cases(
    texts: Iterable[QuotedText],
    settings: Settings,
) -> tuple[Case, ...]:
    """Each quoted text with what its PLOVER records tell and what is coded of it.

    Codes are compared in PLOVER's own system.
    """
    made = [
        _Text(
            name=one.name,
            date=one.date,
            publisher="",
            pieces=(_Piece(one.name, one.text, BlockKind.PARAGRAPH, one.events),),
        )
        for one in texts
    ]
    knowledge = load_knowledge_base(settings.actors)
    return tuple(
        _recoded(case, lambda code: translate(knowledge, code, System.PLOVER))
        for case in _cases(made, settings)
    )


def _recoded(case: Case, code_of: Callable[[str], str]) -> Case:
    def side(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(Party(one.spans, code_of(one.code) if one.code else "") for one in parties)

    coded = tuple(
        replace(one, actors=side(one.actors), recipients=side(one.recipients)) for one in case.coded
    )
    return replace(case, coded=coded)


def _documents(sentences: Sequence[CorpusSentence]) -> Iterator[tuple[CorpusSentence, ...]]:
    """Sentences of one report together, others alone."""
    for (_, report), group in groupby(sentences, key=lambda one: (one.path, one.report)):
        if report is None:
            yield from ((sentence,) for sentence in group)
        else:
            yield tuple(group)


def _marked_text(group: Sequence[CorpusSentence]) -> _Text:
    first = group[0]
    pieces = tuple(
        _Piece(one.id, one.text, _BLOCKS[one.block or "body"], marked_events(one)) for one in group
    )
    return _Text(first.report or first.id, first.date, first.outlet, pieces)


def _cases(texts: Sequence[_Text], settings: Settings) -> Iterator[Case]:
    stages = [stage for stage in pipeline_of(settings).stages if not isinstance(stage, PageStage)]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        documents = [_document(text) for text in batch]
        outcomes, _ = drive(stages, [text.name for text in batch], documents)
        for text, outcome in zip(batch, outcomes, strict=True):
            yield from _text_cases(text, outcome)


def _text_cases(text: _Text, outcome: Outcome[Coded]) -> Iterator[Case]:
    if not isinstance(outcome, Done):
        raise InputError(f"{text.name}: cannot be coded: {outcome.reason} {outcome.detail}".strip())
    for piece, block in zip(text.pieces, outcome.value.document.blocks, strict=True):
        told = tuple(_told(outcome.value, block.span))
        yield Case(name=piece.name, text=piece.text, gold=piece.gold, coded=told)


def _document(text: _Text) -> Document:
    whole, blocks = "", []
    for piece in text.pieces:
        whole += "\n\n" if whole else ""
        blocks.append(Block(piece.kind, Span(len(whole), len(whole) + len(piece.text)), _RULE))
        whole += piece.text
    title = next((block.span for block in blocks if block.kind is BlockKind.TITLE), None)
    key = digest(whole.encode())
    return Document(
        id=content_id("doc", key, text.name, _RULE),
        name=text.name,
        snapshot_id=key,
        text=whole,
        text_digest=key,
        blocks=tuple(blocks),
        language="en",
        published=_published(text.date),
        parser=_RULE,
        title=Stated(title.of(whole), _RULE, title) if title else None,
        publisher=Stated(text.publisher, _RULE) if text.publisher else None,
    )


def _published(day: datetime.date) -> TimeExpression:
    return TimeExpression(
        span=None,
        type=TimexType.DATE,
        value=day.isoformat(),
        earliest=day,
        latest=day,
        precision=Precision.DAY,
        basis=TimeBasis.STATED,
        rule=_RULE,
    )


def _told(coded: Coded, sentence: Span) -> Iterator[ToldEvent]:
    """What is told in a sentence, told again there included."""
    for mention, event in zip(coded.mentions, coded.events, strict=True):
        for trigger in (mention.trigger, *mention.repeats):
            if sentence.covers(trigger):
                yield _event(coded, (mention, event), trigger, sentence)


def _event(
    coded: Coded, told: tuple[EventMention, Event], trigger: Span, sentence: Span
) -> ToldEvent:
    mention, event = told
    return ToldEvent(
        type=mention.event,
        trigger=trigger.shifted(-sentence.start),
        actors=tuple(_party(coded, one, sentence) for one in event.actors),
        recipients=tuple(_party(coded, one, sentence) for one in event.recipients),
        modes=frozenset(mention.modes),
        status=mention.status,
        historical=mention.historical,
        days=(mention.time.earliest, mention.time.latest),
        contexts=frozenset(mention.contexts),
    )


def _party(coded: Coded, one: Participant, sentence: Span) -> Party:
    """Somebody with all words of the sentence that mean the same one."""
    chains = {mention.id: mention.chain for mention in coded.reading.mentions}
    spans = [
        mention.span.shifted(-sentence.start)
        for mention in coded.reading.mentions
        if mention.chain == chains.get(one.mention) and sentence.covers(mention.span)
    ]
    own = [one.span.shifted(-sentence.start)] if sentence.covers(one.span) else []
    return Party(tuple(dict.fromkeys([*own, *spans])), one.code)
