"""The corpus files on disk."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from training.corpus_format import CorpusSentence, read_text
from training.errors import CorpusError, Problem

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "training" / "corpus"
SECOND = CORPUS / "second"
"""Sentences that also stand elsewhere in the corpus, marked a second time by somebody else."""


def corpus_files() -> tuple[Path, ...]:
    """All files of the corpus without its second markings, in sorted order."""
    return tuple(path for path in sorted(CORPUS.rglob("*.txt")) if SECOND not in path.parents)


def listed(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files among the paths, and those in the folders among them."""
    return tuple(
        file
        for path in paths
        for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    )


def written_path(path: Path) -> str:
    """How messages and records name a file: inside the repository from its root."""
    absolute = path.resolve()
    return absolute.relative_to(ROOT).as_posix() if ROOT in absolute.parents else str(path)


def sound_sentences(path: Path) -> tuple[CorpusSentence, ...]:
    """The sentences of a file or of all files of a folder; `CorpusError` if any is not sound."""
    sentences, problems = read_files(listed([path]))
    if problems:
        raise CorpusError(problems)
    return sentences


def read_files(
    paths: Iterable[Path],
) -> tuple[tuple[CorpusSentence, ...], tuple[Problem, ...]]:
    """All sentences of the files that could be read, and every breach of the format.

    A section's name may stand in one file only.
    """
    sentences: list[CorpusSentence] = []
    problems: list[Problem] = []
    for path in paths:
        found, faults = _read_file(path)
        sentences += found
        problems += faults
    return tuple(sentences), (*problems, *_repeated_names(sentences))


def _read_file(path: Path) -> tuple[tuple[CorpusSentence, ...], tuple[Problem, ...]]:
    try:
        return read_text(path.read_text(encoding="utf-8"), written_path(path))
    except (OSError, UnicodeDecodeError) as error:
        return (), (Problem(written_path(path), 0, f"cannot be read: {error}"),)


def _repeated_names(sentences: Sequence[CorpusSentence]) -> tuple[Problem, ...]:
    first: dict[str, str] = {}
    problems = {
        Problem(sentence.path, 0, f"the name {sentence.name!r} also stands in {home}")
        for sentence in sentences
        if (home := first.setdefault(sentence.name, sentence.path)) != sentence.path
    }
    return tuple(sorted(problems))
