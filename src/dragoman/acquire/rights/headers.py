"""Rights in the headers of an HTTP response."""

import re
from collections.abc import Iterable

from dragoman.acquire.rights.licences import licence_signal
from dragoman.model import Answer, Signal, Use

Headers = Iterable[tuple[str, str]]

_NO_TRAINING = frozenset({"noai", "noimageai", "noml"})
_LINK = re.compile(r"<([^>]*)>([^,]*(?:,(?!\s*<)[^,]*)*)")
_LICENCE_LINK = re.compile(r"""rel\s*=\s*"?[^";]*\blicense\b""", re.IGNORECASE)


def signals_of_headers(headers: Headers) -> tuple[Signal, ...]:
    """TDMRep, X-Robots-Tag, AIPREF Content-Usage and licence links; names are in lower case."""
    kept = tuple(headers)
    found: list[Signal] = []
    policy = next((value for name, value in kept if name == "tdm-policy"), "")
    for name, value in kept:
        if name == "tdm-reservation":
            found += tdm_reservation(value, policy, "header")
        elif name == "x-robots-tag":
            found += robots_directives(value, "header", "x-robots-tag")
        elif name == "content-usage":
            found += content_usage(value, "header")
        elif name == "link":
            found += _licence_links(value)
    return tuple(found)


def tdm_reservation(value: str, policy: str, where: str) -> list[Signal]:
    """1 reserves mining, 0 leaves it free; any other value is unset (TDMRep, section 5)."""
    answer = {"1": Answer.RESERVED, "0": Answer.GRANTED}.get(value.strip())
    if answer is None:
        return []
    words = f"tdm-reservation: {value.strip()}" + (f"; tdm-policy: {policy}" if policy else "")
    return [Signal(family="tdmrep", answers=((Use.MINING, answer),), value=words, where=where)]


def robots_directives(value: str, where: str, family: str = "robots-meta") -> list[Signal]:
    """Noai and its kin reserve AI training; noindex and none reserve search."""
    tokens = {token.strip().lower() for token in re.split(r"[,;:]", value)}
    answers: list[tuple[Use, Answer]] = []
    if tokens & _NO_TRAINING:
        answers.append((Use.AI_TRAINING, Answer.RESERVED))
    if tokens & {"noindex", "none"}:
        answers.append((Use.SEARCH, Answer.RESERVED))
    if not answers:
        return []
    return [Signal(family=family, answers=tuple(answers), value=value.strip(), where=where)]


def content_usage(value: str, where: str) -> list[Signal]:
    """AIPREF: a dictionary of labels with the tokens y and n; unknown labels say nothing."""
    labels = {"train-ai": Use.AI_TRAINING, "search": Use.SEARCH}
    tokens = {"y": Answer.GRANTED, "n": Answer.RESERVED}
    return _dictionary(value, where, "content-usage", (labels, tokens))


def content_signal(value: str, where: str) -> list[Signal]:
    """Content-Signal: a no is a reservation under Art. 4 of Directive (EU) 2019/790."""
    labels = {"search": Use.SEARCH, "ai-input": Use.MINING, "ai-train": Use.AI_TRAINING}
    tokens = {"yes": Answer.GRANTED, "no": Answer.RESERVED}
    return _dictionary(value, where, "content-signal", (labels, tokens))


def _dictionary(
    value: str, where: str, family: str, words: tuple[dict[str, Use], dict[str, Answer]]
) -> list[Signal]:
    labels, tokens = words
    answers: list[tuple[Use, Answer]] = []
    for item in value.split(","):
        label, _, token = item.strip().partition("=")
        use, answer = labels.get(label.strip()), tokens.get(token.split(";")[0].strip())
        if use is not None and answer is not None:
            answers.append((use, answer))
    if not answers:
        return []
    return [Signal(family=family, answers=tuple(answers), value=value.strip(), where=where)]


def _licence_links(value: str) -> list[Signal]:
    return [
        licence_signal(target, "rsl" if "rsl+xml" in parameters else "rel-license", "header")
        for target, parameters in _LINK.findall(value)
        if _LICENCE_LINK.search(parameters)
    ]
