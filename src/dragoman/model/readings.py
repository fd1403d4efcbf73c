"""What was found in a document's text: sentences, mentions, times, attributions."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.documents import BlockKind, Document
from dragoman.model.spans import Span
from dragoman.model.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `index` counts from 0 over the report; `block` is the kind of its block."""

    index: int
    span: Span
    block: BlockKind


class MentionKind(StrEnum):
    """What a mention is about, by its words."""

    STATE = "state"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of the knowledge base, as the mention finder needs it.

    `actor` is the id of what it names. `usage` is ``name``, ``demonym`` ("Armenian"), ``metonym``
    ("the Kremlin": always the government), ``capital`` ("Yerevan": the government only where it
    acts), ``place`` ("Kharkiv": a city or region of the state `actor`), ``surname`` (of a head of
    state, government or organisation), ``role`` ("border guards", "prime minister": `actor` is
    empty, `sector` says what it is) or ``agency`` ("Reuters").
    """

    text: str
    kind: MentionKind
    usage: str
    actor: str = ""
    sector: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name or stand for an actor or a place.

    `span` is the whole phrase without a leading article ("Armenian Premier Nikol Pashinyan"),
    `head`
    the words that name it best ("Nikol Pashinyan"; for a role phrase the role). `candidates` are
    actor ids of the knowledge base that the words may mean, best first; `of` is the id of the state
    or organisation that a demonym, an "of" phrase or an apposition adds; `role` are the title or
    role words ("prime minister", "border guards") in lower case and `sector` the PLOVER sector that
    the role alone gives. `chain` is the id of the first mention of the same thing in the report
    (its own id if it is the first). `rule` names the rule that made it: its receipt.
    """

    id: str
    span: Span
    sentence: int
    kind: MentionKind
    head: str
    rule: str
    chain: str
    candidates: tuple[str, ...] = ()
    of: str | None = None
    role: str | None = None
    sector: str | None = None


class AttributionKind(StrEnum):
    """Quoted words, retold words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeakerKind(StrEnum):
    """What kind of source speaks.

    ``agency`` is a news agency or another medium, ``institution`` a state, body or company that
    speaks as such, ``document`` words that speak (a report, a poll), ``anonymous`` somebody whom
    no name tells. ``unknown`` is a pronoun whose noun was not found.
    """

    NAMED = "named"
    ANONYMOUS = "anonymous"
    INSTITUTION = "institution"
    DOCUMENT = "document"
    AGENCY = "agency"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says which words.

    `speaker` is the span of the speaker's words (None where nobody is named), `speaker_mention` the
    mention id, if it is one. `outer` is the id of the attribution through which this one reaches
    us: a spokesman's words have the agency's report of them as `outer`. `speaker_kind` is a
    `SpeakerKind`, "" where it was not asked for.
    """

    id: str
    content: Span
    cue: Span
    kind: AttributionKind
    rule: str
    speaker: Span | None = None
    speaker_mention: str | None = None
    outer: str | None = None
    speaker_kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with everything found in it, in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    attributions: tuple[Attribution, ...]
    reader: str
