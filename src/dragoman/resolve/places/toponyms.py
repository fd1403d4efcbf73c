"""Toponyms with their places: what the rest of the house calls."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Place, Span
from dragoman.resolve.places.disambiguation import Choice, choose
from dragoman.resolve.places.finder import Found, find_names
from dragoman.resolve.places.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """Words that name a place, and the place.

    `usage` is name, demonym, abbreviation or described; `place` is None for what the words describe
    but no table has ("Pine Creek"). `rule` says why it is this place, `evidence` why the words are
    a place's at all, `score` in 0..1 how far the runner-up lies behind; `others` are ids of places
    that were weighed and not taken.
    """

    span: Span
    text: str
    usage: str
    place: Place | None
    score: float
    rule: str
    evidence: tuple[str, ...]
    others: tuple[str, ...] = ()


def find_places(text: str, gazetteer: Gazetteer, home: Sequence[str] = ()) -> tuple[Toponym, ...]:
    """The toponyms of `text` in order, none overlapping.

    `home` names what the report's outlet belongs to, such as ``Kentucky`` or ``Ireland``.
    """
    found = find_names(text, gazetteer)
    at_home = [places[0] for places in map(gazetteer.find, home) if places]
    choices = choose(found, at_home)
    return tuple(_toponym(text, one, choices.get(one.key), gazetteer) for one in found)


def _toponym(text: str, one: Found, choice: Choice | None, gazetteer: Gazetteer) -> Toponym:
    if choice is None:
        return Toponym(
            span=one.span,
            text=one.span.of(text),
            usage=one.usage,
            place=None,
            score=0.0,
            rule="in no table",
            evidence=one.reasons,
        )
    return Toponym(
        span=one.span,
        text=one.span.of(text),
        usage=one.usage,
        place=gazetteer.place(choice.place),
        score=choice.score,
        rule=choice.rule,
        evidence=one.reasons,
        others=tuple(gazetteer.place(place).id for place in choice.others),
    )
