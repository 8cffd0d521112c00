"""The desk's sources, kept at hand by a session, are those of the desk whoever changes them."""

from __future__ import annotations

from pathlib import Path

from factdesk.model.ids import SourceId, new_id
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.edits.source import AttachSource, SourceForm
from factdesk.work.session import Session
from tests.desks import SECOND


def test_sources_are_up_to_date_after_own_steps_and_those_of_others(session: Session, claim: MarkClaim) -> None:
    assert session.sources() == ()
    mine = AttachSource(claim_id=claim.claim_id, form=SourceForm(title="Gauge book"), source_id=SourceId(new_id()))
    session.run(mine)
    assert [source.title for source in session.sources()] == ["Gauge book"]
    other = Session.open(Path(session.path), SECOND)
    theirs = AttachSource(claim_id=claim.claim_id, form=SourceForm(title="Annals"), source_id=SourceId(new_id()))
    other.run(theirs)
    session.hearing.poll()
    assert [source.title for source in session.sources()] == ["Annals", "Gauge book"]
    other.undo()
    other.close()
    session.hearing.poll()
    session.undo()
    assert session.sources() == ()
