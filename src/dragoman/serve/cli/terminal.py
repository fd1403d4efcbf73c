"""A console on which words from pages and file names cannot command the terminal."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.segment import Segment

CONTROLS = dict.fromkeys(
    {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}, "\N{REPLACEMENT CHARACTER}"
)


class SafeConsole(Console):
    """Shows control characters of what it prints as U+FFFD; its own colours stay."""

    def render(self, renderable: Any, options: Any = None) -> Iterable[Segment]:
        """The segments of `renderable`, fit to be seen."""
        for segment in super().render(renderable, options):
            if segment.control:
                yield segment
            else:
                yield Segment(segment.text.translate(CONTROLS), segment.style)
