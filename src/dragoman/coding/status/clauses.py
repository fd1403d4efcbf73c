"""How a finite clause hangs in its sentence: below a verb, in a condition, by a conjunction."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.inflection import BASE, GERUND, PAST, THIRD
from dragoman.coding.status.governors import Governor, match
from dragoman.coding.status.predicates import Predicate
from dragoman.coding.status.words import LIGHT, VERBAL, Word, listed, step_left, tables, verb_form

_REPORTED = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What stands around a finite clause.

    `governor` is the word that it completes; `marker` the conjunction at its head, if that is its
    own; `condition` a conditional conjunction of another clause of the same sentence on which it
    hangs; `partner` the verb it is coordinated with; `subject` the first word of its subject.
    """

    governor: Governor | None = None
    marker: int | None = None
    condition: int | None = None
    partner: int | None = None
    subject: int | None = None
    relative: bool = False
    denied: int | None = None


def place_of(words: Sequence[Word], item: Predicate) -> Place:
    """The surroundings of the clause whose verb group is `item`."""
    at = step_left(words, item.start - 1, LIGHT)
    if at >= 0 and words[at].kind == "coordinator":
        partner = _partner(words, at, item)
        if partner is not None:
            return Place(partner=partner)
    return _Scan(words, item).run()


def _partner(words: Sequence[Word], at: int, item: Predicate) -> int | None:
    """The verb of the same form before "and" or "or"."""
    for index in range(at - 1, max(-1, at - 22), -1):
        word = words[index]
        if word.kind == "stop":
            return None
        form = verb_form(words, index)
        if word.kind == "open" and (form or BASE in word.forms) and _same(words, index, form, item):
            return index
    return None


def _same(words: Sequence[Word], index: int, form: str, item: Predicate) -> bool:
    if item.form == "gerund" or form == GERUND:
        return form == GERUND and item.feature == GERUND
    if item.helpers or form == item.feature:
        return True
    if item.feature == BASE and BASE in words[index].forms:
        return index == 0 or words[index - 1].kind in {"to", "modal", "stop", "comma", "adverb"}
    return item.feature in words[index].forms


