"""`dragoman correct` and `dragoman ledger split`: what a person knows better."""

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.serve.cli.command import command
from dragoman.serve.cli.options import DEFAULT_LEDGER, LedgerPath

if TYPE_CHECKING:
    from dragoman.ledger import View
    from dragoman.model import Event, Fact, Participant

group = typer.Typer(
    help="Correct what was coded; the old answer stays, as of its time.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

EventKey = Annotated[str, typer.Argument(metavar="EVENT", help="The id of the event.")]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Who decides, and why."""

    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides it.")]
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it is kept.")]
    ledger: LedgerPath = DEFAULT_LEDGER


@group.command()
@command
def actor(
    event: EventKey,
    mention: Annotated[
        str, typer.Argument(help="The words of an actor, recipient or speaker, or a mention id.")
    ],
    to: Annotated[
        str, typer.Option(metavar="WHO", help="Who it is: a code (ARM) or the id of an actor.")
    ],
    decision: Decision,
) -> None:
    """Say who somebody in an event really is; in all reports of it that use these words."""
    from dragoman.ledger import Ledger, identity
    from dragoman.serve.cli.console import tell
    from dragoman.serve.words import counted

    ledger = Ledger.open(decision.ledger)
    with ledger.view() as view:
        told = _event(view, event, decision.ledger)
        held = _beliefs(view, told, mention)
    who = _identified(to, told.time.latest, decision.by)
    now = datetime.datetime.now(datetime.UTC)
    for fact in held:
        sector = who.sector or _sector(fact)
        new = replace(fact, object=identity(replace(who, sector=sector)), method="review")
        ledger.correct(fact.id, new, decision.by, decision.reason, now)
    name = f"{who.identifier_text} [{who.identifier_id}]" if who.identifier_id else "no id"
    tell(f"{mention} is {who.code}, {name}, in {counted(len(held), 'place')} of {told.id}")


@command
def split(
    event: EventKey,
    mention: Annotated[
        str, typer.Argument(help="The report that tells another event: its name or id.")
    ],
    decision: Decision,
) -> None:
    """Say that one report of an event tells another one; no later coding joins them again."""
    from dragoman.errors import InputError
    from dragoman.ledger import Ledger
    from dragoman.serve.cli.console import tell

    ledger = Ledger.open(decision.ledger)
    with ledger.view() as view:
        told = _event(view, event, decision.ledger)
        found = _tellings(view, told, mention)
    if len(found) != 1:
        names = ", ".join(one.id for one in told.reports)
        raise InputError(f"{mention}: not one of the reports that tell {told.id}: {names}")
    now = datetime.datetime.now(datetime.UTC)
    ledger.split(found[0], decision.by, decision.reason, now)
    with ledger.view() as view:
        alone = view.event(found[0])
    tell(f"{mention} tells {alone.id if alone else found[0]} now, the others still {told.id}")


def _event(view: "View", key: str, folder: Path) -> "Event":
    from dragoman.errors import InputError

    found = view.event(key)
    if found is None:
        raise InputError(f"{key}: {folder} has no such event; list them with dragoman events")
    return found


def _tellings(view: "View", event: "Event", key: str) -> list[str]:
    """The event mentions of `event` with that id or of that report."""
    query = """
        SELECT mention_id FROM reports
        WHERE event_id = $event AND $key IN (mention_id, document_id, document)"""
    rows = view.query(query, {"event": event.id, "key": key}).to_pylist()
    return [row["mention_id"] for row in rows]


def _beliefs(view: "View", event: "Event", words: str) -> list["Fact"]:
    """Who the words of an event are taken for, in each of its reports; `InputError` for nobody."""
    from dragoman.errors import InputError
    from dragoman.ledger import REFERS_TO

    query = "SELECT DISTINCT mention_id, mention, text FROM participants WHERE event_id = $event"
    rows: list[dict[str, Any]] = view.query(query, {"event": event.id}).to_pylist()
    subjects = sorted(
        f"{row['mention_id']}/{row['mention']}"
        for row in rows
        if words == row["mention"] or words.casefold() == row["text"].casefold()
    )
    held = [facts[-1] for one in subjects if (facts := view.facts(one, REFERS_TO))]
    if not held:
        names = ", ".join(sorted({row["text"] for row in rows}))
        raise InputError(f"{words}: nobody of that name is in {event.id}; it has: {names}")
    return held


def _identified(key: str, day: datetime.date | None, by: str) -> "Participant":
    """Who a code or id means on a day; `InputError` for one that the tables do not have."""
    from dragoman.errors import InputError
    from dragoman.model import Participant, Span
    from dragoman.resolve import load_knowledge_base
    from dragoman.resolve.roles import role_on

    knowledge = load_knowledge_base()
    known, role = knowledge.actor(key), role_on(knowledge, key, day)
    if known is None and not knowledge.organisation_rows(key):
        raise InputError(f"{key}: no code and no id of an actor; try: dragoman actors find {key}")
    return Participant(
        mention="",
        text="",
        span=Span(0, 0),
        code=role.code if role else key,
        sector=role.sector if role else "",
        identifier_id=known.id if known else "",
        identifier_text=known.names[0] if known else "",
        rule=f"corrected by {by}",
    )


def _sector(fact: "Fact") -> str:
    """The sector of a belief: a code alone says none, so the old one stays."""
    import json

    return str(json.loads(fact.object)["sector"])
