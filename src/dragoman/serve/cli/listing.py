"""Events on the screen, as JSON, or in files."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from rich.text import Text

from dragoman.formats import to_json
from dragoman.model import Event
from dragoman.serve import words
from dragoman.serve.cli.console import output, tell
from dragoman.serve.cli.options import Format, Writing
from dragoman.serve.words import counted

STYLES = {1: "green", 2: "bold green", 3: "red", 4: "bold red"}
"""The style of an event type by its quad."""


def write_events(events: Sequence[Event], writing: Writing) -> None:
    """Writes events as `writing` says: data on standard output or in its file."""
    writing.check()
    if writing.format is Format.PARQUET and writing.output is not None:
        from dragoman.formats.tables import write_parquet
        from dragoman.resolve import load_knowledge_base

        write_parquet(events, writing.output, load_knowledge_base())
    elif writing.output is not None:
        with writing.output.open("w", encoding="utf-8", newline="") as file:
            write_text(events, writing, file)
    elif writing.json or writing.format is not Format.TABLE:
        write_text(events, writing, sys.stdout)
    else:
        show_table(events)
        return
    if writing.output is not None:
        tell(f"{counted(len(events), 'event')} written to {writing.output}")


def write_text(events: Sequence[Event], writing: Writing, file: TextIO) -> None:
    """Writes JSON, JSON lines or CSV; a table in a file is CSV."""
    if writing.json:
        json.dump([to_json(event) for event in events], file, ensure_ascii=False, indent=2)
        file.write("\n")
    elif writing.format is Format.JSONL:
        for event in events:
            file.write(line(event))
    else:
        from dragoman.formats.tables import write_csv
        from dragoman.resolve import load_knowledge_base

        write_csv(events, file, load_knowledge_base())


def write_lines(events: Iterable[Event], path: Path | None) -> None:
    """Writes each event as a line of JSON as it comes, on standard output or in a file."""
    if path is None:
        sys.stdout.writelines(map(line, events))
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        number = sum(1 for event in events if file.write(line(event)))
    tell(f"{counted(number, 'event')} written to {path}")


def line(event: Event) -> str:
    """The event as one line of JSON."""
    return json.dumps(to_json(event), ensure_ascii=False) + "\n"


def show_table(events: Sequence[Event]) -> None:
    """Two lines an event: what is known of it, and its id with the words that say so."""
    console = output()
    dates = max([10, *(len(words.when(event.time)) for event in events)])
    kinds = max([0, *(len(words.kind(event)) for event in events)])
    for event in events:
        head = Text(f"{words.when(event.time):<{dates}}  ")
        head.append(f"{words.kind(event):<{kinds}}", style=STYLES[event.quad_code])
        head.append(f"  {words.who(event.actors)} → {words.who(event.recipients)}", style="bold")
        head.append(f"  {words.status(event)}; {' ← '.join(words.chain(event))}")
        told = f" ({counted(len(event.reports), 'report')})" if len(event.reports) > 1 else ""
        console.print(head.append(told))
        receipt = Text(f"{'':{dates + 2}}").append(f"{event.id}  ", style="dim")
        receipt.append_text(marked_quote(event))
        console.print(receipt, no_wrap=True, overflow="ellipsis")
    tell(counted(len(events), "event"))


def marked_quote(event: Event, width: int = 110) -> Text:
    """The words around the trigger, the trigger underlined."""
    first = event.evidence[0]
    at = first.trigger_span.start - first.span.start
    begin = max(0, at - width // 2)
    words_begin = first.quote.find(" ", begin) + 1 if begin else 0
    cut = first.quote[words_begin : words_begin + width]
    text = Text(("…" if words_begin else "") + cut)
    if words_begin + width < len(first.quote):
        text.append("…")
    start = at - words_begin + bool(words_begin)
    text.stylize("bold underline", start, start + len(first.trigger))
    return text


def write_rows(rows: Sequence[dict[str, object]], path: Path | None) -> None:
    """Rows of one shape as CSV, on standard output or in a file."""
    if path is None:
        _csv(rows, sys.stdout)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            _csv(rows, file)


def _csv(rows: Sequence[dict[str, object]], file: TextIO) -> None:
    writer = csv.DictWriter(file, list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows(rows)
