"""Steps that wait while another program writes: seen on their rows, asked for once, and told of together."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factdesk.errors import FactDeskError
from factdesk.store import connection as opening
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.verification import verify
from tests.elsewhere import held_by_another_program
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press, rows, when_it_comes
from tests.ui.walk import in_front


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    opened = start()
    open_sample(qtbot, opened)
    opened.furnish()
    return opened


def spoken(window: MainWindow) -> str:
    return window.case_page.checklist.spoken()


def path_of(window: MainWindow) -> Path:
    assert window.bench.session is not None
    return window.bench.session.path


def test_who_decides_goes_on_while_that_waits_and_the_row_says_so(qtbot: QtBot, window: MainWindow) -> None:
    path, troubles = path_of(window), list[FactDeskError]()
    window.bench.trouble.connect(troubles.append)
    accepted, before = window.row.id, spoken(window)
    with held_by_another_program(path):
        press("a")
        other = window.row.id
        assert window.bench.about == {accepted} and other != accepted
        press("k")
        assert window.row.id == accepted
        line = window.case_page.checklist.list.line()
        assert line is not None
        assert window.case_page.checklist.list.rows.row(line).state_words == "⋯ being kept"
        assert "⋯ being kept" in spoken(window) and "⋯ being kept" not in before
        press("a")
        assert window.foot.currentMessage() == "This is being kept already. J goes on to the next row."
        press("j")
        press("a")
        assert window.bench.about == {accepted, other}
        assert window.row.id not in {accepted, other}, "rows that are being decided are left out"
    qtbot.waitUntil(lambda: not window.bench.about and not window.jobs.busy(), timeout=10_000)
    assert "being kept" not in spoken(window)
    decided = rows(path, "SELECT id FROM suggestion WHERE decision = 'accepted'")
    assert {one for (one,) in decided} == {accepted, other}
    assert troubles == [] and verify(path) == ()


def test_steps_that_waited_in_vain_are_told_of_in_one_box(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.3)
    boxes, path = list[list[str]](), path_of(window)

    def read(dialog: TroubleDialog) -> None:
        in_front(qtbot, dialog)
        boxes.append([label.text() for label in dialog.findChildren(QLabel)])
        dialog.accept()

    with held_by_another_program(path):
        for key in ("a", "j", "a", "j", "a"):
            press(key)
        when_it_comes(TroubleDialog, read)
        qtbot.waitUntil(lambda: bool(boxes) and not window.bench.about, timeout=20_000)
        qtbot.wait(600)
        assert QApplication.activeModalWidget() is None
    ((title, why, remedy),) = boxes
    assert title == "3 steps that waited were not kept."
    assert why.count("another program holds") == 3 and why.count("Accept suggestion:") == 3
    assert remedy
    assert rows(path, "SELECT count(*) FROM suggestion WHERE decision = 'accepted'") == [(0,)]


def test_the_sample_that_is_asked_for_while_a_step_waits_comes_after_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert window.desks.make(tmp_path / "mine.factdesk")
    window.rooms.intake.open_as_proposed(_article(tmp_path))
    qtbot.waitUntil(lambda: window.bench.case is not None)
    path = path_of(window)
    window.case_page.checklist.setFocus()
    accepted = window.row.id
    with held_by_another_program(path):
        press("a")
        window.commands["sample"]()
        assert path_of(window) == path
    qtbot.waitUntil(lambda: path_of(window) != path and window.bench.case is not None, timeout=20_000)
    assert window.bench.case is not None and window.bench.case.article.details.title
    assert rows(path, "SELECT id FROM suggestion WHERE decision = 'accepted'") == [(accepted,)]


def _article(folder: Path) -> Path:
    path = folder / "dam.txt"
    path.write_text("The dam\n\nThe dam is 41 metres high. It was built in 1911.\n", encoding="utf-8")
    return path
