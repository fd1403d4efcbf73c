"""Whether the event of a predicate happened: its own words below the words that govern it."""

from collections.abc import Sequence
from itertools import pairwise

from dragoman.coding.inflection import BASE, GERUND, PARTICIPLE
from dragoman.coding.status.clauses import (
    Place,
    condition_after,
    phrase_ends,
    place_of,
    reported_after,
)
from dragoman.coding.status.governors import (
    Governor,
    match,
    of_bare_infinitive,
    of_gerund,
    of_infinitive,
    of_nominal,
)
from dragoman.coding.status.hedges import denial, denying_object, denying_subject, hedged, nearly
from dragoman.coding.status.nominals import (
    by_modifiers,
    by_own_verb,
    by_preposition,
    object_verb,
    subject_verb,
)
from dragoman.coding.status.predicates import Predicate, predicate_at
from dragoman.coding.status.reading import StatusReading, below, open_reading, plain
from dragoman.coding.status.tense import by_tense, demanding, subjunctive
from dragoman.coding.status.words import LIGHT, VERBAL, Word, listed, step_left, tables, verb_form
from dragoman.model import Certainty, Span, Status

_WRONGLY = frozenset("wrongly falsely mistakenly erroneously".split())
_TRYING = frozenset("try attempt seek strive struggle bid effort endeavour".split())
_WHENEVER = frozenset({"when", "once", "whenever", "as", "until", "after", "before", "while"})
DEEPEST = 6
"""How many embeddings are followed; deeper ones count as plain statements."""


