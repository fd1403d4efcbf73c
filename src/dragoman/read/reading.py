"""Puts a reading together: everything that is found in one document."""

from dragoman.model import Document, Reading
from dragoman.read.attribution import find_attributions
from dragoman.read.coreference import link
from dragoman.read.mentions import MentionFinder
from dragoman.read.sentences import find_sentences
from dragoman.read.times import find_times

READER = "reading-1"
"""The version of the reading rules."""


def read_document(document: Document, finder: MentionFinder) -> Reading:
    """Sentences, mentions with their chains, times and attributions of `document`."""
    sentences = find_sentences(document)
    mentions = link(document, sentences, finder.find(document, sentences))
    return Reading(
        document=document,
        sentences=sentences,
        mentions=mentions,
        times=find_times(document, sentences),
        attributions=find_attributions(document, sentences, mentions),
        reader=READER,
    )
