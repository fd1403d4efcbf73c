"""How a page came to us, and the Page made of it."""

import datetime
from dataclasses import dataclass, field

from dragoman.acquire.content import without_control_references, without_controls
from dragoman.acquire.rights import decide, signals_of_headers, signals_of_html
from dragoman.model import Done, Failed, Given, Outcome, Page, Signal, Snapshot, digest

HTML = "text/html"
PLAIN = "text/plain"

KEPT_HEADERS = frozenset(
    {
        "content-type",
        "content-language",
        "content-usage",
        "date",
        "last-modified",
        "link",
        "tdm-policy",
        "tdm-reservation",
        "x-robots-tag",
    }
)
"""Response headers that bear on reading, dates and rights; no others are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known of a page beside its bytes. `signals` are rights of the whole site."""

    name: str
    document_id: str
    given: Given = field(default_factory=Given)
    url: str | None = None
    fetched_at: datetime.datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    signals: tuple[Signal, ...] = ()


def page_of(data: bytes, text: str, media_type: str, origin: Origin) -> Outcome[Page]:
    """`make_page`, or Failed: one page that the rules choke on must not end the others."""
    try:
        return Done(make_page(data, text, media_type, origin))
    except Exception as error:
        return Failed(origin.name, f"error:{type(error).__name__}", f"acquire: {error}"[:200])


def make_page(data: bytes, text: str, media_type: str, origin: Origin) -> Page:
    """The page of `data`, whose decoded content is `text`, with the rights its bytes state."""
    headers = tuple(
        (name.lower(), value) for name, value in origin.headers if name.lower() in KEPT_HEADERS
    )
    signals = (*origin.signals, *signals_of_headers(headers))
    if media_type == HTML:
        text = without_control_references(text)
        signals = (*signals, *signals_of_html(text))
    url = origin.given.url or origin.url
    snapshot = Snapshot(
        id=digest(data),
        name=origin.name,
        media_type=media_type,
        size=len(data),
        url=url,
        final_url=origin.url,
        fetched_at=origin.fetched_at,
        headers=headers,
        rights=decide(signals),
    )
    text = without_controls(text)
    return Page(snapshot=snapshot, text=text, document_id=origin.document_id, given=origin.given)