class _Scan:
    """A walk to the left from a verb group over its subject to what opens its clause."""

    def __init__(self, words: Sequence[Word], item: Predicate) -> None:
        self.words = words
        self.item = item
        self.crossed_comma = False
        self.crossed_verb = False
        self.condition: int | None = None
        self.subject: int | None = None
        self.denied: int | None = None

    def run(self) -> Place:
        """The place of the clause."""
        index = self.item.start - 1
        while index >= 0:
            found = self._look(index)
            if found is not None:
                return found
            if self.words[index].kind == "stop" and self.words[index].text not in "()":
                break
            index -= 1
        if self.subject is None:
            self.subject = index + 1
        return self._place()

    def _place(self, **more: object) -> Place:
        return Place(
            condition=self.condition,
            subject=self.subject,
            denied=self.denied,
            **more,  # type: ignore[arg-type]
        )

    def _look(self, index: int) -> Place | None:
        word = self.words[index]
        lower = word.lower
        if lower == "that" and self._is_conjunction(index):
            return self._that(index)
        if self._closes_phrase(index):
            return self._subordinate(index)
        if lower in {"nor", "neither"} and not self.crossed_comma:
            self.denied = index
        if word.kind == "comma":
            self._mark(index + 1)
            self.crossed_comma = True
        elif word.kind == "relative":
            return self._wh(index)
        elif word.kind == "subordinator":
            return self._subordinate(index)
        elif word.kind == "coordinator" and self.crossed_verb:
            return None
        elif word.kind == "coordinator" and not self.crossed_comma and self._two_clauses(index):
            self._mark(index + 1)
            self.crossed_comma = True
        elif word.kind == "open":
            return self._verb(index)
        elif word.kind in VERBAL:
            self.crossed_verb = True
        return None

    def _closes_phrase(self, index: int) -> bool:
        """Whether a conditional phrase ends here: "in case", "as long as"."""
        lowers = [word.lower for word in self.words[max(0, index - 3) : index + 1]]
        return any(
            lowers[-len(parts) :] == parts
            for parts in (phrase.split() for phrase in tables()["condition"]["phrases"])
        )

    def _mark(self, start: int) -> None:
        if self.subject is None:
            self.subject = start

    def _two_clauses(self, index: int) -> bool:
        """Whether a verb stands before "and" in the same clause."""
        before = range(index - 1, max(-1, index - 8), -1)
        return any(
            self.words[i].kind in VERBAL
            or (self.words[i].kind == "open" and verb_form(self.words, i) in {PAST, THIRD})
            for i in before
        )

    def _is_conjunction(self, index: int) -> bool:
        return index + 1 < len(self.words) and self.words[index + 1].kind != "stop"

    def _that(self, index: int) -> Place | None:
        if index and self.words[index - 1].lower == "so":
            self._mark(index + 1)
            return self._place(marker=index - 1)
        self._mark(index + 1)
        if index and self.words[index - 1].lower in listed("condition", "words"):
            return self._place(marker=index - 1)
        at = step_left(self.words, index - 1, LIGHT | {"comma", "quote"})
        governor = self._nearest(at)
        if governor is not None:
            return self._place(governor=governor)
        adjacent = index + 1 >= self.item.start - 1
        return self._place(relative=True) if adjacent or not self.crossed_verb else None

    def _nearest(self, at: int) -> Governor | None:
        """A word with a "that" frame directly before, or a few words of its own before that."""
        for index in range(at, max(-1, at - 6), -1):
            found = match(self.words, index, "that")
            if found is not None:
                return found
            if self.words[index].kind in {"stop", "relative", "coordinator"}:
                return None
            if self.words[index].kind == "open" and verb_form(self.words, index):
                return None
        return None

    def _wh(self, index: int) -> Place | None:
        word = self.words[index]
        if self.crossed_comma and self.crossed_verb:
            return None
        self._mark(index + 1)
        governor = self._nearest(index - 1)
        if word.lower in {"why", "how"} and governor is not None:
            return self._place()
        return self._place(relative=True)

    def _subordinate(self, index: int) -> Place | None:
        lower = self.words[index].lower
        own = not self.crossed_comma
        if lower in {"that", "than", "so"}:
            return None
        if lower in {"amid", "amidst", "following", "during", "despite"}:
            return None
        conditional = lower in listed("condition", "words") or self._phrase(index)
        if own:
            self._mark(index + 1)
            return self._place(marker=index, governor=self._asked(index))
        if conditional and self.condition is None and self._asked(index) is None:
            self.condition = index
        return None

    def _asked(self, index: int) -> Governor | None:
        """The word that an indirect question belongs to ("asked whether")."""
        if self.words[index].lower not in {"if", "whether"} or not index:
            return None
        return match(self.words, index - 1, "that")

    def _phrase(self, index: int) -> bool:
        return phrase_ends(self.words, index, tables()["condition"]["phrases"])

    def _verb(self, index: int) -> Place | None:
        if self.item.start - index > 40:
            return None
        if not self.crossed_comma and self._contact(index):
            found = match(self.words, index, "that")
            if found is not None and found.signature.kind != "noun":
                self._mark(index + 1)
                return self._place(governor=found)
        if verb_form(self.words, index) in {PAST, THIRD}:
            self.crossed_verb = True
        return None

    def _contact(self, index: int) -> bool:
        """Whether a subject may begin right after the word at `index`."""
        at = index + 1
        while at < self.item.start and self.words[at].kind in {"adverb", "quote"}:
            at += 1
        if at >= self.item.start:
            return False
        word = self.words[at]
        return word.kind in {"open", "determiner", "possessive", "pronoun", "number"}


def phrase_ends(words: Sequence[Word], index: int, phrases: Sequence[str]) -> bool:
    """Whether one of `phrases` covers the word at `index`."""
    for phrase in phrases:
        parts = phrase.split()
        for offset in range(len(parts)):
            first = index - offset
            if first >= 0 and [w.lower for w in words[first : first + len(parts)]] == parts:
                return True
    return False


def condition_after(words: Sequence[Word], item: Predicate) -> int | None:
    """A conditional conjunction to the right of a main clause."""
    for index in range(item.head + 1, len(words)):
        word = words[index]
        if word.text in ";:" or word.text in ".?!":
            return None
        if word.lower in {"and", "but"} and words[index - 1].kind == "comma":
            return None
        if word.lower in listed("condition", "words") or phrase_ends(
            words, index, tables()["condition"]["phrases"]
        ):
            before = words[index - 1]
            asked = match(words, index - 1, "that") is not None and before.kind == "open"
            if not asked and before.lower not in {"as", "even"}:
                return index
    return None


def reported_after(words: Sequence[Word], item: Predicate) -> Governor | None:
    """A clause of saying or believing at the end: ", aides believe."."""
    for index in range(item.head + 1, len(words)):
        if words[index].kind != "comma":
            continue
        for at in range(index + 1, min(index + _REPORTED, len(words))):
            word = words[at]
            if word.kind in {"comma", "stop", "subordinator", "relative", "to", "coordinator"}:
                break
            if word.kind != "open":
                continue
            found = match(words, at, "that")
            if found is not None and found.signature.kind == "verb" and at > index + 1:
                return found if _ends(words, at) else None
    return None


def _ends(words: Sequence[Word], at: int) -> bool:
    if at + 1 >= len(words):
        return True
    following = words[at + 1]
    return following.kind in {"stop", "comma", "preposition", "quote", "adverb"} or (
        following.lower in {"the", "a", "as", "when"} or following.text[:1].isupper()
    )
