"""PLOVER JSON lines as marked events: the sentences that records quote, and what they tell."""

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.errors import InputError
from dragoman.evaluate.records import Party, ToldEvent
from dragoman.model import Span

Record = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedText:
    """A quoted text with the events that records tell of it.

    `date` is the last day of the first of these events: PLOVER does not say when a report came out.
    """

    name: str
    text: str
    date: datetime.date
    events: tuple[ToldEvent, ...]


def quoted_texts(lines: Iterable[str], name: str) -> tuple[QuotedText, ...]:
    """The texts that the records quote (``text_info.text_story``), each once, in their order.

    Events have type, modes, the countries of actors and recipients, and where ``event_text`` stands
    in the text once, the trigger. `InputError` with the line of a record that lacks what is needed.
    """
    found: dict[str, list[tuple[int, datetime.date, ToldEvent]]] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            for text, date, event in _told(line, f"{name}:{number}"):
                found.setdefault(text, []).append((number, date, event))
    return tuple(
        QuotedText(
            name=f"{name}:{told[0][0]}",
            text=text,
            date=told[0][1],
            events=tuple(dict.fromkeys(event for *_, event in told)),
        )
        for text, told in found.items()
    )


def _told(line: str, place: str) -> Iterator[tuple[str, datetime.date, ToldEvent]]:
    """Each quote of a record, with its day and the event as that quote tells it."""
    try:
        record = json.loads(line)
        quotes = _list(record["text_info"]["text_story"])
        triggers = _list(record.get("event_text", []))
        date = datetime.date.fromisoformat(record.get("enddate") or record["date"])
        for index, text in enumerate(quotes):
            trigger = triggers[index] if index < len(triggers) else ""
            for event_type in _list(record["event"]):
                yield text, date, _event(record, event_type, _place(text, trigger))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{place}: no PLOVER record with event, date and text_info.text_story "
            f"({type(error).__name__}: {error})"
        ) from error


def _event(record: Record, event_type: str, trigger: Span | None) -> ToldEvent:
    return ToldEvent(
        type=event_type,
        trigger=trigger,
        actors=_parties(record.get("actor", [])),
        recipients=_parties(record.get("recipient", [])),
        modes=frozenset(mode for mode in _list(record.get("mode", [])) if mode),
    )


def _parties(entities: Iterable[Record]) -> tuple[Party, ...]:
    return tuple(Party((), entity.get("code", "")) for entity in entities)


def _place(text: str, words: str) -> Span | None:
    """Where the words stand; None if they stand nowhere or more than once."""
    if not words or text.count(words) != 1:
        return None
    start = text.index(words)
    return Span(start, start + len(words))


def _list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
