"""Which of the places of a name is meant: by what contains it, what stands beside it, and size."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.resolve.places.finder import Found, contains, grouped
from dragoman.resolve.places.store import Candidate

_Key = TypeVar("_Key", str, tuple[str, str])

COUNTRY = 2.0
"""The most that a report's being about a country speaks for a place in it."""

REGION = 3.0
"""The most that a report's being about a region speaks for a place in it."""

NEAR = 2.2
"""The most that other places nearby speak for a place."""

WITHIN = 100.0
"""A container in the text ("Paris, Texas") decides."""

_MOST = 40
"""No more than so many places of one name are weighed, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a name was taken for, with a score in 0..1, the reason and who lost."""

    place: Candidate
    score: float
    rule: str
    others: tuple[Candidate, ...]


def choose(found: Sequence[Found], home: Sequence[Candidate] = ()) -> Mapping[str, Choice]:
    """The place of each name of a report; one name means one place throughout.

    `home` are places that the report's outlet belongs to: its state, region or town.
    """
    groups = grouped([one for one in found if one.candidates])
    nearby = _nearby(groups)
    chosen: dict[str, Choice] = {}
    for _ in range(2):
        countries, regions = _context(groups, chosen, home)
        chosen = {
            key: _best(group, _Context(countries, regions, nearby)) for key, group in groups.items()
        }
    return chosen


@dataclass(frozen=True, slots=True)
class _Context:
    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], float]
    nearby: Mapping[int, float]


def _context(
    groups: Mapping[str, Sequence[Found]], chosen: Mapping[str, Choice], home: Sequence[Candidate]
) -> tuple[Mapping[str, float], Mapping[tuple[str, str], float]]:
    """How much a report is about each country and region, from 0 to 1."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[tuple[str, str], float] = defaultdict(float)
    for key, group in groups.items():
        for one in group:
            known = chosen.get(key)
            place = known.place if known else one.candidates[0]
            sure = 1.0 if len(one.candidates) == 1 or one.within else 0.4
            sure = 1.0 if place.kind in {"country", "region"} else sure
            countries[place.country] += sure
            if place.kind != "country" and place.admin:
                regions[place.country, place.admin] += sure
            if one.within is not None and one.within.admin:
                regions[one.within.country, one.within.admin] += 1
    for place in home:
        countries[place.country] += 3
        if place.admin:
            regions[place.country, place.admin] += 2
    countries.pop("", None)
    return _shares(countries), _shares(regions)


def _shares(counts: Mapping[_Key, float]) -> Mapping[_Key, float]:
    total = sum(counts.values())
    return {key: min(1.0, 1.5 * count / total) for key, count in counts.items()} if total else {}


def _best(group: Sequence[Found], context: _Context) -> Choice:
    containers = [one.within for one in group if one.within is not None]
    weighed = sorted(
        ((_weight(place, containers, context), -at, place) for at, place in _places(group)),
        key=lambda item: item[:2],
        reverse=True,
    )
    best = weighed[0]
    margin = best[0] - weighed[1][0] if len(weighed) > 1 else 3.0
    place = best[2]
    return Choice(
        place=place,
        score=round(1 / (1 + math.exp(-margin)), 2),
        rule=_rule(place, containers, context, alone=len(weighed) == 1),
        others=tuple(item[2] for item in weighed[1:4]),
    )


def _places(group: Sequence[Found]) -> Sequence[tuple[int, Candidate]]:
    return tuple(enumerate(group[0].candidates[:_MOST]))


def _weight(place: Candidate, containers: Sequence[Candidate], context: _Context) -> float:
    weight = place.prior
    weight += COUNTRY * context.countries.get(place.country, 0.0)
    if place.kind in {"city", "district"}:
        weight += REGION * context.regions.get((place.country, place.admin), 0.0)
    weight += context.nearby.get(place.index, 0.0)
    if any(contains(unit, place) for unit in containers):
        weight += WITHIN
    return weight


def _rule(
    place: Candidate, containers: Sequence[Candidate], context: _Context, *, alone: bool
) -> str:
    unit = next((one for one in containers if contains(one, place)), None)
    if unit is not None:
        return f"the text puts it in {unit.name}"
    if alone:
        return "the only place of that name"
    parts = [f"prior {place.prior:.1f}"]
    if context.countries.get(place.country, 0) > 0:
        parts.append(
            f"the report is about {place.country} ({context.countries[place.country]:.2f})"
        )
    if context.regions.get((place.country, place.admin), 0) > 0 and place.admin:
        share = context.regions[place.country, place.admin]
        parts.append(f"about its region {place.admin} ({share:.2f})")
    if context.nearby.get(place.index, 0) > 0:
        parts.append("other places nearby")
    return "; ".join(parts)


def _nearby(groups: Mapping[str, Sequence[Found]]) -> Mapping[int, float]:
    """How much other names of the report that may lie within a degree speak for each place."""
    cells: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
    for key, group in groups.items():
        for _, place in _places(group):
            if place.kind in {"city", "district", "site"}:
                share = 1.0 / (1 + math.log(len(group[0].candidates)))
                cell = cells[int(place.lat // 1), int(place.lon // 1)]
                cell[key] = max(cell.get(key, 0.0), share)
    found: dict[int, float] = {}
    for key, group in groups.items():
        if len(group[0].candidates) > 1:
            for _, place in _places(group):
                if place.kind in {"city", "district"}:
                    found[place.index] = min(NEAR, 0.7 * _around(place, key, cells))
    return found


def _around(
    place: Candidate, key: str, cells: Mapping[tuple[int, int], Mapping[str, float]]
) -> float:
    row, column = int(place.lat // 1), int(place.lon // 1)
    names: dict[str, float] = {}
    for north in (-1, 0, 1):
        for east in (-1, 0, 1):
            for name, share in cells.get((row + north, column + east), {}).items():
                if name != key:
                    names[name] = max(names.get(name, 0.0), share)
    return sum(names.values())
