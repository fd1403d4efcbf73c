"""Attributions by verbs: "X said that …", "…, said X", "X, who told Y …", "was reported by X"."""

from dataclasses import dataclass, replace

from dragoman.model import Span
from dragoman.read.attribution import contents
from dragoman.read.attribution.cues import Cue, verbs, words_of
from dragoman.read.attribution.lines import BREAKS, QUOTE_MARKS, STOPS, Line
from dragoman.read.attribution.sayings import CITING, Saying
from dragoman.read.attribution.speakers import (
    Range,
    described_end,
    relative_before,
    subject_after,
    subject_before,
)

_MODALS = frozenset(
    "will would can could may might must shall should do does did cannot 'll 'd don't doesn't "
    "didn't won't wouldn't can't couldn't ’ll ’d don’t doesn’t didn’t won’t wouldn’t can’t "
    "couldn’t".split()
)
_GERUND = frozenset({"of", "for", "to", "since", "without", "in", "from", "despite"})
"""Before these a form in -ing is a noun: "of saying"."""
_BEFORE_PARTICIPLES = frozenset(
    "in of for with from on at to against about more most several few many numerous other".split()
)
"""After these a past form is an adjective: "in pledged delegates"."""
_AFTER_SPEAKER = frozenset({"on", "in", "at", "during", "after", "before", "last", "this"})
_ANONYMOUS = frozenset({"it"})
_PASSIVE_FAMILIES = frozenset({"say", "tell", "announce", "claim", "confirm", "show", "think"})


@dataclass(frozen=True, slots=True)
class Found:
    """A verb of saying in a line: its group of words and itself."""

    first: int
    """Where the group begins, auxiliaries and adverbs included."""
    verb: int
    last: int
    cue: Cue
    passive: bool


def verb_sayings(line: Line) -> list[Saying]:
    """The attributions that verbs make in a sentence, in the order of the verbs."""
    sayings: list[Saying] = []
    previous: Range | None = None
    covered = 0
    known = verbs()
    for index, word in enumerate(line.lower):
        if index < covered or word not in known:
            continue
        found = find_cue(line, index)
        if found is None:
            continue
        speaker, saying = _saying(line, found, previous)
        if saying is None:
            continue
        sayings.append(saying)
        previous = speaker or previous
        covered = found.last
    return sayings


def find_cue(line: Line, index: int) -> Found | None:
    """The cue whose verb is token `index`; None where the word is none, or a noun here."""
    forms = verbs().get(line.at(index))
    if not forms or line.mention(index) is not None or line.at(index) in CITING:
        return None
    for cue in forms:
        last = index + 1 + len(cue.words)
        if tuple(line.lower[index + 1 : last]) != cue.words:
            continue
        infinitive = cue.words[-1:] == ("to",) and any("i" in form.frames for form in forms)
        if infinitive and not contents.begins_object(line, last):
            continue
        first = group_start(line, index)
        auxiliaries = line.lower[first:index]
        passive = bool(words_of("be") & set(auxiliaries)) and cue.form in {"past", "participle"}
        if line.quote(index) is not None and not _speaks_in_quotes(line, first, cue):
            continue
        if _is_verb_here(line, Found(first, index, last, cue, passive), auxiliaries):
            return Found(first, index, last, cue, passive)
    return None


def _speaks_in_quotes(line: Line, first: int, cue: Cue) -> bool:
    """Whether a verb inside quotation marks still reports: others' words, not "I think"."""
    own = line.at(first - 1) in {"i", "we", "you"}
    return cue.family in {"say", "tell", "announce", "claim", "write"} and not own


def group_start(line: Line, index: int) -> int:
    """Where the verb's auxiliaries and adverbs begin."""
    first = index
    while first > 0:
        word = line.at(first - 1)
        adverb = word.endswith("ly") and len(word) > 4 and line.mention(first - 1) is None
        short = word in {"'s", "’s", "'d", "’d"}
        if short and line.at(first - 2) not in words_of("pronouns"):
            break
        if word == "to" and line.at(first - 2) in words_of("catenatives"):
            first -= 2
            continue
        if word not in words_of("auxiliaries") and not adverb:
            break
        if line.quote(first - 1) is not line.quote(index):
            break
        first -= 1
    return first


