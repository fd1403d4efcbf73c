"""Recognises plain-language notices that reserve rights, by stated rules over English wording.

A paragraph is a notice when it names a use of the content and forbids it or makes it depend on
consent. Which uses are reserved follows from the words named; exceptions are read from the words
behind "does not apply", "except", "other than" and the like.
"""

import re
from dataclasses import dataclass

from dragoman.model import Span

_PROHIBITION = re.compile(
    r"requires?\s+(?:\w+\s+){0,6}?(?:consent|permission|authori[sz]ation|licen[cs]e|agreement)"
    r"|without\s+(?:\w+\s+){0,8}?(?:consent|permission|authori[sz]ation|licen[cs]e)"
    r"|(?:is|are|be)\s+(?:\w+\s+){0,2}?(?:prohibited|forbidden|reserved|disallowed|not\s+permitted"
    r"|not\s+allowed|not\s+authori[sz]ed)"
    r"|(?:may|must|shall|can)\s*not\s+(?:\w+,?\s+){0,4}?(?:be\s+)?(?:use|reproduc|cop|stor|publish"
    r"|download|distribut|redistribut|scrap|crawl|mine|extract|broadcast|rewrit|cach|transmit)"
    r"|(?:expressly|hereby|explicitly)\s+(?:reserves?|prohibits?|opts?\s+out)"
    r"|reserves?\s+(?:[\w,]+\s+){0,8}?(?:mining|rights?)\b"
    r"|\bno(?:thing)?\b[^.;]{0,120}?\bmay\b"
    r"|(?:we|publisher)\s+(?:do|does)\s+not\s+(?:permit|allow|consent|authori[sz]e)"
    r"|(?:not|never)\s+(?:permitted|allowed|authori[sz]ed)"
    r"|(?:opts?|opted|opting)\s+out",
    re.IGNORECASE,
)

_USES = {
    "mining": re.compile(
        r"text[\s-]+(?:and|&)[\s-]+data[\s-]+mining|data[\s-]+min|\bTDM\b|\bmining\b|\bexploration\b"
        r"|\bscrap(?:e|ed|ing|ers?)\b|\bcrawl|\bharvest(?:ed|ing)?\b|automated\s+(?:means|access"
        r"|analysis|collection|extraction|processing|technique|tool|device|quer)|"
        r"manual\s+or\s+automated|web\s+robots?|systematic(?:ally)?\s+(?:retriev|extract|collect)",
        re.IGNORECASE,
    ),
    "ai_training": re.compile(
        r"machine[\s-]+learning|artificial[\s-]+intelligence|\bA\.?I\.?\b|language\s+models?"
        r"|generative|train(?:ing)?\s+(?:of\s+)?(?:\w+\s+){0,3}?(?:models?|systems?|algorithms?)",
        re.IGNORECASE,
    ),
    "storage": re.compile(
        r"\bstor(?:age|e|ed|ing)\b|\breproduc|\bcop(?:y|ied|ying|ies)\b|\bdownload|\bcach(?:e|ed|ing)"
        r"|\barchiv(?:e|ed|ing)\b|\bredistribut|\brepublish|\bduplicat|\bretransmi",
        re.IGNORECASE,
    ),
}

_EXCEPTION = re.compile(
    r"(?:does|do|shall|will)\s+not\s+apply|\bexcept(?:ion|ions|ing)?\b|\bother\s+than\b|\bsave\s+(?:for|where|as)"
    r"|\bunless\b|\bapart\s+from\b|\bexempt|\bsolely\s+to\b|\bremains?\s+(?:permitted|allowed|free)"
    r"|\bsearch\s+engines?\s+may\b",
    re.IGNORECASE,
)

_GRANT = re.compile(r"\b(?:is|are)\s+(?:permitted|allowed|welcome|free)\b", re.IGNORECASE)
"""Grants whose subject stands before them."""

_EXCEPTED = {
    "search indexing": re.compile(
        r"search[\s-]+engines?|internet\s+search|search\s+(?:index|service)|index(?:ing|ed)?\s+(?:by|for|in)"
        r"|indexation|facilitate\s+their\s+search",
        re.IGNORECASE,
    ),
    "permitted by law": re.compile(
        r"permitted\s+(?:use|by)|(?:applicable|mandatory|statutory|copyright)\s+(?:law|exception|provision|rule)"
        r"|fair\s+(?:use|dealing)|allowed\s+by\s+law|(?:by|under)\s+(?:the\s+)?(?:applicable\s+)?law"
        r"|statut(?:e|ory)|\blaw\s+(?:\w+\s+){0,2}?(?:asks?|requires?|permits?|allows?)",
        re.IGNORECASE,
    ),
    "under contract": re.compile(
        r"contractual|licen[cs]e\s+agreement|under\s+(?:a\s+)?(?:contract|licen[cs]e)|licensed\s+partners?",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph that reserves rights. `uses` are mining, ai_training or storage."""

    span: Span
    uses: tuple[str, ...]
    exceptions: tuple[str, ...]


def find_notices(text: str) -> tuple[Notice, ...]:
    """The notices of `text`, paragraph by paragraph (a paragraph is a line)."""
    found = (_judge(line.group(), line.start()) for line in re.finditer(r"\S[^\n]*\S", text))
    return tuple(notice for notice in found if notice is not None)


def _judge(paragraph: str, start: int) -> Notice | None:
    if not _PROHIBITION.search(paragraph):
        return None
    stated = _without_exceptions(paragraph)
    uses = tuple(use for use, words in _USES.items() if words.search(stated))
    if not uses or not _about_content(paragraph):
        return None
    free = _exceptions(paragraph)
    exceptions = tuple(name for name, words in _EXCEPTED.items() if words.search(free))
    return Notice(Span(start, start + len(paragraph)), uses, exceptions)


_SENTENCE = re.compile(r"[^.;]+[.;]?")


def _without_exceptions(paragraph: str) -> str:
    """The paragraph less the clauses that grant: their words name free uses, not reserved ones."""
    kept = []
    for sentence in _SENTENCE.findall(paragraph):
        exception = _EXCEPTION.search(sentence)
        if exception is not None:
            kept.append(sentence[: exception.start()])
        elif not _GRANT.search(sentence):
            kept.append(sentence)
    return " ".join(kept)


def _exceptions(paragraph: str) -> str:
    """All from the first excepting word on, and the sentences that grant."""
    exception = _EXCEPTION.search(paragraph)
    granted = [sentence for sentence in _SENTENCE.findall(paragraph) if _GRANT.search(sentence)]
    return " ".join([paragraph[exception.start() :] if exception else "", *granted])


_CONTENT = re.compile(
    r"\bcontents?\b|\bmaterials?\b|\barticles?\b|\bwebsite|\bsite\b|\bpages?\b|\bpublications?\b"
    r"|\breporting\b|\btexts?\b|\bthis\s+(?:service|work|report)|\bcopyright|©|\bdatabase|\bdata\b|\bportal\b",
    re.IGNORECASE,
)


def _about_content(paragraph: str) -> bool:
    return _CONTENT.search(paragraph) is not None
