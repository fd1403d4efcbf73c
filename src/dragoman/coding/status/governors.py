"""Which word's signature governs an infinitive, a gerund or a nominal."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.inflection import BASE, GERUND, PARTICIPLE, PAST, THIRD
from dragoman.coding.status.predicates import Predicate, predicate_at
from dragoman.coding.status.signatures import Signature, load_signatures
from dragoman.coding.status.words import VERBAL, Word, step_left, verb_form

REACH = 14
_NOMINAL = frozenset({"open", "determiner", "possessive", "pronoun", "number", "adverb"})
_PLAIN_PREPOSITIONS = frozenset("by through despite besides like on upon in".split())


@dataclass(frozen=True, slots=True)
class Governor:
    """A word with a signature: `head` is its (first) word, `last` its last."""

    signature: Signature
    head: int
    last: int


def match(words: Sequence[Word], last: int, frame: str) -> Governor | None:
    """The signature of `frame` of the words that end at `last`."""
    table = load_signatures()
    for lemma in sorted(words[last].lemmas):
        for signature in table.get((lemma, frame), ()):
            head = _head(words, last, signature)
            if head is not None and _fits(words, head, signature):
                return Governor(signature, head, last)
    return None


def _head(words: Sequence[Word], last: int, signature: Signature) -> int | None:
    first = last - len(signature.words) + 1
    if first < 0:
        return None
    pairs = zip(signature.words, words[first : last + 1], strict=True)
    return first if all(word in given.lemmas for word, given in pairs) else None


def _fits(words: Sequence[Word], head: int, signature: Signature) -> bool:
    """Whether the word is used as the signature's part of speech."""
    form = verb_form(words, head)
    if signature.kind == "verb":
        return (bool(form) and words[head].kind not in VERBAL) or _loose_verb(words, head)
    if signature.kind == "noun":
        return not form or (form in {BASE, THIRD} and _after_noun(words, head))
    return signature.words[-1] == words[head].lower or len(signature.words) > 1


def _loose_verb(words: Sequence[Word], head: int) -> bool:
    """Whether a form that may be a verb follows a name or pronoun and opens a complement."""
    word = words[head]
    if not word.forms or head == 0 or head + 1 >= len(words):
        return False
    before, after = words[head - 1], words[head + 1]
    subject = before.kind in {"pronoun", "relative", "adverb"} or before.text[:1].isupper()
    subject = subject or (before.lower.endswith("s") and BASE in word.forms)
    subject = subject or (before.kind == "open" and THIRD in word.forms)
    opens = after.lower in {"to", "that", "on", "for", "of", "it", "he", "she", "they"}
    return subject and (opens or GERUND in after.forms)


def _after_noun(words: Sequence[Word], head: int) -> bool:
    return head > 0 and words[head - 1].kind in {"determiner", "possessive"}


def of_infinitive(words: Sequence[Word], item: Predicate) -> Governor | None:
    """The word that an infinitive completes, None for a purpose."""
    start = item.start
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        word = words[index]
        if word.kind == "stop" and word.text not in "()":
            return None
        between = words[index + 1 : start]
        for frame in ("to", "objto"):
            found = match(words, index, frame)
            if found is not None and _leads(words, found, frame, between):
                return found
        if word.kind == "open" and _closes(words, index):
            return None
    return None


def _closes(words: Sequence[Word], index: int) -> bool:
    form = verb_form(words, index)
    return form in {PAST, THIRD} and match(words, index, "objto") is None


def _leads(words: Sequence[Word], found: Governor, frame: str, between: Sequence[Word]) -> bool:
    """Whether what stands between a word and the infinitive fits the frame."""
    rest = [word for word in between if word.kind not in {"adverb", "negation", "quote"}]
    if frame == "to":
        if not rest or rest[0].kind in {"preposition", "comma", "subordinator"}:
            return found.signature.kind != "noun" or len(rest) < 7
        return found.signature.words[0] in {"promise", "seem", "appear"} or rest[0].text in {
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        }
    passive = predicate_at(words, found.head).helpers[-1:] != () and _is_passive(words, found.head)
    if passive or verb_form(words, found.head) == PARTICIPLE:
        return not rest or rest[0].kind in {"preposition", "comma"}
    if not rest:
        return (
            PARTICIPLE in words[found.head].forms
            and found.head > 0
            and (words[found.head - 1].kind in {"open", "comma"})
        )
    return rest[0].kind in _NOMINAL or rest[0].lower in {"on", "upon", "for", "with", "to", "at"}


