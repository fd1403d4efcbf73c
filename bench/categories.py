"""Our event types in the categories of benchmarks that follow the first PLOVER of 2021."""

from dragoman.codebook import to_plover
from dragoman.errors import CodebookError


def category_2021(event: str, cameo: str | None) -> str:
    """The type that the map of 2021 gives to the event's CAMEO code, else the event's own.

    PLV and PLOVER's gold records are coded by that map: a convict is accused there, sanctions are
    coercion. Our records follow the manual's later lists.
    """
    if not cameo:
        return event
    try:
        return to_plover(cameo, strict_2021=True).event or event
    except CodebookError:
        return event
