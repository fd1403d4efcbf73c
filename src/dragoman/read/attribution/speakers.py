"""Finds the words for the speaker next to a verb of saying."""

from dragoman.read.attribution.cues import verbs, words_of
from dragoman.read.attribution.lines import BREAKS, QUOTE_MARKS, Line

Range = tuple[int, int]
"""Token indexes, the second excluded."""

_LONGEST_APPOSITION = 28
_LONGEST_SUBJECT = 18
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december yesterday today morning week month year "
    "evening night afternoon".split()
)


def subject_before(line: Line, at: int) -> Range | None:
    """The subject that ends before token `at`, its appositions included; None if there is none."""
    last = at - 1
    word = line.at(last)
    if not word or word in {"and", "but", "or", "then"}:
        return None
    if word in QUOTE_MARKS and word not in {"'", "’"}:
        return None
    if word == "who":
        before = last - 2 if line.at(last - 1) == "," else last - 1
        return _noun_phrase(line, before)
    if word in words_of("pronouns"):
        return (last, last + 1)
    if word in {",", "—", "–"}:
        return _past_apposition(line, last, word)
    if word == ")":
        opened = _back_to(line, last, "(")
        phrase = _noun_phrase(line, opened - 1) if opened is not None else None
        return (phrase[0], at) if phrase else None
    return _noun_phrase(line, last)


def _back_to(line: Line, last: int, mark: str) -> int | None:
    """The index of the nearest `mark` before `last`, within an apposition's length."""
    for index in range(last - 1, max(-1, last - _LONGEST_APPOSITION), -1):
        if line.at(index) == mark:
            return index
        if line.at(index) in QUOTE_MARKS and line.at(index) not in {"'", "’"}:
            return None
    return None


def _past_apposition(line: Line, last: int, mark: str) -> Range | None:
    """The subject before ", the minister," — with the apposition — or before ", however,"."""
    opened = _back_to(line, last, mark)
    if opened is None or opened == last - 1:
        return None
    phrase = _noun_phrase(line, opened - 1)
    if phrase is None:
        return None
    comma = phrase[0] - 1 - (line.at(phrase[0] - 1) in {"of", "from"})
    further = _noun_phrase(line, comma - 1) if line.at(comma) == "," else None
    if further is not None and _opens_clause(line, further[0]):
        return (further[0], last)
    opener = line.at(opened + 1)
    names = opener in {"a", "an", "the", "who", "whose"} or line.mention(opened + 1) is not None
    if not names and last - opened > 3 and opener not in words_of("prepositions"):
        names = True
    return (phrase[0], last) if names else phrase


def _opens_clause(line: Line, index: int) -> bool:
    """Whether a clause can begin at `index`: a further apposition belongs to its subject."""
    before = line.at(index - 1)
    return index == 0 or (before in QUOTE_MARKS and before not in {"'", "’"})


def _noun_phrase(line: Line, last: int) -> Range | None:
    """The noun phrase whose last token is `last`: back to the clause's beginning, trimmed."""
    first = last + 1
    quote = line.quote(last)
    while first > 0 and last - first < _LONGEST_SUBJECT + 8:
        index = first - 1
        if line.quote(index) is not quote or _bounds(line, index):
            break
        first = index
    first = _after_and(line, first, last)
    first = _past_adverbial(line, first, last)
    return (first, last + 1) if first <= last else None


def _bounds(line: Line, index: int) -> bool:
    """Whether a subject cannot reach over this token."""
    word = line.at(index)
    if line.mention(index) is not None:
        return False
    if word in BREAKS and not _inside_word(line, index):
        return True
    return word in words_of("boundaries") or _is_verb(line, index)


