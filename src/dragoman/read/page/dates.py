"""A page's date where nothing states it: htmldate's finding, with its method in the rule."""

from htmldate import find_date

from dragoman.read.page.published import Moment, parse_iso


def guessed_date(text: str, url: str | None) -> tuple[Moment, str] | None:
    """The date that htmldate finds in markup or address; its slow search in prose only if need be.

    The rule says how it was found, so that a guess is never read as a statement.
    """
    for extensive in (False, True):
        found = find_date(text, url=url, original_date=True, extensive_search=extensive)
        if found:
            moment = parse_iso(found)
            method = "htmldate, extensive" if extensive else "htmldate"
            return (moment, method) if moment else None
    return None
