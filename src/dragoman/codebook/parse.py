"""From the tables of a codebook file to a `Codebook`, on top of another one where it extends it."""

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast, get_args

from dragoman.codebook.reader import Problem, TableReader
from dragoman.codebook.records import (
    Border,
    Codebook,
    Context,
    EventType,
    Mode,
    Sector,
    Trigger,
    TriggerKind,
)

_EVENT_NAME = re.compile(r"[A-Z][A-Z0-9_]*")
_WORD_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_SECTOR_CODE = re.compile(r"[A-Z]{3}")

_Entry = TypeVar("_Entry", EventType, Mode, Context, Sector)


def parse_codebook(
    raw: dict[str, Any], file: str, digest: str, base: Codebook | None
) -> tuple[Codebook, list[Problem]]:
    """The codebook that the file's tables describe, and what is wrong with them.

    Tables of the file replace those of `base` key by key and add to them; the key `extends`, which
    says what `base` is, is the caller's affair. With problems, the codebook is only good for
    finding more of them.
    """
    problems: list[Problem] = []
    reader = TableReader(raw, "", file, problems)
    reader.ask("extends")
    name = reader.text("name")
    codebook = Codebook(
        name=name,
        version=reader.text("version"),
        title=reader.text("title", name),
        digest=digest,
        events=_merged(reader, "events", _EVENT_NAME, base.events if base else (), _event),
        contexts=_merged(reader, "contexts", _WORD_NAME, base.contexts if base else (), _context),
        sectors=_merged(reader, "sectors", _SECTOR_CODE, base.sectors if base else (), _sector),
    )
    if not codebook.events:
        reader.problem("events", 'no event types: add [events.NAME] or extends = "plover-2.0"')
    reader.finish(elsewhere={"modes": "events.NAME", "triggers": "events.NAME"})
    return codebook, problems


def _merged(
    reader: TableReader,
    key: str,
    pattern: re.Pattern[str],
    inherited: Iterable[_Entry],
    read: Callable[[TableReader, str, _Entry | None], _Entry],
) -> tuple[_Entry, ...]:
    """The inherited entries with those of the file in their place or after them."""
    found = {_name(entry): entry for entry in inherited}
    folded = {name.casefold(): name for name in found}
    for name, table in reader.tables(key).items():
        twin = folded.setdefault(name.casefold(), name)
        if twin != name:
            table.problem("", f"the name is taken: {twin!r} differs only in case")
        elif not pattern.fullmatch(name):
            table.problem("", f"the name {name!r} must have the form {pattern.pattern}")
        found[name] = read(table, name, found.get(name))
        table.finish()
    return tuple(found.values())


def _name(entry: EventType | Mode | Context | Sector) -> str:
    return entry.code if isinstance(entry, Sector) else entry.name


def _event(table: TableReader, name: str, inherited: EventType | None) -> EventType:
    old = None if table.flag("replace", default=False) else inherited
    mutual = table.flag("mutual", default=old is not None and old.mutual)
    return EventType(
        name=name,
        definition=table.text("definition", old.definition if old else None),
        quad=table.quad("quad", old.quad if old else None, required=True) or 1,
        quad_in_table=table.quad("quad_in_table", old.quad_in_table if old else None),
        score=table.score("score", old.score if old else None),
        recipient_required=table.flag(
            "recipient_required", default=old is not None and old.recipient_required
        ),
        mutual=mutual,
        borders=_borders(table) or (old.borders if old else ()),
        modes=_merged(table, "modes", _WORD_NAME, old.modes if old else (), _mode_reader(mutual)),
        triggers=(*(old.triggers if old else ()), *_triggers(table, name)),
        cameo=table.text("cameo", old.cameo or "" if old else "") or None,
        note=table.text("note", old.note if old else ""),
    )


def _mode_reader(event_is_mutual: bool) -> Callable[[TableReader, str, Mode | None], Mode]:
    def read(table: TableReader, name: str, old: Mode | None) -> Mode:
        return Mode(
            name=name,
            definition=table.text("definition", old.definition if old else None),
            score=table.score("score", old.score if old else None),
            mutual=table.flag("mutual", default=old.mutual if old else event_is_mutual),
            contexts=table.words("contexts") or (old.contexts if old else ()),
            note=table.text("note", old.note if old else ""),
        )

    return read


def _borders(table: TableReader) -> tuple[Border, ...]:
    found = []
    for border in table.table_list("borders"):
        found.append(Border(border.text("with"), border.text("rule")))
        border.finish()
    return tuple(found)


def _triggers(table: TableReader, event: str) -> tuple[Trigger, ...]:
    found = []
    for group in table.table_list("triggers"):
        kind = cast("TriggerKind", group.choice("kind", get_args(TriggerKind), "verb"))
        mode = group.text("mode", "") or None
        contexts = group.words("contexts")
        phrases = group.words("phrases", required=True)
        group.finish()
        found += [
            Trigger(phrase=phrase, event=event, kind=kind, mode=mode, contexts=contexts)
            for phrase in phrases
        ]
    return tuple(found)


def _context(table: TableReader, name: str, old: Context | None) -> Context:
    return Context(
        name=name,
        definition=table.text("definition", old.definition if old else None),
        excludes=table.text("excludes", old.excludes if old else ""),
    )


def _sector(table: TableReader, code: str, old: Sector | None) -> Sector:
    return Sector(
        code=code,
        definition=table.text("definition", old.definition if old else None),
        primary=table.flag("primary", default=old is not None and old.primary),
    )
