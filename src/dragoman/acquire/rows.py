"""JSON and JSONL rows to pages."""

import json
import re
from collections.abc import Iterable, Iterator

from dragoman.acquire.content import ContentError, decode, without_controls
from dragoman.acquire.options import AcquireOptions
from dragoman.acquire.origin import HTML, PLAIN, Origin, page_of
from dragoman.model import Dropped, Failed, Given, Outcome, Page

NumberedRow = tuple[int, object]
"""A row with its number; one that cannot be read is a Dropped or Failed."""

GIVEN = ("id", "url", "title", "date", "publisher")


def read_rows(
    rows: Iterable[NumberedRow], name: str, stem: str, options: AcquireOptions
) -> Iterator[Outcome[Page]]:
    """The pages of the rows that `json_lines` or `json_items` give.

    A row needs ``html`` or ``text`` (after `options.fields`); a row without ``id`` is named
    ``STEM#N``, N counting lines or items from 1.
    """
    for number, row in rows:
        if isinstance(row, Dropped | Failed):
            yield row
        elif isinstance(row, dict):
            given = _given(row, options)
            origin = Origin(
                name=f"{name}#{number}",
                document_id=given.id or (stem if number == 0 else f"{stem}#{number}"),
                given=given,
            )
            yield _row_page(row, origin, options)
        else:
            yield Failed(f"{name}#{number}", "json-not-an-object")


def json_lines(lines: Iterable[bytes], name: str, longest: int) -> Iterator[NumberedRow]:
    """The rows of JSON lines; a line of more than `longest` bytes, however cut, is dropped."""
    for number, line in enumerate(lines, start=1):
        if len(line) > longest:
            yield number, Dropped(f"{name}#{number}", "too-large")
        elif line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, Failed(f"{name}#{number}", "json-damaged", str(error)[:200])


def json_items(data: bytes, name: str) -> Iterator[NumberedRow]:
    """The items of a JSON list, or a single object with the number 0."""
    try:
        content = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, ContentError) else "json-damaged"
        yield 0, Failed(name, reason, str(error)[:200])
        return
    if isinstance(content, list):
        yield from enumerate(content, start=1)
    else:
        yield 0, content


def _given(row: dict[str, object], options: AcquireOptions) -> Given:
    values = {key: _word(row.get(options.fields.get(key, key))) for key in GIVEN}
    return Given(
        id=values["id"],
        url=values["url"],
        title=values["title"],
        date=values["date"] or options.date,
        publisher=values["publisher"] or options.publisher,
    )


def _word(value: object) -> str | None:
    """The words of a field on one line, without what no encoding holds; None for no words."""
    if not isinstance(value, str | int):
        return None
    words = str(value).encode("utf-8", "replace").decode("utf-8")
    return re.sub(r"[\t\n]", " ", without_controls(words)) if words.strip() else None


def _row_page(row: dict[str, object], origin: Origin, options: AcquireOptions) -> Outcome[Page]:
    html = row.get(options.fields.get("html", "html"))
    text = row.get(options.fields.get("text", "text"))
    content = html if isinstance(html, str) and html.strip() else text
    if not isinstance(content, str):
        return Failed(origin.name, "json-no-text", "a row needs a field `text` or `html`")
    if not content.strip():
        return Dropped(origin.name, "empty")
    data = content.encode("utf-8", "replace")
    if len(data) > options.max_page:
        return Dropped(origin.name, "too-large")
    media_type = HTML if content is html else PLAIN
    return page_of(data, data.decode("utf-8"), media_type, origin)
