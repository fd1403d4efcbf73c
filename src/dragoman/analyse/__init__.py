"""What the ledger's events add up to."""

from dragoman.analyse.dyads import Choice, Dyad, Period, Series, Unit, series, top_dyads
from dragoman.analyse.groups import Group, codes_of, load_groups

__all__ = [
    "Choice",
    "Dyad",
    "Group",
    "Period",
    "Series",
    "Unit",
    "codes_of",
    "load_groups",
    "series",
    "top_dyads",
]
