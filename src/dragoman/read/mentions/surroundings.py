"""Decides from the words around it whether a state or capital acts or is where something is."""

from dragoman.read.mentions.lists import words_of
from dragoman.read.mentions.units import Unit, UnitKind
from dragoman.read.mentions.words import Words

GOVERNMENT = "capital-as-government"
PLACE = "capital-as-place"

_LONGEST_CHAIN = 8
"""How many coordinated names may decide one another's part."""

_COORDINATED = frozenset({"and", "or", ","})


def capital_rule(words: Words, units: list[Unit], at: int, chain: int = _LONGEST_CHAIN) -> str:
    """The rule for the capital in `units[at]`: ``capital-as-government:…`` or ``…-place:…``.

    What stands around the first of several coordinated capitals holds for all of them
    ("Yerevan, Baku agree", "between Yerevan and Baku").
    """
    unit = units[at]
    after = _capital_after(words, unit)
    if after is not None and (after.startswith(PLACE) or after.endswith(":possessor")):
        return after
    before = _capital_before(words, units[_joined_by_and(words, units, at)].first)
    if before is not None:
        return before
    if after is not None:
        return after
    partner = _coordinated_before(words, units, at) if chain else None
    if partner is not None:
        return capital_rule(words, units, partner, chain - 1)
    return _coordinated_after(words, units, at) or f"{PLACE}:default"


def _joined_by_and(words: Words, units: list[Unit], at: int) -> int:
    """The first of the capitals that "and" joins to the one at `at`."""
    for _ in range(_LONGEST_CHAIN):
        joined = at >= 2 and words.at(units[at - 1].first) in {"and", "or"}
        if not joined or units[at - 2].kind != UnitKind.CAPITAL:
            break
        at -= 2
    return at


def _capital_after(words: Words, unit: Unit) -> str | None:
    """What the words after a capital say."""
    index = unit.last
    word = words.at(index)
    if word == "'" and words.at(index + 1) == "s":
        owned = words.at(index + 2)
        is_place = owned in words_of("possessive_bodies")
        return f"{PLACE}:possessor" if is_place else f"{GOVERNMENT}:possessor"
    if word == "-" and words.joined(index):
        based = words.at(index + 1) in {"based", "born", "area", "bound", "region"}
        return f"{PLACE}:compound" if based else f"{GOVERNMENT}:compound"
    if _dateline(words, unit):
        return f"{PLACE}:dateline"
    if word in words_of("city_nouns"):
        return f"{PLACE}:city-noun"
    if word in words_of("auxiliaries"):
        return _subject_of_auxiliary(words, index)
    if word in words_of("capital_verbs_after") or _past(words, index):
        blow = word in words_of("passive_blows")
        return f"{PLACE}:passive" if blow else f"{GOVERNMENT}:subject"
    return None


def _past(words: Words, index: int) -> bool:
    """Whether the word looks like a verb in the past ("Moscow announced")."""
    word = words.at(index)
    return len(word) > 4 and word.endswith("ed") and not words.capitalised(index)


def _subject_of_auxiliary(words: Words, index: int) -> str:
    following = {words.at(index + step) for step in (1, 2, 3)}
    if words.at(index) in {"is", "was", "has", "were", "are"} and (
        following & words_of("passive_blows")
    ):
        return f"{PLACE}:passive"
    return f"{GOVERNMENT}:subject"


def _dateline(words: Words, unit: Unit) -> bool:
    """Whether the name opens its sentence as a dateline: "YEREVAN, May 9 (Agency) —"."""
    if unit.first != 0:
        return False
    window = words.plain[unit.last : unit.last + 14]
    marks = [index for index, word in enumerate(window) if word in {"-", "("}]
    if not marks:
        return False
    return all(
        word in {",", ".", "/"} or word.isdigit() or words.capitalised(unit.last + index)
        for index, word in enumerate(window[: marks[0]])
    )


def _capital_before(words: Words, first: int) -> str | None:
    """What the word before a capital says, an article or "nearby" skipped."""
    word = words.at(first - 1)
    if word == "-":
        return f"{GOVERNMENT}:compound" if words.at(first - 2) in {"pro", "anti"} else None
    if word in {"to", "from", "for", "between"}:
        return _after_ambiguous(words, first, word)
    if word in words_of("before_capital_government"):
        return f"{GOVERNMENT}:{word}"
    if word in words_of("before_capital_place"):
        return f"{PLACE}:{word}"
    if word in words_of("before_capital_object"):
        return f"{GOVERNMENT}:object"
    if word in words_of("travel_words"):
        return f"{PLACE}:travel"
    if word == "of":
        return f"{PLACE}:of"
    return None


def _after_ambiguous(words: Words, first: int, preposition: str) -> str:
    near = {words.at(first - step) for step in (2, 3, 4)}
    travel = bool(near & words_of("travel_words"))
    if preposition == "between":
        government = not near & words_of("travel_between")
    elif preposition == "for":
        government = not travel
    elif preposition == "to":
        government = bool(near & words_of("toward_government")) and not travel
    else:
        government = bool(near & words_of("from_government"))
    return f"{GOVERNMENT if government else PLACE}:{preposition}"


def _coordinated_before(words: Words, units: list[Unit], at: int) -> int | None:
    """The capital that "and" or a comma joins to the one at `at`, before it."""
    if at >= 2 and units[at - 2].kind == UnitKind.CAPITAL:
        return at - 2 if words.at(units[at - 1].first) in _COORDINATED else None
    return None


def _coordinated_after(words: Words, units: list[Unit], at: int) -> str | None:
    """What stands after the last of the capitals that follow in coordination."""
    for following in range(at + 2, min(at + 2 + 2 * _LONGEST_CHAIN, len(units)), 2):
        if units[following].kind != UnitKind.CAPITAL:
            return None
        if words.at(units[following - 1].first) not in _COORDINATED:
            return None
        after = _capital_after(words, units[following])
        if after is not None:
            return after
    return None


def state_rule(words: Words, units: list[Unit], at: int, chain: int = _LONGEST_CHAIN) -> str:
    """``state-as-place:…`` after a preposition of place, ``state:possessor`` or ``state-name``."""
    unit = units[at]
    if words.at(unit.last) == "'" and words.at(unit.last + 1) == "s":
        return "state:possessor"
    before = unit.first - 1
    if words.at(before) == "the":
        before -= 1
    preposition = words.at(before)
    if preposition in words_of("before_capital_place") or (
        preposition in {"to", "from", "of"} and _is_ground(words, before, preposition)
    ):
        return f"state-as-place:{preposition}"
    joined = at >= 2 and words.at(units[at - 1].first) in {"and", "or"}
    if chain and joined and units[at - 2].kind == UnitKind.STATE:
        return state_rule(words, units, at - 2, chain - 1).replace("state:possessor", "state-name")
    return "state-name"


def _is_ground(words: Words, before: int, preposition: str) -> bool:
    """Whether "to", "from" or "of" leads to ground.

    "from" does unless something is had from a state, "to" after words of travel, "of" after nouns
    of place.
    """
    if preposition == "of":
        return words.at(before - 1) in words_of("place_nouns")
    near = {words.at(before - step) for step in (1, 2, 3)}
    if preposition == "from":
        return not near & words_of("from_government")
    return bool(near & words_of("travel_words"))


def place_preposition(words: Words, first: int) -> str | None:
    """The preposition or adjective of place before the word at `first`, the article skipped."""
    before = first - 2 if words.at(first - 1) == "the" else first - 1
    word = words.at(before)
    return word if word in words_of("locative") else None
