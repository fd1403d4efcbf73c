"""The rules coder: a Reading's sentences to event mentions by lexicon and shallow grammar."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.codebook import Codebook, to_cameo
from dragoman.coding.clauses import Clause, find_clauses
from dragoman.coding.composition import Composed, compose
from dragoman.coding.constraints import constrained
from dragoman.coding.contexts import choose, contexts_in, known
from dragoman.coding.findings import Finding, find_verbs
from dragoman.coding.inference import inferred
from dragoman.coding.joining import join
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.nominals import carried_by_verb, find_nouns
from dragoman.coding.scoring import score
from dragoman.coding.sizes import find_sizes
from dragoman.coding.status import standing
from dragoman.coding.tagging import tag
from dragoman.coding.timing import clause_span, event_time, is_historical
from dragoman.coding.units import Tag, Unit, covering, cut
from dragoman.errors import CodebookError
from dragoman.model import (
    BlockKind,
    EventMention,
    Mention,
    MentionKind,
    Reading,
    Sentence,
    Span,
    content_id,
)

METHOD = "rules"


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence taken apart: its units, clauses and composed findings."""

    sentence: Sentence
    units: tuple[Unit, ...]
    clauses: tuple[Clause, ...]
    findings: tuple[Composed, ...]


@dataclass(frozen=True)
class RulesCoder:
    """Codes readings by `lexicon`, extended with the triggers that `codebook` brings."""

    codebook: Codebook
    lexicon: Lexicon

    @cached_property
    def _lexicon(self) -> Lexicon:
        triggers = self.codebook.triggers
        return self.lexicon.with_triggers(triggers) if triggers else self.lexicon

    @cached_property
    def _noun_heads(self) -> frozenset[str]:
        return frozenset(self._lexicon.nouns) | {
            entry.elements[-1] for group in self._lexicon.nouns.values() for entry in group
        }

    def code(self, reading: Reading) -> tuple[EventMention, ...]:
        """The event mentions of a report, each event once, in the order of their triggers."""
        mentions = _by_sentence(reading.mentions)
        report = contexts_in(
            " ".join(sentence.span.of(reading.document.text) for sentence in reading.sentences)
        )
        coded: list[EventMention] = []
        for sentence in reading.sentences:
            if sentence.block is BlockKind.CAPTION:
                continue
            analysis = self.analyse(reading, sentence, mentions.get(sentence.index, ()))
            coded.extend(self.events(reading, analysis, report))
        return join(reading, coded)

    def analyse(
        self, reading: Reading, sentence: Sentence, mentions: Iterable[Mention]
    ) -> Analysis:
        """The sentence with all findings, before what cannot be coded is dropped."""
        lexicon = self._lexicon
        units = tag(cut(reading, sentence, mentions, lexicon.forms), self._noun_heads)
        clauses = find_clauses(units)
        verbs = find_verbs(units, clauses, lexicon)
        used = frozenset(index for finding in verbs for index in finding.used)
        nouns = find_nouns(units, clauses, lexicon, used)
        nouns = [carried_by_verb(units, clauses, finding) for finding in nouns]
        composed = compose(units, clauses, verbs, nouns)
        return Analysis(sentence, units, clauses, tuple(inferred(units, clauses, composed)))

    def events(
        self, reading: Reading, analysis: Analysis, report: Counter[str]
    ) -> tuple[EventMention, ...]:
        """The findings of a sentence that make events."""
        kept = constrained(self.codebook, self._lexicon, analysis.units, analysis.findings)
        return tuple(self.mention(reading, analysis, item, report) for item in kept)

    def mention(
        self,
        reading: Reading,
        analysis: Analysis,
        item: Composed,
        report: Mapping[str, int],
    ) -> EventMention:
        """The event mention of a composed finding, with all its receipts."""
        finding, units, sentence = item.finding, analysis.units, analysis.sentence
        text = sentence.span.of(reading.document.text)
        trigger = covering(units[finding.first : finding.last + 1])
        stand = standing(units, analysis.clauses, item)
        clause = clause_span(units, analysis.clauses, item.clause, sentence.span)
        time = event_time(reading.document, reading.times, trigger, clause, sentence)
        contexts = known(
            choose(finding.entry.contexts, text, report), self.codebook.context_names
        )
        modes = self._modes(finding)
        made = EventMention(
            id="",
            document_id=reading.document.id,
            sentence=sentence.index,
            trigger=trigger,
            event=finding.event,
            actors=_ids(units, finding.actors),
            recipients=_ids(units, finding.recipients),
            time=time,
            status=stand.status,
            historical=is_historical(reading.document, time, text),
            score=score(units, finding, sentence.block),
            method=METHOD,
            rule=f"{finding.construction}: {finding.entry.pattern}",
            modes=modes,
            contexts=contexts,
            cameo=finding.cameo or self._cameo(finding.event, modes, contexts),
            place=_place(units, finding),
            attributions=_attributions(reading, trigger),
            sizes=find_sizes(reading.document.text, units) if _has_size(finding) else (),
            status_cue=units[stand.cue].span if stand.cue is not None else None,
        )
        return replace(made, id=_id(made))

    def _modes(self, finding: Finding) -> tuple[str, ...]:
        """The modes that the codebook's event type has."""
        names = self.codebook.event(finding.event).mode_names
        return tuple(mode for mode in finding.modes if mode in names)

    def _cameo(self, event: str, modes: Sequence[str], contexts: Sequence[str]) -> str | None:
        try:
            return to_cameo(event, modes, contexts, self.codebook)
        except CodebookError:
            return None


