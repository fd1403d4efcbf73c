"""Finds the mentions of a document."""

from collections.abc import Iterable, Sequence

from dragoman.model import Document, Mention, Name, Sentence
from dragoman.read.mentions.drafts import Draft, finish
from dragoman.read.mentions.grammar import mentions_in
from dragoman.read.mentions.names import NameIndex
from dragoman.read.mentions.phrases import Line
from dragoman.read.mentions.repeats import repeats
from dragoman.read.mentions.units import cut
from dragoman.read.mentions.words import read_words


class MentionFinder:
    """Finds states, organisations, persons, groups and places, by `names` and by their form.

    Build it once: the names are put into a trie. Which order they come in makes no difference.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._index = NameIndex(names)

    def find(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        """The mentions of `document`, in text order, none overlapping another.

        Names that the report introduces in full (a person, an organisation with its acronym in
        brackets) are found again by surname and acronym.
        """
        lines: list[Line] = []
        for sentence in sentences:
            words = read_words(document.text, sentence.span.start, sentence.span.end)
            lines.append(Line(words, cut(words, self._index)))
        drafts = [mentions_in(line) for line in lines]
        for found, again in zip(drafts, repeats(lines, drafts), strict=True):
            found.extend(again)
            found.sort(key=_position)
        return tuple(
            finish(draft, line.words, sentence, document)
            for sentence, line, found in zip(sentences, lines, drafts, strict=True)
            for draft in found
        )


def _position(draft: Draft) -> int:
    return draft.first
