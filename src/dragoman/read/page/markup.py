"""HTML pages: the story by trafilatura, what stands around it from the page's own marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree, html
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from dragoman.model import BlockKind
from dragoman.read.page.draft import DraftBlock
from dragoman.read.page.lines import (
    byline_names,
    credit_of,
    is_chatter,
    is_copyright,
    is_related_heading,
    is_section,
)
from dragoman.read.page.metadata import clean, split_authors
from dragoman.read.page.published import is_dateline
from dragoman.text.notices import find_notices

SHORT = 250
"""Characters of text under which a second extraction that favours recall is tried."""

ENOUGH = 0.4
"""Share of the page's paragraphs under which the extraction counts as suspiciously short."""

MAX_FURNITURE = 12
"""Lines of one kind kept from around the story."""

_KINDS = {
    "head": BlockKind.HEADING,
    "quote": BlockKind.QUOTE,
    "item": BlockKind.ITEM,
    "p": BlockKind.PARAGRAPH,
}
_NOTICE_WORDS = re.compile(
    r"prohibit|forbid|permission|permitted|\bmay\b|unless|consent|reserve|authori[sz]|licen[cs]e|opt",
    re.IGNORECASE,
)
_CREDIT_CLASS = re.compile(r"credit|copyright|photographer|image-?source|source", re.IGNORECASE)
_LEAD_CLASS = re.compile(
    r"\b(?:lead|lede|standfirst|summary|chapo|intro|deck|dek|abstract|subtitle|teaser)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page marks up around its story."""

    title: str
    prose: int
    section: str
    lead: str
    dateline: str
    bylines: tuple[str, ...]
    authors: tuple[str, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    related: tuple[str, ...]
    copyright: tuple[str, ...]
    notices: tuple[str, ...]


def parse(text: str) -> HtmlElement | None:
    """The tree of an HTML page; None where there is nothing to parse."""
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def story(text: str, prose: int) -> tuple[DraftBlock, ...]:
    """The blocks of the main text, without comments and tables.

    `prose` is the number of characters that the page holds in paragraphs: where the fast extraction
    finds less than `ENOUGH` of it, or next to nothing, slower ones are tried.
    """
    best: tuple[DraftBlock, ...] = ()
    for extraction in _EXTRACTIONS:
        blocks = _extract(text, *extraction)
        if _size(blocks) > 2 * _size(best):
            best = blocks
        if _size(best) >= max(SHORT, ENOUGH * prose):
            break
    return best


def _size(blocks: tuple[DraftBlock, ...]) -> int:
    return sum(len(block.text) for block in blocks)


def paragraph_size(tree: HtmlElement) -> int:
    """Characters in the paragraphs of a page, those of lists, footers and asides left out."""
    words = cast("list[str]", _PROSE(tree))
    return sum(len(part) for part in words if len(part) > 40)


_PROSE = etree.XPath(
    "//p[not(ancestor::footer or ancestor::aside or ancestor::nav or ancestor::li or "
    "ancestor::form)]//text()"
)
_EXTRACTIONS = (
    ("trafilatura, fast", True, False),
    ("trafilatura", False, False),
    ("trafilatura, favouring recall", True, True),
)
"""Rule, fast, favour recall: in the order in which they are tried."""


def _extract(text: str, rule: str, fast: bool, recall: bool) -> tuple[DraftBlock, ...]:
    extracted = bare_extraction(
        text,
        fast=fast,
        favor_recall=recall,
        include_comments=False,
        include_tables=False,
        with_metadata=False,
    )
    body = getattr(extracted, "body", None)
    if body is None:
        return ()
    return tuple(_blocks(body, rule))


def _blocks(body: etree._Element, rule: str) -> Iterator[DraftBlock]:
    for element in body.iter(*_KINDS):
        if any(parent.tag in _KINDS for parent in element.iterancestors()):
            continue
        inner = [part for part in element.iter("p", "item") if part is not element]
        for part in inner or [element]:
            for line in _lines(part):
                yield DraftBlock(_KINDS[element.tag], line, rule)


def _lines(element: etree._Element) -> Iterator[str]:
    """The text of an element, cut at its line breaks."""
    pieces: list[str] = []
    for node in element.iter():
        if node.tag == "lb":
            pieces.append("\n")
        elif node.text:
            pieces.append(node.text)
        if node is not element and node.tail:
            pieces.append(node.tail)
    for line in "".join(pieces).split("\n") if "\n" in pieces else ["".join(pieces)]:
        words = clean(line)
        if words:
            yield words


def read_marks(tree: HtmlElement) -> Marks:
    """Title, captions, credits, notices and the rest, as the markup shows them."""
    lines = tuple(dict.fromkeys(_leaf_lines(tree)))
    captions, credits_ = _figures(tree, lines)
    return Marks(
        title=_first_text(tree, "h1") or _headline_of_title(tree),
        prose=paragraph_size(tree),
        section=_section(tree),
        lead=_lead(tree),
        dateline=_dateline(tree, lines),
        bylines=_bylines(lines),
        authors=_authors(tree),
        captions=captions,
        credits=credits_,
        related=_related(tree),
        copyright=_few(line for line in lines if is_copyright(line) and not find_notices(line)),
        notices=_few(line for line in lines if _NOTICE_WORDS.search(line) and find_notices(line)),
    )


def _few(lines: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))[:MAX_FURNITURE]


_SECTION_MARKS = etree.XPath(
    "//*[self::a or self::span or self::p or self::div or self::li][contains(@class, 'section') or "
    "contains(@class, 'kicker') or contains(@class, 'cat') or contains(@class, 'rubric') or "
    "contains(@class, 'breadcrumb')]"
)
_LABELS = frozenset({"kicker", "cat", "category", "rubric", "section-label", "article-section"})
"""Classes that name the section in words of the outlet's own."""

_PICTURE_MARKS = etree.XPath(
    "//*[self::span or self::p or self::div or self::small][contains(@class, 'caption') or "
    "contains(@class, 'Caption') or contains(@class, 'credit') or contains(@class, 'Credit') or "
    "contains(@class, 'copyright') or contains(@class, 'photographer') or "
    "contains(@class, 'source')]"
)
_RELATED_MARKS = etree.XPath(
    "//*[self::aside or self::section or self::div or self::ul or self::nav][contains(@class, "
    "'related') or contains(@id, 'related') or contains(@class, 'recommend') or contains(@class, "
    "'read-more') or contains(@class, 'more-stories') or contains(@class, 'also-read')]"
)
_AUTHOR_MARKS = etree.XPath(
    "//*[@rel='author' or @itemprop='author' or contains(@class, 'author') or "
    "contains(@class, 'byline')][string-length(normalize-space(.)) < 80]"
)
_LEAF_TAGS = ("p", "div", "small", "span", "li", "td", "section", "footer", "address", "time", "dd")
_INLINE = frozenset(
    {"a", "b", "i", "em", "strong", "span", "br", "time", "sup", "sub", "small", "abbr"}
)


def _leaf_lines(tree: HtmlElement) -> Iterator[str]:
    """The text of elements that hold only inline markup, outside scripts and styles."""
    for element in tree.iter(*_LEAF_TAGS):
        if all(
            child.tag in _INLINE
            for child in element.iterdescendants()
            if isinstance(child.tag, str)
        ):
            words = clean(element.text_content())
            if 3 < len(words) <= 4000:
                yield words


def _select(path: etree.XPath, tree: HtmlElement) -> list[HtmlElement]:
    return cast("list[HtmlElement]", path(tree))


def _words(element: HtmlElement) -> str:
    """The text of an element whose parts may stand on lines of their own."""
    return clean(" ".join(str(words) for words in element.itertext()))


def _first_text(tree: HtmlElement, tag: str) -> str:
    for element in tree.iter(tag):
        words = clean(element.text_content())
        if words:
            return words
    return ""


def _headline_of_title(tree: HtmlElement) -> str:
    """A second-level heading that opens the title element, where there is no first-level one."""
    title = clean(tree.findtext(".//title") or "")
    headings = (clean(element.text_content()) for element in tree.iter("h2"))
    return next((words for words in headings if len(words) > 15 and title.startswith(words)), "")


def _section(tree: HtmlElement) -> str:
    for element in _select(_SECTION_MARKS, tree):
        words = clean(element.text_content())
        label = _LABELS.isdisjoint((element.get("class") or "").lower().split())
        if 2 < len(words) <= 40 and (is_section(words) or (not label and words.istitle())):
            return words
    return ""


def _lead(tree: HtmlElement) -> str:
    for element in tree.iter("p", "div", "h2", "section"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if _LEAD_CLASS.search(marks.replace("_", " ")):
            words = clean(element.text_content())
            if 40 < len(words) <= 600:
                return words
    return ""


def _dateline(tree: HtmlElement, lines: tuple[str, ...]) -> str:
    for element in tree.iter("time"):
        words = clean(element.text_content())
        if is_dateline(words):
            return words
    return next((line for line in lines if is_dateline(line)), "")


def _bylines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return _few(line for line in lines if byline_names(line))[:3]


_NAME = re.compile(r"[A-ZÀ-Ž][\w.’'\-]+(?:\s+[\w.’'\-]+){1,3}")


def _authors(tree: HtmlElement) -> tuple[str, ...]:
    """Names in elements marked as author or byline, for pages that state none otherwise."""
    found = (
        name
        for element in _select(_AUTHOR_MARKS, tree)
        for name in split_authors(clean(element.text_content()))
    )
    return _few(name for name in found if _NAME.fullmatch(name))[:4]


def _figures(tree: HtmlElement, lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Captions and credits: of figures, of marked elements, lines that repeat a picture's text."""
    alternatives = {clean(image.get("alt") or "") for image in tree.iter("img")}
    captions = [line for line in lines if len(line) > 15 and line in alternatives]
    credits_ = [line for line in lines if len(line) <= 120 and credit_of(line) and ":" in line[:20]]
    for element in tree.iter("figcaption"):
        caption, credit = _caption_parts(element)
        captions.append(caption)
        credits_.append(credit)
    for element in _select(_PICTURE_MARKS, tree):
        words = clean(element.text_content())
        if len(words) <= 200 and credit_of(words):
            credits_.append(words)
        elif "caption" in (element.get("class") or "").lower() and 20 <= len(words) <= 400:
            captions.append(_caption_parts(element)[0])
    return _few(word for word in captions if word), _few(word for word in credits_ if word)


def _caption_parts(element: HtmlElement) -> tuple[str, str]:
    """The caption and the credit that an element holds, either may be empty."""
    whole = _words(element)
    for part in element.iterdescendants("span", "small", "cite", "em", "div", "p"):
        words = _words(part)
        if (
            words
            and words != whole
            and (_CREDIT_CLASS.search(part.get("class") or "") or credit_of(words))
        ):
            return clean(whole.replace(words, " ")), words
    if credit_of(whole):
        return "", whole
    return whole, ""


def _related(tree: HtmlElement) -> tuple[str, ...]:
    found: list[str] = []
    for element in _select(_RELATED_MARKS, tree):
        found += [clean(link.text_content()) for link in element.iter("a")]
    for heading in tree.iter("h2", "h3", "h4", "p", "strong"):
        words = clean(heading.text_content())
        if is_related_heading(words):
            listing = heading.getnext()
            if listing is not None and listing.tag in {"ul", "ol", "div"}:
                found += [clean(link.text_content()) for link in listing.iter("a")]
    return _few(words for words in found if len(words) > 15 and not is_chatter(words))
