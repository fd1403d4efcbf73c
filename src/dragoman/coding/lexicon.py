"""The trigger lexicon: patterns of words that tell an event, kept as data."""

import csv
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

from dragoman.codebook import EventType, Trigger, load_plover, to_plover
from dragoman.coding.inflection import Irregular, fold, singular, verb_forms
from dragoman.coding.wording import noun_pattern, verb_patterns

Kind = Literal["verb", "noun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A pattern and what it tells.

    `elements` are the pattern's parts after folding: a word, ``a|b``, ``[class]``, ``+`` (whom it
    is done to), ``-`` (who does it) and ``*`` (any few words). `prepositions` lead to the
    recipient where the pattern has no ``+``. `operator` says what the entry makes of an event in
    its complement ("agree to" + withdraw). `alone`: may be coded without a recipient;
    `composed`: tells an event only together with one in its complement. `own`: a codebook of one's
    own brought it, so it goes before the entries of this package; `like` is the PLOVER type whose
    rules an event type of one's own follows.
    """

    pattern: str
    kind: Kind
    event: str
    elements: tuple[str, ...]
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    prepositions: frozenset[str] = frozenset()
    operator: str = ""
    mutual: bool = False
    reversed: bool = False
    alone: bool = False
    composed: bool = False
    own: bool = False
    like: str = ""

    @property
    def literals(self) -> int:
        """How many words it fixes: the more, the surer."""
        return sum(element not in {"+", "-", "*"} for element in self.elements)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by their first word, with the word classes and the known verb forms.

    `forms` leads from a folded word to the (lemma, feature) pairs that it may be.
    """

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    classes: Mapping[str, frozenset[str]]
    forms: Mapping[str, tuple[tuple[str, str], ...]]
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]
    accidents: frozenset[str]
    sport: frozenset[str]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, verbs first."""
        return tuple(
            entry for group in (*self.verbs.values(), *self.nouns.values()) for entry in group
        )

    def with_triggers(
        self, triggers: Iterable[Trigger], events: Iterable[EventType] = ()
    ) -> "Lexicon":
        """The same with the triggers of a codebook of one's own, whose types are `events`."""
        types = {event.name: event for event in events}
        added = [e for trigger in triggers for e in _own(trigger, types.get(trigger.event))]
        entries = [*self.entries, *added]
        return replace(
            self,
            verbs=_by_first(entries, "verb"),
            nouns=_by_first(entries, "noun"),
            forms=_forms((e.elements[0] for e in entries if e.kind == "verb"), load_irregular()),
        )


def _own(trigger: Trigger, event: EventType | None) -> Iterable[Entry]:
    """The entries of a trigger of one's own."""
    verb = trigger.kind == "verb"
    mode = event.mode(trigger.mode) if event is not None and trigger.mode else None
    contexts = (*trigger.contexts, *(mode.contexts if mode is not None else ()))
    for pattern in verb_patterns(trigger.phrase) if verb else (noun_pattern(trigger.phrase),):
        first, *rest = elements(pattern, trigger.kind)
        yield Entry(
            pattern=pattern,
            kind=trigger.kind,
            event=trigger.event,
            elements=(first, *map(_singular, rest)),
            modes=(trigger.mode,) if trigger.mode else (),
            contexts=tuple(dict.fromkeys(contexts)),
            prepositions=_TOWARDS,
            mutual=event is not None and (mode.mutual if mode is not None else event.mutual),
            alone=True,
            own=True,
            like=_like(trigger.event, event),
        )


def _like(name: str, event: EventType | None) -> str:
    """The PLOVER type that an event type is or, by its CAMEO code, comes nearest to."""
    if name in load_plover().event_names or event is None or not event.cameo:
        return name
    return to_plover(event.cameo).event or name


_TOWARDS = frozenset("of to on upon against with from in for into towards toward".split())
"""What leads to the recipient of a trigger of one's own."""


def elements(pattern: str, kind: Kind) -> tuple[str, ...]:
    """The parts of a pattern, folded; a noun's words in the singular."""
    parts = (part if part in "+-*" or part[0] == "[" else fold(part) for part in pattern.split())
    return tuple(singular(part) if kind == "noun" else part for part in parts)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of this package: the files of ``data/lexicon`` and the tables beside them."""
    data = _data()
    entries = [
        entry
        for file in sorted(data.joinpath("lexicon").iterdir(), key=lambda file: file.name)
        for entry in _read(tomllib.loads(file.read_text("utf-8")))
    ]
    classes = tomllib.loads(data.joinpath("classes.toml").read_text("utf-8"))
    negative = tomllib.loads(data.joinpath("negative.toml").read_text("utf-8"))
    first = (entry.elements[0] for entry in entries if entry.kind == "verb")
    return Lexicon(
        verbs=_by_first(entries, "verb"),
        nouns=_by_first(entries, "noun"),
        classes={name: frozenset(map(_folded, words)) for name, words in classes.items()},
        forms=_forms(first, load_irregular()),
        idioms=_idioms(negative["idioms"]),
        accidents=frozenset(map(fold, negative["accidents"])),
        sport=frozenset(map(fold, negative["sport"] + negative["entertainment"])),
    )


def _read(table: Mapping[str, Any]) -> Iterable[Entry]:
    for group in table["group"]:
        event = group.get("event", table["event"])
        for kind in ("verb", "noun"):
            for pattern in group.get(f"{kind}s", ()):
                yield Entry(
                    pattern=pattern,
                    kind=kind,
                    event=event,
                    elements=elements(pattern, kind),
                    modes=tuple(group.get("mode", ())),
                    contexts=tuple(group.get("context", ())),
                    cameo=group.get("cameo"),
                    prepositions=frozenset(group.get("to", ())),
                    operator=group.get("operator", ""),
                    mutual=group.get("mutual", False),
                    reversed=group.get("reversed", False),
                    alone=group.get("alone", False),
                    composed=group.get("composed", False),
                )


def _by_first(entries: Iterable[Entry], kind: Kind) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == kind:
            found.setdefault(entry.elements[0], []).append(entry)
    return {
        first: tuple(sorted(group, key=lambda entry: -entry.literals))
        for first, group in found.items()
    }


def _forms(first: Iterable[str], irregular: Irregular) -> dict[str, tuple[tuple[str, str], ...]]:
    """What each verb form may be. Verbs known only from the lexicon are written as there."""
    lines = _data().joinpath("verbs.txt").read_text("utf-8").splitlines()
    common = {word for line in lines if not line.startswith("#") for word in line.split()}
    found: dict[str, set[tuple[str, str]]] = {}
    for base in sorted({*first, *common, *irregular}):
        for form, features in verb_forms(base, irregular).items():
            found.setdefault(form, set()).update((fold(base), feature) for feature in features)
    return {form: tuple(sorted(pairs)) for form, pairs in found.items()}


def _idioms(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(fold(word) for word in phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(group) for first, group in found.items()}


def _singular(element: str) -> str:
    """An element that also stands for the plurals of its words."""
    plain = element in "+-*" or element.startswith("[")
    return element if plain else "|".join(map(singular, element.split("|")))


def _folded(phrase: str) -> str:
    return " ".join(singular(fold(word)) for word in phrase.split())


@cache
def load_irregular() -> Irregular:
    """Irregular verbs: base form to past tense and past participle."""
    text = _data().joinpath("irregular.csv").read_text("utf-8")
    return {
        row["base"]: (row["past"], row["participle"]) for row in csv.DictReader(text.splitlines())
    }


def _data() -> Traversable:
    return files("dragoman.coding").joinpath("data")
