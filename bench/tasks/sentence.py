"""Sentences to whole events by the reader coder, for ``score_events_e2e.py``."""

from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path

from bench.categories import category_2021
from bench.coded import CodedText, code_texts
from bench.records import Record, read_records
from dragoman.codebook import load_plover
from dragoman.flow.settings import Settings
from dragoman.model import Event, Participant
from dragoman.resolve import System, load_knowledge_base, translate


def predict(data: Path) -> Iterator[Record]:
    """Every actor with every recipient; where all sides do the same, both ways."""
    for text in code_texts(read_records(data), Settings(coder="reader")):
        events = text.coded.events if text.coded else ()
        pairs = [pair for event in events for pair in _pairs(text, event)]
        yield {"id": text.record["id"], "events": pairs}


def _pairs(text: CodedText, event: Event) -> Iterator[Record]:
    for source, target in dict.fromkeys(_sides(event)):
        yield {
            "source": _actor(text, source, event),
            "target": _actor(text, target, event),
            "root": category_2021(event.event, event.cameo),
        }


def _sides(event: Event) -> Iterator[tuple[Participant | None, Participant | None]]:
    """Who does it to whom, one by one; actors without a recipient do a mutual deed together."""
    if not event.recipients and len(event.actors) > 1 and _is_mutual(event):
        yield from permutations(event.actors, 2)
        return
    for actor, recipient in product(event.actors or (None,), event.recipients or (None,)):
        yield actor, recipient
        if actor and recipient and _is_mutual(event):
            yield recipient, actor


def _is_mutual(event: Event) -> bool:
    return load_plover().event(event.event).is_mutual(event.modes)


def _actor(text: CodedText, side: Participant | None, event: Event) -> Record | None:
    """The words with their place, and the actor's code and sector joined as CAMEO joins them."""
    if side is None:
        return None
    place = text.outside(side.span)
    start, end = place or (None, None)
    day = event.time.latest
    code = translate(load_knowledge_base(), side.code, System.CAMEO, day) or side.code
    return {"text": side.text, "start": start, "end": end, "code": code + side.sector}