def _is_verb_here(line: Line, found: Found, auxiliaries: tuple[str, ...]) -> bool:
    """Whether form and auxiliaries agree, so that the word is a finite verb or a participle."""
    form = found.cue.form
    before = line.at(found.first - 1)
    if form == "base":
        if set(auxiliaries) & _MODALS or "to" in auxiliaries:
            return True
        return not set(auxiliaries) & words_of("be") and _plural_before(line, found.first - 1)
    if form == "s":
        agrees = not set(auxiliaries) & (_MODALS | words_of("be") | {"has", "have", "had"})
        noun = before in words_of("not_declared") | words_of("prepositions") or before in {
            "'s",
            "’s",
            "'",
            "and",
            "to",
        }
        return agrees and not noun and line.at(found.last) not in {"of", "by", "are", "were"}
    if form == "ing":
        return before not in {"the", "a", "its", "his", "their", "'s", "’s", "'", "’"}
    if found.first == found.verb and before == "as" and line.at(found.last) == "by":
        return True
    if found.first == found.verb and line.at(found.last) in {"by", "of"}:
        return "n" not in found.cue.frames
    if found.first == found.verb and before in {"'s", "’s"} | _BEFORE_PARTICIPLES:
        return False
    if before in words_of("determiners") and before not in {"this", "that", "some", "all"}:
        return False
    return not (form == "participle" and not auxiliaries)


def _plural_before(line: Line, index: int) -> bool:
    """Whether the word may be the plural subject of a base form."""
    word = line.at(index)
    if word in {"they", "we", "i", "you", "who", "people", "police", "many", "some", "others"}:
        return True
    noun = word.endswith("s") and not word.endswith(("ss", "'s")) and word not in {"'s", "’s"}
    return (
        noun
        and word not in words_of("auxiliaries")
        and word not in {"its", "his", "as", "this", "us"}
    )


def _saying(line: Line, found: Found, previous: Range | None) -> tuple[Range | None, Saying | None]:
    if found.passive or _reduced_passive(line, found):
        return _passive(line, found)
    if found.cue.form == "ing" and not set(line.lower[found.first : found.verb]) & words_of("be"):
        return _participle(line, found, previous)
    inverted = _inverted(line, found)
    if inverted is not None:
        return inverted
    relative = relative_before(line, found.first)
    if relative is not None:
        saying = _active(line, found, (found.first - 1, found.first))
        said_by = line.span(*relative)
        return relative, replace(saying, antecedent=said_by) if saying is not None else None
    subject = subject_before(line, found.first)
    if subject is None:
        return _shared_subject(line, found, previous)
    return subject, _active(line, found, subject)


def _reduced_passive(line: Line, found: Found) -> bool:
    """Whether a participle alone is passive: "as reported on Thursday by X", "announced by X"."""
    if found.cue.form not in {"past", "participle"} or found.first != found.verb:
        return False
    if line.at(found.first - 1) == "as":
        return _by_phrase(line, found.last) is not None
    return line.at(found.last) == "by"


def _make(
    line: Line, found: Found, speaker: Range | None, said: list[Span], rule: str
) -> Saying | None:
    if not said:
        return None
    cue = line.span(found.first, found.last)
    speaker_span = line.span(*speaker) if speaker else None
    return Saying(cue=cue, contents=tuple(said), speaker=speaker_span, rule=rule)


def _active(line: Line, found: Found, subject: Range) -> Saying | None:
    """The forms "X said …" and "…, X said"."""
    following = _following(line, found)
    parenthetical = line.at(subject[0] - 1) == "as"
    if parenthetical and following is None and line.at(found.last) == ",":
        following = line.span(found.last + 1, line.end()) if found.last + 1 < line.end() else None
    start = subject[0] - 1 if parenthetical else subject[0]
    preceding = contents.before(line, start) if set("cq") & set(found.cue.frames) else None
    quote_ends = line.at(start - 1) in QUOTE_MARKS
    if preceding is not None and not quote_ends and not _closes(line, found):
        preceding = None
    if preceding is None and following is None and start == 0 and line.quote_before is not None:
        preceding = line.quote_before.span
    said: list[Span] = []
    if preceding is not None and (following is None or quote_ends):
        said.append(preceding)
    if following is not None and (not quote_ends or _is_quote(line, following)):
        said.append(following)
    kind = "infinitive" if _infinitive(line, found, said) else "clause"
    rule = f"{found.cue.family}:{'subject-cue' if following else 'content-subject-cue'}"
    if kind == "infinitive":
        rule = f"{found.cue.family}:infinitive"
    elif "n" in found.cue.frames and "c" not in found.cue.frames:
        rule = f"{found.cue.family}:object"
    return _make(line, found, subject, said, rule)


