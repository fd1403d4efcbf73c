"""Words before and behind a time that bend it: "early", "about", "more than", "or so"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Modifier:
    """`pattern`, in the notation of `patterns`, gives TIMEX3 `mod`.

    A `bare` one does not stand before "the", "last" or "next": "over the weekend" is no more
    than the weekend.
    """

    pattern: str
    mod: str
    bare: bool = False


BEFORE_DATE = (
    Modifier("(the)? (very)? early (part|days|weeks|months)? (of|in|on|<hyphen>)? (the)?",
             "START"),
    Modifier("(the)? (very)? (beginning|start|outset|dawn) of (the)?", "START"),
    Modifier("(the)? first (days|weeks) of (the)?", "START"),
    Modifier("mid <hyphen>? | (the)? middle (part)? (of)? (the)?", "MID"),
    Modifier("(the)? (very)? late (part|days|weeks|months)? (of|in|on|<hyphen>)? (the)?", "END"),
    Modifier("(the)? (very)? (end|close) of (the)?", "END"),
    Modifier("(the)? (last|final|closing) (days|weeks) of (the)?", "END"),
    Modifier("earlier (in|on)? (the)?", "EARLIER"),
    Modifier("later (in|on)? (the)?", "LATER"),
    Modifier("post <hyphen>", "AFTER"),
    Modifier("pre <hyphen>", "BEFORE"),
    Modifier("about | around | circa | ca <dot>? | roughly | approximately | some | nearly"
             " | almost", "APPROX", bare=True),
    Modifier("more than | over | at least", "BEFORE", bare=True),
    Modifier("less than | under", "AFTER", bare=True),
)  # fmt: skip
"""Before dates and times. EARLIER and LATER become START and END, cut at the publication day."""

BEFORE_SPAN = (
    Modifier("about | around | roughly | approximately | some", "APPROX"),
    Modifier("(a little)? more than | over | well over | upwards of", "MORE_THAN",
             bare=True),
    Modifier("(a little)? less than | under | fewer than | almost | nearly | close to",
             "LESS_THAN"),
    Modifier("at least | no (less|fewer) than | a minimum of", "EQUAL_OR_MORE"),
    Modifier("up to | at most | no (more|longer) than | not more than | a maximum of"
             " | as (long|much|many) as", "EQUAL_OR_LESS"),
)  # fmt: skip
"""Before durations."""

BEHIND = (
    Modifier("or so | or thereabouts", "APPROX"),
    Modifier("or more | or longer", "EQUAL_OR_MORE"),
    Modifier("or less | or fewer", "EQUAL_OR_LESS"),
)
"""Behind durations and counted dates."""
