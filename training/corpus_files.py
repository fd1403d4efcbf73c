"""The corpus files on disk."""

from collections.abc import Iterable
from pathlib import Path

from dragoman import marked
from dragoman.errors import Problem
from dragoman.marked import CorpusSentence

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "training" / "corpus"
SECOND = CORPUS / "second"
"""Sentences that also stand elsewhere in the corpus, marked a second time by somebody else."""


def corpus_files() -> tuple[Path, ...]:
    """All files of the corpus without its second markings, in sorted order."""
    return tuple(path for path in sorted(CORPUS.rglob("*.txt")) if SECOND not in path.parents)


def written_path(path: Path) -> str:
    """How messages and records name a file: inside the repository from its root."""
    absolute = path.resolve()
    return absolute.relative_to(ROOT).as_posix() if ROOT in absolute.parents else str(path)


def sound_sentences(path: Path) -> tuple[CorpusSentence, ...]:
    """The sentences of a file or all files of a folder; `MarkedTextError` if any is not sound."""
    return marked.sound_sentences([path], written_path)


def read_files(
    paths: Iterable[Path],
) -> tuple[tuple[CorpusSentence, ...], tuple[Problem, ...]]:
    """All sentences of the files that could be read, and every breach of the format."""
    return marked.read_files(paths, written_path)
