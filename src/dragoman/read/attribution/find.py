"""Finds the attributions of a document."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dragoman.model import (
    Attribution,
    AttributionKind,
    Document,
    Mention,
    MentionKind,
    Sentence,
    Span,
    content_id,
)
from dragoman.read.attribution.chains import nested
from dragoman.read.attribution.continued import continue_quotes
from dragoman.read.attribution.dialogues import find_turns
from dragoman.read.attribution.kinds import speaker_kind
from dragoman.read.attribution.lines import Line, read_line
from dragoman.read.attribution.other_cues import citations, other_sayings
from dragoman.read.attribution.quotes import Quote, find_quotes
from dragoman.read.attribution.sayings import Saying
from dragoman.read.attribution.verb_cues import verb_sayings


def find_attributions(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """The attributions of `document`, by the place of their content.

    Words said in several pieces ("…," X said. "…") give one attribution for each piece, with the
    same cue and speaker. Where a cue stands inside words that somebody else says, `outer` is that
    attribution, as it is for a source that somebody cites.
    """
    quotes = find_quotes(document, sentences)
    by_sentence = {
        index: list(group) for index, group in groupby(mentions, lambda item: item.sentence)
    }
    sayings: list[Saying] = []
    start = 0
    for sentence in sentences:
        while start < len(quotes) and quotes[start].span.end <= sentence.span.start:
            start += 1
        near = _near(quotes, start, sentence)
        ended = quotes[start - 1] if start else None
        gap = document.text[ended.span.end : sentence.span.start] if ended else "-"
        line = read_line(
            document.text,
            sentence,
            by_sentence.get(sentence.index, []),
            near,
            ended if gap.isspace() and "\n" not in gap else None,
        )
        sayings.extend(_of_line(line))
    sayings.extend(find_turns(document))
    sayings.extend(continue_quotes(sentences, quotes, sayings))
    records = [
        (saying.cited, _record(document, piece, saying, mentions, quotes))
        for saying in sayings
        for piece in saying.contents
    ]
    by_id = {mention.id: mention for mention in mentions}
    return tuple(
        replace(item, speaker_kind=speaker_kind(item, by_id, document.text))
        for item in nested(records)
    )


def _near(quotes: Sequence[Quote], start: int, sentence: Sentence) -> list[Quote]:
    near: list[Quote] = []
    for quote in quotes[start:]:
        if quote.span.start >= sentence.span.end:
            break
        near.append(quote)
    return near


def _of_line(line: Line) -> list[Saying]:
    sayings = verb_sayings(line)
    sayings += other_sayings(line)
    sayings.sort(key=lambda saying: saying.cue)
    return sayings + citations(line, sayings)


def _record(
    document: Document,
    content: Span,
    saying: Saying,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
) -> Attribution:
    cue = saying.cue
    name = content_id(
        "a", document.id, str(cue.start), str(cue.end), str(content.start), str(content.end)
    )
    return Attribution(
        id=name,
        content=content,
        cue=cue,
        kind=_kind(document.text, content, quotes),
        rule=saying.rule,
        speaker=saying.speaker,
        speaker_mention=_mention_of(saying.antecedent or saying.speaker, mentions),
    )


def _kind(text: str, content: Span, quotes: Sequence[Quote]) -> AttributionKind:
    """Direct where nearly all of the content is quoted, mixed where some is."""
    first = bisect_right(quotes, content.start, key=_end)
    last = bisect_left(quotes, content.end, key=_start)
    quoted = sum(
        min(quote.span.end, content.end) - max(quote.span.start, content.start)
        for quote in quotes[first:last]
    )
    if quoted == 0:
        return AttributionKind.INDIRECT
    bare = len(content.of(text).strip(" \n,.;:"))
    return AttributionKind.DIRECT if quoted >= 0.9 * bare else AttributionKind.MIXED


def _start(item: Mention | Quote) -> int:
    return item.span.start


def _end(item: Mention | Quote) -> int:
    return item.span.end


def _mention_of(speaker: Span | None, mentions: Sequence[Mention]) -> str | None:
    """The mention that the speaker's words are: the first person among them, else the first."""
    if speaker is None:
        return None
    first = bisect_right(mentions, speaker.start, key=_end)
    last = bisect_left(mentions, speaker.end, key=_start)
    inside = mentions[first:last]
    acting = [mention for mention in inside if mention.kind != MentionKind.PLACE]
    persons = [mention for mention in acting if mention.kind == MentionKind.PERSON]
    chosen = (persons or acting)[:1]
    return chosen[0].id if chosen else None
