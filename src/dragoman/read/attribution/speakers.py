"""Finds the words for the speaker next to a verb of saying."""

from dragoman.read.attribution.cues import verbs, words_of
from dragoman.read.attribution.lines import BREAKS, QUOTE_MARKS, Line

_GOING_ON = frozenset(
    "and but as when while after before because if though although adding noting citing referring "
    "according then so nor".split()
)
"""Words that go on with the report after a speaker was named."""

Range = tuple[int, int]
"""Token indexes, the second excluded."""

_LONGEST_APPOSITION = 28
_LONGEST_SUBJECT = 18
_LONGEST_OWNER = 6
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
    if word in words_of("pronouns"):
        return (last, last + 1)
    if word in {",", "—", "–"}:
        return _past_apposition(line, last, word)
    if word == ")":
        opened = _back_to(line, last, "(")
        phrase = _noun_phrase(line, opened - 1) if opened is not None else None
        return (phrase[0], at) if phrase else None
    return _noun_phrase(line, last)


def owner_before(line: Line, at: int) -> Range | None:
    """The owner before the possessive mark at token `at`: a mention, else back to an article."""
    last = at - 1
    mention = line.mention(last)
    first = last
    while first > 0 and mention is not None and line.mention(first - 1) is mention:
        first -= 1
    if mention is None:
        while first > 0 and last - first < _LONGEST_OWNER and not _bounds(line, first - 1):
            if line.at(first) in words_of("determiners"):
                break
            if not (line.capitalised(first - 1) or line.at(first - 1) in words_of("determiners")):
                break
            first -= 1
    return (first, at) if line.at(last)[:1].isalpha() else None


def relative_before(line: Line, at: int) -> Range | None:
    """What "who", "which" or "that" right before token `at` stands for; None if none does."""
    pronoun = line.at(at - 1)
    if pronoun not in {"who", "which", "that"}:
        return None
    if pronoun == "that" and (line.at(at - 2) in BREAKS or _is_verb(line, at - 2)):
        return None
    comma = line.at(at - 2) == ","
    if line.at(at - 2) in words_of("prepositions") or (pronoun == "which" and not comma):
        return None
    return _noun_phrase(line, at - 3 if comma else at - 2)


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
    if line.at(last) == ")":
        opened = _back_to(line, last, "(")
        named = _noun_phrase(line, opened - 1) if opened else None
        return (named[0], last + 1) if named is not None else None
    last = _before_time(line, last)
    first = last + 1
    quote = line.quote(last)
    while first > 0 and last - first < _LONGEST_SUBJECT + 8:
        index = first - 1
        if line.quote(index) is not quote or _bounds(line, index):
            break
        first = index
    first = _after_and(line, first, last)
    first = _past_adverbial(line, first, last)
    return _trimmed(line, first, last)


def _trimmed(line: Line, first: int, last: int) -> Range | None:
    """A subject without adverbs and marks at its edges: "even officials", "X quickly"."""
    while first < last and (
        line.at(first) in words_of("leading_adverbs") or not line.at(first)[:1].isalnum()
    ):
        first += 1
    while last > first and line.mention(last) is None and _trails(line.at(last)):
        last -= 1
    return (first, last + 1) if first <= last and line.at(last)[:1].isalnum() else None


def _trails(word: str) -> bool:
    return word in words_of("trailing_adverbs") or (word.endswith("ly") and len(word) > 5)


def _before_time(line: Line, last: int) -> int:
    """The last token of a subject that a day follows: "the board on Monday refused"."""
    if line.at(last) in _TIMES and line.at(last - 1) in {"on", "last", "this", "late", "early"}:
        return max(0, last - 2)
    return last


def _bounds(line: Line, index: int) -> bool:
    """Whether a subject cannot reach over this token."""
    word = line.at(index)
    if line.mention(index) is not None:
        return False
    if word in BREAKS and not inside_word(line, index):
        return True
    return (word in words_of("boundaries") and word != "and") or _is_verb(line, index)


def inside_word(line: Line, index: int) -> bool:
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
        clause = any(
            (line.at(step).endswith("ed") or line.at(step) in words_of("finite_verbs"))
            and line.mention(step) is None
            and not line.capitalised(step)
            for step in range(first, index)
        )
        broken = first > 0 and _is_verb(line, first - 1)
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


def subject_after(line: Line, at: int, *, inverted: bool = False) -> Range | None:
    """The subject that begins at token `at` ("said X, a spokesman"); None if none does.

    `inverted`: the verb closes a quotation, so that any noun may be the speaker.
    """
    word = line.at(at)
    if word in QUOTE_MARKS or word in _TIMES or not word[:1].isalnum():
        return None
    if not (_may_begin(line, at) or (inverted and _is_plain_noun(line, at))):
        return None
    if word in words_of("pronouns") and word not in {"one", "some", "many", "most", "others"}:
        return (at, at + 1)
    index = at + 1
    while index < len(line):
        if line.mention(index) is not None and line.mention(index) is line.mention(index - 1):
            index += 1
            continue
        if line.at(index) == "," and _apposition_follows(line, index):
            index = _apposition_end(line, index + 1)
            break
        if _ends_subject(line, index):
            break
        index += 1
    return (at, described_end(line, index) if inverted else index)


def described_end(line: Line, index: int) -> int:
    """Where the description of a speaker named after the verb ends.

    "said X, 53, who lives in Y", "said X, director of Y": up to the clause's end, an adverbial of
    the saying ("in an interview", "on Monday") or words that go on with the report.
    """
    while index < len(line):
        word = line.at(index)
        if word == "," and describes(line, index + 1):
            index += 2
        elif (
            (word in BREAKS and word != "(" and not inside_word(line, index))
            or word in _GOING_ON
            or _says_when(line, index)
        ):
            break
        else:
            index += 1
    while index and line.at(index - 1) in BREAKS:
        index -= 1
    return index


def describes(line: Line, index: int) -> bool:
    """Whether words after a comma go on describing the speaker: an age, a role, "who …"."""
    word = line.at(index)
    if not word[:1].isalnum() or word in _GOING_ON or _says_when(line, index):
        return False
    if word in words_of("pronouns") - {"who", "one"} or word.endswith(("ing", "ly")):
        return False
    return word not in words_of("prepositions") and word not in words_of("boundaries")


def _says_when(line: Line, index: int) -> bool:
    """Whether "on Monday", "in an interview", "at a rally" stand at `index`: of the saying."""
    if line.at(index) in _TIMES:
        return True
    if line.at(index) not in words_of("adverbial_openers"):
        return False
    near = range(index + 1, min(index + 4, len(line)))
    return any(line.at(step) in words_of("venues") or line.at(step) in _TIMES for step in near)


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


def _is_plain_noun(line: Line, at: int) -> bool:
    """Whether no particle stands at `at`: "said retired general X", not "said on Friday"."""
    word = line.at(at)
    closed = words_of("prepositions") | words_of("boundaries") | words_of("adverbial_openers")
    return word not in closed and word not in words_of("auxiliaries") and not word.endswith("ly")


def _ends_subject(line: Line, index: int) -> bool:
    word = line.at(index)
    if word in BREAKS:
        return not inside_word(line, index)
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
        if word in BREAKS and word not in {"-", "("} and not inside_word(line, index):
            break
        index += 1
    return index
