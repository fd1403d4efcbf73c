"""The words that marks and annotation lines may use."""

from dataclasses import dataclass
from functools import cache

from dragoman.codebook import Codebook, load_plover
from dragoman.resolve import load_knowledge_base

STATUSES = ("occurred", "ongoing", "planned", "hypothetical", "negated", "denied")
CERTAINTIES = ("probable", "possible")
REGISTERS = (
    *("agency", "broadsheet", "tabloid", "ministry", "ngo", "local", "translated", "wire-flash"),
)
REASONS = (
    *("analysis", "forecast", "metaphor", "sport", "business", "crime", "culture", "weather"),
    *("accident", "procedure", "description", "background", "opinion", "routine", "personal"),
    *("science", "statement", "fragment"),
)
COUNTS = ("dead", "injured", "arrested", "troops", "size")
INVENTED = "---"
"""The code of a country that does not exist."""

ORGANISATIONS = frozenset(
    "NATO EU UN CSTO OSCE AU ASEAN ARABLEAGUE ICC IGO NGO MNC".split()  # those of the guidelines
)


_TERRITORIES = frozenset("ATF BVT HMD IOT SGS SJM UMI".split())
"""ISO 3166-1 codes of lands without a government of their own, which no table lists."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The codebook's event types, contexts and sectors, and the codes of states and bodies."""

    codebook: Codebook
    states: frozenset[str]
    organisations: frozenset[str]

    @property
    def codes(self) -> frozenset[str]:
        """Everything that may stand before the dot of a code."""
        return self.states | self.organisations | {INVENTED}

    def modes(self, event_type: str) -> tuple[str, ...]:
        """The modes of an event type; `CodebookError` for an unknown one."""
        return self.codebook.event(event_type).mode_names


@cache
def vocabulary() -> Vocabulary:
    """PLOVER's words, and the codes that the knowledge base knows."""
    rows = load_knowledge_base().rows
    states = {row[cell] for row in rows if row.table == "states" for cell in ("id", "iso3")}
    lands = _TERRITORIES | {state for state in states if len(state) == 3}
    bodies = {row["code"] for row in rows if row.table == "organisations"}
    return Vocabulary(load_plover(), lands, ORGANISATIONS | bodies)
