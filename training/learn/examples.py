"""Corpus sentences as numbers: token ids with the classes that every head must learn."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from dragoman.engine.tokens import Tokens, mark_pair, tokenise
from dragoman.marked import MENTION_LETTERS, CorpusSentence, EventLine, Mark
from dragoman.marked.records import ACTOR_LETTERS
from dragoman.marked.vocabulary import STATUSES, vocabulary
from dragoman.model import Span
from training.learn.labels import NONE, ROLES, Labels

IGNORED = -100
_STRANGERS = 2
"""Pairs without an event that a sentence gives at most, for each pair with one."""


@dataclass(frozen=True)
class TriggerExample:
    """A trigger's first token with what it is."""

    token: int
    status: int
    historical: int
    modes: tuple[int, ...]
    contexts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Example:
    """A sentence. `tags` are classes by head and token; `roles` (trigger, first, last, role)."""

    ids: tuple[int, ...]
    tags: Mapping[str, tuple[int, ...]]
    triggers: tuple[TriggerExample, ...] = ()
    roles: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True)
class PairExample:
    """A sentence with two marked spans; `type` counts "none" as the last."""

    ids: tuple[int, ...]
    source: int
    target: int
    type: int
    modes: tuple[int, ...] = field(default=())


def example_of(labels: Labels, tokenizer: Tokenizer, sentence: CorpusSentence) -> Example:
    """The sentence with the classes of all token heads and roles."""
    tokens = tokenise(tokenizer, sentence.text)
    mentions = [mark for mark in sentence.marks if mark.letter in MENTION_LETTERS]
    outer, inner = _levels(mentions)
    tags = {
        "mention": _tags(labels, "mention", tokens, [(m.span, m.letter) for m in outer]),
        "inner": _tags(labels, "inner", tokens, [(m.span, m.letter) for m in inner]),
        "trigger": _tags(
            labels,
            "trigger",
            tokens,
            [(sentence.mark(e.trigger).span, e.type) for e in sentence.events],
        ),
        "claim": _tags(labels, "claim", tokens, _claims(sentence)),
        "content": _tags(labels, "content", tokens, _contents(sentence)),
    }
    triggers: list[TriggerExample] = []
    roles: list[tuple[int, int, int, int]] = []
    for trigger in dict.fromkeys(event.trigger for event in sentence.events):
        events = [event for event in sentence.events if event.trigger == trigger]
        place = tokens.covered(sentence.mark(trigger).span)
        if place is None:
            continue
        head = tokens.words[place[0]]
        triggers.append(_trigger(labels, head, events[0]))
        for mark in sentence.marks:
            if mark.letter in f"{MENTION_LETTERS}d" and (span := tokens.covered(mark.span)):
                first, last = tokens.words[span[0]], tokens.words[span[1]]
                roles.append((head, first, last, _role(events[0], mark)))
    return Example(tokens.ids, tags, tuple(triggers), tuple(roles))


def pairs_of(
    labels: Labels, tokenizer: Tokenizer, sentence: CorpusSentence, chance: random.Random
) -> list[PairExample]:
    """The pairs with an event and some without one; a pair with two events has its first."""
    known: dict[tuple[str, str], EventLine] = {}
    for event in sentence.events:
        recipients = event.recipients or event.actors
        for actor in event.actors:
            for recipient in recipients:
                if actor != recipient:
                    known.setdefault((actor, recipient), event)
                    if vocabulary().codebook.event(event.type).is_mutual(event.modes):
                        known.setdefault((recipient, actor), event)
    actors = [mark.key for mark in sentence.marks if mark.letter in ACTOR_LETTERS]
    strangers = [
        (one, other)
        for one in actors
        for other in actors
        if one != other and (one, other) not in known and not _nested(sentence, one, other)
    ]
    chance.shuffle(strangers)
    wanted = min(len(strangers), max(1, min(_STRANGERS, len(known))))
    chosen: list[tuple[tuple[str, str], EventLine | None]] = [
        *known.items(),
        *((pair, None) for pair in strangers[:wanted]),
    ]
    made = (_pair(labels, tokenizer, sentence, pair, event) for pair, event in chosen)
    return [item for item in made if item is not None]


def _pair(
    labels: Labels,
    tokenizer: Tokenizer,
    sentence: CorpusSentence,
    pair: tuple[str, str],
    event: EventLine | None,
) -> PairExample | None:
    source, target = (sentence.mark(key).span for key in pair)
    marked = mark_pair(tokenizer, sentence.text, source, target)
    if marked is None:
        return None
    types = (*labels.types, NONE)
    modes = _modes(labels, event) if event else ()
    return PairExample(
        marked.ids, marked.source, marked.target, types.index(event.type if event else NONE), modes
    )


def _nested(sentence: CorpusSentence, one: str, other: str) -> bool:
    return sentence.mark(one).span.overlaps(sentence.mark(other).span)


def _levels(mentions: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """The outermost mentions, and the outermost of those inside them."""
    outer = [m for m in mentions if not any(_inside(m, other) for other in mentions)]
    rest = [m for m in mentions if m not in outer]
    return outer, [m for m in rest if not any(_inside(m, other) for other in rest)]


def _inside(mark: Mark, other: Mark) -> bool:
    if mark is other or not other.span.covers(mark.span):
        return False
    return mark.span != other.span or mark.key > other.key


def _tags(
    labels: Labels, head: str, tokens: Tokens, spans: Iterable[tuple[Span, str]]
) -> tuple[int, ...]:
    """A class for every token: `IGNORED` for all but the first of each word."""
    names = {name: number for number, name in enumerate(labels.tokens[head])}
    tags = [IGNORED] * len(tokens.ids)
    for token in tokens.words:
        tags[token] = 0
    for span, kind in spans:
        place = tokens.covered(span)
        if place is None or any(tags[tokens.words[i]] for i in range(place[0], place[1] + 1)):
            continue
        for index in range(place[0], place[1] + 1):
            tags[tokens.words[index]] = names[f"{'B' if index == place[0] else 'I'}-{kind}"]
    return tuple(tags)


def _claims(sentence: CorpusSentence) -> Iterator[tuple[Span, str]]:
    """Speakers and cues of all claims."""
    for claim in sentence.claims:
        if claim.speaker:
            yield sentence.mark(claim.speaker).span, "speaker"
        yield sentence.mark(claim.cue).span, "cue"


def _contents(sentence: CorpusSentence) -> list[tuple[Span, str]]:
    """What is claimed; of contents inside each other the outermost."""
    spans = {sentence.mark(claim.content).span for claim in sentence.claims if claim.content}
    return [(span, "content") for span in sorted(spans, key=lambda s: s.start - s.end)]


def _trigger(labels: Labels, token: int, event: EventLine) -> TriggerExample:
    contexts = tuple(labels.contexts.index(name) for name in event.contexts)
    modes = _modes(labels, event)
    status = STATUSES.index(event.status)
    return TriggerExample(token, status, int(event.historical), modes, contexts)


def _modes(labels: Labels, event: EventLine) -> tuple[int, ...]:
    names = {f"{event.type}/{mode}" for mode in event.modes}
    return tuple(index for index, name in enumerate(labels.modes) if name in names)


def _role(event: EventLine, mark: Mark) -> int:
    acts, suffers = mark.key in event.actors, mark.key in event.recipients
    name = NONE
    if acts or suffers:
        name = "both" if acts and suffers else "actor" if acts else "recipient"
    elif mark.key == event.place:
        name = "place"
    elif mark.key == event.time:
        name = "time"
    return ROLES.index(name)
