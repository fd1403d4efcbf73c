"""Sentences as a corpus file would give them, for the tests of what is done with them."""

from dragoman.marked import CorpusSentence, parse

HEAD = "== sentences made-up\ndate: 2027-03-14\nregister: agency\n\n"


def corpus_sentences(body: str, path: str = "a.txt") -> tuple[CorpusSentence, ...]:
    """The sentences of a section whose date and register do not matter."""
    return parse(HEAD + body, path)
