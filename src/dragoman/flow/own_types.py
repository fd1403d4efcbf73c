"""Own event types: from marked sentences to the head beside a codebook, and back."""

from collections.abc import Sequence
from pathlib import Path

from dragoman.codebook import Codebook, load_plover
from dragoman.coding.reader.own import (
    OwnHead,
    example,
    fit_type,
    other_example,
    other_sentences,
    read_head,
    sentences_digest,
)
from dragoman.engine import Network, Weights
from dragoman.errors import InputError
from dragoman.marked import CorpusSentence
from dragoman.model import Span

LEAST = 2
"""Sentences of a type without which nothing is fitted."""


def own_events(codebook: Codebook) -> tuple[str, ...]:
    """The event types that PLOVER has not."""
    return tuple(name for name in codebook.event_names if name not in load_plover().event_names)


def fit_head(
    codebook: Codebook,
    network: Network,
    sentences: Sequence[CorpusSentence],
    parts: int,
    seed: int,
) -> OwnHead:
    """A classifier for every own type that `sentences` tell; each is cross-validated in `parts`.

    Words that tell no event of a type count against it, those of the shipped `other_sentences` too.
    Raises `InputError` where no own type is
    told, or one in fewer than `LEAST` sentences.
    """
    wanted = [name for name in own_events(codebook) if any(_spans(s, name) for s in sentences)]
    if not wanted:
        known = ", ".join(own_events(codebook)) or "none"
        raise InputError(
            f"the sentences tell no event type of one's own; those of {codebook.id}: {known}"
        )
    for name in wanted:
        count = sum(bool(_spans(one, name)) for one in sentences)
        if count < LEAST:
            raise InputError(f"{name}: only {count} sentence; mark 10 to 50 of them")
    given = {one.text for one in sentences}
    shipped = [text for text in other_sentences() if text not in given]
    encoded = network.read([one.text for one in sentences])
    others = [other_example(one) for one in network.read(shipped)]
    types = []
    for name in wanted:
        pairs = zip(sentences, encoded, strict=True)
        examples = [example(read, _spans(one, name)) for one, read in pairs]
        types.append(fit_type(name, [*examples, *others], parts, seed))
    told = [f"{one.text}\t{[(name, _spans(one, name)) for name in wanted]}" for one in sentences]
    return OwnHead(network.weights.digest, sentences_digest([*told, *shipped]), tuple(types))


def load_head(path: Path, codebook: Codebook, weights: Weights) -> OwnHead | None:
    """The head in that file, None where there is none.

    Raises `CodebookError` where it does not fit the codebook or the weights.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        text = ""
    head = read_head(text, str(path))
    head.check(weights.digest, codebook.event_names)
    return head


def _spans(sentence: CorpusSentence, event: str) -> list[Span]:
    keys = {one.trigger for one in sentence.events if one.type == event}
    return [sentence.mark(key).span for key in sorted(keys)]
