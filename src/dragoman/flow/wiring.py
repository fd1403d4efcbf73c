"""The one place that knows the order of the stages."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.acquire import settle
from dragoman.codebook import Codebook, load_codebook, load_plover
from dragoman.coding import RulesCoder, load_lexicon
from dragoman.flow.assemble import assemble
from dragoman.flow.beliefs import references
from dragoman.flow.settings import Settings, head_file
from dragoman.flow.stages import Stage
from dragoman.model import (
    Basis,
    Coded,
    Coder,
    Document,
    Done,
    Dropped,
    EventMention,
    Outcome,
    Page,
    Reading,
    Resolution,
)
from dragoman.read.mentions import MentionFinder
from dragoman.read.page import read_page
from dragoman.read.reading import read_document
from dragoman.resolve import KnowledgeBase, load_knowledge_base, resolve_mention
from dragoman.resolve.places import Gazetteer, find_places, open_gazetteer

LANGUAGES = frozenset({"en"})
"""The languages that the rules read."""

Told = tuple[Reading, tuple[EventMention, ...]]
"""A reading with its event mentions."""


@dataclass(frozen=True, slots=True)
class PageStage:
    """Page → Document, its rights settled; languages that are not read are dropped."""

    basis: Basis | None
    name: str = "page"

    def run(self, batch: Sequence[Page], /) -> Sequence[Outcome[Document]]:
        """One document for each page."""
        return [self._document(page) for page in batch]

    def _document(self, page: Page) -> Outcome[Document]:
        outcome = read_page(page)
        if not isinstance(outcome, Done):
            return outcome
        document = settle(outcome.value, page.snapshot.rights, self.basis)
        if document.language not in LANGUAGES:
            return Dropped(page.snapshot.name, f"language:{document.language}")
        return Done(document)


@dataclass(frozen=True, slots=True)
class ReadingStage:
    """Document → Reading."""

    finder: MentionFinder
    name: str = "reading"

    def run(self, batch: Sequence[Document], /) -> Sequence[Outcome[Reading]]:
        """One reading for each document."""
        return [Done(read_document(document, self.finder)) for document in batch]


@dataclass(frozen=True, slots=True)
class CodingStage:
    """Reading → its event mentions, and the mentions that coding has added."""

    code: Callable[[Reading], Told]
    name: str = "coding"

    def run(self, batch: Sequence[Reading], /) -> Sequence[Outcome[Told]]:
        """The event mentions of each reading; none is a result too."""
        return [Done(self.code(reading)) for reading in batch]


@dataclass(frozen=True, slots=True)
class ResolvingStage:
    """Event mentions → public records and beliefs, actors as of each event's day."""

    knowledge: KnowledgeBase
    codebook: Codebook
    gazetteer: Gazetteer
    clock: Callable[[], datetime.datetime]
    coder: Coder
    name: str = "resolving"

    def run(self, batch: Sequence[Told], /) -> Sequence[Outcome[Coded]]:
        """One coded document for each reading."""
        return [Done(self._coded(*told)) for told in batch]

    def _coded(self, reading: Reading, mentions: tuple[EventMention, ...]) -> Coded:
        coded_by = (self.coder, self.codebook)
        toponyms = find_places(reading.document.text, self.gazetteer) if mentions else ()
        events = tuple(
            assemble(reading, one, self._resolutions(reading, one), coded_by, toponyms)
            for one in mentions
        )
        at = self.clock()
        facts = tuple(fact for event in events for fact in references(event, at))
        return Coded(reading=reading, mentions=mentions, events=events, facts=facts)

    def _resolutions(self, reading: Reading, event: EventMention) -> Mapping[str, Resolution]:
        """Who everybody is that the event names, as of its day."""
        attributions = {item.id: item for item in reading.attributions}
        speakers = [attributions[key].speaker_mention for key in event.attributions]
        wanted = {*event.actors, *event.recipients, *speakers, event.place}
        day = event.time.latest or reading.document.published.latest
        return {
            mention.id: resolve_mention(self.knowledge, mention, day)
            for mention in reading.mentions
            if mention.id in wanted
        }


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The stages in their order, opened once for each process."""

    stages: tuple[Stage[Any, Any], ...]


@cache
def open_pipeline(
    basis: Basis | None = None,
    codebook_file: str | None = None,
    actors: tuple[Any, ...] = (),
    coder: str = "rules",
) -> Pipeline:
    """The pipeline, its tables loaded; the same settings give the same one."""
    knowledge = load_knowledge_base(actors)
    codebook = load_codebook(codebook_file) if codebook_file else load_plover()
    head = head_file(Path(codebook_file)) if codebook_file else None
    code, named = open_coder(coder, codebook, head)
    return Pipeline(
        (
            PageStage(basis),
            ReadingStage(MentionFinder(knowledge.names())),
            CodingStage(code),
            ResolvingStage(knowledge, codebook, open_gazetteer(), _now, named),
        )
    )


def open_coder(
    name: str, codebook: Codebook, head: Path | None = None
) -> tuple[Callable[[Reading], Told], Coder]:
    """The coder of that name and how records name it; ``reader`` opens the shipped weights.

    `head` is the file with the head of the codebook's own types; it need not be there.
    """
    rules = RulesCoder(codebook, load_lexicon())
    if name == "rules":
        named = Coder(name="dragoman-rules", version=__version__, codebook=codebook.id)
        return lambda reading: (reading, rules.code(reading)), named
    # The network runtime is loaded only where the reader is asked for: it takes a while.
    from dragoman.coding.reader import ReaderCoder
    from dragoman.engine import find_weights, open_network
    from dragoman.flow.own_types import load_head

    network = open_network(find_weights())
    own = load_head(head, codebook, network.weights) if head else None
    weights = f"{network.weights.name}-{network.weights.version}:{network.weights.digest[:12]}"
    if own is not None:
        weights += f"+{own.digest[:12]}"
    named = Coder(
        name="dragoman-reader", version=__version__, codebook=codebook.id, weights=weights
    )
    return ReaderCoder(rules, network, own=own).code, named


def pipeline_of(settings: Settings) -> Pipeline:
    """The pipeline that `settings` ask for."""
    codebook = str(settings.codebook) if settings.codebook else None
    return open_pipeline(settings.basis, codebook, settings.actors, settings.coder)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
