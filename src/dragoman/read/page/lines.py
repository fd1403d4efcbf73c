"""Tells lines of a page apart by their wording: credits, bylines, copyright, related links."""

import re

SECTIONS = (
    "News|World|Politics|Business|Economy|Opinion|Analysis|Europe|Asia|Africa|Americas|Middle East|"
    "Caucasus|Region|Defence|Defense|Security|Diplomacy|International|Society|Culture|Sport|Sports|"
    "Science|Technology|Tech|Health|Local|National|Top Stories|Latest|Breaking|Conflict|War"
)
"""Section labels that pages print before the headline."""

_SECTION_LINE = re.compile(
    rf"(?:{SECTIONS})(?:\s*[>/|»›·]\s*(?>(?:{SECTIONS})(?!\w)|[A-Z]\w+))*", re.IGNORECASE
)
_FUSED = re.compile(rf"(?P<label>{SECTIONS})(?=[A-Z][a-z’']|[A-Z]{{2}}|[“\"])")
_CREDIT_LABEL = re.compile(
    r"^\W*(?:images?|photo(?:graph)?s?|pictures?|illustration|video|file\s+photo|handout)?\s*"
    r"(?:source|credits?|by|courtesy(?:\s+of)?|copyright|photos?|foto|images?|©)\s*[:|]\s*",
    re.IGNORECASE,
)
_CREDIT_WORDS = re.compile(
    r"getty\s+images|reuters/|/reuters|\bap\s+photo|\bafp\b|\bepa\b|shutterstock|wikimedia|handout"
    r"|press\s+(?:service|office)|via\s+(?:ap|reuters|getty|telegram)|sputnik|anadolu|\bphoto(?:grapher)?\b"
    r"|\bcontributor\b|\bstringer\b|\bimage\s+courtesy",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:(?:reported|written|story)\s+)?by\s+(?P<names>[A-ZÀ-Ž][\w.’'\-]+(?:\s+[\w.’'\-]+){0,4}"
    r"(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)[A-ZÀ-Ž][\w.’'\-]+(?:\s+[\w.’'\-]+){0,4})*)"
    r"(?:\s*[|,–—]\s*(?:[\w\s]+))?$",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"^\W*(?:©|\(c\)|copyright\b)|all\s+rights\s+reserved", re.IGNORECASE)
_COPYRIGHT_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,]*"
    r"(?P<holder>[^.|·\n]*?(?:\.[a-z]{2,10}\b)?)\s*(?:[.|·,]|\s[-–—]\s|all\s+rights|$)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"^(?:related\b.{0,30}|read\s+(?:more|also|next)\b.{0,80}|see\s+also\b.{0,80}|more\s+(?:on|from|in)\b.{0,60}"
    r"|more\s+(?:stories|news)|most\s+(?:read|popular|viewed)\b.*|you\s+(?:may|might)\s+(?:also\s+)?like.*"
    r"|recommended\b.{0,40}|trending\b.{0,30}|latest\s+(?:news|stories)|don[’']t\s+miss.{0,30}"
    r"|also\s+(?:read|on\s+this\s+site)\b.{0,80}|popular\s+(?:now|stories)|editor[’']?s[’']?\s+picks?)\s*:?$",
    re.IGNORECASE,
)
_CHATTER = re.compile(
    r"^(?:share(?:\s+(?:this|on)\b.{0,40})?|advertisement|subscribe\b.{0,80}|sign\s+(?:up|in)\b.{0,80}"
    r"|follow\s+us\b.{0,60}|comments?\s*(?:\(\d+\))?|print|e-?mail|tweet|facebook|twitter|whatsapp"
    r"|(?:this\s+(?:site|website)|we)\s+uses?\s+cookies\b.*|accept\s+(?:all|cookies).{0,40}|skip\s+to\b.{0,30}"
    r"|menu|search|home|log\s+in|loading.{0,20}|(?:listen|watch)\s+(?:to|now)\b.{0,60}|tags?:.*)$",
    re.IGNORECASE,
)


def fused_section(line: str, following: str | None) -> tuple[str, str] | None:
    """(section, headline) of a line in which the section label runs into the headline.

    It is taken as fused when the next line repeats the rest of it, whatever the label, or when
    it begins with a known label directly followed by a capital.
    """
    if following and following != line and line.endswith(following):
        label = line[: -len(following)].strip(" |:/>")
        if 0 < len(label) <= 30:
            return label, following
    match = _FUSED.match(line)
    if match and not line[match.end() : match.end() + 1].isspace():
        return match["label"], line[match.end() :]
    return None


_OUTLET = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+){0,4}(?:Agency|News|Press|Post|Times|Herald|Gazette|Courier|Dispatch|Tribune"
    r"|Journal|Daily|Weekly|Today|Observer|Telegraph|Chronicle|Review|Monitor|Service|Online|Radio|TV)"
)


def is_masthead(line: str) -> bool:
    """Whether the line is nothing but an outlet's name."""
    return len(line) <= 50 and " " in line and _OUTLET.fullmatch(line) is not None


def is_section(line: str) -> bool:
    """Whether the line is a section label or a path of them."""
    return _SECTION_LINE.fullmatch(line.strip()) is not None


def credit_of(line: str) -> str | None:
    """The credit that a line gives to an image, without its label; None if it is no credit."""
    if len(line) > 160:
        return None
    label = _CREDIT_LABEL.match(line)
    if label and (label.group().strip(" :|") or "©" in line):
        rest = line[label.end() :].strip()
        return rest or None
    if _CREDIT_WORDS.search(line) and not re.search(r"[.!?]\s*$", line) and _has_mark(line):
        return line.strip(" ()[]")
    return None


def _has_mark(line: str) -> bool:
    return re.search(r"©|/|\||^\(.*\)$|^\[.*\]$|^photo", line.strip(), re.IGNORECASE) is not None


def byline_names(line: str) -> tuple[str, ...]:
    """The authors that a byline names, in order; empty if the line is none."""
    match = _BYLINE.match(line.strip()) if len(line) <= 120 else None
    if match is None or not line.strip()[:2].lower().startswith("by"):
        return ()
    names = re.split(r"\s*,\s*|\s+and\s+|\s*&\s*", match["names"])
    return tuple(name for name in names if name[:1].isupper())


def is_copyright(line: str) -> bool:
    """Whether the line claims copyright in a whole page."""
    return len(line) <= 200 and _COPYRIGHT.search(line) is not None


def copyright_holder(line: str) -> str | None:
    """Whose copyright the line claims."""
    match = _COPYRIGHT_HOLDER.search(line)
    holder = match["holder"].strip() if match else ""
    return holder or None


def is_related_heading(line: str) -> bool:
    """Whether the line opens a list of links to other stories."""
    return len(line) <= 120 and _RELATED.match(line.strip()) is not None


def is_chatter(line: str) -> bool:
    """Whether the line belongs to the site's furniture, not to any story."""
    words = line.strip()
    crumbs = len(re.split(r"\s[>›»]\s", words)) > 2
    return crumbs or not re.search(r"\w", words) or _CHATTER.match(words) is not None


def ends_like_prose(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return re.search(r"[.!?…][\"'”’)\]]*$", line.strip()) is not None
