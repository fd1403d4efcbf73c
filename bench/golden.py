"""The sample reports against their golden files: metadata, rights, events."""

import json
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.records import Record
from dragoman.flow.run import code
from dragoman.flow.settings import Settings
from dragoman.model import BlockKind, Coded, Document, Done, Event, Participant

EXAMPLES = Path(__file__).parents[1] / "examples"
USES = ("mining", "ai_training", "search", "storage")

Key = tuple[object, ...]

LEVELS = {
    "actors": 2,
    "actors+recipients": 3,
    "actors+recipients+status": 4,
    "actors+recipients+status+date": 5,
}
"""How much of an event's key (type, actors, recipients, status, days) has to be right."""


def measure(examples: Path = EXAMPLES) -> dict[str, Any]:
    """Codes the sample and compares it with the golden files."""
    outcomes = code([str(examples / "reports")], Settings())
    coded = {one.value.document.name: one.value for one in outcomes if isinstance(one, Done)}
    paths = sorted((examples / "golden").glob("*.json"))
    return compare([json.loads(path.read_text(encoding="utf-8")) for path in paths], coded)


def compare(golden: Sequence[Record], coded: Mapping[str, Coded]) -> dict[str, Any]:
    """Shares of documents with each field right; precision, recall and F1 of the events."""
    documents = {name: one.document for name, one in coded.items()}
    pairs = [(record, documents.get(record["name"])) for record in golden]
    expected = [(gold["name"], *_gold_key(event)) for gold in golden for event in gold["events"]]
    names = {record["name"] for record in golden}
    found = [
        (name, *event_key(event))
        for name, one in coded.items()
        if name in names
        for event in one.events
    ]
    return {
        "documents": len(golden),
        "coded": sum(document is not None for _, document in pairs),
        "metadata": _shares([metadata_verdicts(*pair) for pair in pairs]),
        "rights": _shares([_rights_verdicts(*pair) for pair in pairs]),
        "events": {
            **{name: agreement(_cut(expected, n), _cut(found, n)) for name, n in LEVELS.items()},
            "actors+status": agreement(_without_recipients(expected), _without_recipients(found)),
        },
        "not_events": _silence(golden, coded),
    }


def agreement(expected: Iterable[Key], found: Iterable[Key]) -> dict[str, float]:
    """Precision, recall and F1 of equal keys, each matched once."""
    wanted, given = Counter(expected), Counter(found)
    right = (wanted & given).total()
    precision = right / given.total() if given else 0.0
    recall = right / wanted.total() if wanted else 0.0
    both = precision + recall
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / both if both else 0.0,
        "right": right,
        "found": given.total(),
        "expected": wanted.total(),
    }


def event_key(event: Event) -> Key:
    """Type, codes of the actors and of the recipients, status, and the interval of days."""
    days = (str(event.time.earliest), str(event.time.latest))
    return (event.event, _codes(event.actors), _codes(event.recipients), str(event.status), days)


def _gold_key(event: Record) -> Key:
    actors, recipients = frozenset(event["actor"]), frozenset(event["recipient"])
    return (event["event"], actors, recipients, event["status"], days_of(event["date"]))


def days_of(date: str) -> tuple[str, str]:
    """First and last day of an ISO day, month, year or ``A/B``."""
    first, _, last = date.partition("/")
    last = last or first
    if len(last) == len("2024"):
        last = f"{last}-12"
    if len(last) == len("2024-02"):
        year, month = map(int, last.split("-"))
        last = f"{last}-{monthrange(year, month)[1]}"
    return f"{first}-01-01"[:10], last


def metadata_verdicts(gold: Record, document: Document | None) -> dict[str, bool]:
    """Which fields of the metadata are exactly as the golden file has them."""
    names = ("title", "publisher", "published", "captions", "credits", "section")
    if document is None:
        return dict.fromkeys(names, False)
    captions = [block.span.of(document.text) for block in document.blocks_of(BlockKind.CAPTION)]
    values = {
        "title": document.title and document.title.value,
        "publisher": document.publisher and document.publisher.value,
        "published": document.published.value,
        "captions": captions,
        "credits": [credit.value for credit in document.credits],
        "section": document.section and document.section.value,
    }
    return {name: values[name] == gold[name] for name in names if name in gold}


def _rights_verdicts(gold: Record, document: Document | None) -> dict[str, bool]:
    if document is None:
        return dict.fromkeys(USES, False)
    return {use: str(getattr(document.rights, use)) == gold["rights"][use] for use in USES}


def _shares(verdicts: Sequence[Mapping[str, bool]]) -> dict[str, float]:
    names = dict.fromkeys(name for verdict in verdicts for name in verdict)
    by_name = {name: [v[name] for v in verdicts if name in v] for name in names}
    shares = {name: sum(found) / len(found) for name, found in by_name.items()}
    return {**shares, "all": sum(all(verdict.values()) for verdict in verdicts) / len(verdicts)}


def _codes(side: tuple[Participant, ...]) -> frozenset[str]:
    return frozenset(one.code for one in side if one.code)


def _cut(keys: Iterable[Key], parts: int) -> list[Key]:
    """Keys of the document's name and the first `parts` parts."""
    return [key[: parts + 1] for key in keys]


def _without_recipients(keys: Iterable[Key]) -> list[Key]:
    return [(*key[:3], key[4]) for key in keys]


def _silence(golden: Sequence[Record], coded: Mapping[str, Coded]) -> dict[str, float]:
    """Of the words that must not give an event, the share in which no trigger stands."""
    total = silent = 0
    for gold in golden:
        one = coded.get(gold["name"])
        for phrase in gold["not_events"]:
            total += 1
            silent += one is None or not _has_trigger(one, phrase)
    return {"share": silent / total if total else 1.0, "silent": silent, "of": total}


def _has_trigger(coded: Coded, phrase: str) -> bool:
    pattern = r"\s+".join(map(re.escape, phrase.split()))
    triggers = [span for mention in coded.mentions for span in (mention.trigger, *mention.repeats)]
    return any(
        found.start() <= span.start and span.end <= found.end()
        for found in re.finditer(pattern, coded.document.text)
        for span in triggers
    )
