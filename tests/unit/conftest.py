"""A desk of the test's own with one article in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk.model.ids import ArticleId
from factdesk.work.edits.article import AddArticle
from factdesk.work.session import Session
from tests.desks import CHECKER, SCALE, intake


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
