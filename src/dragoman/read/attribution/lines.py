"""A sentence as attribution reads it: tokens with the quotation and the mention they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Mention, Sentence, Span
from dragoman.read.attribution.cues import words_of
from dragoman.read.attribution.quotes import Quote
from dragoman.text.tokens import Token, tokenize

QUOTE_MARKS = frozenset("\"“”„«»‘’'") | {"''", "``"}
STOPS = frozenset({".", "!", "?", "…"})
BREAKS = frozenset({",", ":", ";", "—", "–", "-", "("}) | STOPS | (QUOTE_MARKS - {"'", "’"})


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a sentence; `quotes` and `mentions` say for each what it stands in, if any."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    quotes: tuple[Quote | None, ...]
    mentions: tuple[Mention | None, ...]
    quote_before: Quote | None = None
    """The quotation that ends right before this sentence: "“…!” X said." may be split there."""

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, index: int) -> str:
        """The word at `index` in lower case, "" outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def quote(self, index: int) -> Quote | None:
        """The quotation that the token at `index` stands in."""
        return self.quotes[index] if 0 <= index < len(self.quotes) else None

    def mention(self, index: int) -> Mention | None:
        """The mention that the token at `index` is part of."""
        return self.mentions[index] if 0 <= index < len(self.mentions) else None

    def capitalised(self, index: int) -> bool:
        """Whether the token at `index` begins with a capital."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text[0].isupper()

    def span(self, first: int, last: int) -> Span:
        """From token `first` to token `last` (excluded)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def end(self) -> int:
        """The index after the last word: final stops and quotation marks are left out."""
        index = len(self.tokens)
        while index and (self.lower[index - 1] in STOPS or self.lower[index - 1] in QUOTE_MARKS):
            index -= 1
        return index

    def is_object(self, index: int) -> bool:
        """Whether the token can begin the words for somebody spoken to."""
        return self.mention(index) is not None or self.at(index) in words_of("object_pronouns")


def read_line(
    text: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    quote_before: Quote | None = None,
) -> Line:
    """The line of a sentence; `mentions` are its own, `quotes` those that overlap it."""
    tokens = tokenize(text, sentence.span.start, sentence.span.end)
    inside: list[Quote | None] = []
    within: list[Mention | None] = []
    mention_at = quote_at = 0
    for token in tokens:
        while quote_at < len(quotes) and quotes[quote_at].span.end <= token.start:
            quote_at += 1
        quote = quotes[quote_at] if quote_at < len(quotes) else None
        inside.append(quote if quote and quote.span.start <= token.start else None)
        while mention_at < len(mentions) and mentions[mention_at].span.end <= token.start:
            mention_at += 1
        mention = mentions[mention_at] if mention_at < len(mentions) else None
        within.append(mention if mention and mention.span.start < token.end else None)
    lower = tuple(token.text.lower() for token in tokens)
    return Line(sentence, tokens, lower, tuple(inside), tuple(within), quote_before)
