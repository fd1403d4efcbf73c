"""Corpus files to sentences; every breach of the format is collected with its line."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.codebook import Codebook, load_plover
from dragoman.errors import MarkedTextError, Problem
from dragoman.marked.annotations import (
    looks_like_event,
    parse_claim,
    parse_event,
    parse_reason,
)
from dragoman.marked.links import link_faults
from dragoman.marked.marks import parse_marks
from dragoman.marked.records import ClaimLine, CorpusSentence, EventLine
from dragoman.marked.values import fault_of
from dragoman.marked.vocabulary import REGISTERS

_SECTION = re.compile(r"==\s*(\w+)\s+(\S+)\s*(?:==)?")
_HEADER = re.compile(r"([a-z]+)\s*:\s*(.*)")
_PREFIX = re.compile(r"(title|lead|caption|body)\s*\|\s*")
_HEADER_KEYS = ("date", "register", "outlet")
_NO_DATE = datetime.date.min
_Faults = list[tuple[int, str]]


@dataclass(slots=True)
class _Section:
    kind: str
    name: str
    line: int
    header: dict[str, str] = field(default_factory=dict)
    in_header: bool = True


@dataclass(slots=True)
class _Draft:
    """A sentence line with the annotation lines under it, as they stand in the file."""

    section: _Section
    line: int
    written: str
    notes: list[tuple[int, str]] = field(default_factory=list)


def parse(text: str, path: str) -> tuple[CorpusSentence, ...]:
    """The sentences of a corpus file; `MarkedTextError` with every breach if there are any.

    `path` only names the file in messages and records.
    """
    sentences, problems = read_text(text, path)
    if problems:
        raise MarkedTextError(problems)
    return sentences


def read_text(
    text: str, path: str, codebook: Codebook | None = None
) -> tuple[tuple[CorpusSentence, ...], tuple[Problem, ...]]:
    """The sentences that could be read, sound or not, and every breach of the format.

    Event types, modes and contexts are those of `codebook`, PLOVER's if none is given.
    """
    faults: _Faults = []
    book = codebook or load_plover()
    sentences = tuple(
        _sentence(draft, path, faults, book)
        for draft in tuple(_drafts(text.removeprefix("\ufeff"), faults))
    )
    return sentences, tuple(sorted({Problem(path, line, message) for line, message in faults}))


def _drafts(text: str, faults: _Faults) -> Iterator[_Draft]:
    """The sentence lines with their annotation lines, after a check of sections and headers."""
    section, draft, names = _Section("", "", 0), None, set[str]()
    for number, line in _lines(text):
        if line.startswith("=="):
            section, draft = _section(line, number, faults), None
            if section.name in names:
                faults.append((number, f"the name {section.name!r} stands twice in this file"))
            names.add(section.name)
        elif not line:
            draft = None
            if section.header:
                _close_header(section, faults)
        elif section.in_header and (match := _HEADER.fullmatch(line)):
            _add_header(section, match, number, faults)
        elif not _is_note(line, draft is not None):
            _close_header(section, faults)
            draft = _Draft(section, number, line)
            yield draft
        elif draft:
            draft.notes.append((number, line))
        else:
            faults.append((number, "an annotation line with no sentence right above it"))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.startswith("#"):
            yield number, line.strip()


def _section(line: str, number: int, faults: _Faults) -> _Section:
    match = _SECTION.fullmatch(line)
    if not match or match.group(1) not in {"sentences", "report"}:
        faults.append((number, "== sentences NAME or == report NAME"))
        return _Section("sentences", f"line-{number}", number)
    return _Section(match.group(1), match.group(2), number)


def _add_header(
    section: _Section, match: re.Match[str], number: int, faults: list[tuple[int, str]]
) -> None:
    key, value = match.groups()
    if key not in _HEADER_KEYS:
        faults.append((number, f"unknown header {key!r}; one of {', '.join(_HEADER_KEYS)}"))
    elif key in section.header:
        faults.append((number, f"{key} stands twice"))
    section.header[key] = value.strip()


def _close_header(section: _Section, faults: _Faults) -> None:
    """Checks the header when it ends; what follows is sentences."""
    if not section.in_header:
        return
    section.in_header = False
    date = section.header.get("date", "")
    if _date(section.header) == _NO_DATE:
        faults.append((section.line, f"no day of publication: date {date!r}; date: YYYY-MM-DD"))
    register = section.header.get("register", "")
    if register and register not in REGISTERS:
        known = ", ".join(REGISTERS)
        faults.append((section.line, f"unknown register {register!r}; one of {known}"))


def _date(header: Mapping[str, str]) -> datetime.date:
    try:
        return datetime.date.fromisoformat(header.get("date", ""))
    except ValueError:
        return _NO_DATE


def _is_note(line: str, has_sentence: bool) -> bool:
    if re.match(r'["“”]\s+[-a-z]', line):
        return True
    if re.match(r"0\s+[A-Za-z]+|0$", line):
        return has_sentence or len(line.split()) == 2
    return line.startswith("-") and looks_like_event(line)


def _sentence(draft: _Draft, path: str, faults: _Faults, codebook: Codebook) -> CorpusSentence:
    section = draft.section
    if not section.kind:
        faults.append((draft.line, "a sentence before the first == line"))
    prefix = _PREFIX.match(draft.written)
    written = draft.written[prefix.end() :] if prefix else draft.written
    text, marks, mark_faults = parse_marks(written)
    value_faults = [fault for mark in marks if (fault := fault_of(mark))]
    faults += [(draft.line, fault) for fault in (*mark_faults, *value_faults)]
    events, claims, reason = _annotation(draft, faults, codebook)
    in_report = section.kind == "report"
    sentence = CorpusSentence(
        name=section.name,
        path=path,
        line=draft.line,
        text=text,
        marks=marks,
        events=events,
        claims=claims,
        reason=reason,
        block=prefix.group(1) if prefix else "body" if in_report else None,
        date=_date(section.header),
        register=section.header.get("register", ""),
        outlet=section.header.get("outlet", ""),
        report=section.name if in_report else None,
    )
    faults += link_faults(sentence)
    return sentence


def _annotation(
    draft: _Draft, faults: _Faults, codebook: Codebook
) -> tuple[tuple[EventLine, ...], tuple[ClaimLine, ...], str]:
    events: list[EventLine] = []
    claims: list[ClaimLine] = []
    reasons: list[str] = []
    told = False
    for number, line in draft.notes:
        found: list[str] = []
        if line.startswith("-"):
            event, found = parse_event(line, number, codebook)
            told = True
            events += [event] if event else []
        elif line.startswith("0"):
            reason, found = parse_reason(line)
            reasons.append(reason)
        else:
            more, found = parse_claim(line, number)
            claims += more
        faults += [(number, fault) for fault in found]
    if told and reasons:
        faults.append((draft.line, "both an event line and a 0 line"))
    elif len(reasons) > 1:
        faults.append((draft.line, "more than one 0 line"))
    elif not told and not reasons:
        faults.append((draft.line, "neither an event line nor a 0 line"))
    return tuple(events), tuple(claims), next(iter(reasons), "")
