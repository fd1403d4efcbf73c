"""Actor phrases to country and sector, for ``bench.score_actors``."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from bench.records import Record, read_records
from dragoman.resolve import KnowledgeBase, System, load_knowledge_base, resolve_phrase, translate

UNDATED = datetime.date(2022, 10, 1)
"""The facts without a date hold for "today" as their authors had it: the second half of 2022."""


def predict(data: Path) -> Iterator[Record]:
    """The state or kind of body (`country`) and the sector (`code_1`) of each phrase."""
    knowledge = load_knowledge_base()
    for record in read_records(data):
        day = record.get("query_date_iso")
        when = datetime.date.fromisoformat(day) if day else UNDATED
        found = resolve_phrase(knowledge, record["phrase"], when)
        yield {
            "id": record["id"],
            "country": _country(knowledge, found.code, when),
            "code_1": found.sector,
            "name": found.name,
            "rule": found.rule,
        }


def _country(knowledge: KnowledgeBase, code: str, day: datetime.date) -> str:
    """States by ISO code, organisations by the code that PLOVER has for their kind."""
    if knowledge.state_rows(code):
        return code
    return translate(knowledge, code, System.PLOVER, day) or code
