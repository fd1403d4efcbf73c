"""The compiled gazetteer: one file of sorted arrays that is mapped, not read.

Sections, each aligned to 8 bytes: the hashes of all names in ascending order; for each the first
of its postings (one more at the end); the postings, a place's index times two, odd where the name
is an alternate one; the places, records of `_PLACE`; their names.
"""

import hashlib
import json
import mmap
import os
import struct
import tempfile
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.resolve.places.entries import Entry
from dragoman.resolve.places.names import name_key

KINDS = ("country", "region", "district", "city", "area", "water", "site")
_PLACE = struct.Struct("<ffffIIIHB2s8sx")
_MAGIC = b"dragoman places 1\n"
_HEAD = 256


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `country` is ISO 3166-1 alpha-2, "" for none.

    `admin` is the code of its first-level region, `prior` how readily the name alone means it.
    """

    index: int
    number: int
    name: str
    kind: str
    country: str
    admin: str
    lat: float
    lon: float
    population: int
    prior: float


class Store:
    """What a compiled file holds; `data` is its bytes, mapped or in memory."""

    ALTERNATE = 1.0
    """How much less readily an alternate name means a place than its usual one."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        head = json.loads(bytes(data[len(_MAGIC) : _HEAD]).rstrip(b"\0"))
        view = memoryview(data)
        parts = {name: view[start:end] for name, (start, end) in head.items()}
        self._hashes = parts["hashes"].cast("Q")
        self._first = parts["first"].cast("I")
        self._postings = parts["postings"].cast("I")
        self._places = parts["places"]
        self._names = parts["names"]

    def __len__(self) -> int:
        return len(self._places) // _PLACE.size

    def find(self, key: str) -> tuple[Candidate, ...]:
        """The places that have the name, as `name_key` writes it; the likeliest first."""
        wanted = _hash(key)
        at = bisect_left(self._hashes, wanted)
        if at == len(self._hashes) or self._hashes[at] != wanted:
            return ()
        postings = self._postings[self._first[at] : self._first[at + 1]]
        found = [self.place(one >> 1, alternate=bool(one & 1)) for one in postings]
        return tuple(sorted(found, key=lambda place: (-place.prior, place.index)))

    def place(self, index: int, *, alternate: bool = False) -> Candidate:
        """The place with this index, as one of its names has it."""
        packed = _PLACE.unpack_from(self._places, index * _PLACE.size)
        lat, lon, prior, _, number, population, start, length, kind, country, admin = packed
        return Candidate(
            index=index,
            number=number,
            name=bytes(self._names[start : start + length]).decode(),
            kind=KINDS[kind],
            country=country.rstrip(b"\0").decode(),
            admin=admin.rstrip(b"\0").decode(),
            lat=round(lat, 5),
            lon=round(lon, 5),
            population=population,
            prior=prior - (self.ALTERNATE if alternate else 0.0),
        )


def compiled(entries: Iterable[Entry]) -> bytes:
    """The bytes of the file that holds `entries`."""
    places, names = bytearray(), bytearray()
    postings: dict[int, dict[int, int]] = defaultdict(dict)
    for index, entry in enumerate(entries):
        usual = entry.names[0].encode()
        kind = KINDS.index(entry.kind)
        places += _PLACE.pack(
            *(entry.lat, entry.lon, entry.prior, 0.0, entry.number, entry.population),
            *(len(names), len(usual), kind, entry.country.encode(), entry.admin.encode()[:8]),
        )
        names += usual
        for place, name in enumerate(entry.names):
            alternate = int(place > 0 and entry.kind == "city")
            postings[_hash(name_key(name))].setdefault(index, alternate)
    hashes = array("Q", sorted(postings))
    first, flat = array("I", [0]), array("I")
    for one in hashes:
        flat.extend(2 * index + alternate for index, alternate in postings[one].items())
        first.append(len(flat))
    names_of_parts = ("hashes", "first", "postings", "places", "names")
    parts = (hashes.tobytes(), first.tobytes(), flat.tobytes(), bytes(places), bytes(names))
    return _joined(names_of_parts, parts)


def _joined(names: Sequence[str], parts: Sequence[bytes]) -> bytes:
    head: dict[str, tuple[int, int]] = {}
    body = bytearray()
    for name, part in zip(names, parts, strict=True):
        start = _HEAD + len(body)
        head[name] = (start, start + len(part))
        body += part + bytes(-len(part) % 8)
    return (_MAGIC + json.dumps(head).encode()).ljust(_HEAD, b"\0") + bytes(body)


def write(path: Path, data: bytes) -> None:
    """Writes the file aside and puts it in its place at once; OSError where that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(aside).replace(path)
    except OSError:
        Path(aside).unlink(missing_ok=True)
        raise


def opened(path: Path) -> Store | None:
    """The file mapped; None where there is none or it is no whole compiled gazetteer."""
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return Store(data) if data[: len(_MAGIC)] == _MAGIC else None
    except (OSError, ValueError, KeyError):
        return None


def _hash(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")
