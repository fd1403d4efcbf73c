"""Sentences without what is marked in them, for somebody who marks them a second time."""

from collections.abc import Iterator, Sequence

from dragoman.marked import CorpusSentence, render_marks


def bare(sentences: Sequence[CorpusSentence]) -> str:
    """A corpus file of the same sections and sentences, with no mark and no annotation line."""
    return "\n".join(_lines(sentences)) + "\n"


def _lines(sentences: Sequence[CorpusSentence]) -> Iterator[str]:
    section = None
    for sentence in sentences:
        if section != (sentence.path, sentence.name):
            yield from ([""] if section else [])
            section = (sentence.path, sentence.name)
            yield from _head(sentence)
        plain = sentence.block is None or sentence.block == "body"
        text = render_marks(sentence.text, ())
        yield text if plain else f"{sentence.block}| {text}"
        yield ""


def _head(sentence: CorpusSentence) -> Iterator[str]:
    yield f"== {'report' if sentence.report else 'sentences'} {sentence.name}"
    yield f"date: {sentence.date}"
    yield from ([f"outlet: {sentence.outlet}"] if sentence.outlet else [])
    yield from ([f"register: {sentence.register}"] if sentence.register else [])
    yield ""
