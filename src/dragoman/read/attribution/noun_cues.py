"""Attributions by nouns: "the claim by X that …", "X's criticism of …", "voiced doubts"."""

from dragoman.read.attribution import contents
from dragoman.read.attribution.cues import nouns, words_of
from dragoman.read.attribution.lines import Line
from dragoman.read.attribution.sayings import Saying
from dragoman.read.attribution.speakers import (
    Range,
    owner_before,
    relative_before,
    subject_after,
    subject_before,
)
from dragoman.read.attribution.verb_cues import group_start

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_MARKS = frozenset({"'s", "’s", "'", "’"})
_LONGEST_MODIFIER = 3
_LONGEST_OBJECT = 5


def noun_saying(line: Line, index: int) -> Saying | None:
    """What the noun at `index` says, with who says it; None where it reports nothing."""
    speaker: Range | None = None
    at = index + 1
    if line.at(at) in {"by", "from"}:
        speaker = subject_after(line, at + 1)
        at = speaker[1] if speaker is not None else at
    if line.mention(index) is not None and speaker is None:
        return None
    start = _content_start(line, index, at)
    if start is None:
        return None
    first = index
    antecedent: Range | None = None
    if speaker is None:
        speaker = _owner(line, index)
    if speaker is None:
        first = _light_verb(line, index)
        antecedent = relative_before(line, first) if first < index else None
        speaker = (first - 1, first) if antecedent else _subject(line, first, index)
    clause = line.at(start) == "that"
    if speaker is None and not (clause and line.at(index) in words_of("hearsay_nouns")):
        return None
    end = contents.clause_end(line, start) if clause else _object_end(line, start)
    last = start if at == index + 1 else index + 1
    return Saying(
        cue=line.span(first, last),
        contents=(line.span(start, end),),
        speaker=line.span(*speaker) if speaker is not None else None,
        rule="noun" if first == index else "noun:light-verb",
        antecedent=line.span(*antecedent) if antecedent is not None else None,
    )


def _content_start(line: Line, index: int, at: int) -> int | None:
    """Where the content begins: at "that" or "to", else after the noun's preposition."""
    word = line.at(at)
    if at + 1 >= line.end() or word not in nouns()[line.at(index)]:
        return None
    if word == "that":
        return at if _clause_follows(line, at + 1) else None
    if word == "to":
        return at
    return at + 1 if at == index + 1 else None


def _owner(line: Line, index: int) -> Range | None:
    """Whose noun it is: "X's sharp claim", "his claim"."""
    for step in range(index - 1, max(-1, index - 2 - _LONGEST_MODIFIER), -1):
        word = line.at(step)
        if word in _MARKS:
            return owner_before(line, step)
        if word in _POSSESSIVES:
            return (step, step + 1)
        if not word[:1].isalpha() or word in words_of("prepositions") | words_of("boundaries"):
            return None
    return None


def _light_verb(line: Line, index: int) -> int:
    """Where the group of "voiced" in "voiced deep concern" begins; `index` where none stands."""
    for step in range(index - 1, max(-1, index - _LONGEST_OBJECT), -1):
        word = line.at(step)
        if word in words_of("light_verbs"):
            return group_start(line, step)
        if not word[:1].isalpha() or word in words_of("prepositions") | words_of("boundaries"):
            return index
    return index


def _subject(line: Line, first: int, index: int) -> Range | None:
    return subject_before(line, first) if first < index else None


def _object_end(line: Line, start: int) -> int:
    """Where a noun phrase as content ends: with the clause, or before the verb it is subject of."""
    end = contents.clause_end(line, start)
    if line.at(start) == "to":
        return end
    for index in range(start + 1, end):
        if line.at(index) in words_of("finite_verbs"):
            return index
    return end


def _clause_follows(line: Line, index: int) -> bool:
    """Whether a subject follows "that", which is no relative pronoun then."""
    word = line.at(index)
    if index >= line.end() or word in words_of("auxiliaries") or word.endswith("ed"):
        return False
    known = word in words_of("determiners") or word in words_of("pronouns") or word == "there"
    return known or line.mention(index) is not None or line.capitalised(index)
