"""Files of marked sentences on disk."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dragoman.codebook import Codebook
from dragoman.errors import MarkedTextError, Problem
from dragoman.marked.parse import read_text
from dragoman.marked.records import CorpusSentence


def listed(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files among the paths, and the text files in the folders among them."""
    return tuple(
        file
        for path in paths
        for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    )


def sound_sentences(
    paths: Iterable[Path],
    named: Callable[[Path], str] = str,
    codebook: Codebook | None = None,
) -> tuple[CorpusSentence, ...]:
    """The sentences of files and folders; `MarkedTextError` if any file is not sound.

    Event types are those of `codebook`, PLOVER's if none is given.
    """
    sentences, problems = read_files(listed(paths), named, codebook)
    if problems:
        raise MarkedTextError(problems)
    return sentences


def read_files(
    paths: Iterable[Path],
    named: Callable[[Path], str] = str,
    codebook: Codebook | None = None,
) -> tuple[tuple[CorpusSentence, ...], tuple[Problem, ...]]:
    """All sentences of the files that could be read, and every breach of the format.

    A section's name may stand in one file only. `named` says how records and messages call a file.
    """
    sentences: list[CorpusSentence] = []
    problems: list[Problem] = []
    for path in paths:
        found, faults = _read_file(path, named(path), codebook)
        sentences += found
        problems += faults
    return tuple(sentences), (*problems, *_repeated_names(sentences))


def _read_file(
    path: Path, name: str, codebook: Codebook | None
) -> tuple[tuple[CorpusSentence, ...], tuple[Problem, ...]]:
    try:
        return read_text(path.read_text(encoding="utf-8"), name, codebook)
    except (OSError, UnicodeDecodeError) as error:
        return (), (Problem(name, 0, f"cannot be read: {error}"),)


def _repeated_names(sentences: Sequence[CorpusSentence]) -> tuple[Problem, ...]:
    first: dict[str, str] = {}
    problems = {
        Problem(sentence.path, 0, f"the name {sentence.name!r} also stands in {home}")
        for sentence in sentences
        if (home := first.setdefault(sentence.name, sentence.path)) != sentence.path
    }
    return tuple(sorted(problems))
