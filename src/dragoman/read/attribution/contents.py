"""Finds what is said: the clause or quotation before or after a verb of saying."""

from dragoman.model import Span
from dragoman.read.attribution.cues import Cue, verbs, words_of
from dragoman.read.attribution.lines import BREAKS, QUOTE_MARKS, STOPS, Line
from dragoman.read.attribution.quotes import Quote

_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)
_QUESTIONS = frozenset({"that", "whether", "if", "how", "why", "what", "where", "when", "who"})
_BEFORE_THAT = frozenset({"on", "in", "at", "by", "to", "of", "during", "from", "via"})
"""Before these "that" is a determiner: "on that day"."""
_LONGEST_ADDRESSEE = 12
_LONGEST_SUBJECT = 30
"""In words: how far after a verb of saying the verb of what is said may stand."""
_SHORT_SUBJECT = 6
_LONGEST_CONTENT = 400
"""In words: a sentence that goes on longer is a list or damaged text."""
_NAMING = frozenset({"a", "an"}) | QUOTE_MARKS
"""One of these tells "called it a lie" from "called the president" by telephone."""
_COMPLEMENTS = {"call": _NAMING, "see": frozenset({"as"})}
"""What must follow a verb of many meanings so that it judges."""
_CONJUNCTIONS = frozenset({"but", "while", "which", "who", "as", "though", "although"})


def before(line: Line, at: int) -> Span | None:
    """The words said that end at a comma, dash or closing quotation mark before token `at`."""
    mark = line.at(at - 1)
    ended = line.quote(at - 1)
    closing = ended is not None and ended.span.end == line.tokens[at - 1].end
    if at < 2 or not (closing or mark in {",", "?", "!", "—", "–", "-"}):
        return None
    last = at - 1
    while last and (line.at(last - 1) in {",", "—", "–"} or line.at(last - 1) in QUOTE_MARKS):
        last -= 1
    if last == 0:
        return None
    quote = line.quote(at - 1) if closing else line.quote(at - 2)
    first = _clause_start(line, last)
    if quote is not None and quote.span.start <= line.tokens[first].end + 1:
        return Span(quote.span.start, line.tokens[at - 1].end) if closing else quote.span
    if first >= last:
        return None
    end = at if closing else last
    return line.span(first, end)


def _clause_start(line: Line, last: int) -> int:
    """Where the clause that ends at `last` begins: after a semicolon, else with the sentence."""
    for index in range(last - 1, 0, -1):
        if line.at(index - 1) == ";" and line.quote(index) is None:
            return index
    return 0


def clause_end(line: Line, start: int) -> int:
    """The index after the clause that begins at token `start`: no comma or dash is passed."""
    for index in range(start + 1, line.end()):
        if line.at(index) in {",", ";", "—", "–"} and line.quote(index) is None:
            return index
    return line.end()


def after(line: Line, at: int, cue: Cue) -> Span | None:
    """The words said that follow a cue which ends at token `at`; None if nothing does."""
    start = _start(line, at, cue)
    if start is None:
        return None
    quote = line.quote(start)
    if quote is not None and quote.span.start >= line.tokens[start].start - 1:
        whole = _quoted(line, start, quote)
        if whole is not None:
            return whole
    end = _end(line, start, cue)
    return line.span(start, end) if end > start else None


def _quoted(line: Line, start: int, quote: Quote) -> Span | None:
    """The whole quotation, where it reaches to the sentence's end or stands alone in it."""
    last = line.tokens[line.end() - 1].end if line.end() else 0
    if quote.span.end >= last:
        return quote.span
    index = start
    while index < len(line) and line.quote(index) is quote:
        index += 1
    if line.at(index) in {",", ".", ";"} or line.at(index) in {"and", "as", "in"}:
        return quote.span if line.at(index) != "and" else None
    return None


def _start(line: Line, at: int, cue: Cue) -> int | None:
    """Where the content begins after the cue, addressee and adverbials skipped."""
    index = at
    if "t" in cue.frames:
        index = _past_addressee(line, index)
    if not ("i" in cue.frames and line.at(index) == "to") and cue.frames != "n":
        index = _past_adverbials(line, index)
    word = line.at(index)
    if word == ",":
        return _after_comma(line, index)
    if word == ":":
        return index + 1 if index + 1 < len(line) else None
    if index >= line.end() or word in STOPS or word in {";", "—", "–", ")"}:
        return None
    if word in QUOTE_MARKS and index + 1 >= len(line):
        return None
    if word == "to" and "i" not in cue.frames:
        return None
    return index if _opens(line, index, cue) else None