class Judge:
    """Reads predicates of one sentence. Without state but the words."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    def verb(self, head: int, depth: int = 0) -> StatusReading:
        """The reading of the verb or adjective at `head`."""
        item = predicate_at(self.words, head)
        if depth > DEEPEST:
            return by_tense(self.words, item, shifted=False)
        near = nearly(self.words, item)
        if near is not None:
            return StatusReading(
                Status.DENIED, Certainty.CERTAIN, self.words[near].span, "near miss"
            )
        if item.form == "to":
            return self._infinitive(item, depth)
        if item.form in {"gerund", "participle"}:
            return self._bare(item, depth)
        return self._finite(item, depth)

    def _below(
        self, governor: Governor, own: StatusReading, depth: int, item: Predicate | None = None
    ) -> StatusReading:
        outer = self._standing(governor, depth)
        signature = governor.signature
        codes = (signature.affirmed, signature.negated)
        cue = Span(self.words[governor.head].span.start, self.words[governor.last].span.end)
        codes = self._in_time(governor, codes)
        if self._wrongly(governor) and codes[0][0] == "=":
            return own.opposed(cue, f"wrongly {signature.text}")
        if self._undecided(governor):
            return open_reading(cue, "neither confirmed nor denied")
        made = below(outer, codes, own, cue, signature.text)
        if item is not None and item.negation is not None:
            made = denial(made, self.words, item.negation, "negation")
        return made

    def _in_time(self, governor: Governor, codes: tuple[str, str]) -> tuple[str, str]:
        """What went on in the past has occurred."""
        if codes[0] != "o" or governor.signature.kind != "verb":
            return codes
        item = predicate_at(self.words, governor.head)
        nominal = governor.signature.frame == "subj"
        return ("+", codes[1]) if item.past and not nominal else codes

    def _wrongly(self, governor: Governor) -> bool:
        near = self.words[max(0, governor.head - 1) : governor.last + 2]
        return any(word.lower in _WRONGLY for word in near)

    def _undecided(self, governor: Governor) -> bool:
        if not self.words[governor.head].lemmas & {"deny", "confirm"}:
            return False
        before = [word.lower for word in self.words[max(0, governor.head - 5) : governor.last + 1]]
        both = {"confirm", "confirmed", "confirming"} & set(before) and {"nor", "or"} & set(before)
        return bool(both)

    def _standing(self, governor: Governor, depth: int) -> StatusReading:
        """How the governing word itself stands."""
        if governor.signature.kind == "noun":
            return self.noun(governor.last, depth + 1)
        if governor.signature.kind == "adjective":
            return self._adjective(governor.head, depth + 1)
        return self.verb(governor.head, depth + 1)

    def _adjective(self, head: int, depth: int) -> StatusReading:
        at = step_left(self.words, head - 1, LIGHT)
        if at >= 0 and self.words[at].kind in VERBAL:
            return self.verb(head, depth)
        before = self.words[head - 1] if head else None
        if before is not None and "feel" in before.lemmas:
            return self.verb(head - 1, depth)
        if before is not None and before.kind == "negation":
            return StatusReading(Status.DENIED, Certainty.CERTAIN, before.span, "negation")
        return plain()

    def _infinitive(self, item: Predicate, depth: int) -> StatusReading:
        words = self.words
        at = step_left(words, item.start - 1, LIGHT)
        if at >= 0 and words[at].kind == "coordinator":
            place = place_of(words, item)
            if place.partner is not None:
                return self.verb(place.partner, depth + 1)
        asked = self._open_infinitive(item, at)
        if asked is not None:
            return asked
        excess = self._excess(item)
        if excess is not None:
            return excess
        governor = None if self._in_order(item) else of_infinitive(words, item)
        if governor is not None:
            vain = self._in_vain(governor)
            if vain is not None:
                return vain
            ahead = governor.signature.kind == "noun" and governor.signature.affirmed == ">?"
            if ahead and "be" in item.helpers and governor.last == item.start - 1:
                return self._purpose(item, at, certain=True)
            return hedged(words, item, self._below(governor, plain(), depth, item))
        return self._purpose(item, at)

    def _open_infinitive(self, item: Predicate, at: int) -> StatusReading | None:
        """For "Whether to", "how to"; "were he to"; "has yet to"."""
        words = self.words
        if at < 0:
            return None
        word = words[at]
        if word.lower in {"whether", "how", "where", "when", "what", "whom", "who"}:
            return open_reading(word.span, f"{word.lower} to")
        if word.lower == "yet" and at and words[at - 1].kind in {"have", "be"}:
            return StatusReading(Status.DENIED, Certainty.CERTAIN, word.span, "yet to")
        if words[0].lower == "were" and not any(w.kind == "comma" for w in words[: item.start]):
            return open_reading(words[0].span, "condition by word order")
        return None

    def _in_vain(self, governor: Governor) -> StatusReading | None:
        if not self.words[governor.head].lemmas & _TRYING:
            return None
        lowers = [word.lower for word in self.words]
        for index in range(max(0, governor.head - 1), len(lowers)):
            word = self.words[index]
            pair = (word.lower, lowers[index + 1] if index + 1 < len(lowers) else "")
            if pair in {("in", "vain"), ("without", "success")} or word.lower in {
                "unsuccessfully",
                "vainly",
            }:
                return StatusReading(Status.DENIED, Certainty.CERTAIN, word.span, "in vain")
        return None

    def _in_order(self, item: Predicate) -> bool:
        before = [word.lower for word in self.words[max(0, item.start - 2) : item.start]]
        return before in (["in", "order"], ["so", "as"])

    def _excess(self, item: Predicate) -> StatusReading | None:
        """For "Too frightened to": denied; "brave enough to": occurred, as far as one can tell."""
        for index in range(item.start - 1, max(-1, item.start - 5), -1):
            word = self.words[index]
            if word.lower == "too":
                return StatusReading(Status.DENIED, Certainty.CERTAIN, word.span, "too … to")
            if word.lower == "enough":
                outer = self._adjective(index, 1)
                made = plain(rule="enough to").weakened(Certainty.PROBABLE, word.span)
                return made if outer.status is not Status.DENIED else outer
            if word.kind in VERBAL | {"stop", "comma"}:
                return None
        return None

    def _purpose(self, item: Predicate, at: int, *, certain: bool = False) -> StatusReading:
        words = self.words
        cue = words[item.start].span
        verbs = [i for i in range(at + 1) if _finite(words, i)]
        later = any(_finite(words, i) for i in range(item.head + 1, len(words)))
        noun = at >= 0 and words[at].kind == "open" and not verb_form(words, at)
        if certain or (noun and not verbs and (later or item.start > 0)):
            return StatusReading(Status.PLANNED, Certainty.CERTAIN, cue, "is to")
        status = Status.DENIED if item.negation is not None else Status.PLANNED
        return StatusReading(status, Certainty.PROBABLE, cue, "purpose")

    def _bare(self, item: Predicate, depth: int) -> StatusReading:
        words = self.words
        at = step_left(words, item.start - 1, LIGHT)
        if at >= 0 and words[at].kind == "coordinator":
            place = place_of(words, item)
            if place.partner is not None:
                return self.verb(place.partner, depth + 1)
        if item.form == "gerund":
            lead = self._lead(at)
            if lead is not None:
                return lead
            governor = of_gerund(words, item)
            if governor is not None:
                return self._below(governor, plain(), depth, item)
        made = self._inherited(item, depth)
        if item.negation is not None:
            made = denial(plain(), words, item.negation, "negation")
        return hedged(words, item, made)

    def _lead(self, at: int) -> StatusReading | None:
        """What a preposition before the gerund says by itself."""
        if at < 0:
            return None
        word = self.words[at]
        pair = (self.words[at - 1].lower if at else "", word.lower)
        if word.lower == "without" or pair in {("instead", "of"), ("rather", "than")}:
            rule = " ".join(pair).strip() if word.lower != "without" else "without"
            pairs = {w.lower for w in self.words[:at]}
            if word.lower == "without" and "not" in pairs and {"a", "one"} & pairs:
                return StatusReading(Status.ONGOING, Certainty.CERTAIN, word.span, "never without")
            return StatusReading(Status.DENIED, Certainty.CERTAIN, word.span, rule)
        return None

    def _inherited(self, item: Predicate, depth: int) -> StatusReading:
        """A participle takes the time of the verb above it."""
        words = self.words
        if item.feature == PARTICIPLE and item.form == "participle":
            before = words[item.start - 1] if item.start else None
            if before is not None and before.lower in {"remain", "remains", "stay", "stays"}:
                return StatusReading(Status.ONGOING, Certainty.CERTAIN, before.span, "remain")
            return plain(rule="participle")
        order = [*range(item.start - 1, -1, -1), *range(item.head + 1, len(words))]
        follows = item.start == 0 or words[item.start - 1].kind == "open"
        if follows and item.start:
            order = [*range(item.head + 1, len(words)), *range(item.start - 1, -1, -1)]
        for index in order:
            if _finite(words, index):
                main = self.verb(_main_of(words, index), depth + 1)
                present = words[index].lower in {
                    "is",
                    "are",
                    "has",
                    "have",
                } or main.rule.startswith("present")
                if present and main.status in {Status.OCCURRED, Status.ONGOING}:
                    return StatusReading(Status.ONGOING, Certainty.CERTAIN, None, "participle")
                return main if main.status is not Status.DENIED else plain(rule="participle")
        return StatusReading(Status.ONGOING, Certainty.CERTAIN, None, "participle")

    def _finite(self, item: Predicate, depth: int) -> StatusReading:
        words = self.words
        before = words[item.start - 1] if item.start else None
        if before is not None and before.lower in {"remain", "remains", "stay", "stays"}:
            return StatusReading(Status.ONGOING, Certainty.CERTAIN, before.span, "remain")
        bare = of_bare_infinitive(words, item)
        if bare is not None:
            return self._below(bare, plain(), depth, item)
        place = place_of(words, item)
        if place.partner is not None:
            return self._coordinated(item, place.partner, depth)
        shifted = self._shifted(item, place)
        own = by_tense(words, item, shifted=shifted)
        if own.rule == "modal would" and words[0].lower == "under":
            planned = {"plan", "deal", "agreement", "accord", "timetable", "pact", "programme"}
            if any(word.lemmas & planned for word in words[1:5]):
                own = StatusReading(Status.PLANNED, Certainty.PROBABLE, own.cue, "under a plan")
        own = self._denied(item, place, own)
        own = hedged(words, item, own)
        if place.marker is not None:
            return self._marked(item, place, own)
        own = self._conditional(item, place, own)
        if place.governor is not None:
            return self._governed(item, place, own, depth)
        if place.relative:
            return own
        return self._main(item, own, depth)

    def _denied(self, item: Predicate, place: Place, own: StatusReading) -> StatusReading:
        at = denying_subject(self.words, place.subject, item)
        if at is None:
            at = place.denied
        if at is None:
            at = denying_object(self.words, item)
        if at is None or own.status is Status.HYPOTHETICAL:
            return own
        return own.opposed(self.words[at].span, "negation")

    def _coordinated(self, item: Predicate, partner: int, depth: int) -> StatusReading:
        first = predicate_at(self.words, partner)
        if not item.helpers and item.feature in {"base", "gerund"}:
            return hedged(self.words, item, self.verb(partner, depth + 1))
        own = by_tense(self.words, item, shifted=False)
        own = hedged(self.words, item, own)
        place = place_of(self.words, first) if first.form == "finite" else Place()
        if place.governor is not None:
            return self._below(place.governor, own, depth)
        if place.marker is not None:
            return self._marked(item, place, own)
        return own

    def _shifted(self, item: Predicate, place: Place) -> bool:
        """Whether a past verb of saying above shifts the tense back."""
        if place.governor is not None:
            head = place.governor.head
            above = predicate_at(self.words, head)
            return above.past or place.governor.signature.kind == "noun"
        after = reported_after(self.words, item)
        if after is not None:
            return predicate_at(self.words, after.head).past
        return False

    def _governed(
        self, item: Predicate, place: Place, own: StatusReading, depth: int
    ) -> StatusReading:
        governor = place.governor
        assert governor is not None
        word = self.words[governor.head]
        if demanding(word.lemmas) and subjunctive(self.words, item):
            return open_reading(word.span, f"demand {word.lower}")
        if governor.signature.affirmed == ">?" and own.status is Status.HYPOTHETICAL:
            own = plain(Status.PLANNED)
        return self._below(governor, own, depth)

    def _marked(self, item: Predicate, place: Place, own: StatusReading) -> StatusReading:
        """A clause with a conjunction of its own."""
        assert place.marker is not None
        word = self.words[place.marker]
        lower, rule = word.lower, f"conjunction {word.lower}"
        present = not item.past and not item.perfect and not item.modal
        conditional = lower in listed("condition", "words") or phrase_ends(
            self.words, place.marker, tables()["condition"]["phrases"]
        )
        if conditional or lower == "whether":
            return self._condition(item, own, word)
        if lower == "as" and self._as_though(place.marker):
            return own.opposed(word.span, rule)
        if lower == "so" and own.status is not Status.OCCURRED:
            return StatusReading(Status.PLANNED, Certainty.PROBABLE, word.span, "purpose")
        if lower in {"until", "till", "before"}:
            if own.rule.startswith(("modal could", "modal can")):
                return StatusReading(Status.DENIED, Certainty.CERTAIN, word.span, rule)
            return open_reading(word.span, rule) if present or item.modal else own
        general = lower in _WHENEVER and present and not item.progressive
        if general and "you" in _words_between(self.words, place.marker, item.start):
            return open_reading(word.span, "whenever")
        if lower in {"when", "once", "after", "whenever"} and present and self._future():
            return StatusReading(Status.PLANNED, Certainty.CERTAIN, word.span, rule)
        return own

    def _as_though(self, marker: int) -> bool:
        following = self.words[marker + 1].lower if marker + 1 < len(self.words) else ""
        return following in {"if", "though"}

    def _future(self) -> bool:
        return any(word.lower in {"will", "'ll", "shall", "would"} for word in self.words)

    def _condition(self, item: Predicate, own: StatusReading, word: Word) -> StatusReading:
        before = self.words.index(word) - 1
        if before >= 0 and self.words[before].lower == "as":
            return own.opposed(word.span, "as if")
        if self._contrary() and (item.perfect or item.past):
            denied = item.negation is not None or word.lower == "unless"
            status = Status.OCCURRED if denied else Status.DENIED
            return StatusReading(status, Certainty.CERTAIN, word.span, "contrary to fact")
        return open_reading(word.span, f"condition {word.lower}")

    def _unreal(self) -> bool:
        """Whether the sentence has the "were" of a condition contrary to fact."""
        lowers = [word.lower for word in self.words]
        if lowers[:2] in (["were", "it"], ["but", "for"]):
            return True
        return "if" in lowers and any(
            first in {"it", "he", "she", "i"} and second == "were"
            for first, second in pairwise(lowers)
        )

    def _contrary(self) -> bool:
        """Whether the sentence has "would have" or its like."""
        lowers = [word.lower for word in self.words if word.kind != "negation"]
        return any(
            first in {"would", "could", "might"} and second == "have"
            for first, second in pairwise(lowers)
        )

    def _conditional(self, item: Predicate, place: Place, own: StatusReading) -> StatusReading:
        """A main clause with a condition before or after it."""
        at = place.condition
        if at is None and (item.modal or not item.past):
            at = condition_after(self.words, item)
        if at is not None and item.perfect and item.modal in {"could", "might"}:
            status = Status.OCCURRED if item.negation is not None else Status.DENIED
            return StatusReading(status, Certainty.CERTAIN, self.words[at].span, "contrary to fact")
        if item.modal == "would" and self._unreal() and (at is not None or not item.perfect):
            denied = item.negation is not None
            status = Status.OCCURRED if denied else Status.DENIED
            return StatusReading(status, Certainty.CERTAIN, own.cue, "contrary to fact")
        if at is None or own.rule == "would have" or (item.past and not item.modal):
            return own
        if own.status is Status.DENIED and item.modal not in {"will", "would", "shall"}:
            return own
        if item.perfect and not item.modal:
            return own
        return open_reading(self.words[at].span, f"condition {self.words[at].lower}")

    def _main(self, item: Predicate, own: StatusReading, depth: int) -> StatusReading:
        """A clause that hangs on nothing: questions, commands, inversion, trailing reports."""
        inverted = self._inverted(item)
        if inverted is not None:
            return inverted
        asked = self._asked(item)
        if asked is not None:
            return asked
        if self._commanded(item):
            return open_reading(self.words[item.start].span, "command")
        after = reported_after(self.words, item)
        if after is not None and after.head != item.head and depth == 0:
            return self._below(after, own, depth + 1)
        return own

    def _asked(self, item: Predicate) -> StatusReading | None:
        """A yes-no question, told by the auxiliary before its subject."""
        words = self.words
        if not any(word.text == "?" for word in words[item.head :]):
            return None
        start = item.start
        while start > 0 and words[start - 1].kind not in {"stop", "comma", "quote"}:
            start -= 1
        first = words[start]
        if first.kind in VERBAL or first.lower == "whether":
            return open_reading(first.span, "question")
        return None

    def _inverted(self, item: Predicate) -> StatusReading | None:
        """For "Had he fled, …": a condition by word order."""
        words = self.words
        lead = words[0]
        if lead.lower not in {"had", "were", "should"} or item.start == 0:
            return None
        if any(word.kind in {"comma", "stop"} for word in words[: item.head]):
            return None
        if words[-1].text == "?" or item.helpers:
            return None
        if lead.lower == "should" or (not self._contrary() and lead.lower != "had"):
            return open_reading(lead.span, "condition by word order")
        negated = any(word.lower == "not" for word in words[: item.head])
        status = Status.OCCURRED if negated else Status.DENIED
        return StatusReading(status, Certainty.CERTAIN, lead.span, "contrary to fact")

    def _commanded(self, item: Predicate) -> bool:
        """A base form without a subject: at the start, after a pause, after "please"."""
        words = self.words
        word = words[item.head]
        if item.helpers not in {(), ("do",)} or item.feature != BASE:
            return False
        if word.kind not in {"open", "be", "have", "do"} or word.lower in {"is", "are", "thank"}:
            return False
        at = step_left(words, item.start - 1, LIGHT)
        if at < 0 or words[item.start - 1].lower == "please":
            return True
        before = words[at]
        return before.kind in {"stop", "comma", "number"} and before.text not in ")"

    def noun(self, head: int, depth: int = 0) -> StatusReading:
        """The reading of the noun at `head`."""
        words = self.words
        if depth > DEEPEST:
            return plain()
        modified = by_modifiers(words, head)
        led = by_preposition(words, head)
        if modified is not None and modified.status is Status.DENIED:
            return self._no(head, modified, depth)
        governor = of_nominal(words, head, claim=depth > 0)
        if governor is not None:
            return self._below(governor, modified or plain(), depth)
        if modified is not None:
            said = self._by_verbs(head, depth)
            return said if said.status is Status.DENIED else modified
        if led is not None:
            return led
        return self._by_verbs(head, depth)

    def _no(self, head: int, modified: StatusReading, depth: int) -> StatusReading:
        governor = of_nominal(self.words, head)
        if governor is None or governor.signature.kind == "noun":
            return modified
        outer = self._standing(governor, depth)
        return modified if outer.status is not Status.DENIED else plain()

    def _by_verbs(self, head: int, depth: int) -> StatusReading:
        """What the verb says whose object or subject the noun is."""
        words = self.words
        verb = object_verb(words, head)
        if verb is not None:
            light = words[verb].lemmas & listed("nouns", "light")
            return self.verb(verb, depth + 1) if light else plain()
        verb = subject_verb(words, head)
        if verb is None:
            return plain()
        said = by_own_verb(words, verb)
        if said is not None:
            return self._below(said, plain(), depth)
        item = predicate_at(words, verb)
        passive = any(word in {"be", "been", "was", "were", "is", "are"} for word in item.helpers)
        if passive and PARTICIPLE in words[verb].forms:
            return self._suffered(verb, depth)
        return plain()

    def _suffered(self, verb: int, depth: int) -> StatusReading:
        """The subject of a passive: "the visit was cancelled", "talks will be held"."""
        governor = match(self.words, verb, "np")
        if governor is not None:
            return self._below(governor, plain(), depth)
        light = self.words[verb].lemmas & listed("nouns", "light")
        return self.verb(verb, depth + 1) if light else plain()


def _words_between(words: Sequence[Word], first: int, last: int) -> list[str]:
    """The words strictly between two places, adverbs left out."""
    return [w.lower for w in words[first + 1 : last] if w.kind != "adverb"]


def _finite(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.kind in VERBAL:
        return word.lower not in {"be", "been", "being", "having"}
    return (
        word.kind == "open"
        and verb_form(words, index) in {"past", "third", "base"}
        and not (index and words[index - 1].kind == "to")
    )


def _main_of(words: Sequence[Word], index: int) -> int:
    """The main verb of the group that `index` belongs to."""
    for at in range(index, min(len(words), index + 6)):
        word = words[at]
        if word.kind == "open" and word.forms and (GERUND not in word.forms or at > index):
            return at
        if word.kind not in VERBAL | {"adverb", "negation"}:
            return index
    return index
