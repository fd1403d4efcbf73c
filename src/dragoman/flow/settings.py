"""What a run is set to; settings with the same digest give the same records."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dragoman import __version__
from dragoman.acquire import AcquireOptions
from dragoman.model import Basis, digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How inputs are read and coded. `workers` and the batch size change the speed only.

    `codebook` is a custom codebook file, `actors` are folders with further tables of actors.
    """

    acquire: AcquireOptions = field(default_factory=AcquireOptions)
    basis: Basis | None = None
    codebook: Path | None = None
    actors: tuple[Path, ...] = ()
    workers: int = 1
    batch: int = 32

    def digest(self) -> str:
        """A digest of all that bears on the records: the coder's version, options, user files."""
        files = [self.codebook] if self.codebook else []
        files += [file for folder in self.actors for file in sorted(folder.glob("*.csv"))]
        content = {
            "version": __version__,
            "acquire": asdict(self.acquire),
            "basis": self.basis,
            "files": [digest(file.read_bytes()) for file in files],
        }
        return digest(json.dumps(content, sort_keys=True).encode())[:16]
