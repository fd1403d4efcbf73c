"""Titles of office: spelling, sector, and the words by which reports mean them."""

import re
from collections.abc import Mapping

HEADS = frozenset(
    {
        *("president", "prime minister", "premier", "chancellor", "supreme leader"),
        *("king", "queen", "emir", "sultan", "grand duke", "prince", "crown prince", "pope"),
        *(
            "vice president",
            "chief executive",
            "head of state",
            "head of government",
            "acting president",
        ),
        *("acting prime minister", "secretary-general", "state counsellor", "interim president"),
        *("general secretary of the communist party", "transitional president"),
    }
)
"""Offices whose holders reports name by the surname alone."""

SHARED = frozenset(
    {
        *("spokesperson", "spokesman", "spokeswoman", "captain regent", "member of the presidency"),
        *("deputy prime minister", "state minister", "minister of state", "head"),
        *("deputy secretary-general", "co-prince", "member of the presidential council", "office"),
        *("vice premier", "deputy foreign minister", "deputy defence minister", "commissioner"),
        *("chairman of the presidency", "special envoy", "envoy", "ambassador"),
    }
)
"""Offices that several people hold at a time."""

_SECTOR_WORDS = (
    (("spokesperson",), "GOV"),
    (("speaker", "parliamentary assembly", "national assembly", "parliament", "senate"), "LEG"),
    (("cia director", "intelligence", "secret service", "mossad"), "SPY"),
    (("chief of staff of the armed", "chief of general staff", "general staff"), "MIL"),
    (("commander", "army chief", "allied commander", "joint chiefs", "military committee"), "MIL"),
    (("chief justice", "prosecutor", "judge", "president of the court"), "JUD"),
    (("pope", "patriarch", "catholicos", "archbishop", "grand mufti"), "REL"),
)


def is_shared(title: str) -> bool:
    """Whether several people hold the office at a time."""
    key = office_key(title)
    return key in SHARED or key.endswith("spokesperson")


def office_key(title: str) -> str:
    """A title in the form in which titles are compared: lower case, British spelling."""
    key = re.sub(r"[\s ]+", " ", title.strip().lower())
    return re.sub(r"\bdefense\b", "defence", key)


def office_sector(title: str, titles: Mapping[str, str]) -> str:
    """The sector that a title gives by itself; "" where it gives none.

    `titles` holds the sector of every title of the table, under its `office_key`.
    """
    key = office_key(title)
    if key in titles:
        return titles[key]
    for words, sector in _SECTOR_WORDS:
        if any(word in key for word in words):
            return sector
    return ""
