"""What verbs, nouns and adjectives say of the event in their complement, as a table."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.coding.inflection import fold


@dataclass(frozen=True, slots=True)
class Signature:
    """A row of ``data/signatures.csv``.

    `words` are folded lemmas; `kind` is ``verb``, ``noun`` or ``adjective``. `frame` is the
    complement: ``to`` (infinitive), ``objto`` (object and infinitive), ``that``, ``ing`` (bare or
    after a preposition), ``from`` (object, "from" and gerund), ``np`` (a noun that tells an event)
    or ``subj`` (what it says of its own subject).

    `affirmed` and `negated` are what it says of the complement where it is itself affirmed or
    denied:

    ====  =====================================================================
    code  the event of the complement
    ====  =====================================================================
    +     occurred; ``-`` denied; ``0`` open; ``>`` planned; ``o`` ongoing
    =     as its own words tell it; ``~`` the opposite of that
    =!    as its own words tell it, however the governing word stands (factives)
    ====  =====================================================================

    A question mark after the code makes it probable.
    """

    words: tuple[str, ...]
    kind: str
    frame: str
    affirmed: str
    negated: str

    @property
    def text(self) -> str:
        """Its words and frame, for receipts."""
        return f"{' '.join(self.words)} [{self.frame}]"


Table = Mapping[tuple[str, str], tuple[Signature, ...]]


@cache
def load_signatures() -> Table:
    """The signatures by (last word, frame), longest first."""
    text = files("dragoman.coding").joinpath("data/signatures.csv").read_text("utf-8")
    found: dict[tuple[str, str], list[Signature]] = {}
    for row in csv.DictReader(text.splitlines()):
        words = tuple(fold(word) for word in row["word"].split())
        signature = Signature(words, row["class"], row["frame"], row["affirmed"], row["negated"])
        found.setdefault((words[-1], row["frame"]), []).append(signature)
    return {key: tuple(sorted(group, key=lambda s: -len(s.words))) for key, group in found.items()}


@cache
def signature_verbs() -> frozenset[str]:
    """The first words of all verbs that have a signature."""
    return frozenset(
        s.words[0] for group in load_signatures().values() for s in group if s.kind == "verb"
    )
