"""Finds and resolves third-person pronouns that are subjects or possessors."""

import re
from collections.abc import Sequence

from dragoman.model import Document, Mention, MentionKind, Sentence, Span
from dragoman.read.coreference_state import Story, open_mention, standing_for
from dragoman.read.coreference_threads import Thread

_PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her|their|its)\b", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?P<word>[\w'’]+)(?:\s+(?P<second>\w+))?")
_GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
_PERSONAL = frozenset(_GENDERS)
_PLURAL = frozenset({"they", "their"})
_SUBJECT_VERBS = frozenset(
    "has had will would said says could can cannot plans wants hopes intends did does may might "
    "should must also never later still now expects believes considers sees seeks".split()
)
_NOT_OWNED = frozenset(
    "to in on at of for from with by and or but as that who which was is had has will would said "
    "after before when while during".split()
)


def find_pronouns(
    document: Document, sentence: Sentence, taken: Sequence[Mention], quoted: Sequence[Span]
) -> list[Mention]:
    """The pronouns of a sentence that may be resolved, still open; none in quotation marks."""
    found: list[Mention] = []
    text, span = document.text, sentence.span
    for match in _PRONOUN.finditer(text, span.start, span.end):
        words = Span(match.start(), match.end())
        if any(words.overlaps(other.span) for other in taken):
            continue
        if any(words.overlaps(quote) for quote in quoted):
            continue
        word = match.group().lower()
        if match.group().isupper() and len(word) > 1:
            continue
        if _has_part(word, text, words.end, span.end):
            rule = f"pronoun:{word}"
            found.append(open_mention(document, sentence, words, MentionKind.PERSON, rule))
    return found


def _has_part(word: str, text: str, start: int, end: int) -> bool:
    """Whether the pronoun is the subject or owner of what follows; "it rains" has no antecedent."""
    match = _NEXT.match(text, start, end)
    if match is None:
        return False
    following = match["word"].lower()
    if word == "it":
        acts = following in _SUBJECT_VERBS or (len(following) > 4 and following.endswith("ed"))
        return acts and match["second"] not in {"been", "be", "become"}
    return word != "her" or following not in _NOT_OWNED


def refer(story: Story, mention: Mention) -> Mention | None:
    """The pronoun as a mention of its antecedent; None where none fits, or more than one."""
    word = mention.head.lower()

    def fits(thread: Thread) -> bool:
        return _fits(thread, word)

    near = word in {"its", "their"} and story.before(mention) in {"and", "for", "or"}
    for group in story.recent(mention.sentence, fits):
        chosen = _choose(story, group, nearest=near)
        if chosen is not None:
            thread = story.thread(chosen)
            thread.gender = thread.gender or _GENDERS.get(word, "")
            return standing_for(mention, thread)
        if group:
            return None
    return None


def _fits(thread: Thread, word: str) -> bool:
    if word in _PERSONAL:
        agrees = thread.gender in {"", _GENDERS[word]}
        return thread.kind == MentionKind.PERSON and agrees
    if word in _PLURAL:
        return thread.kind == MentionKind.GROUP and not _is_body(thread)
    if thread.kind == MentionKind.STATE:
        return thread.acts
    return thread.kind == MentionKind.ORGANISATION or _is_body(thread)


def _is_body(thread: Thread) -> bool:
    """Whether a group is one body ("the ministry") and not several people."""
    roles = thread.last_role_words()
    return (
        thread.kind == MentionKind.GROUP
        and bool(roles)
        and not any(role.endswith(("s", "men", "people", "police", "population")) for role in roles)
    )


def _choose(story: Story, group: Sequence[Mention], *, nearest: bool) -> Mention | None:
    """Of the fitting mentions of a sentence the only one, the nearest, or the first subject."""
    threads = {story.thread(item).id for item in group}
    if len(threads) == 1:
        return group[-1]
    if not group:
        return None
    if nearest:
        return group[-1]
    subjects = [item for item in group if story.is_subject(item)]
    return subjects[0] if subjects else None
