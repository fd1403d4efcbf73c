"""What kind of source speaks: somebody named or not, a body, a document, a medium."""

import re
from collections.abc import Mapping

from dragoman.model import Attribution, Mention, MentionKind, SpeakerKind
from dragoman.read.attribution.cues import words_of

_WORD = re.compile(r"[^\W_][\w.'’-]*")
_HEAD_ENDS = re.compile(
    r"[,;:(—–]|\s(?:of|from|by|in|at|on|for|with|to|who|which|that|whose|about|released|published|"
    r"conducted|familiar|close|briefed)\b"
)
"""Where the head of a noun phrase is over."""
_PERSONS = frozenset("he she i we you they it him her them us me his their its my our your".split())
_RELATIVES = frozenset({"who", "which", "that"})
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.STATE, MentionKind.PLACE})


def speaker_kind(
    attribution: Attribution, mentions: Mapping[str, Mention], text: str
) -> SpeakerKind:
    """The kind of the speaker of `attribution`; `mentions` are the report's by id.

    Nobody at all is anonymous. A pronoun is what the first mention of its chain is.
    """
    if attribution.speaker is None:
        return SpeakerKind.ANONYMOUS
    mention = mentions.get(attribution.speaker_mention or "")
    words = attribution.speaker.of(text)
    first = mentions.get(mention.chain, mention) if mention is not None else None
    if words.lower() in _PERSONS | _RELATIVES:
        return _of_mention(first, first.span.of(text)) if first else SpeakerKind.UNKNOWN
    head = _head(words)
    if head in words_of("document_nouns"):
        return SpeakerKind.DOCUMENT
    if mention is None:
        return _of_words(words, head)
    kind = _of_mention(mention, words)
    unnamed = {SpeakerKind.ANONYMOUS, SpeakerKind.UNKNOWN}
    if kind in unnamed and first is not None and not _plural(head):
        return _of_mention(first, first.span.of(text))
    return kind


def _of_mention(mention: Mention, words: str) -> SpeakerKind:
    head = _head(words)
    if mention.rule.startswith("agency") or _is_medium(mention.head):
        return SpeakerKind.AGENCY
    if head in words_of("institution_nouns"):
        return SpeakerKind.INSTITUTION
    if mention.kind == MentionKind.PERSON:
        return _of_person(mention, words, head)
    if head in words_of("anonymous_nouns"):
        return SpeakerKind.ANONYMOUS
    if mention.kind in _BODIES:
        return SpeakerKind.INSTITUTION
    named = mention.head[:1].isupper() and mention.role is None
    return SpeakerKind.INSTITUTION if named else SpeakerKind.ANONYMOUS


def _of_person(mention: Mention, words: str, head: str) -> SpeakerKind:
    """Named, or told by a role alone: "the senator" may have a name elsewhere, "a senator" not."""
    if head == "percent":
        return SpeakerKind.ANONYMOUS
    named = mention.head[:1].isupper() and mention.head.lower() != (mention.role or "")
    if named or mention.candidates:
        return SpeakerKind.NAMED
    definite = words.lower().startswith(("the ", "his ", "her ", "their ", "this ", "that "))
    return SpeakerKind.UNKNOWN if definite and not _plural(head) else SpeakerKind.ANONYMOUS


def _of_words(words: str, head: str) -> SpeakerKind:
    """The kind by the words alone: a name of two words or more is a person's."""
    if head in words_of("anonymous_nouns"):
        return SpeakerKind.ANONYMOUS
    if _is_medium(words):
        return SpeakerKind.AGENCY
    if head in words_of("institution_nouns"):
        return SpeakerKind.INSTITUTION
    names = [word for word in _WORD.findall(_HEAD_ENDS.split(words)[0]) if word[:1].isupper()]
    if len(names) >= 2:
        return SpeakerKind.NAMED
    return SpeakerKind.ANONYMOUS


def _head(words: str) -> str:
    """The last word of the noun phrase itself, in lower case."""
    found = _WORD.findall(_HEAD_ENDS.split(words, maxsplit=1)[0])
    return str(found[-1]).lower() if found else ""


def _plural(head: str) -> bool:
    return head.endswith("s") and not head.endswith("ss")


def _is_medium(name: str) -> bool:
    words = name.split()
    return bool(words) and words[-1].strip(".,").lower() in words_of("media_words")
