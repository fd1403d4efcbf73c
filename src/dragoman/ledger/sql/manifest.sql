-- What the ledger consists of. A file that is not named here does not exist for readers.
CREATE TABLE IF NOT EXISTS meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row for each append and each correction, in the order in which they became visible.
CREATE TABLE IF NOT EXISTS parts (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('coding', 'review')),
    settings TEXT NOT NULL,
    documents INTEGER NOT NULL,
    events INTEGER NOT NULL,
    facts INTEGER NOT NULL
);

-- A live file is read; a retired one was compacted away and is kept for readers with older views.
-- `columns` is a digest of the table's schema when it was written.
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY,
    table_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('live', 'retired')),
    rows INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    columns TEXT NOT NULL
) WITHOUT ROWID;

-- Every outcome that an input ever had; the one of the highest seq counts.
CREATE TABLE IF NOT EXISTS inputs (
    settings TEXT NOT NULL,
    key TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES parts (seq),
    name TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'dropped', 'failed')),
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (settings, key, seq)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS reviews (
    seq INTEGER PRIMARY KEY REFERENCES parts (seq),
    fact TEXT NOT NULL,
    replacement TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL
);

-- The words to search, one row for each event mention of a coding: what is quoted of the report,
-- cut as in the files, and its title. `telling` is the part's seq, a slash and the mention's id.
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    quote, title, telling UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2'
);
