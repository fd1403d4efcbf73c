"""PLOVER 2.0 as it ships, and codebooks that users bring."""

import hashlib
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dragoman.codebook.consistency import inconsistencies
from dragoman.codebook.parse import parse_codebook
from dragoman.codebook.reader import Problem
from dragoman.codebook.records import Codebook, PloverQuadScheme
from dragoman.codebook.tables import data_bytes
from dragoman.errors import CodebookError, DataError

_PLOVER_FILE = "plover.toml"
_PLOVER_ID = "plover-2.0"


@cache
def load_plover() -> Codebook:
    """PLOVER 2.0; `DataError` where its file is damaged."""
    codebook, problems = read_codebook(data_bytes(_PLOVER_FILE), _PLOVER_FILE)
    if codebook is None or problems:
        raise DataError("\n".join(map(str, problems)))
    return codebook


def load_codebook(path: Path | str) -> Codebook:
    """The codebook in a user's TOML file; `CodebookError` lists all that is wrong with it."""
    codebook, problems = _read(Path(path))
    if codebook is None or problems:
        raise CodebookError("\n".join(map(str, problems)))
    return codebook


def check(path: Path | str) -> tuple[Problem, ...]:
    """All that is wrong with a user's codebook file; empty if nothing is."""
    return tuple(_read(Path(path))[1])


def read_codebook(data: bytes, file: str) -> tuple[Codebook | None, list[Problem]]:
    """The codebook in the bytes of a TOML file called `file`, and what is wrong with it.

    None where the bytes are no TOML at all. With problems, the codebook must not be used.
    """
    try:
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, [Problem(file, "", "", f"is not UTF-8: {error.reason} at byte {error.start}")]
    except tomllib.TOMLDecodeError as error:
        return None, [Problem(file, "", "", f"is not TOML: {error}")]
    extends = raw.get("extends")
    base = None if extends is None else load_plover()
    sha = hashlib.sha256((base.digest if base else "").encode("ascii") + data)
    codebook, problems = parse_codebook(raw, file, sha.hexdigest(), base)
    if extends not in (None, _PLOVER_ID):
        cause = f"{extends!r} is no codebook of this package; known: {_PLOVER_ID}"
        problems.insert(0, Problem(file, "", "extends", cause))
    problems.extend(inconsistencies(codebook, file))
    return codebook, list(dict.fromkeys(problems))


def score(event: str, modes: Iterable[str] = ()) -> float:
    """`Codebook.score` of PLOVER 2.0."""
    return load_plover().score(event, modes)


def quad(event: str, scheme: PloverQuadScheme = "plover") -> int:
    """`Codebook.quad` of PLOVER 2.0."""
    return load_plover().quad(event, scheme)


def _read(path: Path) -> tuple[Codebook | None, list[Problem]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem(str(path), "", "", f"cannot be read: {error.strerror or error}")]
    return read_codebook(data, str(path))
