"""From the phrases of a codebook of one's own to the patterns of the lexicon."""

from dragoman.coding.words import load_grammar

_ARTICLES = frozenset("a an the this that these those".split())
_ADVERBIAL = frozenset("off out up down back away over apart together".split())
_LEADING = frozenset(
    "of from for to with on in at into onto against about over under through by as".split()
)
_SLOTS = frozenset("+-*")


def verb_patterns(phrase: str) -> tuple[str, ...]:
    """The patterns of a verb phrase in its dictionary form, without articles and possessives.

    A particle may stand behind the object ("turn the taps off"), somebody before a preposition
    ("deprive someone of water"), and a verb that names no object takes any. Phrases that are
    written as patterns already, with ``+``, ``*`` or ``[class]``, stay as they are.
    """
    head, *rest = _without_articles(phrase)
    plain = " ".join((head, *rest))
    if any(word in _SLOTS or word.startswith("[") for word in rest):
        return (plain,)
    found = [plain]
    particle = rest[0] if rest and rest[0] in _ADVERBIAL else ""
    after = rest[1:] if particle else rest
    if not after:
        found += [f"{plain} +", f"{plain} *"]
        found += [f"{head} + {particle}", f"{head} * {particle}"] if particle else []
    elif after[0] in _LEADING:
        found.append(" ".join((head, *rest[: len(rest) - len(after)], "+", *after)))
        found += [" ".join((head, "+", *rest))] if particle else []
    elif particle:
        first = next((i for i, word in enumerate(after) if word in _LEADING), len(after))
        found.append(" ".join((head, *after[:first], particle, *after[first:])))
    return tuple(found)


def noun_pattern(phrase: str) -> str:
    """A noun phrase without articles and possessives."""
    return " ".join(_without_articles(phrase))


def _without_articles(phrase: str) -> list[str]:
    """The words of a phrase but for articles and possessives; all, if there are no others."""
    skipped = _ARTICLES | load_grammar().possessives
    words = phrase.split()
    return [word for word in words if word.lower() not in skipped] or words
