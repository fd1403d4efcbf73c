"""Weights as files: a folder with an encoder, heads, a tokenizer and a card that names them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import WeightsError

CARD = "weights.json"
SHIPPED = "base"


@dataclass(frozen=True)
class Weights:
    """A named, versioned set of files; `classes` are the heads' classes by head."""

    folder: Path
    name: str
    version: str
    classes: Mapping[str, tuple[str, ...]]
    digests: Mapping[str, str]

    @cached_property
    def digest(self) -> str:
        """One sha256 over the digests of all files: what tells these weights from others."""
        told = "".join(f"{name} {digest}\n" for name, digest in sorted(self.digests.items()))
        return hashlib.sha256(told.encode()).hexdigest()

    def checked(self, name: str) -> bytes:
        """The bytes of a file, verified.

        Raises `WeightsError` where it is missing or its sha256 is not the card's.
        """
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            raise WeightsError(f"{self.folder / name}: cannot be read: {error}") from error
        found = hashlib.sha256(data).hexdigest()
        if found != self.digests.get(name):
            raise WeightsError(
                f"{self.folder / name}: sha256 is {found}, not as {CARD} says; "
                "install dragoman again or rebuild the weights with `make train`"
            )
        return data


def find_weights(folder: Path | None = None) -> Weights:
    """The weights in `folder`, by default those that are shipped.

    Raises `WeightsError` where there are none.
    """
    place = folder or Path(str(files("dragoman.engine").joinpath("weights_data", SHIPPED)))
    try:
        card: dict[str, Any] = json.loads((place / CARD).read_text("utf-8"))
        return Weights(
            place,
            card["name"],
            card["version"],
            {name: tuple(classes) for name, classes in card["classes"].items()},
            card["sha256"],
        )
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(f"{place / CARD}: no weights there: {error}") from error
