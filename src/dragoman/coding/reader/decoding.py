"""Scores of the heads to mentions, triggers and roles of one sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from dragoman.engine import Encoded, Network, sigmoid, softmax
from dragoman.engine.heads import Array
from dragoman.model import Span

LEAST_TRIGGER = 0.25
"""The least probability at which a word is looked at as a trigger at all."""
_LEAST_MODE = 0.8
_OUTSIDE = 0


@dataclass(frozen=True, slots=True)
class ReadMention:
    """Words taken for a mention; `letter` is the corpus's: s, o, p, g or l."""

    span: Span
    letter: str
    score: float


@dataclass(frozen=True, slots=True)
class ReadRole:
    """What a candidate (by its index) most likely is in an event."""

    candidate: int
    role: str
    score: float


@dataclass(frozen=True, slots=True)
class ReadTrigger:
    """Words taken for a trigger, with the probability that they tell this type of event.

    `own`: a head of one's own says so, by its own threshold.
    """

    span: Span
    event: str
    score: float
    modes: tuple[str, ...]
    own: bool = False


@dataclass(frozen=True)
class SentenceScores:
    """What the network makes of a sentence, to be asked; offsets count in the sentence."""

    network: Network
    encoded: Encoded
    own: tuple[ReadTrigger, ...] = ()

    def mentions(self) -> list[ReadMention]:
        """Outer and inner mentions, each level in text order."""
        words = self.encoded.words
        found: list[ReadMention] = []
        for head in ("mention", "inner"):
            chances = softmax(self.network.heads.token(head, words))
            tags = self.network.classes[head]
            for first, last, kind in _runs([tags[i] for i in chances.argmax(-1)]):
                score = float(1 - chances[first : last + 1, _OUTSIDE].max())
                found.append(ReadMention(self.encoded.tokens.span(first, last), kind, score))
        return found

    def chance(self, span: Span) -> float:
        """The probability that any word of `span` is a trigger; 0 behind the longest text."""
        owned = [one.score for one in self.own if one.span.overlaps(span)]
        if owned:
            return max(owned)
        place = self.encoded.tokens.covered(span)
        if place is None:
            return 0.0
        return float(1 - self._triggers[place[0] : place[1] + 1, _OUTSIDE].min())

    def triggers(self) -> list[ReadTrigger]:
        """Every run of words that are likelier than `LEAST_TRIGGER` to tell an event.

        Those of one's own stand in place of the network's on the same words.
        """
        read = [
            one
            for one in self._read_triggers()
            if not any(one.span.overlaps(other.span) for other in self.own)
        ]
        return sorted((*read, *self.own), key=lambda one: one.span.start)

    def likeliest(self, event: str) -> list[ReadTrigger]:
        """Every word as a trigger of this type, the likeliest first, however unlikely it is."""
        tags = self.network.classes["trigger"]
        place = tags.index(f"B-{event}")
        chances = self._triggers[:, place : place + 2].sum(-1)
        return [self._trigger(int(i), event, float(chances[i])) for i in (-chances).argsort()]

    def _read_triggers(self) -> list[ReadTrigger]:
        chances = self._triggers
        tags = self.network.classes["trigger"]
        types = [tag[2:] for tag in tags[1::2]]
        by_type = chances[:, 1::2] + chances[:, 2::2]
        found: list[ReadTrigger] = []
        open_type = -1
        for index, row in enumerate(by_type):
            best = int(row.argmax())
            if 1 - chances[index, _OUTSIDE] < LEAST_TRIGGER:
                open_type = -1
                continue
            first, further = chances[index, 2 * best + 1 : 2 * best + 3]
            goes_on = best == open_type and further > first
            if goes_on and found:
                whole = Span(found[-1].span.start, self.encoded.tokens.ends[index])
                found[-1] = replace(found[-1], span=whole)
                continue
            open_type = best
            found.append(self._trigger(index, types[best], float(row[best])))
        return found

    def roles(self, trigger: ReadTrigger, candidates: Sequence[Span]) -> tuple[ReadRole, ...]:
        """What each candidate is in the event, "none" left out."""
        place = self.encoded.tokens.covered(trigger.span)
        places = [(i, self.encoded.tokens.covered(span)) for i, span in enumerate(candidates)]
        known = [(i, at) for i, at in places if at is not None]
        if place is None or not known:
            return ()
        words = self.encoded.words
        chances = softmax(
            self.network.heads.role(
                np.repeat(words[place[0]][None], len(known), 0),
                words[[at[0] for _, at in known]],
                words[[at[1] for _, at in known]],
            )
        )
        names = self.network.classes["role"]
        made = [
            ReadRole(index, names[int(row.argmax())], float(row.max()))
            for (index, _), row in zip(known, chances, strict=True)
        ]
        return tuple(role for role in made if role.role != "none")

    @cached_property
    def _triggers(self) -> Array:
        return softmax(self.network.heads.token("trigger", self.encoded.words))

    def _trigger(self, word: int, event: str, score: float) -> ReadTrigger:
        chances = sigmoid(self.network.heads.token("mode", self.encoded.words[word][None]))[0]
        span = self.encoded.tokens.span(word, word)
        return ReadTrigger(
            span, event, score, modes_in(self.network.classes["mode"], chances, event)
        )


def modes_in(names: Sequence[str], chances: Iterable[float], event: str) -> tuple[str, ...]:
    """The modes of `event` that are likely enough, the likeliest first; `names` are TYPE/mode."""
    found = [
        (float(chance), name.partition("/")[2])
        for name, chance in zip(names, chances, strict=True)
        if name.startswith(f"{event}/") and chance >= _LEAST_MODE
    ]
    return tuple(mode for _, mode in sorted(found, reverse=True)[:2])


def _runs(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """First word, last word and kind of each tagged stretch; a stray I opens one."""
    runs: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        if tag == "O":
            continue
        place, _, kind = tag.partition("-")
        if place == "I" and runs and runs[-1][1] == index - 1 and runs[-1][2] == kind:
            runs[-1] = (runs[-1][0], index, kind)
        else:
            runs.append((index, index, kind))
    return runs
