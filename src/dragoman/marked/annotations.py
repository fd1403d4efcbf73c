"""Annotation lines: ``- TYPE/mode t1: s1 > g1 | status | …``, ``" p1 c1 q1``, ``0 reason``.

Each function returns what the line says and what is wrong with it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook import Codebook
from dragoman.errors import CodebookError
from dragoman.marked.records import ClaimLine, EventLine
from dragoman.marked.vocabulary import CERTAINTIES, REASONS, STATUSES

_HEAD = re.compile(
    r"(?P<type>[\w-]+)(?P<modes>(?:\s*/\s*[\w-]+)*)\s+(?P<trigger>[A-Za-z]\d+[a-z]?)\s*:"
)
_EVENT = re.compile(rf"-\s*{_HEAD.pattern}")
_FIELDS = {"time": "time", "place": "place", "size": "sizes", "context": "contexts"}


def looks_like_event(line: str) -> bool:
    """Whether a line that begins with a dash is an event rather than an item of a list."""
    return bool(_EVENT.match(line)) or (line.startswith("- ") and " > " in line)


def parse_event(line: str, number: int, codebook: Codebook) -> tuple[EventLine | None, list[str]]:
    """An event line, `number` being its place in the file; None if it has no head to go by."""
    parts = [part.strip() for part in line.lstrip("- \t").split("|")]
    head = _HEAD.match(parts[0])
    if not head:
        return None, ["no event line; - TYPE/mode t1: actors > recipients | status"]
    actors, arrow, recipients = parts[0][head.end() :].partition(">")
    faults = [] if arrow else [f"no > between actors and recipients in {parts[0]!r}"]
    event = EventLine(
        type=head["type"].upper(),
        modes=tuple(
            mode.lower().replace("_", "-") for mode in re.findall(r"[\w-]+", head["modes"])
        ),
        trigger=head["trigger"],
        actors=_side(actors),
        recipients=_side(recipients),
        status="",
        line=number,
    )
    faults += _type_faults(event, codebook)
    for part in filter(None, parts[1:]):
        event, fault = _with_part(event, part)
        faults += fault
    known = codebook.context_names
    faults += [f"unknown context {one!r}" for one in event.contexts if one not in known]
    if not event.status:
        faults.append(f"no status; one of {', '.join(STATUSES)}")
    return event, faults


def _type_faults(event: EventLine, codebook: Codebook) -> list[str]:
    try:
        known = codebook.event(event.type).mode_names
    except CodebookError as error:
        return [str(error)]
    return [
        f"{event.type} has no mode {mode!r}; it has {', '.join(known) or 'none'}"
        for mode in event.modes
        if mode not in known
    ]


def _with_part(event: EventLine, part: str) -> tuple[EventLine, list[str]]:
    """The event with what stands between two bars."""
    word, _, rest = part.partition(" ")
    word = word.lower().rstrip(":")
    if word in STATUSES and not rest:
        twice = [f"two statuses: {event.status}, {word}"] if event.status else []
        return replace(event, status=word), twice
    if word in CERTAINTIES and not rest:
        return replace(event, certainty=word), []
    if word == "historical" and not rest:
        return replace(event, historical=True), []
    name = _FIELDS.get(word) or _FIELDS.get(word.removesuffix("s"))
    if name is None:
        return event, [f"unknown part {part!r}"]
    if getattr(event, name):
        return event, [f"{word} stands twice"]
    return _with_field(event, name, _items(rest))


def _with_field(event: EventLine, name: str, items: tuple[str, ...]) -> tuple[EventLine, list[str]]:
    if not items:
        return event, [f"{name} of nothing"]
    if name in {"time", "place"}:
        if len(items) > 1:
            return event, [f"more than one {name}: {', '.join(items)}"]
        return (
            (replace(event, time=items[0]), [])
            if name == "time"
            else (replace(event, place=items[0]), [])
        )
    if name == "sizes":
        return replace(event, sizes=items), []
    contexts = tuple(item.lower().replace("-", "_") for item in items)
    return replace(event, contexts=contexts), []


def parse_claim(line: str, number: int) -> tuple[tuple[ClaimLine, ...], list[str]]:
    """A claim line; several speakers or contents with commas between are as many claims."""
    words = re.sub(r"\s*,\s*", ",", line.lstrip('"“” \t')).split()
    if len(words) != 3:
        return (), [f'no claim line: {line!r}; " speaker cue content, - for what is not there']
    speakers, cue, contents = words
    if cue == "-":
        return (), ["a claim without a cue"]
    return tuple(
        ClaimLine(
            speaker=None if speaker == "-" else speaker,
            cue=cue,
            content=None if content == "-" else content,
            line=number,
        )
        for speaker in _items(speakers)
        for content in _items(contents)
    ), []


def parse_reason(line: str) -> tuple[str, list[str]]:
    """Why there is no event: the first word behind the 0; what follows it is a remark."""
    words: Sequence[str] = re.findall(r"[\w-]+", line[1:].lower())
    if not words:
        return "", [f"0 without a reason; one of {', '.join(REASONS)}"]
    if words[0] not in REASONS:
        return "", [f"unknown reason {words[0]!r}; one of {', '.join(REASONS)}"]
    return words[0], []


def _side(listed: str) -> tuple[str, ...]:
    """The keys on one side of the arrow; a dash stands for nobody."""
    return () if listed.strip() in {"-", "\u2013", "\u2014"} else _items(listed)


def _items(listed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in re.split(r"[\s,]+", listed.strip()) if item))
