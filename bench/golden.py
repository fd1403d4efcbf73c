"""``python -m bench golden``: the sample against its golden files: metadata, rights, events."""

import argparse
import json
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations, product
from pathlib import Path
from typing import Any

from bench.records import Record
from dragoman.flow.run import code
from dragoman.flow.settings import CODERS, Settings
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


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; with ``--misses`` every event that is missing or too many."""
    parser = argparse.ArgumentParser(prog="python -m bench golden", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list them, document by document")
    parser.add_argument("--level", choices=LEVELS, default="actors+recipients+status+date")
    parser.add_argument("--coder", choices=CODERS, default="rules")
    options = parser.parse_args(arguments)
    golden, coded = read_golden(), code_sample(options.coder)
    if options.misses:
        for line in misses(golden, coded, LEVELS[options.level]):
            print(line)
    print(json.dumps(compare(golden, coded), indent=1))
    return 0


def measure(coder: str = "rules") -> dict[str, Any]:
    """Codes the sample and compares it with the golden files."""
    return compare(read_golden(), code_sample(coder))


def read_golden() -> list[Record]:
    """The golden files in the order of their names."""
    paths = sorted((EXAMPLES / "golden").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def code_sample(coder: str = "rules") -> dict[str, Coded]:
    """The sample reports as the product codes them, by name."""
    outcomes = code([str(EXAMPLES / "reports")], Settings(coder=coder))
    return {one.value.document.name: one.value for one in outcomes if isinstance(one, Done)}


def compare(golden: Sequence[Record], coded: Mapping[str, Coded]) -> dict[str, Any]:
    """Shares of documents with each field right; precision, recall and F1 of the events."""
    documents = {name: one.document for name, one in coded.items()}
    pairs = [(record, documents.get(record["name"])) for record in golden]
    expected, found = _keys(golden, coded)
    return {
        "documents": len(golden),
        "coded": sum(document is not None for _, document in pairs),
        "metadata": _shares([metadata_verdicts(*pair) for pair in pairs]),
        "rights": _shares([_rights_verdicts(*pair) for pair in pairs]),
        "events": {
            **{name: agreement(_cut(expected, n), _cut(found, n)) for name, n in LEVELS.items()},
            "actors+status": agreement(_without_recipients(expected), _without_recipients(found)),
            "dyads": agreement(_dyads(expected), _dyads(found)),
        },
        "not_events": _silence(golden, coded),
    }


def misses(golden: Sequence[Record], coded: Mapping[str, Coded], parts: int) -> Iterator[str]:
    """A line for each key that is only in the golden files ("-") or only coded ("+")."""
    expected, found = (Counter(_cut(keys, parts)) for keys in _keys(golden, coded))
    marked = [("-", key) for key in (expected - found).elements()]
    marked += [("+", key) for key in (found - expected).elements()]
    for mark, key in sorted(marked, key=lambda pair: (str(pair[1][0]), str(pair[1][1]))):
        words = ["|".join(sorted(part)) if isinstance(part, frozenset) else part for part in key]
        yield f"{mark} {' '.join(map(str, words))}"


def _keys(golden: Sequence[Record], coded: Mapping[str, Coded]) -> tuple[list[Key], list[Key]]:
    """The events of the golden files and those coded of the same documents."""
    expected = [(gold["name"], *_gold_key(event)) for gold in golden for event in gold["events"]]
    names = [gold["name"] for gold in golden if gold["name"] in coded]
    found = [(name, *event_key(event)) for name in names for event in coded[name].events]
    return expected, found


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


def _dyads(keys: Iterable[tuple[Any, ...]]) -> set[Key]:
    """Who did what to whom, one by one and once a document; without recipients, to each other."""
    return {
        (name, event, one, other)
        for name, event, actors, recipients, *_ in keys
        for one, other in (product(actors, recipients) if recipients else permutations(actors, 2))
    }


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
