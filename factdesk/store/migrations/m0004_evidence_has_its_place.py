"""Step 4: evidence has its place among that of its claim."""

from __future__ import annotations

from sqlite_utils import Database


def m0004_evidence_has_its_place(db: Database) -> None:
    """A place that can be changed; what is there keeps the order it was added in."""
    db.execute("ALTER TABLE evidence ADD COLUMN place INTEGER NOT NULL DEFAULT 0 CHECK (place >= 0)")
    db.execute(
        """
        UPDATE evidence SET place = (
            SELECT count(*) FROM evidence AS earlier
            WHERE earlier.claim_id = evidence.claim_id
              AND (earlier.made_at, earlier.id) < (evidence.made_at, evidence.id)
        )
        """
    )