def _closes(line: Line, found: Found) -> bool:
    """Whether the cue can close a clause: "…, X said on Friday.", not "…, X argued a case"."""
    after = line.at(found.last)
    return "c" in found.cue.frames and (
        found.last >= line.end()
        or after in BREAKS
        or after in words_of("adverbial_openers")
        or after in words_of("prepositions")
        or line.is_object(found.last)
    )


def _following(line: Line, found: Found) -> Span | None:
    """What follows the cue; in ", who said …," it ends with the relative clause."""
    following = contents.after(line, found.last, found.cue)
    if following is None or line.lower[max(0, found.first - 2) : found.first] != (",", "who"):
        return following
    for index in range(found.last, line.end()):
        token = line.tokens[index]
        if token.text == "," and following.start < token.start and line.quote(index) is None:
            return Span(following.start, min(token.start, following.end))
    return following


def _is_quote(line: Line, span: Span) -> bool:
    return any(
        quote is not None and quote.span.overlaps(span)
        for quote, token in zip(line.quotes, line.tokens, strict=True)
        if span.start <= token.start < span.end
    )


def _infinitive(line: Line, found: Found, said: list[Span]) -> bool:
    if "i" not in found.cue.frames or not said:
        return False
    start = said[-1].start
    return any(
        token.text == "to" and start <= token.start <= start + 40 for token in line.tokens
    ) and line.at(found.last) not in {"that"}


def _inverted(line: Line, found: Found) -> tuple[Range, Saying] | None:
    """The form "…, said X"."""
    mark = line.at(found.first - 1)
    if found.first != found.verb or found.cue.form not in {"past", "s"}:
        return None
    if not set("cq") & set(found.cue.frames) or "t" in found.cue.frames:
        return None
    quoted = mark in QUOTE_MARKS
    if not (quoted or mark in {",", "?", "!"}):
        return None
    speaker = subject_after(line, found.last, inverted=quoted)
    if speaker is None or not _closed_subject(line, speaker, quoted=quoted):
        return None
    speaker = (speaker[0], described_end(line, speaker[1]))
    said: list[Span] = []
    preceding = contents.before(line, found.first)
    if preceding is not None:
        said.append(preceding)
    end = speaker[1]
    if line.at(end) in {",", ".", ":"} and line.at(end + 1) in QUOTE_MARKS:
        quote = line.quote(end + 1)
        if quote is not None:
            said.append(quote.span)
    rule = f"{found.cue.family}:content-cue-subject"
    saying = _make(line, found, speaker, said, rule)
    return (speaker, saying) if saying is not None else None


def _closed_subject(line: Line, speaker: Range, *, quoted: bool) -> bool:
    """Whether the words after a verb name a speaker and no verb of their own follows.

    After a quotation the verb surely closes a clause; after a mere comma it may open one.
    """
    first, last = speaker
    names = line.at(first) in words_of("pronouns") or any(
        line.mention(index) is not None
        or line.capitalised(index)
        or line.at(index) in words_of("source_nouns")
        for index in range(first, min(last, first + 4))
    )
    after = line.at(last)
    ends = last >= len(line) or after in BREAKS or after in words_of("adverbial_openers")
    return (
        ends
        if quoted and ends
        else names and (ends or after in (words_of("prepositions") if quoted else _AFTER_SPEAKER))
    )


def _participle(
    line: Line, found: Found, previous: Range | None
) -> tuple[Range | None, Saying | None]:
    """The form "…, adding that …": the speaker is the subject of the clause before."""
    following = contents.after(line, found.last, found.cue)
    if line.at(found.first - 1) == "as":
        return _as_saying(line, found, following)
    speaker = _participle_subject(line, found) or _nearest(line, found, previous)
    noun = line.at(found.first - 1) in _GERUND or found.cue.family == "think"
    if following is None or speaker is None or noun:
        return None, None
    rule = f"{found.cue.family}:participle"
    return speaker, _make(line, found, speaker, [following], rule)


def _participle_subject(line: Line, found: Found) -> Range | None:
    """The noun that a participle right after it belongs to: "those saying", "a letter asking"."""
    before = found.first - 1
    word = line.at(before)
    if word in BREAKS or word in words_of("prepositions") or not word[:1].isalpha():
        return None
    if line.mention(before) is None and (
        word in words_of("boundaries")
        or word in words_of("auxiliaries")
        or word in words_of("finite_verbs")
        or word.endswith(("ed", "ly", "ing"))
    ):
        return None
    return subject_before(line, found.first)


