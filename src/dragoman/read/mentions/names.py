"""Finds the names of the knowledge base in a sentence: longest match over whole words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.model import MentionKind, Name
from dragoman.read.mentions.lists import words_of
from dragoman.read.mentions.words import Words, plain, read_words

_END = ""
"""The key under which a node of the trie keeps the entries that end there; no word is empty."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with the case its words must have; `plural` where the words mean several."""

    name: Name
    cases: tuple[str, ...]
    plural: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` to `last` (excluded) and what they may name, in the order of preference."""

    first: int
    last: int
    entries: tuple[Entry, ...]


class NameIndex:
    """A trie over the words of all names."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._root: dict[str, Any] = {}
        for name in sorted(set(names), key=_preference):
            for text, plural in _forms(name):
                self._add(name, text, plural)

    def _add(self, name: Name, text: str, plural: bool) -> None:
        words = read_words(text, 0, len(text))
        if not len(words):
            return
        node = self._root
        for word in words.plain:
            node = node.setdefault(word, {})
        any_case = name.usage == "role"
        cases = tuple("" if any_case else _case(word) for word in words.raw)
        entries = node.setdefault(_END, [])
        if all(entry.name != name for entry in entries):
            entries.append(Entry(name, cases, plural))

    def find(self, words: Words) -> list[Match]:
        """The longest names in `words`, from left to right, none sharing a word with another."""
        found: list[Match] = []
        root = self._root
        position = 0
        for index, word in enumerate(words.plain):
            if index < position or word not in root:
                continue
            match = self._longest(words, index)
            if match is not None:
                found.append(match)
                position = match.last
        return found

    def _longest(self, words: Words, first: int) -> Match | None:
        node: Any = self._root
        best: Match | None = None
        plain_words = words.plain
        for index in range(first, len(plain_words)):
            node = node.get(plain_words[index])
            if node is None:
                break
            entries = node.get(_END)
            if entries:
                fitting = tuple(entry for entry in entries if _fits(entry, words, first))
                if fitting:
                    best = Match(first, index + 1, fitting)
        return best


def _forms(name: Name) -> list[tuple[str, bool]]:
    """The spellings under which `name` is looked up, each with whether it means several."""
    text = name.text
    if name.usage == "demonym":
        plural = text.endswith("s") and not text.endswith(("ss", "ois"))
        forms = [(text, plural)]
        if not text.endswith(("s", "sh", "ch", "se")):
            forms.append((f"{text}s", True))
        return forms
    if name.usage == "role":
        several = _plural(text)
        return [(text, False), *([(several, True)] if several else [])]
    return [(text, False)]


def _plural(role: str) -> str | None:
    """The plural of a role's words: "heads of state", "prime ministers"; None if it is one."""
    head, of, rest = role.partition(" of ")
    last = head.rsplit(" ", 1)[-1].lower()
    if last.endswith("s") or last in words_of("collective"):
        return None
    if last.endswith("man"):
        head = head[:-2] + "en"
    elif last.endswith("y") and last[-2:-1] not in "aeou":
        head = head[:-1] + "ies"
    else:
        head += "es" if last.endswith(("ch", "sh", "x")) else "s"
    return head + of + rest


def _preference(name: Name) -> tuple[int, str, str, str, str]:
    """Sorts names of the same words: states first, roles last; ties by content, not by input."""
    ranks = {"capital": 1, "metonym": 2, "demonym": 3, "agency": 5, "role": 9}
    kinds = {"state": 0, "place": 6}
    rank = kinds.get(name.kind, 4) if name.usage == "name" else ranks.get(name.usage, 7)
    return (rank, name.actor, name.text, name.kind, name.sector)


def _case(word: str) -> str:
    """What case a word of a name asks for: ``upper``, ``capital`` or "" for any."""
    if len(word) > 1 and word.isupper() and word.isalpha():
        return "upper"
    return "capital" if word[0].isupper() else ""


def _fits(entry: Entry, words: Words, first: int) -> bool:
    """Whether the words from `first` on are written as the name asks."""
    raw = words.raw
    for offset, case in enumerate(entry.cases):
        word = raw[first + offset]
        if case == "upper":
            if not word.isupper():
                return False
        elif case and not word[0].isupper():
            return False
    if len(entry.cases) == 1 and entry.name.kind == MentionKind.PERSON:
        return entry.name.usage == "role" or words.plain[first] not in words_of("never_names")
    if words.shouted and len(entry.cases) == 1:
        return plain(raw[first]) not in words_of("not_names_in_capitals")
    return True
