"""Whose police, parliament or protesters: the state that the report is speaking of there."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import BlockKind, Mention, MentionKind, Sentence
from dragoman.read.mentions.lists import words_of

_SECTORS = frozenset({"GOV", "LEG", "JUD", "COP", "OPP", "PTYOPP", "LEGOPP", "PTYGOV", "SPY"})
"""Sectors of a state's own bodies. Soldiers, rebels and companies may be anyone's."""

_PLACED = ("state-as-place", "capital-as-place", "demonym-of-place", "place-name")
_OPENING = frozenset({BlockKind.TITLE, BlockKind.LEAD})


def place_in_context(
    sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """`mentions` with the owner of those that are somebody's and do not say whose.

    Bodies of a state and people of a country ("police", "the opposition", "protesters") get, in
    this order: the one country of the places in their sentence, that of the sentence before, the
    one state spoken of there, the dateline, the one state of title and lead. Two at once give
    nothing, and so does a state that the sentence names for something else ("the government
    accused Iran"). The rule says which: ``role+context:place of the sentence``.
    """
    context = _Context(sentences, mentions)
    placed: dict[str, Mention] = {}
    for mention in mentions:
        found = context.owner(mention) if _is_somebodys(mention) else None
        if found is not None:
            of, rule = found
            placed[mention.id] = replace(mention, of=of, rule=f"{mention.rule}+context:{rule}")
    owners = {mention.chain: mention for mention in placed.values() if mention.id == mention.chain}
    return tuple(_shared(placed.get(m.id, m), owners) for m in mentions)


def _shared(mention: Mention, owners: dict[str, Mention]) -> Mention:
    """Pronouns that stand for a mention whose owner was found have it too."""
    first = owners.get(mention.chain)
    if first is None or mention.of is not None or mention.candidates:
        return mention
    return replace(mention, of=first.of, rule=f"{mention.rule}+context:chain")


def _is_somebodys(mention: Mention) -> bool:
    if mention.candidates or mention.of is not None or not mention.role:
        return False
    if mention.rule.startswith("pronoun:") or "name" in mention.rule:
        return False
    if mention.sector in _SECTORS:
        return mention.kind in {MentionKind.GROUP, MentionKind.PERSON, MentionKind.ORGANISATION}
    last = mention.role.rsplit(" ", 1)[-1]
    return last in words_of("people_of_context") | words_of("people_of_place")


class _Context:
    """The states and places of each sentence of a report."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._places: dict[int, dict[str, None]] = {}
        self._states: dict[int, dict[str, None]] = {}
        opening = {item.index for item in sentences if item.block in _OPENING}
        self._opening: dict[str, None] = {}
        self._dateline: str | None = None
        for mention in mentions:
            of = _state(mention)
            if of is None:
                continue
            if mention.rule.endswith(":dateline"):
                self._dateline = self._dateline or of
            if mention.rule.startswith(_PLACED):
                self._places.setdefault(mention.sentence, {})[of] = None
            else:
                self._states.setdefault(mention.sentence, {})[of] = None
            if mention.sentence in opening:
                self._opening[of] = None

    def owner(self, mention: Mention) -> tuple[str, str] | None:
        """The state that a mention belongs to and the rule."""
        at = mention.sentence
        here = self._places.get(at, {})
        if here:
            return (next(iter(here)), "place of the sentence") if len(here) == 1 else None
        if _only_by_place(mention):
            return None
        found = self._before(at)
        return None if found is not None and found[0] in self._states.get(at, {}) else found

    def _before(self, at: int) -> tuple[str, str] | None:
        """What the sentence before, the dateline, title and lead say."""
        for table, what in ((self._places, "place"), (self._states, "state")):
            known = table.get(at - 1, {})
            if len(known) == 1:
                return next(iter(known)), f"{what} of the sentence before"
            if known:
                return None
        if self._dateline is not None:
            return self._dateline, "dateline"
        if len(self._opening) == 1:
            return next(iter(self._opening)), "title and lead"
        return None


def _only_by_place(mention: Mention) -> bool:
    """Whether it is of people who may be anyone's victims: only a place beside them tells whose."""
    last = (mention.role or "").rsplit(" ", 1)[-1]
    return last in words_of("people_of_place")


def _state(mention: Mention) -> str | None:
    """The state that a mention names, or belongs to by its words."""
    if mention.rule.startswith(("pronoun:", "pair:")):
        return None
    states = mention.kind in {MentionKind.STATE, MentionKind.PLACE}
    if states and mention.candidates and mention.candidates[0].isupper():
        return mention.candidates[0]
    return mention.of if mention.of is not None and mention.of.isupper() else None
