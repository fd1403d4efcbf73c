"""JSON and JSONL rows to pages."""

import json
from collections.abc import Iterator

from dragoman.acquire.content import ContentError, decode
from dragoman.acquire.options import AcquireOptions
from dragoman.acquire.origin import HTML, PLAIN, Origin, make_page
from dragoman.model import Done, Dropped, Failed, Given, Outcome, Page

GIVEN = ("id", "url", "title", "date", "publisher")


def read_rows(
    data: bytes, kind: str, name: str, stem: str, options: AcquireOptions
) -> Iterator[Outcome[Page]]:
    """The rows of a JSONL file, of a JSON list, or a single JSON object.

    A row needs ``html`` or ``text`` (after `options.fields`); a row without ``id`` is named
    ``STEM#N``, N counting lines or items from 1.
    """
    rows = _json_lines(data, name) if kind == "jsonl" else _json_items(data, name)
    for number, row in rows:
        if isinstance(row, Failed):
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


def _json_lines(data: bytes, name: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, Failed(f"{name}#{number}", "json-damaged", str(error)[:200])


def _json_items(data: bytes, name: str) -> Iterator[tuple[int, object]]:
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
    return str(value) if isinstance(value, str | int) and str(value).strip() else None


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
    return Done(make_page(data, data.decode("utf-8"), media_type, origin))
