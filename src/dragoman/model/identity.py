"""Ids made of content: the same observation gets the same id in every run."""

import hashlib


def digest(data: bytes) -> str:
    """The sha256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def content_id(prefix: str, *parts: str) -> str:
    """An id of the form ``prefix_`` and 16 hexadecimal digits, made of `parts` in their order.

    Parts are joined by the unit separator, so that ("ab", "c") and ("a", "bc") differ.
    """
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return f"{prefix}_{hashlib.sha256(joined).hexdigest()[:16]}"
