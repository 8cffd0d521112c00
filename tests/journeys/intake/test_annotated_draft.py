"""An author's annotated Word file at the window: its notes come in with it and become evidence by a person's hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.readers.formats import read_file
from factdesk.work.edits.article import AddArticle
from factdesk.work.intake import propose
from factdesk.work.jobs import Unwatched
from factdesk.work.verification import verify
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, open_sample, press, rows, select_words
from tests.unit.readers.papers.make import MADE


def test_an_authors_comment_is_taken_as_evidence_and_undone(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = open_sample(qtbot, window)
    session = window.bench.session
    assert session is not None
    add = AddArticle(intake=propose(read_file(MADE / "pandoc.docx"), Unwatched()))
    session.run(add)
    window.bench.show(add.article_id)
    select_words(window, "Twelve ships passed in its first year")
    press("m")
    claim = window.row.id
    pane = window.case_page.claim
    pane.claim.turn_to(1)
    QApplication.processEvents()
    (offer,) = pane.claim.sources.proposed
    assert offer.text.text() == "Who counted them?"
    QTest.mouseClick(offer.take, Qt.MouseButton.LeftButton)
    tie = "SELECT claim_id, title, person, bearing FROM evidence JOIN source ON source.id = source_id"
    assert rows(path, tie) == [(claim, "Who counted them?", "CD", "context")]
    assert rows(path, "SELECT decision FROM remark WHERE kind = 'comment'") == [("accepted",)]
    assert pane.claim.sources.proposed == []
    window.case_page.checklist.setFocus()
    press("z", modifier=CTRL)
    assert rows(path, tie) == []
    assert len(pane.claim.sources.proposed) == 1
    assert verify(path) == ()
