"""Sentences with their marks in colour, and their events in words."""

from collections.abc import Iterator, Sequence

from dragoman.marked import ClaimLine, CorpusSentence, EventLine, Mark

_COLOURS = {
    "s": "34",
    "o": "36",
    "p": "35",
    "g": "94",
    "l": "32",
    "d": "33",
    "t": "1;31",
    "c": "1;33",
    "q": "3",
    "n": "96",
}
_RESET = "\x1b[0m"


def describe(sentence: CorpusSentence, colour: bool) -> str:
    """The sentence and what is marked in it; `colour` for terminals."""
    return "\n".join(_lines(sentence, colour))


def _lines(sentence: CorpusSentence, colour: bool) -> Iterator[str]:
    head = [sentence.id, str(sentence.date), sentence.register, sentence.outlet]
    yield "  ".join(filter(None, [*head, sentence.block or ""]))
    yield f"  {_coloured(sentence) if colour else sentence.text}"
    for event in sentence.events:
        yield f"  {_event(sentence, event)}"
    for claim in sentence.claims:
        yield f"  {_claim(sentence, claim)}"
    if sentence.reason:
        yield f"  no event: {sentence.reason}"
    linked = {event.trigger for event in sentence.events}
    values = [mark for mark in sentence.marks if mark.value and mark.key not in linked]
    if values:
        named = (f"{mark.span.of(sentence.text)} = {mark.value}" for mark in values)
        yield f"  {'; '.join(named)}"


def _coloured(sentence: CorpusSentence) -> str:
    """The text, every stretch in the colours of the marks that it lies in."""
    pieces: list[str] = []
    for at, letter in enumerate(sentence.text):
        codes = [_COLOURS[mark.letter] for mark in _marks_at(sentence.marks, at)]
        before = [_COLOURS[mark.letter] for mark in _marks_at(sentence.marks, at - 1)]
        if codes != before:
            pieces.append(_RESET + "".join(f"\x1b[{code}m" for code in codes))
        pieces.append(letter)
    return "".join(pieces) + _RESET


def _marks_at(marks: Sequence[Mark], at: int) -> list[Mark]:
    return [mark for mark in marks if mark.span.start <= at < mark.span.end]


def _event(sentence: CorpusSentence, event: EventLine) -> str:
    kind = "/".join((event.type, *event.modes))
    parts = [
        event.status,
        event.certainty,
        "historical" if event.historical else "",
        f"when: {_words(sentence, event.time)}" if event.time else "",
        f"where: {_words(sentence, event.place)}" if event.place else "",
        f"how many: {_list(sentence, event.sizes)}" if event.sizes else "",
        f"about: {', '.join(event.contexts)}" if event.contexts else "",
    ]
    sides = f"{_list(sentence, event.actors)} > {_list(sentence, event.recipients)}"
    return (
        f"{kind} “{_words(sentence, event.trigger)}”: {sides} | {' | '.join(filter(None, parts))}"
    )


def _claim(sentence: CorpusSentence, claim: ClaimLine) -> str:
    speaker = _words(sentence, claim.speaker) if claim.speaker else "somebody"
    content = f"“{_words(sentence, claim.content)}”" if claim.content else "what is not told"
    return f"{speaker} “{_words(sentence, claim.cue)}”: {content}"


def _list(sentence: CorpusSentence, keys: Sequence[str]) -> str:
    return " & ".join(_words(sentence, key) for key in keys) or "nobody named"


def _words(sentence: CorpusSentence, key: str) -> str:
    try:
        return sentence.words(key)
    except KeyError:
        return f"{key}?"
