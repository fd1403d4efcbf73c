"""Readings from text with actors in brackets: ``[Russia|STATE|RUS] left [Armenia|STATE|ARM].``"""

import datetime
import re

from dragoman.model import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Mention,
    MentionKind,
    Precision,
    Reading,
    Sentence,
    Span,
    TimeBasis,
    TimeExpression,
    TimexType,
)
from dragoman.text.sentences import split

PUBLISHED = datetime.date(2024, 5, 9)
_MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)(?:\|([A-Za-z0-9:-]*))?\]")


def published(day: datetime.date = PUBLISHED) -> TimeExpression:
    return TimeExpression(
        span=None,
        type=TimexType.DATE,
        value=day.isoformat(),
        earliest=day,
        latest=day,
        precision=Precision.DAY,
        basis=TimeBasis.STATED,
        rule="given",
    )


def read(
    marked: str,
    times: dict[str, tuple[datetime.date, datetime.date]] | None = None,
    attributions: tuple[Attribution, ...] = (),
    block: BlockKind = BlockKind.PARAGRAPH,
) -> Reading:
    """The reading of `marked`. `times` maps words of the text to the days that they name."""
    plain, marks = _plain(marked)
    sentences = tuple(
        Sentence(index=index, span=span, block=block) for index, span in enumerate(split(plain))
    )
    mentions = tuple(_mention(plain, sentences, mark) for mark in marks)
    found = tuple(
        TimeExpression(
            span=Span(plain.index(words), plain.index(words) + len(words)),
            type=TimexType.DATE,
            value=first.isoformat(),
            earliest=first,
            latest=last,
            precision=Precision.DAY,
            basis=TimeBasis.ANCHORED,
            rule="test",
        )
        for words, (first, last) in (times or {}).items()
    )
    return Reading(
        document=_document(plain, block),
        sentences=sentences,
        mentions=mentions,
        times=found,
        attributions=attributions,
        reader="test",
    )


def _document(plain: str, block: BlockKind) -> Document:
    return Document(
        id="doc_test",
        name="test",
        snapshot_id="snapshot",
        text=plain,
        text_digest="digest",
        blocks=(Block(block, Span(0, len(plain)), "test"),),
        language="en",
        published=published(),
        parser="test",
    )


def _plain(marked: str) -> tuple[str, list[tuple[Span, MentionKind, str]]]:
    plain, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        words, kind, code = match.groups()
        marks.append(
            (Span(len(plain), len(plain) + len(words)), MentionKind(kind.lower()), code or words)
        )
        plain += words
        at = match.end()
    return plain + marked[at:], marks


def _mention(
    plain: str, sentences: tuple[Sentence, ...], mark: tuple[Span, MentionKind, str]
) -> Mention:
    span, kind, code = mark
    sentence = next(s.index for s in sentences if s.span.overlaps(span))
    identity = f"{code}@{span.start}"
    return Mention(
        id=identity,
        span=span,
        sentence=sentence,
        kind=kind,
        head=span.of(plain),
        rule="test",
        chain=code,
        candidates=(code,),
    )


def codes(identities: tuple[str, ...]) -> str:
    """Mention ids as the codes that the brackets gave, in alphabetical order."""
    return "+".join(sorted({identity.split("@")[0] for identity in identities}))
