"""What is accepted for a whole article at once says so in the record, from which the report prints it."""

from __future__ import annotations

from factdesk.model.ids import ArticleId
from factdesk.work.bulk import accept_claims
from factdesk.work.session import Session


def test_claims_accepted_together_are_recorded_as_accepted_in_bulk(session: Session, article: ArticleId) -> None:
    proposed = len(session.case(article).suggestions)
    assert accept_claims(session, article) == proposed > 0
    case = session.case(article)
    assert [claim.origin for claim in case.claims] == ["in-bulk"] * proposed
    assert [one.in_bulk for one in case.suggestions] == [True] * proposed
    assert accept_claims(session, article) == 0
