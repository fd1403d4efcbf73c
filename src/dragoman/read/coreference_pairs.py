"""Two at once: "both sides", "the two countries", "the pair", "each accused the other"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Document, Mention, MentionKind, Sentence, Span, content_id
from dragoman.read.coreference_state import Story, open_mention
from dragoman.read.coreference_threads import Thread

_COUNTED = re.compile(
    r"\b(?:(?<=the )two|both|(?<=these )two|each|(?<=the )(?:rival|warring|opposing|neighbou?ring))"
    r"\s+(?:[a-z]+\s)?"
    r"(?P<noun>countries|country|nations?|states|governments?|neighbou?rs|capitals?|sides?|"
    r"part(?:y|ies)|armies|army|republics?|delegations?|ministries|leaders?|presidents?|premiers|"
    r"(?:foreign |defen[cs]e )?ministers|men|women|diplomats|envoys|negotiators)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b[Tt]he (?P<noun>sides|pair|duo|neighbou?rs|rivals|foes|belligerents|adversaries|"
    r"old enemies|parties(?=\s+(?:agreed|have|had|will|also|confirmed|reaffirmed|pledged|undert)))"
    r"\b(?![-\w])(?!\s+(?:of|in)\b)"
)
_BARE = re.compile(
    r"\b(?P<noun>[Bb]oth|[Ee]ach)(?=\s+(?:(?:also|later|then|again|now|have|had|were|are|will|"
    r"would|said|say|should|must|deny|denies|accuses?|blames?|agree|claim|claims)\b|\w+ed\b|"
    r"(?:accus|blam|claim|deny|vow|insist|say|call)ing\b))"
    r"|(?<=\bon )(?P<object>both)(?=\s+(?:for|to)\b)"
)
_PATTERNS = (_COUNTED, _DEFINITE, _BARE)
_PERSONS = frozenset(
    "leaders leader presidents president premiers ministers men women diplomats envoys "
    "negotiators pair duo".split()
)
_REACH = 3


def find_pairs(document: Document, sentence: Sentence) -> list[Mention]:
    """The words of a sentence that may mean two at once, still open."""
    found: list[Mention] = []
    text, span = document.text, sentence.span
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, span.start, span.end):
            group = match.lastgroup or "noun"
            words = Span(match.start(), match.end())
            if pattern is _DEFINITE:
                words = Span(match.start(group), match.end(group))
            if any(words.overlaps(other.span) for other in found):
                continue
            noun = match[group].lower()
            found.append(open_mention(document, sentence, words, MentionKind.GROUP, f"pair:{noun}"))
    return found


def members(story: Story, mention: Mention, noun: str) -> list[Mention]:
    """A mention of the same words for each of the two, in the chain of who that is; else none.

    The first keeps the id of `mention`.
    """
    pair: list[tuple[str, Mention]] = []
    if noun.rsplit(" ", 1)[-1] in _PERSONS:
        pair = _persons(story, mention)
    pair = pair or _states(story, mention)
    found: list[Mention] = []
    for place, (who, model) in enumerate(pair):
        name = mention.id if place == 0 else content_id("m", mention.id, who)
        named = replace(mention, id=name, chain=name, candidates=(who,), role=noun)
        thread = story.thread(model)
        if thread.candidates[:1] == (who,):
            named = replace(named, kind=thread.kind, chain=thread.id)
        found.append(named)
    return found


def _persons(story: Story, mention: Mention) -> list[tuple[str, Mention]]:
    """The last two persons spoken of."""

    def fits(thread: Thread) -> bool:
        return thread.kind == MentionKind.PERSON and bool(thread.candidates)

    found: dict[str, Mention] = {}
    for group in story.recent(mention.sentence, fits, _REACH):
        for item in group:
            found.setdefault(story.thread(item).candidates[0], item)
        if len(found) >= 2:
            return list(found.items()) if len(found) == 2 else []
    return []


def _states(story: Story, mention: Mention) -> list[tuple[str, Mention]]:
    """The two states meant.

    Two of the same sentence; else, where one state alone goes before in it ("Moscow called on both
    sides"), the two others of the sentence before, or it and the one other there; else the last
    two. Of more than two those that the report has told most of.
    """
    groups = [_named(story, group) for group in story.recent(mention.sentence, _stated, _REACH)]
    own, earlier = groups[0], [group for group in groups[1:] if group]
    if len(own) == 2:
        return list(own.items())
    chief = _chief(story)
    if len(own) == 1:
        (speaker,) = own
        others = next((g for g in earlier if set(g) - {speaker}), {})
        rest = {who: item for who, item in others.items() if who != speaker}
        if len(rest) == 1:
            return [*own.items(), *rest.items()]
        if len(rest) == 2 and speaker not in others:
            return list(rest.items())
        return chief
    known: dict[str, Mention] = dict(own)
    for group in earlier:
        for who, item in group.items():
            known.setdefault(who, item)
        if len(known) == 2:
            return list(known.items())
        if len(known) > 2:
            break
    return chief if {who for who, _ in chief} <= set(known) else []


def _stated(thread: Thread) -> bool:
    if thread.kind == MentionKind.STATE:
        return thread.acts
    return thread.of is not None and thread.kind != MentionKind.PLACE


def _named(story: Story, group: Sequence[Mention]) -> dict[str, Mention]:
    """State id to its first mention in a sentence."""
    found: dict[str, Mention] = {}
    for item in group:
        who = _state_of(story.thread(item))
        if who:
            found.setdefault(who, item)
    return found


def _state_of(thread: Thread) -> str | None:
    own = thread.kind == MentionKind.STATE and thread.candidates
    return thread.candidates[0] if own else thread.of


def _chief(story: Story) -> list[tuple[str, Mention]]:
    """The two states that the report has told most of, if no third is told of as often."""
    counts: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for item in story.told:
        thread = story.thread(item)
        who = _state_of(thread) if _stated(thread) else None
        if who:
            counts[who] = counts.get(who, 0) + 1
            first.setdefault(who, item)
    ranked = sorted(counts, key=lambda who: -counts[who])
    if len(ranked) < 2 or (len(ranked) > 2 and counts[ranked[1]] == counts[ranked[2]]):
        return []
    return [(who, first[who]) for who in ranked[:2]]