def _is_passive(words: Sequence[Word], head: int) -> bool:
    at = step_left(words, head - 1, frozenset({"adverb", "negation"}))
    return at >= 0 and words[at].kind == "be" and PARTICIPLE in words[head].forms


def of_gerund(words: Sequence[Word], item: Predicate) -> Governor | None:
    """The word that a gerund completes, directly, after a preposition or after "from"."""
    at = step_left(words, item.start - 1, frozenset({"adverb", "quote"}))
    if at < 0:
        return None
    direct = match(words, at, "ing")
    if direct is not None:
        return direct
    if words[at].kind not in {"preposition", "to"} and words[at].lower not in {"than", "of"}:
        return _with_object(words, at)
    if words[at].lower == "from":
        found = _nearest(words, at - 1, "from")
        if found is not None:
            return found
    return _nearest(words, at - 1, "ing")


def of_bare_infinitive(words: Sequence[Word], item: Predicate) -> Governor | None:
    """The verb whose object does what a bare infinitive says: "let them go", "help build"."""
    if item.helpers or item.feature != BASE or words[item.head].kind not in {"open", "be", "have"}:
        return None
    for index in range(item.start - 1, max(-1, item.start - 7), -1):
        word = words[index]
        if word.kind == "open" and word.lemmas & _BARE:
            found = match(words, index, "objto")
            between = words[index + 1 : item.start]
            if found is not None and (between or "help" in word.lemmas):
                return found
            return None
        if word.kind not in {"open", "determiner", "possessive", "pronoun", "number", "adverb"}:
            return None
        if word.kind == "open" and verb_form(words, index):
            return None
    return None


_BARE = frozenset("let make help see hear watch bid".split())


def _with_object(words: Sequence[Word], at: int) -> Governor | None:
    """For "Saw police beating": a verb whose object does what the gerund says."""
    if words[at].kind not in {"open", "pronoun"}:
        return None
    for index in range(at, max(-1, at - 6), -1):
        found = match(words, index, "ing")
        if found is not None:
            seen = found.signature.words[0] in _SEEING
            return found if seen and found.signature.kind == "verb" else None
        if words[index].kind not in _NOMINAL:
            return None
    return None


_SEEING = frozenset("see hear watch catch film find spot notice show leave depict".split())


def _nearest(words: Sequence[Word], start: int, frame: str) -> Governor | None:
    """The nearest word to the left with that frame; nouns and adjectives must stand close."""
    for index in range(start, max(-1, start - 9), -1):
        found = match(words, index, frame)
        if found is not None and (found.signature.kind == "verb" or index >= start - 4):
            return found
        word = words[index]
        if word.kind in {"stop", "comma", "relative"} or word.kind in VERBAL - {"be"}:
            return None
        if word.kind == "open" and verb_form(words, index) in {PAST, THIRD}:
            return None
    return None


def phrase_start(words: Sequence[Word], head: int) -> int:
    """Where the noun phrase that ends at `head` begins."""
    index = head
    while index > 0 and _belongs(words, index - 1):
        index -= 1
    return index


def _belongs(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.kind in {"determiner", "possessive", "number"}:
        return True
    if word.kind == "quote":
        return index > 0 and words[index - 1].kind in {"determiner", "open", "possessive"}
    if word.kind == "adverb":
        return index > 0 and words[index - 1].kind == "determiner"
    return word.kind == "open" and not verb_form(words, index)


def of_nominal(words: Sequence[Word], head: int, *, claim: bool = False) -> Governor | None:
    """The verb whose object, or the word whose "of", "to", "for" phrase, a nominal is.

    With `claim` the nominal is somebody's words, which may be rejected as untrue.
    """
    at = phrase_start(words, head) - 1
    if at < 0:
        return None
    if claim:
        said = match(words, at, "claim")
        if said is not None:
            return said
    direct = match(words, at, "np")
    if direct is not None and direct.signature.kind != "noun":
        return direct
    if words[at].kind not in {"preposition", "to"}:
        return None
    if words[at].lower in _PLAIN_PREPOSITIONS - {"in", "on"}:
        return None
    found = match(words, at - 1, "np") if at else None
    if found is not None:
        return found
    return _far(words, at - 1)


def _far(words: Sequence[Word], start: int) -> Governor | None:
    """A noun with the frame a few words to the left: "threat by X of", "reports from Y of"."""
    for index in range(start - 1, max(-1, start - 6), -1):
        found = match(words, index, "np")
        if found is not None and found.signature.kind == "noun":
            return found
        if words[index].kind not in {"open", "preposition", "determiner", "possessive", "comma"}:
            return None
        if verb_form(words, index):
            return None
    return None
