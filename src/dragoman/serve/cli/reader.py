"""A report in the terminal: what was read, what its rights allow, and every event with receipts."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Set

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.ledger import CodedDocument
from dragoman.model import (
    Attribution,
    Claim,
    Document,
    Event,
    Participant,
    Reading,
    Signal,
    Snapshot,
    Span,
    Stated,
    Use,
)
from dragoman.serve import words
from dragoman.serve.cli.console import output
from dragoman.serve.cli.listing import STYLES

ACTOR = "underline cyan"
RECIPIENT = "italic underline magenta"
TRIGGER = "bold reverse"
SPEAKER = "italic"

NOTICE = 80
"""The most characters of a notice that are shown of one signal."""

Mark = tuple[Span, str]
Kinds = Mapping[Span, str]


def show_document(coded: CodedDocument) -> None:
    """The whole report, or its quotes where the text was not kept."""
    console = output()
    document = coded.reading.document
    console.print(Text(document.title.value if document.title else document.name, style="bold"))
    console.print(_metadata(document, coded.snapshot))
    console.print(_rights(document))
    _show_legend(console)
    if coded.text_kept:
        _show_sentences(console, coded)
    else:
        console.print(Text("The text was not kept: its rights are reserved or unknown. Quotes:"))
        for event in coded.events:
            _show_quotes(console, event)
            _show_receipts(console, event, coded.reading)
    if not coded.events:
        console.print("No events.")


def show_event(event: Event, reading: Reading | None) -> None:
    """One event with the quotes of all reports; `reading` is that of its first report."""
    console = output()
    _show_legend(console)
    _show_quotes(console, event)
    _show_receipts(console, event, reading)
    for source in event.reports:
        console.print(Text(f"  told by {words.outlet(source)}: {source.title} [{source.id}]"))


def _metadata(document: Document, snapshot: Snapshot | None) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    table.add_column(style="dim")
    published = document.published
    for name, stated in (("publisher", document.publisher), ("address", document.url)):
        _add(table, name, stated)
    table.add_row("published", published.value or "unknown", f"{published.basis}, {published.rule}")
    for name, several in (("by", document.bylines), ("image", document.credits)):
        for stated in several:
            _add(table, name, stated)
    table.add_row("document", document.name, document.id)
    table.add_row("text", document.text_digest[:16], "sha256, first 16 digits")
    if snapshot is not None:
        table.add_row("received", Text(_received(snapshot)), Text(snapshot.name))
    return table


def _received(snapshot: Snapshot) -> str:
    """``fetched 2024-05-10 08:00 UTC, 12,345 bytes, text/html``."""
    at = snapshot.fetched_at
    fetched = f"fetched {at.astimezone(datetime.UTC):%Y-%m-%d %H:%M} UTC, " if at else ""
    return f"{fetched}{snapshot.size:,} bytes, {snapshot.media_type}"


def _add(table: Table, name: str, stated: Stated | None) -> None:
    if stated is not None:
        table.add_row(name, Text(stated.value), stated.rule)


def _rights(document: Document) -> Table:
    table = Table(title="Rights", title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("use", style="dim")
    table.add_column("answer")
    table.add_column("signal", overflow="fold")
    rights = document.rights
    told: set[str] = set()
    for use in Use:
        signals = [signal for signal in rights.signals if use in dict(signal.answers)]
        seen = "; ".join(f"{one.family} in {one.where}{_value(one, told)}" for one in signals)
        told.update(one.value for one in signals)
        table.add_row(use.value.replace("_", " "), str(getattr(rights, use.value)), Text(seen))
    basis = f", basis stated: {rights.basis}" if rights.basis else ""
    table.add_row("kept", f"{rights.retention}{basis}", "")
    return table


def _value(signal: Signal, told: Set[str]) -> str:
    """A signal's words, cut at a word; long ones only where they stand for the first time."""
    if len(signal.value) > NOTICE and signal.value in told:
        return ", as above"
    return f": {words.cut(signal.value, NOTICE)}"


def _show_legend(console: Console) -> None:
    """What the marks mean, where there are colours to tell them apart."""
    if console.color_system is not None:
        console.print(_legend())


def _legend() -> Text:
    return Text.assemble(
        ("actor", ACTOR), "  ", ("what was done", TRIGGER), "  ", ("recipient", RECIPIENT), "  ",
        ("speaker", SPEAKER),
    )  # fmt: skip


