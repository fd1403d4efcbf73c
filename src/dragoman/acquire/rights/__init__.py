"""What the stored bytes say about rights, and what is decided on it."""

from dragoman.acquire.rights.decision import decide, settle
from dragoman.acquire.rights.headers import signals_of_headers
from dragoman.acquire.rights.markup import signals_of_html
from dragoman.acquire.rights.site import signals_of_robots, signals_of_tdmrep

__all__ = [
    "decide",
    "settle",
    "signals_of_headers",
    "signals_of_html",
    "signals_of_robots",
    "signals_of_tdmrep",
]
