"""Splits running text into sentences by rules over full stops, quotes and abbreviations."""

import re
from collections.abc import Iterator

from dragoman.model import Span

TITLES = frozenset(
    "mr mrs ms mx dr prof gen lt col maj capt cmdr adm sgt cpl pvt brig sen rep gov pres sec amb "
    "rev fr hon st ste mt ft messrs supt insp det hr mme mlle msgr".split()
)
"""Abbreviations that a name follows: never the end of a sentence."""

NUMBERED = frozenset("no nos vol art arts ch sec fig pp p para paras approx ca c v vs cf".split())
"""Abbreviations that a number or a name follows."""

MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())

MAY_END = frozenset(
    "inc ltd co corp bros plc jr sr etc al dept est min univ assn a.m p.m e.g i.e".split()
)
"""Abbreviations that may end a sentence: they do where a sentence opener follows."""

OPENERS = frozenset(
    "the a an this that these those it he she they we i you his her their its our in on at by for "
    "from with after before since during while when as if but and or so yet however meanwhile "
    "moreover there here what who where why how according earlier later last next president "
    "officials police some many most several all both no not".split()
)
"""Words that open a sentence far more often than they continue one in capitals."""

AFTER_INITIALS = frozenset({"president", "officials", "police"})
"""Openers that as often belong to the initials before them ("U.S. President")."""

_BOUNDARY = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?P<gap>\s+)(?P<open>["'“‘«(\[]*)(?P<next>\w)"""
)
_LAST_WORD = re.compile(r"(?:\w\.)*[\w’']+$")
LONGEST = 2000
"""Characters of the longest sentence."""

_LONGEST_WORD = 40
"""Characters before a full stop among which an abbreviation is looked for."""
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_NEXT_WORD = re.compile(r"[\w’']+")


def split(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, in order, without the white space around them.

    A line break always ends a sentence; callers hand in text whose lines are paragraphs. What runs
    on for more than `LONGEST` characters is no sentence of a report, and is cut between words.
    """
    spans: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for match in _BOUNDARY.finditer(text, line.start(), line.end()):
            if _ends(text, start, match):
                _add(spans, text, start, match.start("gap"))
                start = match.start("open")
        _add(spans, text, start, line.end())
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    words = text[start:end]
    stripped = words.strip()
    if stripped:
        offset = start + len(words) - len(words.lstrip())
        spans += _cut(text, offset, offset + len(stripped))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """`start` to `end` in pieces of at most `LONGEST` characters."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        stop = blank if blank > start else start + LONGEST
        yield Span(start, stop)
        start = stop + (blank > start)
        while text[start].isspace():
            start += 1
    yield Span(start, end)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop of `match`, in a sentence begun at `start`, ends it."""
    following = text[match.start("next")]
    if following.islower():
        return False
    if match["stop"] != "." or match["close"]:
        return not (match["close"] and match["stop"] in {"?", "!"} and following.islower())
    stop = match.start("stop")
    last = _LAST_WORD.search(text, max(start, stop - _LONGEST_WORD), stop)
    if last is None:
        return True
    return _ends_after(last.group(), text, match)


def _ends_after(last: str, text: str, match: re.Match[str]) -> bool:
    """Whether "`last`." ends a sentence before the words of `match`."""
    word = last.lower()
    following = _NEXT_WORD.match(text, match.start("next"))
    opener = following is not None and following.group().lower() in OPENERS
    if word in TITLES:
        return False
    if word in NUMBERED or word in MONTHS:
        return not (text[match.start("next")].isdigit() or not opener)
    if word in MAY_END or _INITIALS.match(last):
        title = following is not None and following.group().lower() in AFTER_INITIALS
        return (opener and not title) or bool(match["open"])
    if len(last) == 1 and last.isupper():
        return opener and last != "I"
    return True
