"""What the author's file notes is proposed as evidence; a person decides, and can take the decision back."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdesk.errors import NotAllowedError
from factdesk.model.claim import State
from factdesk.model.ids import ArticleId
from factdesk.model.source import Bearing
from factdesk.model.suggestion import Decision
from factdesk.model.version import Link, PageStart
from factdesk.text.spans import Span
from factdesk.work.edits.article import RemoveArticle
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.edits.remark import AcceptRemark, DismissRemark
from factdesk.work.edits.source import SourceForm
from factdesk.work.exchange import export_desk, import_desk
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SENTENCES, logical

FORM = SourceForm(title="Footnote", bearing=Bearing.CONTEXT, excerpt="Gauge book, p. 3", locator="p. iv")


def test_links_pages_and_remarks_of_the_file_are_kept_with_the_version(session: Session, article: ArticleId) -> None:
    case = session.case(article)
    assert case.version.links == (Link(Span(4, 7), "https://example.org/dam"),)
    assert case.version.pages == (PageStart(0, "iv"), PageStart(29, "v"))
    assert [case.version.page_at(at) for at in (0, 28, 29, 90)] == ["iv", "iv", "v", "v"]
    (kept,) = case.remarks
    assert (kept.remark.span, kept.remark.by, kept.decision) == (SENTENCES[0], "AB", Decision.OPEN)


def test_a_note_taken_as_evidence_is_a_source_of_the_claim_and_one_step_back(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    before = logical(session.path)
    (kept,) = session.case(article).remarks
    session.run(AcceptRemark(remark_id=kept.id, claim_id=claim.claim_id, form=FORM))
    case = session.case(article)
    (tie,) = case.evidence
    assert (tie.claim_id, tie.bearing, tie.excerpt, tie.locator) == (
        claim.claim_id, Bearing.CONTEXT, "Gauge book, p. 3", "p. iv",
    )  # fmt: skip
    assert case.sources[tie.source_id].title == "Footnote"
    assert (case.remarks[0].decision, case.remarks[0].decided_by) == (Decision.ACCEPTED, "Checker")
    assert case.claims[0].state is State.IN_CHECK
    session.undo()
    assert logical(session.path) == before
    session.redo()
    assert session.case(article).remarks[0].decision is Decision.ACCEPTED
    assert verify(session.path) == ()


def test_a_dismissed_note_is_decided_and_cannot_be_decided_again(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    (kept,) = session.case(article).remarks
    session.run(DismissRemark(remark_id=kept.id))
    assert session.case(article).remarks[0].decision is Decision.REJECTED
    with pytest.raises(NotAllowedError, match="decided already"):
        session.run(AcceptRemark(remark_id=kept.id, claim_id=claim.claim_id, form=FORM))
    assert session.case(article).evidence == ()


def test_only_what_changed_is_read_again(session: Session, article: ArticleId, claim: MarkClaim) -> None:
    before = session.case(article)
    changes = session.run(DismissRemark(remark_id=before.remarks[0].id))
    after = session.refreshed(before, changes)
    assert after == session.case(article)
    assert after.version is before.version


def test_a_removed_article_takes_its_remarks_along_and_undo_brings_them_back(
    session: Session, article: ArticleId
) -> None:
    before = logical(session.path)
    session.run(RemoveArticle(article_id=article))
    assert verify(session.path) == ()
    session.undo()
    assert logical(session.path) == before


def test_an_exported_desk_brings_links_pages_and_remarks_back(
    session: Session, article: ArticleId, claim: MarkClaim, tmp_path: Path
) -> None:
    (kept,) = session.case(article).remarks
    session.run(AcceptRemark(remark_id=kept.id, claim_id=claim.claim_id, form=FORM))
    import_desk(export_desk(session), tmp_path / "again.factdesk")
    again = Session.open(tmp_path / "again.factdesk", CHECKER)
    assert again.case(article) == session.case(article)
    again.undo()
    assert again.case(article).remarks[0].decision is Decision.OPEN
    again.close()
    assert verify(tmp_path / "again.factdesk") == ()
