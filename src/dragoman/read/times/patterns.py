"""The notation of the rules, and how it becomes regexes over symbols.

In a pattern a plain word stands for itself, ``<class>`` for any word of a class, ``{class}`` for
the same and keeps it under the name of the class, ``{class:name}`` under another name. A name of
`MACROS` may stand where a class may. ``( ) | ? * +``, ``(?=``, ``(?!``, ``(?<=`` and ``(?<!`` mean
what they mean in regexes; white space means nothing.
"""

import re

MACROS = {
    "numeral": "<number> | (<tens> <hyphen>? <ones>? | <teens> | <ones>)"
    " (<hyphen>? hundred | <hyphen>? thousand)? | a? (hundred|thousand|dozen) | half a dozen",
    "count": "<numeral> ((and a? half) | <fraction>)? | half (a|an)? | (a|an) <hyphen>? half"
    " | an additional | (a good)? many | a few | few | a couple (of|more)? | couple of | several"
    " | some | a number of | dozens of | scores of | hundreds of | thousands of | tens of"
    " | decades of | a single | another (<numeral>|few)? | a | an",
    "day": "<day_number> | <day_ordinal>",
    "any_unit": "<unit> | <units>",
    "any_month": "<long_month> | <short_month> <dot>?",
    "spoken_year": "(nineteen | eighteen | twenty | seventeen) (hundred | <tens> <hyphen>? <ones>?"
    " | <teens>) | two thousand (and? (<ones>|<teens>))?",
    "era_mark": "<era> | bc | bce | ad | ce",
    "clock_time": "<clock> (<half> | am | pm)? | (<hour> | <dot_clock>) (<half> | am | pm)"
    " | <clock_half> | <clock> <half>? | <hour> (o <apostrophe> clock)"
    " | (<ones>|<teens>) (<half> | o <apostrophe> clock)",
    "which_year": "(this | last | next | that | the (same|following|previous|preceding|next|past))"
    " year",
    "day_figure": "<day_number> | <day_ordinal>",
    "plain_spoken_year": "(nineteen | eighteen) <tens> <hyphen>? <ones>?",
    "holiday_name": "new year (<apostrophe> s)? (day|eve) | valentine <apostrophe> s day"
    " | good friday | palm sunday | ash wednesday | whit (sunday|monday) | labor day"
    " | memorial day | veterans day | independence day | armistice day | bastille day"
    " | victory day | boxing day | may day | martin luther king day | columbus day"
    " | earth day | anzac day | presidents day | mother <apostrophe> s day"
    " | father <apostrophe> s day | all saints day | international women <apostrophe> s day"
    " | thanksgiving day? | christmas (day|eve)? | easter (sunday|monday)? | halloween",
    "date_words": "(({weekday:weekday2} | <short_weekday> <dot>?) <comma>?)?"
    " ({any_month} {day} (<comma>? {year})?"
    " | (the)? {day:day2} (of)? {any_month:month2} (<comma>? {year:year3})?)"
    " | ({last}|{next}|this coming?)? {weekday} | {deictic}",
    "range_mark": "<hyphen> | <dash>",
    "zone_mark": "<zone> | eastern time | local time | moscow time",
}

"""Sub-patterns with names."""

_ITEM = re.compile(
    r"\(\?<?[=!]|\{(?P<keep>\w+)(?::(?P<name>\w+))?\}|<(?P<leave>\w+)>|(?P<word>[a-z]+)"
    r"|(?P<open>\()|[)|?*+]|\s+"
)


def literals(pattern: str) -> set[str]:
    """The plain words of a pattern and of the macros it uses."""
    found: set[str] = set()
    for item in _ITEM.finditer(pattern):
        if item["word"]:
            found.add(item["word"])
        inner = item["keep"] or item["leave"]
        if inner in MACROS:
            found |= literals(MACROS[inner])
    return found


def to_regex(pattern: str, members: dict[str, str]) -> str:
    """The regex of a pattern; `members` holds the symbols of each class and plain word (``=word``).

    Raises:
        KeyError: for a class that is neither in `members` nor a macro.
        ValueError: for a character outside the notation.
    """
    parts: list[str] = []
    at = 0
    for item in _ITEM.finditer(pattern):
        if item.start() != at:
            raise ValueError(f"pattern {pattern!r}: cannot read {pattern[at : item.start()]!r}")
        at = item.end()
        parts.append(_part(item, members))
    if at != len(pattern):
        raise ValueError(f"pattern {pattern!r}: cannot read {pattern[at:]!r}")
    return "".join(parts)


def _part(item: re.Match[str], members: dict[str, str]) -> str:
    if item["word"]:
        return f"[{members['=' + item['word']]}]"
    if item["open"]:
        return "(?:"
    inner = item["keep"] or item["leave"]
    if inner is None:
        return item.group().strip()
    if inner in MACROS:
        body = to_regex(MACROS[inner], members)
        return f"(?P<{item['name'] or inner}>{body})" if item["keep"] else f"(?:{body})"
    body = f"[{members[inner]}]"
    return f"(?P<{item['name'] or inner}>{body})" if item["keep"] else body
