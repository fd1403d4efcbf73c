"""Which files the user's words mean: paths, folders, globs, standard input."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.model import Dropped

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
}
"""Known kinds of file by suffix, each also with ``.gz`` behind it."""

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read. `kind` is html, text, json, jsonl, warc, or unknown (to be sniffed)."""

    path: Path | None
    kind: str
    gzipped: bool

    @property
    def name(self) -> str:
        """The path as given, ``-`` for standard input."""
        return STANDARD_INPUT if self.path is None else written(self.path)

    @property
    def stem(self) -> str:
        """The file name without its known suffixes, ``stdin`` for standard input."""
        return "stdin" if self.path is None else written(bare_name(self.path.name))


def written(path: Path | str) -> str:
    r"""A path as text that can be stored: bytes that are no UTF-8 as ``\udcXX``."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def bare_name(name: str) -> str:
    """`name` without ``.gz`` and without one suffix of `SUFFIXES`."""
    base = name[:-3] if name.lower().endswith(".gz") else name
    known = Path(base).suffix.lower() in SUFFIXES
    return Path(base).stem if known else base


def find_inputs(words: Sequence[str]) -> Iterator[Input | Dropped]:
    """The files that `words` name, each once, folders walked in sorted order.

    Files in folders that are no report by their suffix come as Dropped("unsupported-type"), pipes
    and devices there as Dropped("not-a-file"). Links to folders are not followed, so loops cannot
    arise.

    Raises:
        InputError: a word names nothing; it is raised before anything is given.
    """
    for word in words:
        _check(word)
    seen: set[str] = set()
    for word in words:
        for found in _expand(word):
            key = found.name
            if key not in seen:
                seen.add(key)
                yield found


def _check(word: str) -> None:
    if word == STANDARD_INPUT or Path(word).exists():
        return
    if next(glob.iglob(word, recursive=True), None) is None:  # noqa: PTH207 (may be absolute)
        raise InputError(f"{word}: no such file or folder; check the path")


def _expand(word: str) -> Iterator[Input | Dropped]:
    if word == STANDARD_INPUT:
        yield Input(None, "unknown", gzipped=False)
        return
    path = Path(word)
    if path.is_dir():
        yield from _walk(path)
    elif path.exists():
        yield _classify(path) or Input(path, "unknown", gzipped=False)
    else:
        for match in sorted(glob.iglob(word, recursive=True)):  # noqa: PTH207 (may be absolute)
            if Path(match).is_dir():
                yield from _walk(Path(match))
            else:
                yield _listed(Path(match))


def _walk(folder: Path) -> Iterator[Input | Dropped]:
    for parent, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            yield _listed(Path(parent) / name)


def _listed(path: Path) -> Input | Dropped:
    """What a folder or pattern holds; pipes and devices, which might never end, are left out."""
    if path.exists() and not path.is_file():
        return Dropped(written(path), "not-a-file")
    return _classify(path) or Dropped(written(path), "unsupported-type")


def _classify(path: Path) -> Input | None:
    name = path.name.lower()
    gzipped = name.endswith(".gz")
    kind = SUFFIXES.get(Path(name[:-3] if gzipped else name).suffix)
    return None if kind is None else Input(path, kind, gzipped=gzipped)
