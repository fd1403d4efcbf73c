"""How names of places are compared, and which alternate names are of use in English text."""

import re
import unicodedata

_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)
_DROPPED = re.compile(r"[.'’‘`ʼʻ]")
_PARTED = re.compile(r"[-‐‑–/\s]+")
_LONG = re.compile(r"\b(saint|mount|fort)\b")
_SHORT = {"saint": "st", "mount": "mt", "fort": "ft"}
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏḀ-ỿ'’‘` .-]{2,40}")


def name_key(text: str) -> str:
    """A name in the form in which names are compared.

    Case, accents, dots, apostrophes and a leading article make no difference, a hyphen is a space,
    and Saint, Mount and Fort are as good as St, Mt and Ft.
    """
    plain = text
    if not text.isascii():
        marked = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        plain = "".join(char for char in marked if not unicodedata.combining(char))
    bare = _PARTED.sub(" ", _DROPPED.sub("", plain)).strip().casefold().removeprefix("the ")
    if "saint" in bare or "mount" in bare or "fort" in bare:
        bare = _LONG.sub(lambda found: _SHORT[found.group()], bare)
    return bare


def is_name(text: str) -> bool:
    """Whether an alternate name may stand in English text: Latin letters, no code, no phrase."""
    return bool(_LATIN.fullmatch(text)) and not text.isupper() and len(name_key(text)) > 3
