"""Sentences marked in plain text, as our corpus is: the records, how they are read and written."""

from dragoman.marked.files import listed, read_files, sound_sentences
from dragoman.marked.marks import parse_marks, render_marks
from dragoman.marked.parse import parse, read_text
from dragoman.marked.records import (
    BLOCKS,
    MENTION_LETTERS,
    ClaimLine,
    CorpusSentence,
    EventLine,
    Mark,
)
from dragoman.marked.values import Actor, Count, read_actor, read_count, read_time

__all__ = [
    "BLOCKS",
    "MENTION_LETTERS",
    "Actor",
    "ClaimLine",
    "CorpusSentence",
    "Count",
    "EventLine",
    "Mark",
    "listed",
    "parse",
    "parse_marks",
    "read_actor",
    "read_count",
    "read_files",
    "read_text",
    "read_time",
    "render_marks",
    "sound_sentences",
]
