"""Word sequences that the corpus shares with other texts, to show that nothing was copied."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from dragoman.marked import CorpusSentence
from training.corpus_checks.words import sequences, words

LENGTH = 8
"""Words in a row that count as copied."""

SUFFIXES = frozenset({".jsonl", ".json", ".txt", ".tsv", ".csv"})


@dataclass(frozen=True, slots=True)
class SharedSequence:
    """Words of a sentence that also stand in a file."""

    sentence: CorpusSentence
    path: Path
    words: str


def shared_sequences(
    sentences: Sequence[CorpusSentence], folder: Path
) -> tuple[SharedSequence, ...]:
    """Sequences of `LENGTH` words that occur in a sentence and in a file under `folder`."""
    owners: dict[tuple[str, ...], list[CorpusSentence]] = defaultdict(list)
    for sentence in sentences:
        for sequence in sequences(words(sentence.text), LENGTH):
            owners[sequence].append(sentence)
    return tuple(
        SharedSequence(sentence, path, " ".join(sequence))
        for path in _files(folder)
        for sequence in sorted(_common(path, owners.keys()))
        for sentence in owners[sequence]
    )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())


def _common(path: Path, wanted: AbstractSet[tuple[str, ...]]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for text in _texts(path):
        found |= sequences(words(text), LENGTH) & wanted
    return found


def _texts(path: Path) -> Iterator[str]:
    """The running text of a file: of JSON all its strings, one record after the other."""
    content = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".jsonl":
        for line in content.splitlines():
            yield " ".join(_strings(line))
    elif path.suffix == ".json":
        yield " ".join(_strings(content))
    else:
        yield content


def _strings(content: str) -> Iterator[str]:
    """The strings of a JSON value in their order; what is no JSON is one string."""
    try:
        waiting = [json.loads(content)]
    except json.JSONDecodeError:
        yield content
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += reversed(value.values())
        elif isinstance(value, list):
            waiting += reversed(value)
