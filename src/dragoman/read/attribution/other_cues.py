"""Attributions without a verb of saying: "according to", "citing", nouns, colons."""

from functools import cache

from dragoman.model import BlockKind, MentionKind, Span
from dragoman.read.attribution import contents
from dragoman.read.attribution.cues import nouns, words_of
from dragoman.read.attribution.lines import BREAKS, QUOTE_MARKS, Line
from dragoman.read.attribution.noun_cues import noun_saying
from dragoman.read.attribution.sayings import CITING, Saying
from dragoman.read.attribution.speakers import inside_word, subject_after
from dragoman.read.attribution.stance_cues import stance
from dragoman.read.attribution.verb_cues import first_actor

_HEADLINES = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.LEAD})
_LONGEST_SPEAKER = 40
_DASHES = frozenset({"-", "–", "—", "--"})


@cache
def _cues() -> frozenset[str]:
    """The words that may be cues here."""
    words = words_of("hearsay_adverbs") | words_of("stance_adjectives")
    return words | nouns().keys() | {"according"}


def other_sayings(line: Line) -> list[Saying]:
    """The attributions of a sentence that no verb makes."""
    sayings: list[Saying] = []
    cues = _cues()
    for index, word in enumerate(line.lower):
        if word not in cues:
            continue
        saying: Saying | None = None
        if word == "according" and line.at(index + 1) == "to":
            saying = _according(line, index)
        elif word in words_of("hearsay_adverbs"):
            saying = _hearsay(line, index)
        elif line.quote(index) is not None:
            continue
        elif word in nouns():
            saying = noun_saying(line, index)
        elif word in words_of("stance_adjectives"):
            saying = stance(line, index)
        if saying is not None:
            sayings.append(saying)
    headline = _colon(line) or _dash(line)
    if headline is not None:
        sayings.append(headline)
    return sayings


def citations(line: Line, sayings: list[Saying]) -> list[Saying]:
    """The sources that a sentence cites: Y in "X reported, citing Y" says what X reports."""
    found: list[Saying] = []
    for index, word in enumerate(line.lower):
        if word not in CITING:
            continue
        speaker = subject_after(line, index + 1)
        if speaker is None or not _is_source(line, *speaker):
            continue
        cue = line.span(index, index + 1)
        reports = [saying for saying in sayings if saying.cue.end <= cue.start]
        later = [saying for saying in sayings if saying.cue.start >= cue.end and not saying.cited]
        if reports and not reports[-1].cited:
            said = reports[-1].contents
        elif later and _opens_with_source(line, index):
            said = later[0].contents
        else:
            preceding = contents.before(line, index)
            said = (preceding,) if preceding is not None else ()
        outside = tuple(span for span in said if not span.overlaps(cue))
        if outside:
            speaker_span = line.span(*speaker)
            found.append(
                Saying(cue=cue, contents=outside, speaker=speaker_span, rule="citing", cited=True)
            )
    return found


def _opens_with_source(line: Line, citing: int) -> bool:
    """Whether a source stands first: "X, citing Y, reported …", "Citing Y, X reported …"."""
    before = line.at(citing - 1) if citing else ""
    return citing == 0 or (before == "," and citing <= _LONGEST_SPEAKER // 4)


def _is_source(line: Line, first: int, last: int) -> bool:
    """Whether the words name somebody, or a document, that can be cited."""
    kinds = {MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.STATE}
    for index in range(first, last):
        mention = line.mention(index)
        if mention is not None and mention.kind in kinds:
            return True
    return any(line.at(index) in words_of("source_nouns") for index in range(first, last))


def _according(line: Line, index: int) -> Saying | None:
    """The forms "According to X, …" and "…, according to X"."""
    opens = index < 3 and line.at(index - 1) not in {",", *_DASHES, *QUOTE_MARKS}
    speaker = _to_the_break(line, index + 2)
    if speaker is None:
        return None
    said: list[Span] = []
    if index and line.at(index - 1) in {",", *_DASHES, *QUOTE_MARKS}:
        preceding = contents.before(line, index)
        said += [preceding] if preceding is not None else []
    elif not opens:
        said.append(line.span(0, index))
    after = speaker[1]
    if (
        line.at(after) in {",", ":", *_DASHES}
        and after + 2 < line.end()
        and (not said or _resumes(line, after))
    ):
        said.append(line.span(after + 1, line.end()))
    if not said:
        return None
    cue = line.span(index, index + 2)
    speaker_span = line.span(*speaker)
    return Saying(cue=cue, contents=tuple(said), speaker=speaker_span, rule="according-to")


def _resumes(line: Line, comma: int) -> bool:
    """Whether the clause goes on after "…, according to X,"."""
    return line.at(comma + 1) not in {"which", "who", "citing", "a", "an", "the", "but", "while"}


def _to_the_break(line: Line, at: int) -> tuple[int, int] | None:
    """The speaker of "according to": all up to the next comma or stop, but for names with them."""
    end = at
    while end < min(at + _LONGEST_SPEAKER, line.end()):
        inside = line.mention(end) is not None and line.mention(end) is line.mention(end - 1)
        mark = line.at(end) in BREAKS and not inside and not inside_word(line, end)
        if mark:
            break
        end += 1
    return (at, end) if end > at else None


def _hearsay(line: Line, index: int) -> Saying | None:
    """What follows "reportedly", with nobody to answer for it."""
    end = contents.clause_end(line, index)
    if end <= index + 1:
        return None
    return Saying(
        cue=line.span(index, index + 1),
        contents=(line.span(index + 1, end),),
        speaker=None,
        rule="hearsay-adverb",
    )


def _colon(line: Line) -> Saying | None:
    """A headline "X: …", or "X: “…”" anywhere."""
    for index in range(1, min(len(line), 14)):
        if line.at(index) != ":":
            continue
        speaker = first_actor(line, index)
        if speaker is None or speaker[1] != index or speaker[0] > 1:
            return None
        quoted = line.at(index + 1) in QUOTE_MARKS
        if index + 1 >= line.end() or not (quoted or line.sentence.block in _HEADLINES):
            return None
        return Saying(
            cue=line.span(index, index + 1),
            contents=(line.span(index + 1, line.end()),),
            speaker=line.span(*speaker),
            rule="headline-colon",
        )
    return None


def _dash(line: Line) -> Saying | None:
    """A headline "… – X"."""
    if line.sentence.block not in _HEADLINES:
        return None
    end = line.end()
    mention = line.mention(end - 1) if end else None
    if mention is None:
        return None
    first = end - 1
    while first > 0 and line.mention(first - 1) is mention:
        first -= 1
    if first < 4 or line.at(first - 1) not in _DASHES:
        return None
    return Saying(
        cue=line.span(first - 1, first),
        contents=(line.span(0, first - 1),),
        speaker=line.span(first, end),
        rule="headline-dash",
    )
