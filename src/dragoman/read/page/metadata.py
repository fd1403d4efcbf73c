"""What a page's markup says of itself: JSON-LD first, then meta elements, then visible marks."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

ARTICLE_TYPES = frozenset(
    {
        "newsarticle", "article", "reportagenewsarticle", "analysisnewsarticle", "liveblogposting",
        "blogposting", "opinionnewsarticle", "backgroundnewsarticle", "webpage", "report",
        "reviewnewsarticle", "advertisercontentarticle", "socialmediaposting",
    }
)  # fmt: skip

META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "title", "parsely-title"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "section": ("article:section", "section", "og:article:section", "parsely-section"),
    "author": ("author", "article:author", "dc.creator", "byl", "parsely-author"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "date", "pubdate",
        "dc.date.issued", "dc.date", "parsely-pub-date", "sailthru.date", "publish-date",
        "publishdate", "article.published", "cxenseparse:recs:publishtime",
    ),
    "description": ("og:description", "description", "twitter:description"),
    "url": ("og:url",),
}  # fmt: skip
"""Meta names by field, the most trusted first."""

KEYS = {
    "title": "headline",
    "section": "articleSection",
    "published": "datePublished",
    "description": "description",
    "url": "url",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """Values by field, each with the rule that found it; `authors` in order."""

    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    authors: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> tuple[str, str] | None:
        """(value, rule) of one field."""
        return self.values.get(name)


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a parsed page."""
    values: dict[str, tuple[str, str]] = {}
    authors: tuple[tuple[str, str], ...] = ()
    for item in linked_data(tree):
        for name, key in KEYS.items():
            word = _word(item.get(key))
            if word:
                values.setdefault(name, (word, f"json-ld:{key}"))
        publisher = _name(item.get("publisher"))
        if publisher:
            values.setdefault("publisher", (publisher, "json-ld:publisher"))
        authors = authors or tuple((name, "json-ld:author") for name in _names(item.get("author")))
    metas = _metas(tree)
    for name, keys in META.items():
        for key in keys:
            if metas.get(key):
                values.setdefault(name, (metas[key], f"meta:{key}"))
    for name, found in (("title", _title_element(tree)), ("time", _time_element(tree))):
        if found is not None:
            values.setdefault(name, found)
    if not authors and "author" in values:
        value, rule = values["author"]
        authors = tuple((name, rule) for name in split_authors(value))
    return Metadata(values, authors)


def linked_data(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The article objects of all JSON-LD scripts."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            content = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _objects(content, 0) if _is_article(item))


def _objects(content: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > 5:
        return
    if isinstance(content, list):
        for part in content:
            yield from _objects(part, depth + 1)
    elif isinstance(content, dict):
        yield content
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(content.get(key), depth + 1)


def _is_article(item: dict[str, object]) -> bool:
    kinds = item.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    named = any(str(kind).lower() in ARTICLE_TYPES for kind in listed)
    return named and ("headline" in item or "datePublished" in item)


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = clean(element.get("content") or "")
        if key and value:
            found.setdefault(key.strip().lower(), value)
    return found


def _title_element(tree: HtmlElement) -> tuple[str, str] | None:
    """The part of the title element that is a heading too, else the longest one.

    The other parts name the site and the section.
    """
    words = clean(tree.findtext(".//title") or "")
    parts = re.split(r"\s+(?:[|»·—–]|::|-)\s+", words)
    headings = {clean(heading.text_content()).casefold() for heading in tree.iter("h1", "h2")}
    shown = [part for part in parts if part.casefold() in headings]
    return (max(shown or parts, key=len), "title element") if words else None


def _time_element(tree: HtmlElement) -> tuple[str, str] | None:
    """The first machine-readable time of the page, which stands by the headline."""
    for element in tree.iter("time"):
        stamp = clean(element.get("datetime") or "")
        if stamp:
            return stamp, "time element"
    return None


def clean(words: str) -> str:
    """`words` on one line, with single blanks."""
    return re.sub(r"\s+", " ", words.replace("\u200b", "").replace("\xa0", " ")).strip()


def _word(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    # JSON-LD holds plain text, yet many pages escape it as if it were HTML
    return clean(html.unescape(value)) if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return _word(value)


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _name(item)
        if name:
            yield from split_authors(name)


def split_authors(words: str) -> tuple[str, ...]:
    """The names in a list of authors; addresses of profiles and the word "by" are left out."""
    if re.match(r"https?://", words):
        return ()
    bare = re.sub(r"^\s*by\s+", "", words, flags=re.IGNORECASE)
    parts = re.split(r"\s*[,;|]\s*|\s+and\s+|\s*&\s*", bare)
    return tuple(part for part in (clean(part) for part in parts) if 2 < len(part) <= 60)