def _opens(line: Line, index: int, cue: Cue) -> bool:
    """Whether what begins at `index` fits the frames of the cue."""
    word = line.at(index)
    if word in QUOTE_MARKS:
        quote = line.quote(index)
        return quote is not None and quote.span.start == line.tokens[index].start
    if word == "to":
        return "i" in cue.frames
    if word in _QUESTIONS:
        return "c" in cue.frames
    if word in {"as", "by", "and", "or", "but", "of", "with", "up", "out", "about"}:
        return False
    if cue.family == "ask":
        near = {line.at(index + step) for step in range(1, 6)}
        return bool(near & (_QUESTIONS | {"to"})) and line.is_object(index)
    if cue.family == "think":
        clause = "c" in cue.frames and _begins_clause(line, index)
        return clause or ("n" in cue.frames and begins_object(line, index))
    if "c" in cue.frames and cue.lemma not in {"say", "tell"} and not _tells_clause(line, index):
        return "n" in cue.frames and begins_object(line, index)
    bare = "c" not in cue.frames and cue.form in {"base", "s"}
    if bare and not (begins_object(line, index) or word.endswith("ing")):
        return False
    if cue.lemma in _COMPLEMENTS:
        last = min(index + _LONGEST_ADDRESSEE, line.end())
        return any(line.at(step) in _COMPLEMENTS[cue.lemma] for step in range(index, last))
    return bool(set(cue.frames) & set("cn"))


def _tells_clause(line: Line, index: int) -> bool:
    """Whether a finite verb stands among the next words, so that they are no mere object."""
    if line.at(index) in words_of("pronouns"):
        return True
    for step in range(index + 1, min(index + _LONGEST_SUBJECT, line.end())):
        word = line.at(step)
        if word in words_of("finite_verbs") or (
            (word.endswith("ed") or any(cue.form in {"past", "s"} for cue in verbs().get(word, ())))
            and line.mention(step) is None
        ):
            return True
    return False


def begins_object(line: Line, index: int) -> bool:
    """Whether a noun phrase surely begins here: "pledged his help", not "pledged delegates"."""
    return (
        line.at(index) in words_of("determiners")
        or line.at(index) in words_of("object_pronouns")
        or line.mention(index) is not None
        or line.capitalised(index)
    )


def _begins_clause(line: Line, index: int) -> bool:
    """Whether a subject and not a mere object begins at `index`."""
    word = line.at(index)
    return word in words_of("pronouns") or word == "there" or line.mention(index) is not None


def _after_comma(line: Line, comma: int) -> int | None:
    """A quotation after ", " or a "that" after a parenthesis between commas."""
    if line.at(comma + 1) in QUOTE_MARKS:
        return comma + 1
    for index in range(comma + 1, min(comma + 16, line.end())):
        if line.at(index) == "," and line.at(index + 1) == "that":
            return index + 1
    return None


def _past_addressee(line: Line, at: int) -> int:
    """The index after "told X": a mention, a name, a pronoun, or all before "that"."""
    index = at
    while index < line.end() and _addresses(line, index, at):
        if index > at and _new_subject(line, index):
            break
        index += 1
    if index > at and line.at(index) not in {"'s", "’s"}:
        return index
    for step in range(at, min(at + _LONGEST_ADDRESSEE, line.end())):
        if line.at(step) == "that" or line.at(step) in QUOTE_MARKS:
            return step
        if line.at(step) == "," and line.at(step + 1) in QUOTE_MARKS:
            return step
    return index


def _new_subject(line: Line, index: int) -> bool:
    """Whether the subject of what is told begins: "told the police he had …"."""
    if line.at(index) in words_of("pronouns") and line.mention(index - 1) != line.mention(index):
        return True
    follows = line.at(index + 1) in words_of("finite_verbs")
    return follows and line.mention(index) is not line.mention(index - 1)


def _addresses(line: Line, index: int, at: int) -> bool:
    """Whether the token is part of the words for who is told."""
    word = line.at(index)
    if line.mention(index) is not None or line.capitalised(index):
        return True
    if word in words_of("object_pronouns"):
        return index == at
    if word in {"the", "a", "an", "host"}:
        return line.capitalised(index + 1) or line.mention(index + 1) is not None
    joins = word in {"of", "and", ",", "'s", "’s", "at", "&"} and index > at
    return joins and (line.capitalised(index + 1) or line.mention(index + 1) is not None)


