"""Country codes of participants and places in the code systems that other data sets use."""

import datetime

from dragoman.model import Participant, PlaceReference
from dragoman.resolve.codes import System, all_codes, translate
from dragoman.resolve.kb import KnowledgeBase

SYSTEMS = (System.COW, System.GW, System.FIPS, System.CAMEO, System.PLOVER)
"""The systems that exports write beside ISO 3166-1."""

_EAST_OF_GAZA = 34.7
"""A longitude between the Gaza Strip (up to 34.57 east) and the West Bank (from 34.88)."""


def participant_code(
    knowledge: KnowledgeBase, one: Participant, system: System, day: datetime.date | None
) -> str:
    """The participant's code in `system` on the day of the event; "" where it has none.

    A de-facto entity or dependency goes by its own entry, not by the state that it is filed under:
    Abkhazia has no COW number, though its record code is Georgia's.
    """
    entry = one.identifier_id if knowledge.state_rows(one.identifier_id) else one.code
    return translate(knowledge, entry, system, day) if entry else ""


def place_code(
    knowledge: KnowledgeBase, place: PlaceReference, system: System, day: datetime.date | None
) -> str:
    """The code of the place's country in `system`; "" where it has none.

    FIPS has two codes for Palestine; a place without coordinates takes the first of them.
    """
    found = all_codes(knowledge, place.country_code, system, day) if place.country_code else ()
    if found == ("WE", "GZ") and place.lon is not None and place.lon < _EAST_OF_GAZA:
        return "GZ"
    return next(iter(found), "")
