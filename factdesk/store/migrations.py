"""The history of the desk file's schema. Steps are only ever added, never edited once released.

``PRAGMA user_version`` counts the steps a file has had, so that an up-to-date desk opens without
importing sqlite_utils; sqlite_utils keeps the names and times of the steps in ``_sqlite_migrations``.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

steps = Migrations("factdesk")

_STATEMENTS = (
    """
    CREATE TABLE scale (
        id         TEXT PRIMARY KEY CHECK (id LIKE '%_@_%'),
        definition TEXT NOT NULL CHECK (json_valid(definition))
    ) STRICT
    """,
    """
    CREATE TABLE desk (
        id           TEXT PRIMARY KEY,
        organisation TEXT NOT NULL,
        scale_id     TEXT NOT NULL REFERENCES scale (id),
        created_at   TEXT NOT NULL,
        created_by   TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE file (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        size   INTEGER NOT NULL CHECK (size >= 0)
    ) STRICT
    """,
    """
    CREATE TABLE file_chunk (
        sha256 TEXT NOT NULL REFERENCES file (sha256),
        part   INTEGER NOT NULL CHECK (part >= 0),
        bytes  BLOB NOT NULL,
        PRIMARY KEY (sha256, part)
    ) STRICT
    """,
    """
    CREATE TABLE article (
        id          TEXT PRIMARY KEY,
        title       TEXT NOT NULL,
        dek         TEXT NOT NULL,
        byline      TEXT NOT NULL,
        publisher   TEXT NOT NULL,
        address     TEXT NOT NULL,
        published   TEXT NOT NULL,
        updated     TEXT NOT NULL,
        language    TEXT NOT NULL,
        case_number TEXT NOT NULL,
        flags       TEXT NOT NULL CHECK (json_valid(flags)),
        added_at    TEXT NOT NULL,
        added_by    TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE version (
        id          TEXT PRIMARY KEY,
        article_id  TEXT NOT NULL REFERENCES article (id),
        number      INTEGER NOT NULL CHECK (number >= 1),
        text_sha256 TEXT NOT NULL REFERENCES file (sha256),
        file_sha256 TEXT NOT NULL REFERENCES file (sha256),
        file_name   TEXT NOT NULL,
        reader      TEXT NOT NULL,
        blocks      TEXT NOT NULL CHECK (json_valid(blocks)),
        added_at    TEXT NOT NULL,
        added_by    TEXT NOT NULL,
        UNIQUE (article_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE claim (
        id               TEXT PRIMARY KEY,
        article_id       TEXT NOT NULL REFERENCES article (id),
        fixed_number     TEXT NOT NULL,
        restatement      TEXT NOT NULL,
        kind             TEXT NOT NULL,
        claimant         TEXT NOT NULL,
        priority         INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
        high_risk        INTEGER NOT NULL CHECK (high_risk IN (0, 1)),
        state            TEXT NOT NULL CHECK (state IN ('new', 'in-check', 'waiting', 'proposed', 'in-review',
                             'agreed', 'returned', 'stale', 'gone', 'set-aside')),
        waiting_for      TEXT CHECK (waiting_for IN ('author', 'source', 'document', 'editor')),
        set_aside_reason TEXT NOT NULL,
        scale_id         TEXT REFERENCES scale (id),
        verdict          TEXT,
        as_of            TEXT,
        verdict_at       TEXT,
        verdict_by       TEXT,
        rationale        TEXT NOT NULL,
        note             TEXT NOT NULL,
        origin           TEXT NOT NULL,
        made_at          TEXT NOT NULL,
        made_by          TEXT NOT NULL,
        CHECK ((state = 'waiting') = (waiting_for IS NOT NULL)),
        CHECK ((state = 'set-aside') = (set_aside_reason <> '')),
        CHECK ((verdict IS NULL) = (scale_id IS NULL) AND (verdict IS NULL) = (verdict_at IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE segment (
        id         TEXT PRIMARY KEY,
        version_id TEXT NOT NULL REFERENCES version (id),
        label      TEXT NOT NULL CHECK (label IN ('claim', 'repeat', 'opinion', 'prediction', 'question',
                       'heading', 'furniture')),
        exact      TEXT NOT NULL CHECK (exact <> ''),
        prefix     TEXT NOT NULL,
        suffix     TEXT NOT NULL,
        start_at   INTEGER NOT NULL CHECK (start_at >= 0),
        end_at     INTEGER NOT NULL CHECK (end_at > start_at),
        claim_id   TEXT REFERENCES claim (id),
        reason     TEXT NOT NULL,
        in_bulk    INTEGER NOT NULL CHECK (in_bulk IN (0, 1)),
        made_at    TEXT NOT NULL,
        made_by    TEXT NOT NULL,
        CHECK ((label IN ('claim', 'repeat')) = (claim_id IS NOT NULL))
    ) STRICT
    """,
    """
    CREATE TABLE suggestion (
        id         TEXT PRIMARY KEY,
        version_id TEXT NOT NULL REFERENCES version (id),
        start_at   INTEGER NOT NULL CHECK (start_at >= 0),
        end_at     INTEGER NOT NULL CHECK (end_at > start_at),
        kind       TEXT NOT NULL CHECK (kind IN ('claim', 'attributed', 'quote', 'prediction', 'opinion',
                       'question', 'heading', 'furniture')),
        score      REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
        reasons    TEXT NOT NULL CHECK (json_valid(reasons)),
        method     TEXT NOT NULL,
        decision   TEXT NOT NULL CHECK (decision IN ('open', 'accepted', 'rejected')),
        in_bulk    INTEGER NOT NULL CHECK (in_bulk IN (0, 1)),
        decided_at TEXT NOT NULL,
        decided_by TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE source (
        id        TEXT PRIMARY KEY,
        title     TEXT NOT NULL,
        type      TEXT NOT NULL CHECK (type IN ('primary', 'secondary', 'expert', 'document', 'interview')),
        publisher TEXT NOT NULL,
        address   TEXT NOT NULL,
        person    TEXT NOT NULL,
        date      TEXT NOT NULL,
        made_at   TEXT NOT NULL,
        made_by   TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE evidence (
        id        TEXT PRIMARY KEY,
        claim_id  TEXT NOT NULL REFERENCES claim (id),
        source_id TEXT NOT NULL REFERENCES source (id),
        bearing   TEXT NOT NULL CHECK (bearing IN ('supports', 'refutes', 'context')),
        excerpt   TEXT NOT NULL,
        locator   TEXT NOT NULL,
        accessed  TEXT NOT NULL,
        made_at   TEXT NOT NULL,
        made_by   TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE typing (
        row_id TEXT NOT NULL,
        field  TEXT NOT NULL,
        text   TEXT NOT NULL,
        at     TEXT NOT NULL,
        PRIMARY KEY (row_id, field)
    ) STRICT
    """,
    """
    CREATE TABLE journal (
        seq          INTEGER PRIMARY KEY CHECK (seq >= 1),
        at           TEXT NOT NULL,
        kind         TEXT NOT NULL,
        of           INTEGER REFERENCES journal (seq),
        article_id   TEXT,
        person       TEXT,
        label        TEXT,
        edit         TEXT CHECK (edit IS NULL OR json_valid(edit)),
        images       TEXT CHECK (images IS NULL OR json_valid(images)),
        salt         BLOB,
        payload_hash TEXT NOT NULL,
        previous     TEXT NOT NULL,
        hash         TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    "CREATE INDEX version_of_article ON version (article_id, number)",
    "CREATE INDEX claim_of_article ON claim (article_id)",
    "CREATE INDEX segment_in_reading_order ON segment (version_id, start_at, end_at)",
    "CREATE INDEX segment_of_claim ON segment (claim_id)",
    "CREATE INDEX suggestion_in_reading_order ON suggestion (version_id, start_at)",
    "CREATE INDEX evidence_of_claim ON evidence (claim_id)",
    "CREATE INDEX evidence_of_source ON evidence (source_id)",
    "CREATE INDEX journal_of_person ON journal (person)",
    "CREATE INDEX journal_of_kind ON journal (kind)",
    "CREATE INDEX journal_of_step ON journal (of) WHERE of IS NOT NULL",
)


@steps()
def m0001_the_desk(db: Database) -> None:
    """Articles, versions, claims, evidence, files, typing and the journal."""
    for statement in _STATEMENTS:
        db.execute(statement)


@steps()
def m0002_what_the_authors_file_gives(db: Database) -> None:
    """Links and page starts of a version, and the author's remarks as proposed evidence."""
    for column in ("links", "pages"):
        db.execute(f"ALTER TABLE version ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]' CHECK (json_valid({column}))")
    db.execute(
        """
        CREATE TABLE remark (
            id         TEXT PRIMARY KEY,
            version_id TEXT NOT NULL REFERENCES version (id),
            start_at   INTEGER NOT NULL CHECK (start_at >= 0),
            end_at     INTEGER NOT NULL CHECK (end_at > start_at),
            kind       TEXT NOT NULL CHECK (kind IN ('comment', 'footnote', 'endnote')),
            text       TEXT NOT NULL,
            written_by TEXT NOT NULL,
            decision   TEXT NOT NULL CHECK (decision IN ('open', 'accepted', 'rejected')),
            decided_at TEXT NOT NULL,
            decided_by TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX remark_in_reading_order ON remark (version_id, start_at)")


@steps()
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


def bring_up_to(connection: sqlite3.Connection, schema: int) -> None:
    """Apply the steps a desk lacks to have had ``schema`` of them, inside the caller's transaction."""
    db = Database(connection)
    known = [step.name for step in steps.applied(db)] + [step.name for step in steps.pending(db)]
    steps.apply(db, stop_before=known[schema : schema + 1])
