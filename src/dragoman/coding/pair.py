"""What one marked actor does to another in a sentence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from dragoman.codebook import Codebook
from dragoman.coding.analysis import Analysis
from dragoman.coding.building import build
from dragoman.coding.composition import Composed
from dragoman.coding.findings import Finding
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.units import Unit
from dragoman.coding.words import load_grammar
from dragoman.model import EventMention, Mention, MentionKind, Reading, Sentence, Span, content_id

_RULE = "marked"
_MAIN = frozenset({"root", "coordinate", "complement"})


class Analyser(Protocol):
    """What takes a sentence apart: the rules coder."""

    @property
    def codebook(self) -> Codebook:
        """The codebook that it codes by."""
        ...

    @property
    def entries(self) -> Lexicon:
        """The lexicon that it codes by."""
        ...

    def analyse(
        self, reading: Reading, sentence: Sentence, mentions: Iterable[Mention]
    ) -> Analysis:
        """The sentence with all findings."""
        ...


def classify_pair(
    coder: Analyser, reading: Reading, source: Span, target: Span
) -> EventMention | None:
    """The event of `source` towards `target`; without one, the likeliest trigger of the sentence.

    The two spans are the only mentions that count. None where no word of the sentence tells an
    event, or where the spans lie in no sentence.
    """
    sentence = sentence_of(reading, source, target)
    if sentence is None:
        return None
    marked = marked_sides(sentence, source, target)
    both = (replace(reading, mentions=marked), marked)
    for mentions in (marked, marked[:1], ()):
        narrowed = replace(both[0], mentions=mentions)
        analysis = coder.analyse(narrowed, sentence, mentions)
        known = set(coder.codebook.event_names)
        findings = [item for item in analysis.findings if item.finding.event in known]
        if findings:
            best = max(findings, key=lambda item: _rank(analysis, item))
            return as_pair(build(coder.codebook, analysis, best), marked)
    analysis = coder.analyse(both[0], sentence, marked)
    guess = _bare_verb(coder.entries, analysis)
    return as_pair(build(coder.codebook, analysis, guess), marked) if guess else None


def _bare_verb(lexicon: Lexicon, analysis: Analysis) -> Composed | None:
    """The event that the first verb with entries most often tells, whatever stands around it."""
    grammar = load_grammar()
    for clause in analysis.clauses:
        entries = [e for e in lexicon.verbs.get(clause.group.lemma, ()) if not e.composed]
        if not entries or clause.group.lemma in grammar.reporting | {"be", "have", "do"}:
            continue
        event = Counter(entry.event for entry in entries).most_common(1)[0][0]
        entry = min((e for e in entries if e.event == event), key=lambda e: e.literals)
        head = clause.group.head
        finding = Finding(
            entry=entry,
            event=entry.event,
            modes=entry.modes,
            cameo=entry.cameo,
            first=head,
            last=head,
            end=clause.group.end,
            construction="bare-verb",
        )
        return Composed(finding, clause=None)
    return None


def sentence_of(reading: Reading, source: Span, target: Span) -> Sentence | None:
    """From the first sentence that has one of the spans to the last one, as one sentence."""
    having = [s for s in reading.sentences if s.span.overlaps(source) or s.span.overlaps(target)]
    if not having:
        return None
    return replace(having[0], span=Span(having[0].span.start, having[-1].span.end))


def marked_sides(sentence: Sentence, source: Span, target: Span) -> tuple[Mention, Mention]:
    """The two spans as mentions."""
    return _marked(sentence, source, "source"), _marked(sentence, target, "target")


def _marked(sentence: Sentence, span: Span, side: str) -> Mention:
    identity = content_id("m", side, f"{span.start}-{span.end}")
    return Mention(
        id=identity,
        span=span,
        sentence=sentence.index,
        kind=MentionKind.ORGANISATION,
        head=side,
        rule=_RULE,
        chain=identity,
    )


def _rank(analysis: Analysis, item: Composed) -> tuple[int, int, int, int, int]:
    """The sides that fit, a verb before a noun, a main clause, the more words, the nearer."""
    finding, units = item.finding, analysis.units
    source = _index(units, "source")
    target = _index(units, "target")
    main = finding.clause is not None and analysis.clauses[finding.clause].link in _MAIN
    verb = not finding.construction.rsplit("+", 1)[-1].startswith("noun")
    return (
        _fit(finding, source, target),
        int(verb),
        int(main),
        finding.entry.literals,
        -_distance(finding, (source, target)),
    )


def _fit(finding: Finding, source: int | None, target: int | None) -> int:
    acts, suffers = source in finding.actors, target in finding.recipients
    if acts and (suffers or target in finding.actors):
        return 5
    if source in finding.recipients and target in finding.actors:
        return 2
    return 4 if acts else 3 if suffers else 0


def _index(units: Sequence[Unit], side: str) -> int | None:
    marks = (i for i, u in enumerate(units) if u.mention is not None and u.mention.head == side)
    return next(marks, None)


def _distance(finding: Finding, places: Iterable[int | None]) -> int:
    return sum(abs(finding.first - place) for place in places if place is not None)


def as_pair(made: EventMention, marked: tuple[Mention, Mention]) -> EventMention:
    """The event as one between the two marked sides, whoever its sentence names."""
    source, target = marked
    return replace(made, actors=(source.id,), recipients=(target.id,))