def _inside_word(line: Line, index: int) -> bool:
    """Whether a mark is glued to the words at its sides: "D-Mo.", "U.S."."""
    tokens = line.tokens
    return (
        0 < index < len(tokens) - 1
        and tokens[index].text in {"-", "."}
        and tokens[index - 1].end == tokens[index].start
        and (tokens[index].text == "." or tokens[index].end == tokens[index + 1].start)
        and len(tokens[index - 1].text) < 5
    )


def _is_verb(line: Line, index: int) -> bool:
    """Whether the token is surely a verb: an auxiliary or a past form of saying."""
    word = line.at(index)
    if word in {"'s", "’s"}:
        return False
    if word in words_of("auxiliaries") and not word.endswith("ly"):
        if word in {"may", "will"}:
            return not line.capitalised(index)
        return word not in {"still", "even", "first", "all", "both", "each", "long"}
    forms = verbs().get(word, ())
    return any(cue.form == "past" and not cue.words and "c" in cue.frames for cue in forms)


def _after_and(line: Line, first: int, last: int) -> int:
    """Leaves out a clause that "and" joins to the subject's: "he left and officials said"."""
    for index in range(last, first, -1):
        if line.at(index) not in {"and", "but"} or line.mention(index) is not None:
            continue
        clause = any(line.at(step).endswith("ed") for step in range(first, index))
        broken = first > 0 and line.at(first - 1) not in BREAKS
        if line.at(index) == "but" or clause or broken:
            return index + 1
    return first


def _past_adverbial(line: Line, first: int, last: int) -> int:
    """Leaves out what opens the sentence: "On Thursday officials"."""
    leading = line.at(first) in words_of("prepositions") and line.mention(first) is None
    if not leading and last - first < _LONGEST_SUBJECT:
        return first
    mention = line.mention(last)
    if mention is not None:
        start = last
        while start > first and line.mention(start - 1) is mention:
            start -= 1
        return start
    for index in range(last, first, -1):
        if line.at(index) in words_of("determiners") or line.at(index - 1) in _TIMES:
            return index
    return last if leading else max(first, last - 3)


def subject_after(line: Line, at: int, *, apposition: bool = True) -> Range | None:
    """The subject that begins at token `at` ("said X, a spokesman"); None if none does."""
    word = line.at(at)
    if word in QUOTE_MARKS or word in _TIMES or not _may_begin(line, at):
        return None
    if word in words_of("pronouns") and word not in {"one", "some", "many", "most", "others"}:
        return (at, at + 1)
    index = at + 1
    while index < len(line):
        if line.mention(index) is not None and line.mention(index) is line.mention(index - 1):
            index += 1
            continue
        if apposition and line.at(index) == "," and _apposition_follows(line, index):
            index = _apposition_end(line, index + 1)
            break
        if _ends_subject(line, index):
            break
        index += 1
    return (at, index)


def _may_begin(line: Line, at: int) -> bool:
    word = line.at(at)
    return (
        line.mention(at) is not None
        or line.capitalised(at)
        or word in words_of("determiners") - {"that"}
        or word in words_of("pronouns") - {"who"}
        or word in words_of("source_nouns")
        or word in {"one", "two", "three", "several"}
    )


def _ends_subject(line: Line, index: int) -> bool:
    word = line.at(index)
    if word in BREAKS:
        return not _inside_word(line, index)
    loose = words_of("prepositions") - {"of", "for", "from", "with", "at"}
    return (
        word in words_of("boundaries") or word in loose or _is_verb(line, index) or (word in _TIMES)
    )


def _apposition_follows(line: Line, comma: int) -> bool:
    opener = line.at(comma + 1)
    return opener in {"a", "an", "the"} or (
        line.mention(comma + 1) is not None and line.mention(comma + 1) is line.mention(comma - 1)
    )


def _apposition_end(line: Line, index: int) -> int:
    """Where an apposition ends: at the next comma, stop or quotation mark."""
    while index < len(line):
        word = line.at(index)
        if word in BREAKS and word not in {"-", "("} and not _inside_word(line, index):
            break
        index += 1
    return index
