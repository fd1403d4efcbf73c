"""The full-text index: quotes and titles in the manifest, so that a part and its words are one.

It has only words that the files have too: nothing of texts that may not be kept whole.
"""

import re
import sqlite3
from collections.abc import Mapping, Sequence

from dragoman.ledger.columns import storable
from dragoman.ledger.tables import Row

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


def add_words(database: sqlite3.Connection, seq: int, rows: Mapping[str, Sequence[Row]]) -> None:
    """Enters the words of the event mentions of a part."""
    titles = {row["id"]: row["title"]["value"] for row in rows.get("documents", ()) if row["title"]}
    database.executemany(
        "INSERT INTO words (quote, title, telling) VALUES (?, ?, ?)",
        [
            (
                "\n".join(one["quote"] for one in row["evidence"]),
                titles.get(row["document_id"], ""),
                telling(seq, row["mention_id"]),
            )
            for row in rows.get("event_mentions", ())
        ],
    )


def find_tellings(database: sqlite3.Connection, words: str) -> list[str]:
    """The event mentions whose quotes or title have all the words, as `telling` writes them."""
    query = as_query(words)
    if not query:
        return []
    found = database.execute("SELECT telling FROM words WHERE words MATCH ?", [query])
    return [row[0] for row in found]


def telling(seq: int, mention_id: str) -> str:
    """An event mention in one coding of its document."""
    return f"{seq}/{mention_id}"


def as_query(words: str) -> str:
    """A user's words in the syntax of FTS5, "" where there are none.

    All must occur, in any form and order; "words in quotation marks" next to each other, and a word
    with an asterisk at its end begins others.
    """
    terms = []
    for phrase, word in _TERM.findall(storable(words).replace("\0", " ")):
        term = phrase or word.rstrip("*")
        if any(letter.isalnum() for letter in term):
            terms.append(f'"{term}"' + "*" * (not phrase and word.endswith("*")))
    return " AND ".join(terms)
