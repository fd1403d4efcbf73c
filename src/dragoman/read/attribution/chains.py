"""Chains of speakers: through whom an attribution reaches us."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Attribution

_WIDEST = 20_000
"""How many characters before a cue the content that holds it may begin."""

_MOST = 200
"""How many attributions before one are weighed as its outer one."""


def nested(records: Sequence[tuple[bool, Attribution]]) -> tuple[Attribution, ...]:
    """The attributions of (cited, attribution) pairs, each once, with `outer` set.

    They are in the order of their contents.
    """
    unique = {item.id: (cited, item) for cited, item in records}
    ordered = sorted((item for _, item in unique.values()), key=_place)
    starts = [item.content.start for item in ordered]
    found: list[Attribution] = []
    for item in ordered:
        low = bisect_left(starts, min(item.cue.start, item.content.start) - _WIDEST)
        high = bisect_right(starts, max(item.cue.end, item.content.start))
        low = max(low, high - _MOST)
        cited = unique[item.id][0]
        outer = _citing(item, ordered[low:high]) if cited else None
        found.append(replace(item, outer=outer or _holding(item, ordered[low:high])))
    return tuple(found)


def _place(item: Attribution) -> tuple[int, int, int, int]:
    return (item.content.start, item.content.end, item.cue.start, item.cue.end)


def _citing(item: Attribution, others: Sequence[Attribution]) -> str | None:
    """The id of the attribution that cites this one: same content, its cue nearest before."""
    citing = [
        other
        for other in others
        if other.content == item.content and other.cue.end <= item.cue.start
    ]
    return max(citing, key=_cue).id if citing else None


def _cue(item: Attribution) -> int:
    return item.cue.start


def _holding(item: Attribution, others: Sequence[Attribution]) -> str | None:
    """The id of the narrowest attribution whose content holds the cue of `item`.

    Of two with the same content the one whose cue stands later: it is what the other cites.
    """
    holding = [
        other
        for other in others
        if other.content.covers(item.cue) and not item.content.covers(other.cue)
    ]
    return min(holding, key=_width).id if holding else None


def _width(item: Attribution) -> tuple[int, int]:
    return (len(item.content), -item.cue.start)
