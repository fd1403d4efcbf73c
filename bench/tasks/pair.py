"""Marked pairs of actors to an event type by the reader coder, for ``score_events_pair.py``."""

from collections.abc import Iterator
from pathlib import Path

from bench.categories import category_2021
from bench.coded import CodedText, code_texts
from bench.records import Record, read_records
from dragoman.codebook import load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.coding.reader import ReaderCoder
from dragoman.engine import find_weights, open_network
from dragoman.model import Span


def predict(data: Path) -> Iterator[Record]:
    """What the source does to the target; null where the rules see no event at all."""
    rules = RulesCoder(load_plover(), load_lexicon())
    coder = ReaderCoder(rules, open_network(find_weights()))
    for text in code_texts(read_records(data)):
        yield {"id": text.record["id"], "root": _root(coder, text)}


def _root(coder: ReaderCoder, text: CodedText) -> str | None:
    source, target = _marked(text, "source"), _marked(text, "target")
    either = source or target
    if text.coded is None or either is None:
        return None
    event = coder.classify_pair(text.coded.reading, source or either, target or either)
    return category_2021(event.event, event.cameo) if event else None


def _marked(text: CodedText, side: str) -> Span | None:
    """None where the benchmark has a filler ("a recipient") in place of words of the sentence."""
    mark = text.record[side]
    return None if mark["start"] is None else text.inside(mark["start"], mark["end"])
