"""Text as symbols: one character for each token, so that rules are regexes over short strings."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|(?<!\d)\d++(?:[.,:/]\d++)*(?:st|nd|rd|th|s|am|pm|a\.m\.|p\.m\.|h)?\b"
    r"|[AaPp]\.\s?[Mm]\b\.?|[Bb]\.[Cc]\.(?:[Ee]\.)?|[Aa]\.[Dd]\."
    r"|[^\W\d_]+"
    r"|\n[^\S\n]*\n"
    r"|[^\w\s]"
)

_WORDS = {
    ",": "comma", ".": "dot", "-": "hyphen", "‐": "hyphen", "–": "dash", "—": "dash", "−": "dash",
    "(": "open", ")": "close", "'": "apostrophe", "’": "apostrophe", "‘": "apostrophe",
    "/": "slash", "%": "percent", "$": "money", "€": "money", "£": "money", "¥": "money",
    ":": "colon", ";": "stop", "?": "stop", "!": "stop", '"': "quote", "“": "quote", "”": "quote",
    "[": "open", "]": "close",
}  # fmt: skip
"""Classes of the marks."""

_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), classes)
    for pattern, classes in (
        (r"\d{4}-\d\d-\d\dT.*", "iso_time"),
        (r"\d{4}-\d\d-\d\d", "iso_date"),
        (r"(?:0?[1-9]|1[0-2])", "number day_number hour month_number bare_number"),
        (r"(?:1[3-9]|2[0-3])", "number day_number hour two_digits bare_number"),
        (r"(?:2[4-9]|3[01])", "number day_number two_digits bare_number"),
        (r"\d\d", "number two_digits bare_number"),
        (r"(?:1\d|20)[0-5]0", "number year bare_number military decade_year"),
        (r"(?:1\d|20)\d0", "number year bare_number decade_year"),
        (r"(?:1\d|20)[0-5]\d", "number year bare_number military"),
        (r"(?:1\d|20)\d\d", "number year bare_number"),
        (r"(?:[01]\d|2[0-4])[0-5]\d", "number military bare_number"),
        (r"\d{1,4}", "number bare_number"),
        (r"(?:0?[1-9]|[12]\d|3[01])/\d{1,2}/(?:\d\d|\d{4})", "slash_date"),
        (r"(?:0?[1-9]|[12]\d|3[01])\.\d{1,2}\.(?:19|20)\d\d", "dot_date"),
        (r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])", "fraction slash_day"),
        (r"\d/\d", "fraction"),
        (r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?", "clock"),
        (r"(?:[01]?\d|2[0-4])\.[0-5]\d", "number dot_clock"),
        (r"\d[\d,]*(?:\.\d+)?", "number"),
        (r"(?:[12]?\d|3[01])(?:st|nd|rd|th)", "ordinal day_ordinal"),
        (r"\d+(?:st|nd|rd|th)", "ordinal"),
        (r"(?:1\d|20)\d0s|\d\d0s", "decade_number"),
        (r"\d0s", "short_decade"),
        (r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?:am|pm|a\.m\.|p\.m\.)", "clock_half"),
    )
)

VERBS = frozenset({"future", "past"})
"""The classes that a word like "may" keeps without its capital, and loses with it."""

OTHER = "\ue000"
"""The symbol of every token that no rule speaks of."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: their symbols, their words and where they stand."""

    symbols: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Alphabet:
    """Gives each token the symbol of the classes it belongs to.

    Tokens of the same classes share a symbol; a class is the set of the symbols that hold it.
    """

    def __init__(self, classes: dict[str, set[str]], capitalised: frozenset[str]) -> None:
        """`classes` holds the classes of each word in lower case; `capitalised` are the words
        that keep them only where they begin with a capital.
        """
        self._symbols: dict[frozenset[str], str] = {frozenset(): OTHER}
        self._words: dict[str, str] = {}
        for word, held in classes.items():
            verbs = held & VERBS if word in capitalised else held
            self._words[word] = self._symbol(frozenset(verbs))
            named = held - VERBS if word in capitalised else held
            forms = (word.capitalize(), word.upper())
            self._words |= dict.fromkeys(forms, self._symbol(frozenset(named)))
        for mark, name in _WORDS.items():
            self._words[mark] = self._symbol(frozenset({name} | classes.get(mark, set())))
        self._shapes = tuple(
            (pattern, self._symbol(frozenset(names.split()))) for pattern, names in _SHAPES
        )
        self._past = self._symbol(frozenset({"past"}))
        self._break = self._symbol(frozenset({"break"}))
        self._half = self._symbol(frozenset({"half"}))
        self._era = self._symbol(frozenset({"era"}))
        self._spaced = self._symbol(frozenset({"dash"}))
        self._hyphen = self._words["-"]

    def _symbol(self, held: frozenset[str]) -> str:
        return self._symbols.setdefault(held, chr(ord(OTHER) + len(self._symbols)))

    def members(self, name: str) -> str:
        """The symbols that hold the class `name`."""
        return "".join(symbol for held, symbol in self._symbols.items() if name in held)

    def read(self, text: str) -> Tokens:
        """The tokens of `text`."""
        matches = tuple(_TOKEN.finditer(text))
        raw = [match.group() for match in matches]
        known = self._words
        symbols = [known.get(word) or self._unknown(word) for word in raw]
        starts = tuple(match.start() for match in matches)
        ends = tuple(match.end() for match in matches)
        hyphen = self._hyphen
        if hyphen in symbols:
            for i, symbol in enumerate(symbols):
                if symbol == hyphen and not self._joins(i, starts, ends):
                    symbols[i] = self._spaced
        return Tokens("".join(symbols), tuple(raw), starts, ends)

    @staticmethod
    def _joins(i: int, starts: tuple[int, ...], ends: tuple[int, ...]) -> bool:
        """Whether the hyphen at `i` stands between two tokens without a space."""
        return 0 < i < len(starts) - 1 and ends[i - 1] == starts[i] and ends[i] == starts[i + 1]

    def _unknown(self, word: str) -> str:
        if word[0].isdigit():
            for pattern, symbol in self._shapes:
                if pattern.fullmatch(word):
                    return symbol
            return OTHER
        if word[0] == "\n":
            return self._break
        if word.endswith("ed"):
            return self._past
        if "." in word and len(word) > 1:
            letters = "".join(filter(str.isalpha, word)).lower()
            return self._half if letters in {"am", "pm"} else self._era
        return OTHER
