"""What the names that users write mean to a ledger; words that mean nothing are a `UsageError`."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError
from dragoman.serve.cli.console import tell

if TYPE_CHECKING:
    from dragoman.ledger import View
    from dragoman.model import Actor
    from dragoman.resolve import KnowledgeBase

MOST_NEAR = 5
"""How many names are offered in place of one that means nothing."""

SHORTEST_PART = 3
"""The shortest word that is looked for inside other names."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that mean something: those of the knowledge base, and those in the view."""

    view: "View"

    def whom(self, given: Sequence[str] | None) -> tuple[str, ...]:
        """The codes, ids or words that each of `given` stands for; groups as their codes."""
        from dragoman.analyse import codes_of

        return codes_of(tuple(self._meant(one.strip()) for one in given or ()))

    def side(self, text: str) -> str:
        """A side of a dyad with its names as codes; several names have commas between."""
        return ",".join(self._meant(one) for one in map(str.strip, text.split(",")) if one)

    def types(self, given: Sequence[str] | None) -> tuple[str, ...]:
        """Event types as the ledger or PLOVER writes them."""
        if not given:
            return ()
        from dragoman.codebook import load_plover

        known = {event.name for event in load_plover().events}
        known |= self._column("SELECT DISTINCT event AS name FROM event_mentions")
        by_name = {name.casefold(): name for name in known}
        for name in given:
            if name.casefold() not in by_name:
                raise UsageError(
                    f"--type {name}: no event type of PLOVER or of {self.view.path}"
                    f"{near(name, known)}; see: dragoman codebook list"
                )
        return tuple(by_name[name.casefold()] for name in given)

    def source(self, text: str) -> str:
        """The name of a publisher or document of the ledger, unchanged."""
        known = self._column(
            "SELECT unnest([name, publisher.value]) AS name FROM documents" if text else ""
        )
        if text and text.casefold() not in {name.casefold() for name in known}:
            raise UsageError(
                f"--source {text}: no publisher or document of {self.view.path}{near(text, known)}"
            )
        return text

    def _meant(self, name: str) -> str:
        """A code, an id, a group's name, or words of the ledger."""
        from dragoman.analyse import load_groups
        from dragoman.resolve import load_knowledge_base

        groups = load_groups()
        if not name or name.casefold() in {group.casefold() for group in groups}:
            return name
        knowledge = load_knowledge_base()
        if _is_code(knowledge, name):
            return name
        found = _code_of(knowledge, name)
        if found:
            tell(f"{name} means {found}")
            return found
        seen = self._column("SELECT DISTINCT unnest(names) AS name FROM participants")
        if {name, name.lower()} & seen:
            return name
        known = (*seen, *groups, *knowledge.actors, *(one.text for one in knowledge.names()))
        raise UsageError(
            f"{name}: no code, group or known name, and nobody in {self.view.path} is called so"
            f"{near(name, known)}; try: dragoman actors find {name}"
        )

    def _column(self, query: str) -> set[str]:
        rows: list[dict[str, Any]] = self.view.query(query).to_pylist() if query else []
        return {row["name"] for row in rows if row["name"]}


def near(word: str, known: Iterable[str]) -> str:
    """``; near: Armenia, Armenian`` for names that are like `word` or contain it, "" for none."""
    forms = {name.casefold(): name for name in known}
    wanted = word.casefold()
    found = difflib.get_close_matches(wanted, forms, MOST_NEAR, 0.7)
    if len(wanted) >= SHORTEST_PART:
        found += sorted((form for form in forms if wanted in form), key=len)
    names = [forms[form] for form in dict.fromkeys(found)]
    return f"; near: {', '.join(names[:MOST_NEAR])}" if names else ""


def _is_code(knowledge: "KnowledgeBase", name: str) -> bool:
    return knowledge.actor(name) is not None or bool(knowledge.organisation_rows(name))


def _code_of(knowledge: "KnowledgeBase", name: str) -> str:
    """The code or id of the one actor that has this name, or the code in small letters; else ""."""
    actors = {one.actor for one in knowledge.names_like(name) if one.actor and one.usage != "place"}
    if len(actors) == 1:
        actor = knowledge.actor(actors.pop())
        return _own_code(knowledge, actor) if actor else ""
    return name.upper() if not actors and _is_code(knowledge, name.upper()) else ""


def _own_code(knowledge: "KnowledgeBase", actor: "Actor") -> str:
    """A code that is itself a name of the actor (NATO, EU), else the id: a state's is its code."""
    codes = (role.code for role in actor.roles if role.code)
    return next((code for code in codes if knowledge.find(code) == (actor,)), actor.id)
