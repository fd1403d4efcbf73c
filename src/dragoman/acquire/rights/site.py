"""Rights in the files of a whole site, where an archive holds them."""

import json

from dragoman.acquire.rights.headers import content_signal, content_usage
from dragoman.acquire.rights.licences import licence_signal
from dragoman.model import Answer, Signal, Use


def signals_of_robots(robots: str, target: str) -> tuple[Signal, ...]:
    """Content-Signal and Content-Usage of the group for all agents, and RSL licence lines.

    `target` is the path of the page. A Content-Usage line with a path counts where that path is a
    prefix of `target`; the longest such path wins (draft-ietf-aipref-attach).
    """
    found: list[Signal] = []
    usage: dict[str, str] = {}
    agents: set[str] = set()
    in_rules = False
    for line in robots.splitlines():
        name, _, value = line.split("#", 1)[0].partition(":")
        key, value = name.strip().lower(), value.strip()
        if key == "user-agent":
            agents = {value.lower()} if in_rules else agents | {value.lower()}
            in_rules = False
            continue
        in_rules = in_rules or bool(key)
        if key == "license" and value:
            found.append(licence_signal(value, "rsl", "robots.txt"))
        elif "*" in agents and key == "content-signal":
            found += content_signal(value, "robots.txt")
        elif "*" in agents and key == "content-usage":
            path, words = _usage(value)
            if target.startswith(path):
                usage[path] = words
    if usage:
        found += content_usage(usage[max(usage, key=len)], "robots.txt")
    return tuple(found)


def _usage(value: str) -> tuple[str, str]:
    if not value.startswith("/"):
        return "/", value
    path, _, words = value.partition(" ")
    return path.rstrip("*$"), words


def signals_of_tdmrep(content: str, target: str) -> tuple[Signal, ...]:
    """The first rule of a tdmrep.json that fits `target`; where none does, nothing is said."""
    try:
        rules = json.loads(content)
    except (ValueError, RecursionError):
        return ()
    for rule in rules if isinstance(rules, list) else ():
        if isinstance(rule, dict) and _fits(str(rule.get("location", "")), target):
            answer = {"1": Answer.RESERVED, "0": Answer.GRANTED}.get(
                str(rule.get("tdm-reservation"))
            )
            if answer is None:
                return ()
            value = json.dumps(rule, sort_keys=True)
            answers = ((Use.MINING, answer),)
            return (Signal(family="tdmrep", answers=answers, value=value, where="file"),)
    return ()


def _fits(pattern: str, target: str) -> bool:
    """robots.txt patterns: `*` is any run of characters, a final `$` the end."""
    first, *parts = pattern.rstrip("$").split("*")
    last = parts.pop() if parts and pattern.endswith("$") else None
    if not target.startswith(first):
        return False
    at = len(first)
    for part in parts:  # taking each part where it stands first leaves the most for those behind
        found = target.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if last is not None:
        return target.endswith(last) and len(target) - len(last) >= at
    return not pattern.endswith("$") or at == len(target)
