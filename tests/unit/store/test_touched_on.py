"""A desk that another hand changed is worked on: whatever is done, verify goes on naming what was touched."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from factdesk.errors import FactDeskError, UndoConflictError
from factdesk.model.ids import ArticleId
from factdesk.store.verification import findings
from factdesk.work.edits.claim import ClaimField, DeleteClaim, EditClaim, MarkClaim, SetVerdict
from factdesk.work.session import Session
from tests.desks import SCALE, note, some_edit, tamper


def reported(path: Path, what: str) -> bool:
    """Whether verify names ``what`` as changed by another hand."""
    return any(what in line and "by another hand" in line for line in findings(path))


def test_a_row_that_is_edited_undone_and_deleted_is_named_all_the_time(session: Session, claim: MarkClaim) -> None:
    session.run(note(claim, "Read at the gauge."))
    tamper(session.path, "UPDATE claim SET note = 'verified!' WHERE id = ?", claim.claim_id)
    named = f"table claim: row {claim.claim_id}"
    assert reported(session.path, named)
    with pytest.raises(UndoConflictError, match="another program changed the same claim"):
        session.undo()
    for step in (
        note(claim, "Read at the gauge."),  # the very words of before
        EditClaim(claim_id=claim.claim_id, field=ClaimField.CLAIMANT, value="The council"),
        SetVerdict(claim_id=claim.claim_id, scale=SCALE, value=SCALE.values[0].id, as_of="2026-11-22"),
        DeleteClaim(claim_id=claim.claim_id),
    ):
        session.run(step)
        assert reported(session.path, named), step.label
    for turn in (session.undo, session.redo, session.undo, session.undo, session.undo, session.undo):
        turn()
        assert reported(session.path, named)


@pytest.mark.parametrize("seed", range(6))
def test_no_random_walk_of_edits_undos_and_redos_hides_what_was_touched(
    session: Session, article: ArticleId, claim: MarkClaim, seed: int
) -> None:
    random = Random(seed)
    session.run(note(claim, "Read at the gauge."))
    tamper(
        session.path, "UPDATE claim SET note = 'verified!', restatement = 'It is high.' WHERE id = ?", claim.claim_id
    )
    before = findings(session.path)
    assert len(before) == 1
    for _ in range(40):
        try:
            match random.randrange(4):
                case 0:
                    session.undo()
                case 1:
                    session.redo()
                case _:
                    edit = some_edit(session, article, random.randrange(1 << 30))
                    if edit is not None:
                        session.run(edit)
        except FactDeskError:
            continue
    assert findings(session.path) == before
