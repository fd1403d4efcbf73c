"""The sample reports and their golden files as plain data, read without the product."""

import datetime
import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"
INLINE_TAG = re.compile(r"</?(?:a|b|em|i|span|strong)\b[^>]*>")
HEAD_OR_SCRIPT = re.compile(r"<(head|script)\b.*?</\1>", re.DOTALL)


def decoded(content: bytes) -> str:
    """UTF-8 where a line is UTF-8, else windows-1252: two sample pages mix them on purpose."""
    lines = []
    for line in content.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252"))
    return "\n".join(lines)


def flat(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())


def visible(page: str) -> str:
    """What a reader sees of an HTML page, by crude tag stripping."""
    page = INLINE_TAG.sub("", HEAD_OR_SCRIPT.sub(" ", page))
    return flat(html.unescape(re.sub(r"<[^>]+>", " ", page)))


@cache
def report_texts() -> dict[str, str]:
    """The visible text of every sample report by its name."""
    texts = {}
    for path in sorted((EXAMPLES / "reports").iterdir()):
        content = decoded(path.read_bytes())
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in content.splitlines()]
            texts |= {row["id"]: flat(f"{row['title']} {row['text']}") for row in rows}
        else:
            texts[path.stem] = visible(content) if path.suffix == ".html" else flat(content)
    return texts


@cache
def golden_files() -> dict[str, dict[str, Any]]:
    """Every golden file by the name of the file."""
    paths = sorted((EXAMPLES / "golden").glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def interval(date: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of an ISO day, month, year or ``A/B``; ValueError where it is none."""
    first, _, last = date.partition("/")
    start = datetime.date.fromisoformat(f"{first}-01-01"[:10])
    last = last or first
    if len(last) == 10:
        return start, datetime.date.fromisoformat(last)
    year, month = (int(part) for part in f"{last}-12".split("-")[:2])
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return start, following - datetime.timedelta(days=1)
