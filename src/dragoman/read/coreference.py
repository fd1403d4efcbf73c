"""Links mentions of the same thing: names, offices, descriptions, pronouns."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dragoman.model import Document, Mention, Sentence, Span
from dragoman.read.attribution.quotes import find_quotes
from dragoman.read.coreference_context import place_in_context
from dragoman.read.coreference_descriptions import describe, find_descriptions
from dragoman.read.coreference_pairs import members
from dragoman.read.coreference_pronouns import find_pronouns, refer
from dragoman.read.coreference_state import Story

__all__ = ["link"]


def link(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """`mentions` with their chains, and mentions of the pronouns and descriptions that resolve.

    Only what fits one antecedent in the same or the two sentences before is linked; the rest
    keeps its own chain, and pronouns that do not resolve give no mention. Rules:

    - ``office:x``: a title alone stands for who was last named with that office;
    - ``leader-of``: "the Russian leader" for who was named as president or premier of that state;
    - ``description:x``: "the bloc", "the ministry", "the country" for the last body of that kind;
    - ``pair:x``: "the two countries", "both sides", "each": a mention of the same words for each
      of the two;
    - ``…+context:x``: bodies without an owner get the state that is spoken of;
    - ``pronoun:x``: he, she, they, it, his, her, their, its. Never inside quotation marks.
    """
    story = Story(document, sentences, mentions)
    quoted = [quote.span for quote in find_quotes(document, sentences)]
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    linked: list[Mention] = []
    for sentence in sentences:
        known = by_sentence.get(sentence.index, [])
        described = find_descriptions(document, sentence, known)
        first = bisect_right(quoted, sentence.span.start, key=_end)
        last = bisect_left(quoted, sentence.span.end, key=_start)
        near = quoted[first:last]
        pronouns = find_pronouns(document, sentence, [*described, *known], near)
        described_spans = [item.span for item in described]
        kept = [item for item in known if not _overlaps(item.span, described_spans)]
        for item in sorted([*kept, *described, *pronouns], key=_span):
            linked.extend(_resolve(story, item))
    return place_in_context(sentences, linked)


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _span(mention: Mention) -> Span:
    return mention.span


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _resolve(story: Story, mention: Mention) -> list[Mention]:
    """`mention` in its chain; nothing for a pronoun or pair that stays open."""
    if mention.rule.startswith("pronoun:"):
        resolved = refer(story, mention)
    elif mention.rule.startswith("pair:"):
        pair = members(story, mention, mention.rule.partition(":")[2])
        for member in pair:
            story.tell(member)
        return pair
    elif mention.rule.startswith("description:"):
        resolved = describe(story, mention)
    else:
        resolved = describe(story, mention) or story.name(mention)
    if resolved is None:
        return []
    story.tell(resolved)
    return [resolved]
