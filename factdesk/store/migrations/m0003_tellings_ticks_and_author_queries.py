"""Step 3: tellings, ticks and author queries."""

from __future__ import annotations

from sqlite_utils import Database

_TELLINGS = (
    """
    CREATE TABLE rejected_repeat (
        id          TEXT PRIMARY KEY,
        version_id  TEXT NOT NULL REFERENCES version (id),
        start_at    INTEGER NOT NULL CHECK (start_at >= 0),
        end_at      INTEGER NOT NULL CHECK (end_at > start_at),
        of_start_at INTEGER NOT NULL CHECK (of_start_at >= 0),
        of_end_at   INTEGER NOT NULL CHECK (of_end_at > of_start_at),
        made_at     TEXT NOT NULL,
        made_by     TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE tick (
        id         TEXT PRIMARY KEY,
        version_id TEXT NOT NULL REFERENCES version (id),
        register   TEXT NOT NULL CHECK (register IN ('words', 'numbers', 'names', 'dates', 'quotations')),
        start_at   INTEGER NOT NULL CHECK (start_at >= 0),
        end_at     INTEGER NOT NULL CHECK (end_at > start_at),
        made_at    TEXT NOT NULL,
        made_by    TEXT NOT NULL,
        UNIQUE (version_id, register, start_at, end_at)
    ) STRICT
    """,
    """
    CREATE TABLE author_query (
        id         TEXT PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES article (id),
        version_id TEXT REFERENCES version (id),
        start_at   INTEGER CHECK (start_at >= 0),
        end_at     INTEGER CHECK (end_at > start_at),
        claim_id   TEXT REFERENCES claim (id),
        kind       TEXT NOT NULL CHECK (kind IN ('unnamed-source', 'certainty', 'inconsistency', 'number', 'name',
                       'date', 'quotation', 'other')),
        question   TEXT NOT NULL CHECK (trim(question) <> ''),
        state      TEXT NOT NULL CHECK (state IN ('open', 'asked', 'answered', 'withdrawn')),
        answer     TEXT NOT NULL,
        asked_at   TEXT NOT NULL,
        asked_by   TEXT NOT NULL,
        settled_at TEXT NOT NULL,
        settled_by TEXT NOT NULL,
        made_at    TEXT NOT NULL,
        made_by    TEXT NOT NULL,
        CHECK ((version_id IS NULL) = (start_at IS NULL) AND (version_id IS NULL) = (end_at IS NULL)),
        CHECK ((state = 'answered') = (trim(answer) <> '')),
        CHECK ((state IN ('answered', 'withdrawn')) = (settled_at <> '')),
        CHECK (state <> 'asked' OR asked_at <> '')
    ) STRICT
    """,
    "CREATE INDEX rejected_repeat_of_version ON rejected_repeat (version_id, start_at)",
    "CREATE INDEX author_query_of_article ON author_query (article_id)",
    "CREATE INDEX author_query_of_claim ON author_query (claim_id)",
)


def m0003_tellings_ticks_and_author_queries(db: Database) -> None:
    """What a telling's wording is to its head, rejected repeats, ticks, and questions to the author."""
    for column in (
        "differs      INTEGER NOT NULL DEFAULT 0 CHECK (differs IN (0, 1) AND (differs = 0 OR label = 'repeat'))",
        "confirmed_at TEXT NOT NULL DEFAULT '' CHECK (confirmed_at = '' OR differs = 1)",
        "confirmed_by TEXT NOT NULL DEFAULT '' CHECK ((confirmed_by = '') = (confirmed_at = ''))",
    ):
        db.execute(f"ALTER TABLE segment ADD COLUMN {column}")
    for statement in _TELLINGS:
        db.execute(statement)
