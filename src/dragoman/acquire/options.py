"""What the caller may set when inputs are read."""

from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AcquireOptions:
    """Limits are in bytes: of a page, of what is held in memory whole (JSON lists, standard input),
    of a stream of JSON lines after it was decompressed. `fields` maps the names text, html, id,
    url, title, date and publisher to the names that a JSON or JSONL input uses instead; `date` and
    `publisher` stand in where an input says nothing of its own.
    """

    max_page: int = 20 * MEGABYTE
    max_whole: int = 500 * MEGABYTE
    max_expanded: int = 100_000 * MEGABYTE
    fields: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    publisher: str | None = None
