"""An EventFilter as SQL over the relations of a view."""

import datetime
from collections.abc import Iterable, Sequence
from functools import cache

import pyarrow as pa

from dragoman.codebook import load_plover
from dragoman.ledger.records import EventFilter, Whom
from dragoman.model import Event

_ASKED = pa.schema(
    [
        ("event", pa.string()),
        ("earliest", pa.date32()),
        ("latest", pa.date32()),
        ("names", pa.list_(pa.string())),
    ]
)

_TAKES_PART = """EXISTS (
    SELECT 1 FROM participants p
    WHERE p.mention_id = m.mention_id AND p.role = '{role}' AND list_has_any(p.names, ${names}))"""

_TOGETHER = """m.event IN (SELECT unnest($mutual)) AND EXISTS (
    SELECT 1 FROM participants p JOIN participants q USING (mention_id)
    WHERE p.mention_id = m.mention_id AND p.role = 'actor' AND q.role = 'actor'
        AND p.position <> q.position
        AND list_has_any(p.names, $side_a) AND list_has_any(q.names, $side_b))"""


_SEARCHED = "m.seq || '/' || m.mention_id IN (SELECT unnest($tellings::VARCHAR[]))"


def select_events(
    wanted: EventFilter, tellings: Sequence[str] = ()
) -> tuple[str, dict[str, object]]:
    """A query for the events that `wanted` lets through, as (event_id, rank), and its parameters.

    `tellings` are the event mentions that have the words of `wanted.search` (see search.telling).
    The rank counts from 1 in order of the event's first day, of its first report, of its id.
    """
    conditions, parameters = _conditions(wanted)
    if wanted.search:
        conditions.append(_SEARCHED)
        parameters["tellings"] = list(tellings)
    limit = ""
    if wanted.limit is not None:
        limit, parameters["limit"] = "LIMIT $limit", wanted.limit
    query = f"""
        WITH fitting AS (
            SELECT DISTINCT r.event_id
            FROM reports r JOIN event_mentions m USING (mention_id, seq)
            WHERE {" AND ".join(conditions) or "true"}
        )
        SELECT event_id, row_number() OVER (
            ORDER BY e.time.earliest NULLS LAST, e.published NULLS LAST, event_id) AS rank
        FROM fitting JOIN events e USING (event_id) ORDER BY rank {limit}"""  # noqa: S608
    return query, parameters


def names_of(whom: Whom) -> list[str]:
    """What `participants.names` must have one of: codes and ids as given, words in lower case."""
    given: Iterable[str] = (whom,) if isinstance(whom, str) else whom
    return sorted({form for name in given if name for form in (name, name.lower())})


def asked_for(events: Iterable[Event], around: datetime.timedelta) -> pa.Table:
    """The types, days and names of events that have days, as `known_events` asks for them."""
    found = [
        {
            "event": event.event,
            "earliest": max(event.time.earliest, datetime.date.min + around) - around,
            "latest": min(event.time.latest, datetime.date.max - around) + around,
            "names": _names(event),
        }
        for event in events
        if event.time.earliest and event.time.latest
    ]
    return pa.Table.from_pylist(found, _ASKED)


def _names(event: Event) -> list[str]:
    participants = (*event.actors, *event.recipients)
    return names_of(
        tuple(
            name for one in participants for name in (one.code, one.identifier_id, one.text.lower())
        )
    )


@cache
def mutual_types() -> tuple[str, ...]:
    """The PLOVER event types that have no direction: all sides do the same."""
    events = load_plover().events
    return tuple(one.name for one in events if one.mutual or any(m.mutual for m in one.modes))


def _conditions(wanted: EventFilter) -> tuple[list[str], dict[str, object]]:
    conditions: list[str] = []
    parameters: dict[str, object] = {}
    for name, value, condition in _tests(wanted):
        if value not in (None, (), "", []):
            conditions.append(f"({condition})")
            parameters[name] = value
    if wanted.dyad is not None:
        side_a, side_b = map(names_of, wanted.dyad)
        conditions.append(f"({_dyad()})")
        parameters |= {"side_a": side_a, "side_b": side_b, "mutual": list(mutual_types())}
    return conditions, parameters


def _tests(wanted: EventFilter) -> Iterable[tuple[str, object, str]]:
    """The name of a parameter, its value and the condition to make where there is a value."""
    yield "actor", names_of(wanted.actor), _TAKES_PART.format(role="actor", names="actor")
    yield (
        "recipient",
        names_of(wanted.recipient),
        _TAKES_PART.format(role="recipient", names="recipient"),
    )
    yield (
        "claimed_by",
        names_of(wanted.claimed_by),
        _TAKES_PART.format(role="speaker", names="claimed_by"),
    )
    yield "types", list(wanted.types), "list_contains($types, m.event)"
    statuses = [str(status) for status in wanted.statuses]
    yield "statuses", statuses, "list_contains($statuses, m.status)"
    yield "historical", wanted.historical, "m.historical = $historical"
    yield "own_voice", wanted.own_voice, "(len(m.claims) = 0) = $own_voice"
    yield "method", wanted.method, "m.method = $method"
    yield "disagreed", wanted.disagreed, "m.second <> '' AND (m.second <> m.event) = $disagreed"
    yield "since", wanted.since, "m.time.latest >= $since"
    yield "until", wanted.until, "m.time.earliest <= $until"
    yield "published_since", wanted.published_since, "r.published >= $published_since"
    yield "published_until", wanted.published_until, "r.published <= $published_until"
    yield "source", wanted.source.lower(), "$source IN (lower(r.publisher), lower(r.document))"
    yield (
        "text",
        wanted.text.lower(),
        "len(list_filter(m.evidence, lambda one: contains(lower(one.quote), $text))) > 0",
    )


def _dyad() -> str:
    def acts(side: str, other: str) -> str:
        actor = _TAKES_PART.format(role="actor", names=side)
        recipient = _TAKES_PART.format(role="recipient", names=other)
        return f"({actor} AND {recipient})"

    return f"{acts('side_a', 'side_b')} OR {acts('side_b', 'side_a')} OR ({_TOGETHER})"
