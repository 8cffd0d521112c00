"""Steps taken for a whole article at once, by the command line and by the window's first opening."""

from __future__ import annotations

import hashlib

from factdesk.model.case import Case
from factdesk.model.ids import ArticleId
from factdesk.model.suggestion import Decision
from factdesk.rules.numbering import numbers
from factdesk.text.anchor import anchor_of
from factdesk.work.edits.article import AddArticle, Intake
from factdesk.work.edits.claim import FixNumbers
from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions
from factdesk.work.session import Session


def take_in(session: Session, intake: Intake) -> ArticleId:
    """Add an article as it is proposed; one whose very bytes the desk holds already is not added twice."""
    known = session.article_with(hashlib.sha256(intake.draft.original).hexdigest())
    if known is not None:
        return known
    edit = AddArticle(intake=intake)
    session.run(edit)
    return edit.article_id


def accept_claims(session: Session, article: ArticleId) -> int:
    """Accept every open suggestion that becomes a claim, recorded as done in bulk; returns how many there were."""
    case = session.case(article)
    wanted = [s for s in case.suggestions if s.decision is Decision.OPEN and s.becomes_claim]
    accepted = tuple(Acceptance(suggestion_id=s.id, anchor=anchor_of(case.version.text, s.span)) for s in wanted)
    if accepted:
        session.run(AcceptSuggestions(accepted=accepted, in_bulk=True))
    return len(accepted)


def fix_numbers(session: Session, article: ArticleId) -> None:
    """Fix the numbers of claims that are printed for the first time, where any are and the desk is not only read."""
    edit = None if session.found else numbers_to_fix(session.case(article))
    if edit is not None:
        session.run(edit)


def numbers_to_fix(case: Case) -> FixNumbers | None:
    """Return the edit that fixes numbers that are printed for the first time; None where all are fixed."""
    found = numbers(case.claims)
    new = tuple((claim.id, found[claim.id]) for claim in case.claims if not claim.fixed_number)
    return FixNumbers(article_id=case.article.id, numbers=new) if new else None
