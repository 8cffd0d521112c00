"""Sources kept at hand by a session are those of the desk whoever changes them, and stand as they were moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdesk.errors import NotAllowedError
from factdesk.model.ids import ArticleId, EvidenceId, SourceId, new_id
from factdesk.report.cards import Tellings, cards
from factdesk.report.copy import Paragraphs
from factdesk.rules.numbering import numbers
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.edits.merge import MergeClaims
from factdesk.work.edits.source import AttachSource, MoveSource, RemoveSource, SourceForm
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import SECOND, SENTENCES, TEXT


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


def test_evidence_stands_as_it_was_moved_and_the_case_kept_in_mind_says_what_the_desk_says(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    first, second, third = (attached(session, claim, title) for title in ("Gauge book", "Annals", "Letter"))
    assert order(session, article) == ["Gauge book", "Annals", "Letter"]
    for step, wanted in (
        (MoveSource(evidence_id=third, before=first), ["Letter", "Gauge book", "Annals"]),
        (MoveSource(evidence_id=third, before=second), ["Gauge book", "Letter", "Annals"]),
        (MoveSource(evidence_id=first, before=None), ["Letter", "Annals", "Gauge book"]),
    ):
        session.run(step)
        assert order(session, article) == wanted
    session.undo()
    session.undo()
    session.redo()
    assert order(session, article) == ["Gauge book", "Letter", "Annals"]
    assert verify(session.path) == ()


def test_what_cannot_be_moved_there_is_refused_and_nothing_is_written(session: Session, claim: MarkClaim) -> None:
    first, second = attached(session, claim, "Gauge book"), attached(session, claim, "Annals")
    session.run(RemoveSource(evidence_id=second))
    before = session.next_undo()
    for step in (MoveSource(evidence_id=first, before=None), MoveSource(evidence_id=first, before=second)):
        with pytest.raises(NotAllowedError):
            session.run(step)
    assert session.next_undo() == before


def test_two_windows_that_move_and_add_keep_what_each_meant(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    first, second, third = (attached(session, claim, title) for title in ("Gauge book", "Annals", "Letter"))
    other = Session.open(Path(session.path), SECOND)
    attached(other, claim, "Map")
    other.run(MoveSource(evidence_id=second, before=first))
    session.run(MoveSource(evidence_id=third, before=first))
    other.close()
    session.hearing.poll()
    assert order(session, article) == ["Annals", "Letter", "Gauge book", "Map"]
    session.undo()
    assert order(session, article) == ["Annals", "Gauge book", "Letter", "Map"]


def test_a_removal_taken_back_after_another_came_leaves_an_order_that_can_be_changed(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    attached(session, claim, "Gauge book")
    last = attached(session, claim, "Annals")
    session.run(RemoveSource(evidence_id=last))
    other = Session.open(Path(session.path), SECOND)
    new = attached(other, claim, "Letter")
    other.close()
    session.hearing.poll()
    session.undo()
    assert order(session, article) == ["Gauge book", "Annals", "Letter"]
    session.run(MoveSource(evidence_id=new, before=last))
    assert order(session, article) == ["Gauge book", "Letter", "Annals"]


def test_the_evidence_of_a_claim_that_is_merged_comes_behind_that_of_the_other(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    other = MarkClaim(version_id=claim.version_id, anchor=anchor_of(TEXT, SENTENCES[1]))
    session.run(other)
    first, second = attached(session, other, "Letter"), attached(session, other, "Map")
    session.run(MoveSource(evidence_id=second, before=first))
    attached(session, claim, "Gauge book")
    words = session.case(article).words_of()
    session.run(
        MergeClaims(
            kept_segment=words[claim.claim_id].id, other_segment=words[other.claim_id].id,
            anchor=anchor_of(TEXT, Span(SENTENCES[0].start, SENTENCES[1].end)),
        )
    )  # fmt: skip
    assert order(session, article) == ["Gauge book", "Map", "Letter"]


def attached(session: Session, claim: MarkClaim, title: str) -> EvidenceId:
    step = AttachSource(claim_id=claim.claim_id, form=SourceForm(title=title))
    session.run(step)
    return step.evidence_id


def order(session: Session, article: ArticleId) -> list[str]:
    """Return the titles of the first claim's evidence as printed, once the case in mind was held against the desk."""
    case = session.case(article)
    with_desk = Session.open(Path(session.path), SECOND)
    read = with_desk.case(article)
    with_desk.close()
    claim = case.claims[0].id
    assert case.evidence_of()[claim] == read.evidence_of()[claim]
    shown = [case.sources[tie.source_id].title for tie in case.evidence_of()[claim]]
    numbered, paragraphs = numbers(case.claims), Paragraphs.of(case.version)
    printed, _ = cards(case, numbered, Tellings(case, numbered, paragraphs), paragraphs)
    assert [one.source.title for one in printed[0].evidence] == shown
    return shown
