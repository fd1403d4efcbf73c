"""Rights in the markup of a page: meta elements, licence links, JSON-LD."""

import json
import re
from collections.abc import Iterator

from lxml import etree, html

from dragoman.acquire.rights.headers import content_usage, robots_directives, tdm_reservation
from dragoman.acquire.rights.licences import licence_signal
from dragoman.model import Signal

_HINTS = re.compile(
    r"tdm-|noai|noimageai|noml|noindex|rel\s*=\s*.?[^>]{0,40}license|ld\+json|content-usage"
    r"|name\s*=\s*.?robots",
    re.IGNORECASE,
)


def signals_of_html(text: str) -> tuple[Signal, ...]:
    """TDMRep, robots and Content-Usage meta, rel=license and RSL links, JSON-LD statements."""
    if not _HINTS.search(text):
        return ()
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=_parser())
    except (etree.ParserError, ValueError):
        return ()
    return (*_meta(tree), *_links(tree), *_linked_data(tree))


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", huge_tree=False)


def _meta(tree: html.HtmlElement) -> Iterator[Signal]:
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("name") or element.get("http-equiv") or "").strip().lower()
        if name:
            values.setdefault(name, (element.get("content") or "").strip())
    if "tdm-reservation" in values:
        policy = values.get("tdm-policy", "")
        yield from tdm_reservation(values["tdm-reservation"], policy, "meta")
    if "robots" in values:
        yield from robots_directives(values["robots"], "meta")
    if "content-usage" in values:
        yield from content_usage(values["content-usage"], "meta")


def _links(tree: html.HtmlElement) -> Iterator[Signal]:
    seen: set[str] = set()
    for element in tree.iter("link", "a"):
        relations = (element.get("rel") or "").lower().split()
        address = (element.get("href") or "").strip()
        if "license" in relations and address and address not in seen:
            seen.add(address)
            family = "rsl" if "rsl+xml" in (element.get("type") or "") else "rel-license"
            yield licence_signal(address, family, element.tag)


def _linked_data(tree: html.HtmlElement) -> Iterator[Signal]:
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            content = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(content):
            yield from _statements(item)


def _objects(content: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """The objects at the top of JSON-LD and in its @graph."""
    if isinstance(content, list) and depth < 4:
        for part in content:
            yield from _objects(part, depth + 1)
    elif isinstance(content, dict):
        yield content
        yield from _objects(content.get("@graph", []), depth + 1)


def _statements(item: dict[str, object]) -> Iterator[Signal]:
    for key in ("license", "usageInfo"):
        address = _address(item.get(key))
        if address:
            yield licence_signal(address, f"schema-{key}", "json-ld")
    if str(item.get("isAccessibleForFree", "")).lower() == "false":
        yield Signal(
            family="schema-isAccessibleForFree", answers=(), value="false", where="json-ld"
        )


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    if isinstance(value, list) and value:
        return _address(value[0])
    return value.strip() if isinstance(value, str) else ""
