"""What a run is set to; settings with the same digest give the same records."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman import __version__
from dragoman.acquire import AcquireOptions
from dragoman.model import Basis, digest
from dragoman.resolve.kb.tables import table_files

DATA = (".csv", ".toml", ".txt")
"""How the names of the package's tables, lexica and word lists end."""


CODERS = ("rules", "reader")
"""Rules alone, or the network with the rules beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How inputs are read and coded. `workers` and the batch size change the speed only.

    `codebook` is a custom codebook file, `actors` are files or folders with further tables of
    actors; `coder` is one of `CODERS`.
    """

    acquire: AcquireOptions = field(default_factory=AcquireOptions)
    basis: Basis | None = None
    codebook: Path | None = None
    actors: tuple[Path, ...] = ()
    coder: str = "rules"
    workers: int = 1
    batch: int = 32

    def digest(self) -> str:
        """A digest of all that bears on the records.

        That is the coder's version, the tables it ships with, the options and the user's files.
        """
        files = [self.codebook] if self.codebook else []
        if self.codebook and self.coder == "reader" and head_file(self.codebook).exists():
            files.append(head_file(self.codebook))
        files += [file for path in self.actors for file in table_files(path)]
        content = {
            "version": __version__,
            "shipped": _shipped(),
            "acquire": asdict(self.acquire),
            "basis": self.basis,
            "coder": self.coder,
            "weights": _weights() if self.coder == "reader" else "",
            "files": [digest(file.read_bytes()) for file in files],
        }
        return digest(json.dumps(content, sort_keys=True).encode())[:16]


def head_file(codebook: Path) -> Path:
    """Where the head of a codebook's own types stands: ``water.toml``, ``water.head.json``."""
    return codebook.with_suffix(".head.json")


def data_digest(folder: Traversable) -> str:
    """A digest of the names and contents of all data files under `folder`."""
    found = [f"{name}:{digest(file.read_bytes())}" for name, file in _data_files(folder, "")]
    return digest("\n".join(found).encode())


def _data_files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _data_files(entry, name)
        elif entry.name.endswith(DATA):
            yield name, entry


@cache
def _weights() -> str:
    from dragoman.engine import find_weights

    return find_weights().digest


@cache
def _shipped() -> str:
    return data_digest(files("dragoman"))
