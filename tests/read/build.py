"""Documents, sentences and names made by hand for the tests of reading."""

import datetime

from dragoman.model import (
    Block,
    BlockKind,
    Document,
    Mention,
    MentionKind,
    Name,
    Precision,
    Span,
    TimeBasis,
    TimeExpression,
    TimexType,
    content_id,
    digest,
)
from dragoman.read.mentions import MentionFinder
from dragoman.read.sentences import find_sentences

_DAY = datetime.date(2024, 5, 9)


def name(text: str, usage: str = "name", actor: str = "", **more: str) -> Name:
    """A name; `more` may give kind and sector."""
    kind = MentionKind(more.get("kind", "state"))
    return Name(text=text, kind=kind, usage=usage, actor=actor, sector=more.get("sector", ""))


def _states() -> list[Name]:
    rows = [
        ("ARM", "Armenia", "Armenian", "Yerevan"),
        ("AZE", "Azerbaijan", "Azerbaijani", "Baku"),
        ("RUS", "Russia", "Russian", "Moscow"),
        ("TUR", "Turkey", "Turkish", "Ankara"),
        ("IRN", "Iran", "Iranian", "Tehran"),
        ("USA", "U.S.", "American", "Washington"),
        ("FRA", "France", "French", "Paris"),
        ("GEO", "Georgia", "Georgian", "Tbilisi"),
        ("UKR", "Ukraine", "Ukrainian", "Kyiv"),
    ]
    found: list[Name] = []
    for actor, state, demonym, capital in rows:
        found.append(name(state, actor=actor))
        found.append(name(demonym, "demonym", actor))
        found.append(name(capital, "capital", actor))
    return [*found, name("Nagorno-Karabakh", actor="NKR"), name("Kremlin", "metonym", "RUS")]


def _roles() -> list[Name]:
    rows = {
        "person": {
            "president": "GOV",
            "prime minister": "GOV",
            "foreign minister": "GOV",
            "minister": "GOV",
            "leader": "GOV",
            "secretary-general": "",
            "spokesman": "",
            "spokeswoman": "",
            "general": "MIL",
            "mayor": "GOV",
        },
        "group": {
            "border guards": "MIL",
            "border guard": "MIL",
            "officers": "MIL",
            "officials": "GOV",
            "soldiers": "MIL",
            "forces": "MIL",
            "peacekeeping forces": "MIL",
            "defense ministry": "GOV",
            "foreign ministry": "GOV",
            "parliament": "LEG",
            "residents": "CVL",
            "population": "CVL",
            "protesters": "CVL",
            "police": "COP",
            "government": "GOV",
            "army": "MIL",
            "militant group": "REB",
        },
    }
    return [
        name(text, "role", kind=kind, sector=sector)
        for kind, roles in rows.items()
        for text, sector in roles.items()
    ]


def names() -> tuple[Name, ...]:
    """A small knowledge base."""
    return (
        *_states(),
        *_roles(),
        name("Vladimir Putin", actor="putin", kind="person"),
        name("Nikol Pashinyan", actor="pashinyan", kind="person"),
        name("Dmitry Peskov", actor="peskov", kind="person"),
        name("Putin", "surname", "putin", kind="person"),
        name("NATO", actor="nato", kind="organisation"),
        name("CSTO", actor="csto", kind="organisation"),
        name("WHO", actor="who", kind="organisation"),
        name("Zeta Press", "agency", "zeta", kind="organisation"),
        name("Hezbar", actor="hezbar", kind="group"),
    )


def document(*blocks: str, kinds: tuple[BlockKind, ...] = ()) -> Document:
    """A document with a paragraph for each text, or a block of the kind given."""
    text = "\n\n".join(blocks)
    found: list[Block] = []
    start = 0
    for index, block in enumerate(blocks):
        kind = kinds[index] if index < len(kinds) else BlockKind.PARAGRAPH
        found.append(Block(kind, Span(start, start + len(block)), "by hand"))
        start += len(block) + 2
    return Document(
        id=content_id("doc", text),
        name="report",
        snapshot_id="s",
        text=text,
        text_digest=digest(text.encode()),
        blocks=tuple(found),
        language="en",
        published=TimeExpression(
            span=None,
            type=TimexType.DATE,
            value=_DAY.isoformat(),
            earliest=_DAY,
            latest=_DAY,
            precision=Precision.DAY,
            basis=TimeBasis.PUBLISHED,
            rule="by hand",
        ),
        parser="by hand",
    )


def mentions(report: Document) -> tuple[Mention, ...]:
    """The mentions of a document by the small knowledge base."""
    return MentionFinder(names()).find(report, find_sentences(report))
