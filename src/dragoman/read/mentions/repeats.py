"""Finds surnames and acronyms again whose full names the report has introduced."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import MentionKind
from dragoman.read.mentions.drafts import Draft
from dragoman.read.mentions.lists import words_of
from dragoman.read.mentions.phrases import Line
from dragoman.read.mentions.words import Words


@dataclass(frozen=True, slots=True)
class Short:
    """What a short form stands for."""

    kind: MentionKind
    rule: str
    candidates: tuple[str, ...]


def repeats(lines: Sequence[Line], drafts: Sequence[list[Draft]]) -> list[list[Draft]]:
    """For each line the mentions that only the rest of the report explains."""
    shorts: dict[str, Short] = {}
    for line, found in zip(lines, drafts, strict=True):
        for draft in found:
            _introduce(line.words, draft, shorts)
    if not shorts:
        return [[] for _ in lines]
    for line, found in zip(lines, drafts, strict=True):
        found[:] = [draft for draft in found if not _lone(draft, line.words, shorts)]
    return [_again(line.words, found, shorts) for line, found in zip(lines, drafts, strict=True)]


def _lone(draft: Draft, words: Words, shorts: dict[str, Short]) -> bool:
    """Whether a guessed speaker is a surname that the report explains."""
    guessed = draft.rule in {"capitalised-speaker", "capitalised-subject"}
    return guessed and words.raw[draft.first] in shorts


def _introduce(words: Words, draft: Draft, shorts: dict[str, Short]) -> None:
    """Adds the surname or the acronym that `draft` introduces."""
    first, last = draft.head
    if draft.kind == MentionKind.PERSON and last - first > 1:
        surname = words.raw[last - 1]
        if len(surname) > 2 and surname[0].isupper() and not surname.isupper():
            shorts.setdefault(surname, Short(draft.kind, "surname", draft.candidates))
    elif draft.kind in {MentionKind.ORGANISATION, MentionKind.GROUP} and last - first > 1:
        acronym = words.raw[draft.last + 1] if draft.last + 2 < len(words) else ""
        bracketed = words.at(draft.last) == "(" and words.at(draft.last + 2) == ")"
        if bracketed and len(acronym) > 1 and acronym.isupper():
            shorts.setdefault(acronym, Short(draft.kind, "acronym-introduced", draft.candidates))


def _again(words: Words, found: list[Draft], shorts: dict[str, Short]) -> list[Draft]:
    taken = {index for draft in found for index in range(draft.first, draft.last)}
    again: list[Draft] = []
    for index, word in enumerate(words.raw):
        short = shorts.get(word)
        if short is None or index in taken or _inside_name(words, index):
            continue
        head = (index, index + 1)
        again.append(
            Draft(
                first=index,
                last=index + 1,
                kind=short.kind,
                rule=short.rule,
                head=head,
                candidates=short.candidates,
            )
        )
    return again


def _inside_name(words: Words, index: int) -> bool:
    """Whether the word is part of a longer capitalised name that is not a mention."""
    if words.titled or words.shouted:
        return False
    before = index > 1 and words.capitalised(index - 1) and words.raw[index - 1].isalpha()
    return before and words.at(index - 1) not in words_of("honorifics")
