"""The words of one sentence as the mention grammar reads them."""

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"\w+|[^\w\s]")
_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"}
_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "organisations": "organizations",
    "programme": "program",
    "armoured": "armored",
    "honourable": "honorable",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks of a sentence in parallel lists; hyphens and apostrophes stand alone.

    `plain` is the word in lower case, without diacritics, in American spelling. `shouted` means
    that the sentence is in capitals throughout, `titled` that its words begin with capitals as in
    a headline: case then tells nothing about names.
    """

    raw: list[str]
    plain: list[str]
    starts: list[int]
    ends: list[int]
    shouted: bool
    titled: bool

    def __len__(self) -> int:
        return len(self.raw)

    def at(self, index: int) -> str:
        """The plain word at `index`, "" outside the sentence."""
        return self.plain[index] if 0 <= index < len(self.plain) else ""

    def capitalised(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital."""
        return self.raw[index][0].isupper()

    def joined(self, index: int) -> bool:
        """Whether no white space parts the word at `index` from the one before."""
        return 0 < index < len(self.raw) and self.starts[index] == self.ends[index - 1]


def plain(word: str) -> str:
    """`word` in lower case without diacritics, common British spellings made American."""
    if not word.isascii():
        word = _MARKS.get(word, word)
        word = "".join(
            letter
            for letter in unicodedata.normalize("NFKD", word)
            if not unicodedata.combining(letter)
        )
        word = word.replace("ı", "i").replace("ə", "a").replace("Ə", "A")
    word = word.lower()
    return _SPELLINGS.get(word, word)


def read_words(text: str, start: int, end: int) -> Words:
    """The words of `text` from `start` to `end`; offsets count in `text`."""
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text, start, end):
        raw.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    shouted, titled = _case(raw)
    return Words(raw, [plain(word) for word in raw], starts, ends, shouted, titled)


def _case(raw: list[str]) -> tuple[bool, bool]:
    """Whether a sentence is all in capitals, and whether it is set like a headline.

    A headline has no full stop; a short sentence full of names has one.
    """
    long = [word for word in raw if len(word) > 3 and word.isalpha()]
    if len(long) < 3:
        return (bool(long) and len(raw) > 1 and all(word.isupper() for word in long), False)
    upper = sum(word.isupper() for word in long)
    capital = sum(word[0].isupper() for word in long)
    return (upper == len(long), raw[-1] != "." and capital >= 0.8 * len(long))
