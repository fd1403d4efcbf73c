"""`geo`: toponyms in raw text and where they lie. What the data say of outlets is not used."""

from collections.abc import Iterator
from pathlib import Path

from bench.records import Record, read_records
from dragoman.resolve.places import Toponym, find_places, open_gazetteer
from dragoman.resolve.places.entries import country_codes


def predict(data: Path) -> Iterator[Record]:
    """The toponyms of each document; countries have their reference point, as the gold has."""
    gazetteer = open_gazetteer()
    short = {code: iso2 for iso2, code in country_codes().items()}
    for record in read_records(data):
        found = find_places(record["text"], gazetteer)
        yield {"id": record["id"], "toponyms": [_toponym(one, short) for one in found]}


def _toponym(one: Toponym, short: dict[str, str]) -> Record:
    place = one.place
    number = place.id.removeprefix("geonames:") if place else ""
    return {
        "start": one.span.start,
        "end": one.span.end,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": int(number) if number.isdigit() else None,
        "country": short.get(place.country_code) if place else None,
    }
