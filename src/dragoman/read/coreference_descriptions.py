"""Resolves what is described, not named: "the prime minister", "the bloc"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Document, Mention, MentionKind, Sentence, Span
from dragoman.read.coreference_pairs import find_pairs
from dragoman.read.coreference_state import Story, open_mention, standing_for
from dragoman.read.coreference_threads import Thread

_SINGLE = re.compile(
    r"\b[Tt]he\s+(?P<noun>bloc|alliance|organi[sz]ation|union|pact|country|nation|ministry|"
    r"company|agency|group|movement|party|court|tribunal|council|commission|assembly)(?![\w-])(?!\s+(?:of|for|between|with)\b)"
)
_BLOCS = frozenset("bloc alliance organization organisation union pact".split())
_ASSEMBLIES = frozenset("court tribunal council commission assembly".split())
"""Bodies of which a report seldom has two, so that one named far above is still meant."""
_COUNTRIES = frozenset("country nation".split())
_CHIEFS = frozenset("president premier chancellor king leader emir sultan ruler".split())
_SAME_OFFICE = {"premier": "prime minister", "pm": "prime minister", "head of state": "president"}


def find_descriptions(
    document: Document, sentence: Sentence, known: Sequence[Mention]
) -> list[Mention]:
    """The pairs and descriptions of a sentence, still open.

    They stand in place of `known` role mentions that they cover; where a known mention says more
    (it has an owner, or reaches further) there is none.
    """
    found = [item for item in find_pairs(document, sentence) if _free(item.span, known)]
    text, span = document.text, sentence.span
    for match in _SINGLE.finditer(text, span.start, span.end):
        words = Span(match.start("noun"), match.end())
        if _free(words, known):
            rule = f"description:{match['noun'].lower()}"
            found.append(open_mention(document, sentence, words, MentionKind.GROUP, rule))
    return found


def _free(span: Span, known: Sequence[Mention]) -> bool:
    return all(
        span.covers(other.span) and not other.candidates and other.of is None
        for other in known
        if other.span.overlaps(span)
    )


def describe(story: Story, mention: Mention) -> Mention | None:
    """`mention` resolved by what it describes; None if it describes nothing that was told."""
    kind, _, noun = mention.rule.partition(":")
    if kind == "description":
        thread = _body(story, mention, noun)
        return standing_for(mention, thread) if thread else None
    if mention.kind != MentionKind.PERSON or mention.candidates or "name" in mention.rule:
        return None
    if mention.role is None:
        return None
    return _office(story, mention, mention.role)


def _office(story: Story, mention: Mention, role: str) -> Mention | None:
    """A title without a name as the person last named with it."""
    if mention.of is None and story.before(mention) not in {"the", "this", "that"}:
        return None
    office = _SAME_OFFICE.get(role, role)

    def same_office(thread: Thread) -> bool:
        offices = {_SAME_OFFICE.get(known, known) for known in thread.roles}
        return _person_of(thread, mention) and office in offices

    def leads(thread: Thread) -> bool:
        chief = "prime minister" in thread.roles or thread.last_role_words() & _CHIEFS
        return _person_of(thread, mention) and bool(chief)

    def same_title(thread: Thread) -> bool:
        return _person_of(thread, mention) and role in thread.last_role_words()

    thread = story.latest_person(same_office)
    rule = f"office:{office}"
    if thread is None and role == "leader" and mention.of is not None:
        thread, rule = story.latest_person(leads), "leader-of"
    if thread is None and mention.of is None and " " not in role:
        thread, rule = story.latest_person(same_title), f"office:{role}"
    return replace(standing_for(mention, thread), rule=rule) if thread else None


def _person_of(thread: Thread, mention: Mention) -> bool:
    """Whether the thread is a named person who may be of the state of `mention`."""
    if thread.kind != MentionKind.PERSON or not thread.named:
        return False
    return mention.of is None or thread.of == mention.of


def _body(story: Story, mention: Mention, noun: str) -> Thread | None:
    """The body that "the bloc", "the ministry" or "the country" means, if only one can be."""

    def fits(thread: Thread) -> bool:
        if noun in _COUNTRIES:
            return thread.kind == MentionKind.STATE
        if thread.kind not in {MentionKind.ORGANISATION, MentionKind.GROUP}:
            return False
        if noun in _ASSEMBLIES:
            words = {word for head in thread.heads for word in head.lower().split()}
            return thread.named and noun in words
        if noun in _BLOCS:
            return thread.kind == MentionKind.ORGANISATION and "agency-name" not in thread.rules
        if noun in {"ministry", "agency", "party", "movement", "company"}:
            heads = {head.lower().rsplit(" ", 1)[-1] for head in thread.heads}
            return noun in thread.last_role_words() | heads
        return thread.named and not thread.roles

    for group in story.recent(mention.sentence, fits):
        threads = list(dict.fromkeys(story.thread(item) for item in group))
        if threads:
            return threads[0] if len(threads) == 1 else None
    if noun not in _ASSEMBLIES:
        return None
    ever = list(dict.fromkeys(t for item in story.told if fits(t := story.thread(item))))
    return ever[0] if len(ever) == 1 else None
