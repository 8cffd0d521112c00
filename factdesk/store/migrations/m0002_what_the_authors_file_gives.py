"""Step 2: what the author's file gives."""

from __future__ import annotations

from sqlite_utils import Database


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
