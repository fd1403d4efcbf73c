"""The months of a dyad as a drawing: cooperation upwards, conflict downwards, the net as a line.

Lengths are in the units of the drawing's view box, scores in PLOVER's, summed over the month.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.analyse import Period

WIDTH = 960.0
LEFT, RIGHT = 48.0, 12.0
TOP = 14.0
HALF = 104.0
"""Height of each half, above and below the zero line."""

ZERO = TOP + HALF
WIDEST_BAR = 26.0


class Bar(NamedTuple):
    """The cooperation or the conflict of one month."""

    y: float
    height: float
    kind: str


class Column(NamedTuple):
    """All that stands in one month: the strip that one clicks on, its bars, the net's dot."""

    period: Period
    x: float
    width: float
    bar_x: float
    bar_width: float
    bars: tuple[Bar, ...]
    net_x: float
    net_y: float


class Tick(NamedTuple):
    """A mark at an axis."""

    at: float
    text: str


class Line(NamedTuple):
    """The net from one month with events to the next; a gap has empty months between."""

    points: tuple[float, float, float, float]
    gap: bool


class Chart(NamedTuple):
    """A drawing, ready for the template."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    dates: tuple[Tick, ...]
    scores: tuple[Tick, ...]


def draw(periods: Sequence[Period]) -> Chart:
    """The drawing of consecutive months."""
    step = (WIDTH - LEFT - RIGHT) / max(1, len(periods))
    end = scale_end(max([1.0, *(max(one.cooperation, -one.conflict) for one in periods)]))
    columns = tuple(
        _column(period, LEFT + index * step, step, HALF / end)
        for index, period in enumerate(periods)
        if period.events
    )
    return Chart(columns, tuple(_lines(columns, step)), tuple(_dates(periods, step)), _scores(end))


def scale_end(most: float) -> int:
    """The end of the scale, `most` rounded up: to even numbers, from 20 to tens, and so on."""
    step = 2
    while most > 10 * step:
        step = 10 ** len(str(step))
    return math.ceil(most / step) * step


def _column(period: Period, x: float, step: float, unit: float) -> Column:
    width = min(WIDEST_BAR, step * 0.72)
    up, down = period.cooperation * unit, -period.conflict * unit
    bars = (Bar(ZERO - up, up, "coop"), Bar(ZERO, down, "conf"))
    return Column(
        period=period,
        x=x,
        width=step,
        bar_x=x + (step - width) / 2,
        bar_width=width,
        bars=tuple(bar for bar in bars if bar.height),
        net_x=x + step / 2,
        net_y=ZERO - period.net * unit,
    )


def _lines(columns: Sequence[Column], step: float) -> Iterator[Line]:
    for one, other in pairwise(columns):
        gap = other.net_x - one.net_x > 1.5 * step
        yield Line((one.net_x, one.net_y, other.net_x, other.net_y), gap)


def _scores(end: int) -> tuple[Tick, ...]:
    unit = HALF / end
    marks = (end, end // 2, -end // 2, -end)
    return tuple(Tick(ZERO - mark * unit, f"{mark:+d}".replace("-", "−")) for mark in marks)


def _dates(periods: Sequence[Period], step: float) -> Iterator[Tick]:
    """The first month, then every January, or every quarter where there are few months."""
    months = (1,) if len(periods) > 30 else (1, 4, 7, 10)
    last = -math.inf
    for index, period in enumerate(periods):
        at = LEFT + index * step
        if index == 0 or (period.start.month in months and at - last > 60):
            yield Tick(
                at, f"{period.start:%Y}" if period.start.month == 1 else f"{period.start:%b %Y}"
            )
            last = at