_SIZED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "SANCTION", "AID"})
_PLACES = frozenset({MentionKind.PLACE, MentionKind.STATE})


def _has_size(finding: Finding) -> bool:
    return finding.event in _SIZED


def _by_sentence(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def _ids(units: Sequence[Unit], indices: Iterable[int]) -> tuple[str, ...]:
    mentions = (units[index].mention for index in indices)
    return tuple(dict.fromkeys(mention.id for mention in mentions if mention is not None))


def _place(units: Sequence[Unit], finding: Finding) -> str | None:
    """The nearest place or state after a preposition of place that is no side of the event."""
    from_words = {"in", "at", "near", "across", "inside", "outside", "around", "throughout", "along"}
    sides = {*finding.actors, *finding.recipients}
    found: list[tuple[int, str]] = []
    for index in range(1, len(units)):
        mention = units[index].mention
        if mention is None or mention.kind not in _PLACES or index in sides:
            continue
        if index + 1 < len(units) and units[index + 1].tag is Tag.POSSESSIVE:
            continue
        lead = units[index - 1] if units[index - 1].tag != "determiner" else units[index - 2]
        if lead.lower in from_words:
            found.append((abs(index - finding.first), mention.id))
    return min(found)[1] if found else None


def _attributions(reading: Reading, trigger: Span) -> tuple[str, ...]:
    """The chain of speakers whose words cover the trigger, innermost first."""
    known_ids = {item.id: item for item in reading.attributions}
    covering_ = [item for item in reading.attributions if item.content.covers(trigger)]
    if not covering_:
        return ()
    chain: list[str] = []
    current = min(covering_, key=lambda item: (len(item.content), item.id))
    while current.id not in chain:
        chain.append(current.id)
        if current.outer is None or current.outer not in known_ids:
            break
        current = known_ids[current.outer]
    wider = sorted(covering_, key=lambda item: (len(item.content), item.id))
    return (*chain, *(item.id for item in wider if item.id not in chain))


def _id(made: EventMention) -> str:
    return content_id(
        "em",
        made.document_id,
        str(made.sentence),
        f"{made.trigger.start}-{made.trigger.end}",
        made.event,
        "|".join(made.actors),
        "|".join(made.recipients),
        made.method,
    )
