"""Words are sought in the whole desk from the real window, and what is chosen is opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.search import SearchDialog
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, SHIFT, open_sample, press, select_words

WORDS = "approximately 20 close associates"


def test_a_claim_is_found_by_its_words_while_another_article_is_open(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    select_words(window, WORDS)
    press("m")
    claim, article = window.row.id, window.bench.case
    window.case_page.checklist.setFocus()
    press("z", modifier=CTRL)
    press("z", modifier=CTRL | SHIFT)
    window.bench.show(None)
    seen: list[str] = []

    def search() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SearchDialog) or not dialog.isVisible():
            return
        if not dialog.search.text():
            dialog.search.setText("close associ")
        hit = dialog.answer()
        if hit is None:
            return
        if hit.claim_id == claim or len(turns) > 9:
            timer.stop()
            seen.append(dialog.standing.text())
            QTest.keyClick(dialog.search, Qt.Key.Key_Return)
        else:
            turns.append(1)
            QTest.keyClick(dialog.search, Qt.Key.Key_Down)

    turns: list[int] = []
    timer = QTimer(window, interval=50)
    timer.timeout.connect(search)
    timer.start()
    window.actions_by_id["find-everywhere"].trigger()
    assert seen == ["2 found."]
    assert article is not None
    assert window.bench.case is not None
    assert (window.bench.case.article.id, window.row.id) == (article.article.id, claim)


def test_an_article_that_was_found_shows_all_its_places(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    article = tmp_path / "walls.txt"
    article.write_text(
        "A bridge of walls\n\nThe heron sat. It rained.\n\nA heron is a bird. Herons fly.\n", encoding="utf-8"
    )
    window.opening.paths([article])
    qtbot.waitUntil(lambda: window.bench.case is not None and not window.jobs.busy(), timeout=20_000)

    def search() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SearchDialog) and dialog.isVisible():
            if not dialog.search.text():
                dialog.search.setText("heron")
            elif dialog.answer() is not None:
                timer.stop()
                QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    timer = QTimer(window, interval=50)
    timer.timeout.connect(search)
    timer.start()
    window.actions_by_id["find-everywhere"].trigger()
    bar = window.case_page.article.search.bar
    assert bar.isVisible()
    assert (bar.field.text(), bar.count.text()) == ("heron", "1 of 3")
