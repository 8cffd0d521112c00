"""A desk of the test's own with one article in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk.model.ids import ArticleId
from factdesk.store import connection as opening
from factdesk.text.anchor import anchor_of
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import MarkClaim
from factdesk.work.session import Session
from tests.desks import CHECKER, SCALE, SENTENCES, TEXT, intake
from tests.elsewhere import in_memory


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session.create(tmp_path / "dam.factdesk", CHECKER, SCALE)
    yield session
    session.close()


@pytest.fixture
def article(session: Session) -> ArticleId:
    add = AddArticle(intake=intake())
    session.run(add)
    return add.article_id


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy desk is waited for a moment only."""
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)


@pytest.fixture
def claim(session: Session, article: ArticleId) -> MarkClaim:
    """A claim made by hand of the first sentence."""
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(mark)
    return mark


@pytest.fixture
def closed_desk(session: Session, claim: MarkClaim) -> Path:
    """A desk with work in it that nobody has open."""
    session.close()
    return session.path


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where there is one: much is asked of the record and nothing of the disk."""
    with in_memory() as folder:
        yield folder