def _as_saying(
    line: Line, found: Found, following: Span | None
) -> tuple[Range | None, Saying | None]:
    """The form "quoted X as saying …", "X was quoted as saying …"."""
    last = found.first - 2
    quoted = find_cue(line, last)
    mention = line.mention(last)
    if mention is not None:
        first = next(step for step in range(last + 1) if line.mention(step) is mention)
        speaker: Range | None = (first, last + 1)
    else:
        speaker = subject_before(line, quoted.first if quoted is not None else last + 1)
    if speaker is None or following is None:
        return None, None
    return speaker, _make(line, found, speaker, [following], f"{found.cue.family}:as-saying")


def first_actor(line: Line, before: int) -> Range | None:
    """The first mention of a sentence, taken for the subject of its main clause."""
    for index in range(before):
        mention = line.mention(index)
        if mention is not None and "place" not in mention.rule:
            last = index
            while last < before and line.mention(last) is mention:
                last += 1
            return (index, last)
    if line.at(0) in words_of("pronouns"):
        return (0, 1)
    for index in range(1, min(before, 10)):
        if line.at(index) in words_of("auxiliaries") or line.at(index).endswith("ed"):
            return (0, index) if line.at(0) not in words_of("prepositions") else None
    return None


def _nearest(line: Line, found: Found, previous: Range | None) -> Range | None:
    """Who spoke last in the sentence, or the subject of a verb that stands nearer."""
    return previous or main_subject(line, found.first)


def main_subject(line: Line, before: int) -> Range | None:
    """The subject of the nearest finite verb before a token, else the sentence's first mention."""
    for index in range(before - 1, 0, -1):
        word = line.at(index)
        finite = word in words_of("finite_verbs") or (
            word.endswith("ed") and line.at(index + 1) not in {"by", "in"}
        )
        if not finite or line.mention(index) is not None or line.quote(index) is not None:
            continue
        subject = subject_before(line, index)
        if subject is not None:
            return subject
    return first_actor(line, before)


def _shared_subject(
    line: Line, found: Found, previous: Range | None
) -> tuple[Range | None, Saying | None]:
    """The form "X said … and added …": the subject of the verb before."""
    if line.at(found.first - 1) not in {"and", "but", ",", "then"} or found.cue.form == "base":
        return None, None
    speaker = _nearest(line, found, previous)
    following = contents.after(line, found.last, found.cue)
    if speaker is None or following is None:
        return None, None
    rule = f"{found.cue.family}:shared-subject"
    return speaker, _make(line, found, speaker, [following], rule)


def _passive(line: Line, found: Found) -> tuple[Range | None, Saying | None]:
    """The forms "it is reported that …", "… was announced by X", "as reported by X"."""
    by = _by_phrase(line, found.last)
    if line.at(found.last) == "as":
        return None, None
    if by is not None:
        said = _passive_content(line, found) or _opened(line, found, by)
        return by, _make(line, found, by, said, f"{found.cue.family}:passive-by")
    if found.cue.family not in _PASSIVE_FAMILIES:
        return None, None
    impersonal = line.at(found.first - 1) in _ANONYMOUS
    follows = line.at(found.last) == "that" or line.at(found.last) == "to"
    if not (impersonal or follows):
        return None, None
    end = line.end()
    if end <= found.last:
        return None, None
    rule = f"{found.cue.family}:passive"
    return None, _make(line, found, None, [line.span(found.last, end)], rule)


def _passive_content(line: Line, found: Found) -> list[Span]:
    """What "as reported by X" and "was announced by X" say: the words before."""
    as_cue = line.at(found.first - 1) == "as"
    start = found.first - 1 if as_cue else found.first
    preceding = contents.before(line, start)
    if preceding is not None:
        return [preceding]
    subject = subject_before(line, found.first)
    return [line.span(*subject)] if subject is not None and not as_cue else []


def _opened(line: Line, found: Found, by: Range) -> list[Span]:
    """The rest of a sentence that opens with "As reported by X, citing Y,"."""
    if found.first > 2 or line.at(found.first - 1) != "as" or line.at(by[1]) != ",":
        return []
    comma = by[1]
    if line.at(comma + 1) in CITING:
        cited = subject_after(line, comma + 2)
        if cited is None or line.at(cited[1]) != ",":
            return []
        comma = cited[1]
    return [line.span(comma + 1, line.end())] if comma + 2 < line.end() else []


def _by_phrase(line: Line, at: int) -> Range | None:
    """The agent after "by", a date or place between skipped ("reported on Thursday by X")."""
    for index in range(at, min(at + 6, len(line))):
        if line.at(index) == "by":
            return subject_after(line, index + 1)
        if line.at(index) in STOPS or line.at(index) in {",", "that", "to"}:
            return None
    return None
