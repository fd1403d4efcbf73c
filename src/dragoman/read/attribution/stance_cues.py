"""Attributions by adjectives of stance: "X is convinced that …", "X was critical of …"."""

from dragoman.read.attribution import contents
from dragoman.read.attribution.cues import words_of
from dragoman.read.attribution.lines import BREAKS, Line
from dragoman.read.attribution.sayings import Saying
from dragoman.read.attribution.speakers import relative_before, subject_before
from dragoman.read.attribution.verb_cues import group_start

_COMPLEMENTS = frozenset({"about", "at", "by", "of", "over", "with", "against", "in", "for", "to"})
_LONGEST_GROUP = 5
_NO_SPEAKERS = frozenset({"it", "there", "this", "that", "which", "what"})


def stance(line: Line, index: int) -> Saying | None:
    """What the adjective at `index` says of its subject's mind; None where it says nothing."""
    verb = _linking_verb(line, index)
    if verb is None:
        return None
    first = group_start(line, verb)
    last = index + 1
    preposition = line.at(last)
    if preposition in _COMPLEMENTS and not (preposition == "to" and _infinitive(line, last)):
        start = last = last + 1
        if line.at(start) in BREAKS:
            return None
    elif preposition in {"that", "to"} or line.at(last) in words_of("pronouns"):
        start = last
    else:
        return None
    antecedent = relative_before(line, first)
    speaker = (first - 1, first) if antecedent is not None else subject_before(line, first)
    if start >= line.end() or speaker is None or line.at(speaker[0]) in _NO_SPEAKERS:
        return None
    return Saying(
        cue=line.span(first, last),
        contents=(line.span(start, contents.clause_end(line, start)),),
        speaker=line.span(*speaker),
        rule="stance",
        antecedent=line.span(*antecedent) if antecedent is not None else None,
    )


def _linking_verb(line: Line, index: int) -> int | None:
    """The verb before the adjective at `index`, adverbs between skipped."""
    for step in range(index - 1, max(-1, index - _LONGEST_GROUP), -1):
        word = line.at(step)
        if word in words_of("linking_verbs"):
            return step
        if not (word.endswith("ly") or word in words_of("degree_words")):
            return None
    return None


def _infinitive(line: Line, at: int) -> bool:
    """Whether "to" at `at` opens an infinitive: no article, owner or name follows."""
    follows = at + 1
    return (
        line.at(follows) not in words_of("determiners")
        and line.mention(follows) is None
        and not line.at(follows).endswith("ing")
    )
