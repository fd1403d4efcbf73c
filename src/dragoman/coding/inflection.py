"""The forms of English words: regular ones by rule, the others from a table."""

from collections.abc import Mapping

_VOWELS = "aeiou"

Irregular = Mapping[str, tuple[str, str]]
"""Base form to past tense and past participle."""

BASE, THIRD, PAST, PARTICIPLE, GERUND = "base", "third", "past", "participle", "gerund"


def fold(word: str) -> str:
    """The word in lower case with British and American spelling made one.

    Both the lexicon and the text go through it, so the results need not be words.
    """
    text = word.lower().replace("’", "'")
    if len(text) > 4:
        for british, american in (("is", "iz"), ("ys", "yz")):
            for ending in ("e", "es", "ed", "ing", "ation", "ations"):
                if text.endswith(british + ending):
                    return text[: -len(british + ending)] + american + ending
        text = text.replace("our", "or").replace("defence", "defense").replace("grey", "gray")
    return text


def singular(word: str) -> str:
    """The singular of a regular plural; any other word unchanged."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "news")):
        return word[:-1]
    return {"men": "man", "women": "woman", "children": "child", "policemen": "policeman"}.get(
        word, word
    )


def verb_forms(base: str, irregular: Irregular) -> dict[str, set[str]]:
    """Every form of a verb with what it may be: base, third, past, participle, gerund.

    Where usage wavers ("travelled", "traveled") both spellings are given.
    """
    forms: dict[str, set[str]] = {}

    def add(form: str, feature: str) -> None:
        forms.setdefault(fold(form), set()).add(feature)

    add(base, BASE)
    add(_third(base), THIRD)
    for stem in _stems(base):
        add(stem + "ing", GERUND)
    regular = [base + "d"] if base.endswith("e") else [stem + "ed" for stem in _past_stems(base)]
    past, participle = irregular.get(base, ("", ""))
    for form in [past] if past else regular:
        add(form, PAST)
    for form in [participle] if participle else regular:
        add(form, PARTICIPLE)
    return forms


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _stems(base: str) -> list[str]:
    """What -ing is put after."""
    if base.endswith("ie"):
        return [base[:-2] + "y"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return [base[:-1]]
    return _doubled(base)


def _past_stems(base: str) -> list[str]:
    """What -ed is put after."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return [base[:-1] + "i"]
    return _doubled(base)


def _doubled(base: str) -> list[str]:
    """The base, and the base with its last consonant doubled where that may be right."""
    ends = len(base) > 2 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS
    if ends and base[-3] not in _VOWELS:
        return [base, base + base[-1]]
    return [base]