def _past_adverbials(line: Line, at: int) -> int:
    """The index after "on Thursday", "in a statement", "at a news conference in Yerevan"."""
    index = at
    if line.at(at) in words_of("adverbial_openers"):
        for step in range(at, min(at + _LONGEST_ADDRESSEE, line.end())):
            if line.at(step) == "that" and line.at(step - 1) not in _BEFORE_THAT:
                return step
            if line.at(step) in BREAKS or line.at(step) in words_of("auxiliaries"):
                break
    while index < line.end() and line.at(index) in words_of("adverbial_openers"):
        start = index
        index = _past_adverbial(line, index + 1, dated=line.at(index) in _WEEKDAYS)
        if index == start:
            break
    return index


def _past_adverbial(line: Line, index: int, *, dated: bool) -> int:
    known = words_of("adverbial_words")
    while index < line.end():
        word = line.at(index)
        if dated and word not in words_of("adverbial_openers"):
            return index
        named = line.mention(index) is not None or line.capitalised(index)
        if word not in known and not word.isdigit() and not named:
            return index
        dated = word in _WEEKDAYS or word.isdigit()
        index += 1
    return index


def _end(line: Line, start: int, cue: Cue) -> int:
    """Where content that begins at `start` ends: with the sentence, or before the next speaker."""
    quoted = line.quote(start)
    infinitive = line.at(start) == "to"
    last = min(start + _LONGEST_CONTENT, line.end())
    for index in range(start + 1, last):
        if line.quote(index) is not None:
            if line.quote(index) is not quoted and _quote_ends_in_comma(line, index):
                if _speaker_follows(line, index + 1):
                    return index + 1
                if ("c" not in cue.frames or infinitive) and _clause_begins(line, index + 1):
                    return index + 1
            continue
        if line.at(index) in {"and", "but"} and _says_next(line, index + 1):
            return index - (line.at(index - 1) == ",")
        if line.at(index) not in {",", ";", "—", "–"}:
            continue
        if quoted is not None and line.quote(start) is line.quote(index):
            continue
        if _speaker_follows(line, index + 1) or (
            ("c" not in cue.frames or infinitive) and _clause_begins(line, index + 1)
        ):
            return index
    return last


def _quote_ends_in_comma(line: Line, index: int) -> bool:
    """Whether a quotation ends at `index` with the comma of the sentence inside."""
    return line.quote(index + 1) is not line.quote(index) and line.at(index - 1) == ","


def _clause_begins(line: Line, at: int) -> bool:
    """Whether a clause of its own begins at `at`: "which …", "and the president …", "X said"."""
    joined = line.at(at) == "and" and (
        line.mention(at + 1) is not None or line.at(at + 1) in words_of("pronouns")
    )
    return joined or line.at(at) in _CONJUNCTIONS or _main_clause(line, at)


def _main_clause(line: Line, at: int) -> bool:
    """Whether a short subject and its verb stand at `at`."""
    for index in range(at, min(at + _SHORT_SUBJECT, line.end())):
        word = line.at(index)
        if word in _QUESTIONS or word in BREAKS or word in {"and", "or"}:
            return False
        verb = word in words_of("finite_verbs") or any(
            cue.form in {"past", "s"} and not cue.words for cue in verbs().get(word, ())
        )
        if verb and line.mention(index) is None:
            return index > at
    return False


def _says_next(line: Line, at: int) -> bool:
    """Whether a second verb of saying with the same subject begins at `at`: "and added"."""
    index = at + (line.at(at) in words_of("auxiliaries") or line.at(at).endswith("ly"))
    forms = verbs().get(line.at(index), ())
    return any(cue.form == "past" and set(cue.frames) & set("cn") for cue in forms)


def _speaker_follows(line: Line, at: int) -> bool:
    """Whether ", saying", ", according to" or ", X said." begins at token `at`."""
    if line.at(at) == "according" or (line.at(at) == "as" and line.at(at + 1) in verbs()):
        return True
    if any(cue.form == "ing" for cue in verbs().get(line.at(at), ())) or line.at(at) == "citing":
        return True
    opening = verbs().get(line.at(at), ())
    if any(cue.family in {"say", "tell"} and cue.form in {"past", "s"} for cue in opening):
        return True
    index = at
    while index < min(at + 8, line.end()) and line.at(index) not in {",", ";", "that"}:
        forms = verbs().get(line.at(index), ())
        if index > at and any(cue.family in {"say", "tell"} for cue in forms):
            rest = line.at(index + 1)
            return index + 1 >= line.end() or rest in {",", "."} or rest in _WEEKDAYS
        index += 1
    return False
