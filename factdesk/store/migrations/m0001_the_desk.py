"""Step 1: the desk as it began."""

from __future__ import annotations

from sqlite_utils import Database

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


def m0001_the_desk(db: Database) -> None:
    """Articles, versions, claims, evidence, files, typing and the journal."""
    for statement in _STATEMENTS:
        db.execute(statement)
