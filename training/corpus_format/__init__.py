"""The plain-text format of the corpus: its records, how it is read and how it is written."""

from training.corpus_format.marks import parse_marks, render_marks
from training.corpus_format.parse import parse, read_text
from training.corpus_format.records import (
    BLOCKS,
    MENTION_LETTERS,
    ClaimLine,
    CorpusSentence,
    EventLine,
    Mark,
)
from training.corpus_format.values import Actor, Count, read_actor, read_count, read_time

__all__ = [
    "BLOCKS",
    "MENTION_LETTERS",
    "Actor",
    "ClaimLine",
    "CorpusSentence",
    "Count",
    "EventLine",
    "Mark",
    "parse",
    "parse_marks",
    "read_actor",
    "read_count",
    "read_text",
    "read_time",
    "render_marks",
]
