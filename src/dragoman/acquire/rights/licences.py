"""What the address of a licence grants."""

import re

from dragoman.model import Answer, Signal, Use

_CREATIVE_COMMONS = re.compile(
    r"creativecommons\.org/(?:licenses/(by(?:-nc)?(?:-sa|-nd)?)|publicdomain/(zero|mark))\b",
    re.IGNORECASE,
)
_CONDITIONS = {"nc": "non-commercial only", "nd": "no derivatives", "sa": "share alike"}


def licence_signal(address: str, family: str, where: str) -> Signal:
    """The signal of a licence link; only Creative Commons addresses are read as grants.

    All of them grant reproduction and with it storage and mining; training is taken as granted
    only where adaptations and any purpose are (BY, BY-SA, CC0, public domain). Other licences
    are kept as seen, with no answer.
    """
    match = _CREATIVE_COMMONS.search(address)
    if match is None:
        return Signal(family=family, answers=(), value=address, where=where)
    kind = (match.group(1) or match.group(2)).lower()
    parts = kind.split("-")
    granted = [Use.MINING, Use.STORAGE]
    if not {"nc", "nd"} & set(parts):
        granted.append(Use.AI_TRAINING)
    return Signal(
        family=family,
        answers=tuple((use, Answer.GRANTED) for use in granted),
        value=address,
        where=where,
        exceptions=tuple(_CONDITIONS[part] for part in parts if part in _CONDITIONS),
    )