def _show_sentences(console: Console, coded: CodedDocument) -> None:
    text = coded.reading.document.text
    for sentence in coded.reading.sentences:
        told = [
            event
            for event in coded.events
            if any(one.sentence == sentence.index for one in event.evidence)
        ]
        marks = [mark for event in told for mark in _marks(event)]
        style = "bold" if sentence.block in ("title", "heading") else ""
        console.print(marked(text, sentence.span, marks, style))
        for event in told:
            if event.evidence[0].sentence == sentence.index:
                _show_receipts(console, event, coded.reading)


def marked(text: str, span: Span, marks: Iterable[Mark], style: str = "") -> Text:
    """The words of `span` with the marks that lie in it."""
    found = Text(span.of(text), style=style)
    for mark, mark_style in marks:
        if span.covers(mark):
            found.stylize(mark_style, mark.start - span.start, mark.end - span.start)
    return found


def _marks(event: Event) -> Iterator[Mark]:
    yield from ((one.span, ACTOR) for one in event.actors)
    yield from ((one.span, RECIPIENT) for one in event.recipients)
    yield from ((claim.speaker.span, SPEAKER) for claim in event.claims if claim.speaker)
    yield from ((one.trigger_span, TRIGGER) for one in event.evidence)


def _show_quotes(console: Console, event: Event) -> None:
    for one in event.evidence:
        marks = list(_marks(event)) if not one.document_id else [(one.trigger_span, TRIGGER)]
        padded = "\0" * one.span.start + one.quote
        console.print(Text("“").append_text(marked(padded, one.span, marks)).append("”"))


def _show_receipts(console: Console, event: Event, reading: Reading | None) -> None:
    head = Text.assemble(
        (words.kind(event), STYLES[event.quad_code]),
        f"  {words.who(event.actors)} → {words.who(event.recipients)}  "
        f"{words.when(event.time)}  {words.status(event)}",
    )
    rows = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column()
    for name, value in _receipts(event, reading):
        rows.add_row(name, Text(value))
    console.print(Padding(head, (0, 0, 0, 2)))
    console.print(Padding(rows, (0, 0, 1, 4)))


def _receipts(event: Event, reading: Reading | None) -> Iterator[tuple[str, str]]:
    for role, participants in (("actor", event.actors), ("recipient", event.recipients)):
        for one in participants:
            yield role, _participant(one)
            yield from (("", line) for line in _reasons(event, role, one, reading))
    yield "date", f"{words.date_basis(event)}; {event.time.rule}"
    if event.place is not None:
        yield "place", words.place_with_precision(event.place)
    if basis := words.status_basis(event):
        yield "status", basis
    if event.claims:
        yield "says", " ← ".join(words.chain(event))
    kinds = _kinds(reading.attributions if reading else ())
    yield from (("speaker", _speaker(claim, kinds)) for claim in event.claims if claim.speaker)
    for size in event.sizes:
        high = "" if size.high == size.low else f" to {size.high}" if size.high else " or more"
        yield str(size.kind), f"{size.low}{high}"
    score = f"score {words.score(event.event_scale)}, sure {event.score:.2f}"
    yield "why", f"{event.rule} ({words.told_by(event)}); {score}; CAMEO {event.cameo or 'none'}"
    yield "event", event.id


def _kinds(attributions: Iterable[Attribution]) -> Kinds:
    """What kind of source speaks, by the place of the cue in the report's text."""
    return {one.cue: one.speaker_kind for one in attributions}


def _speaker(claim: Claim, kinds: Kinds) -> str:
    """``“Mr Peskov” named; “said”, indirect``, and who that is."""
    kind = kinds.get(claim.cue_span, "")
    name = claim.speaker.text if claim.speaker else ""
    known = ""
    if claim.speaker and (claim.speaker.code or claim.speaker.identifier_id):
        known = f"; {words.meant(claim.speaker)}: {claim.speaker.rule}"
    return f"“{name}” {kind}".rstrip() + f"; “{claim.cue}”, {claim.kind}{known}"


def _participant(one: Participant) -> str:
    known = f" [{one.identifier_id}]" if one.identifier_id else ""
    rule = f": {one.rule}" if one.rule else ""
    return f"“{one.text}” → {words.meant(one)}{known}{rule}"


def _reasons(event: Event, role: str, one: Participant, reading: Reading | None) -> Iterator[str]:
    """What else speaks for the participant: its part, the words, the score, whom else it may be."""
    from dragoman.resolve import load_knowledge_base
    from dragoman.serve.reasons import Reason, reason

    found = reason(event, one, reading, load_knowledge_base()) if reading else Reason()
    sure = () if found.score is None else (f"sure {found.score:.2f}",)
    yield "; ".join((words.part(role, event), *found.evidence, *sure))
    yield from (f"also weighed: {other}" for other in found.weighed)
