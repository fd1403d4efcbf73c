"""Where an event took place: the place its trigger is tied to, else a locative of its sentence."""

from collections.abc import Mapping, Sequence

from dragoman.model import (
    Document,
    EventMention,
    Mention,
    PlaceReference,
    Reading,
    Resolution,
    Span,
)
from dragoman.resolve.places import Toponym

CAPITAL = "capital-as-place"
"""How the rules of mentions begin that take a capital for the city itself."""

LOCATIVES = frozenset(
    f"behind {word}" for word in ("in", "near", "at", "outside", "inside", "around", "across")
)
"""The evidence of toponyms that say where something is."""

SMALL = frozenset({"point", "city", "district", "region"})
"""Precisions that are worth a place where no syntax ties it to the trigger."""

_REACH = 80
"""How many characters behind the trigger a locative of its sentence may stand."""


def event_place(
    reading: Reading,
    event: EventMention,
    resolutions: Mapping[str, Resolution],
    toponyms: Sequence[Toponym],
) -> PlaceReference | None:
    """The place of an event with what is known of it; a country never has coordinates.

    The mention that the coder tied to the trigger comes first, resolved by the tables of actors and
    then by the gazetteer; without one the first locative behind the trigger, in its sentence.
    """
    mention = next((one for one in reading.mentions if one.id == event.place), None)
    if mention is None:
        toponym = _locative(reading, event.trigger, toponyms)
        return _reference(toponym.text, toponym.span, toponym) if toponym else None
    resolution = resolutions.get(mention.id)
    known = resolution.place if resolution else None
    same = next((one for one in toponyms if _is_of(mention, one, resolution)), None)
    if known is None and same is not None:
        return _reference(mention.span.of(reading.document.text), mention.span, same)
    return place_of(reading.document, mention, resolution)


def _is_of(mention: Mention, toponym: Toponym, resolution: Resolution | None) -> bool:
    """Whether a toponym is the mention's place: its words, and its state if known."""
    if toponym.place is None or not mention.span.overlaps(toponym.span):
        return False
    return resolution is None or resolution.code in {"", toponym.place.country_code}


def _locative(reading: Reading, trigger: Span, toponyms: Sequence[Toponym]) -> Toponym | None:
    sentence = next((one.span for one in reading.sentences if one.span.covers(trigger)), None)
    if sentence is None:
        return None
    for one in toponyms:
        behind = trigger.end <= one.span.start <= trigger.end + _REACH
        small = one.place is not None and one.place.precision in SMALL and one.usage == "name"
        if behind and small and sentence.covers(one.span) and LOCATIVES & set(one.evidence):
            return one
    return None


def _reference(words: str, span: Span, toponym: Toponym) -> PlaceReference:
    place = toponym.place
    assert place is not None
    is_point = place.precision not in {"country", "cross-border"}
    return PlaceReference(
        text=words,
        span=span,
        resolved=place.names[0],
        country_code=place.country_code,
        lat=place.lat if is_point else None,
        lon=place.lon if is_point else None,
        resolution=place.precision,
    )


def place_of(document: Document, mention: Mention, resolution: Resolution | None) -> PlaceReference:
    """What the tables of actors know; a capital without coordinates keeps its own name."""
    words = mention.span.of(document.text)
    if resolution is None:
        return PlaceReference(text=words, span=mention.span)
    place = resolution.place
    if place is None:
        capital = mention.rule.startswith(CAPITAL)
        return PlaceReference(
            text=words,
            span=mention.span,
            resolved=mention.head if capital else resolution.name,
            country_code=resolution.code,
            resolution="city" if capital else "country",
        )
    return PlaceReference(
        text=words,
        span=mention.span,
        resolved=place.names[0],
        country_code=place.country_code,
        lat=place.lat,
        lon=place.lon,
        resolution=place.precision,
    )
