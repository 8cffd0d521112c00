"""Backups taken while the window works, and one put back."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factdesk.errors import FactDeskError
from factdesk.store.connection import BUSY_SECONDS
from factdesk.ui.dialogs.restore import RestoreDialog
from factdesk.ui.dialogs.trouble import TroubleDialog
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.backup import backups, folder_of
from factdesk.work.verification import verify
from tests.desks import logical
from tests.elsewhere import held_by_another_program
from tests.journeys.conftest import Start
from tests.journeys.hands import accept_when_it_comes, open_sample, press, when_it_comes


def begun_and_backed_up(qtbot: QtBot, window: MainWindow) -> Path:
    """The sample's desk, after some steps and a backup of them."""
    path = open_sample(qtbot, window)
    press("a", "a", "a")
    window.actions_by_id["backup"].trigger()
    qtbot.waitUntil(lambda: len(backups(folder_of(path))) == 1)
    return path


def test_a_backup_is_restored_and_the_desk_of_before_is_kept(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = begun_and_backed_up(qtbot, window)
    wanted = logical(path)
    press("a", "a")
    later = logical(path)
    assert later != wanted

    accept_when_it_comes(RestoreDialog)
    window.actions_by_id["restore"].trigger()
    qtbot.waitUntil(lambda: window.bench.case is not None)  # the window goes on with the restored desk
    assert logical(path) == wanted
    assert not window.actions_by_id["undo"].isEnabled(), "undo does not go past a restore"
    assert verify(path) == ()
    newest = backups(folder_of(path))[0]
    assert newest.reason == "before-restore"
    assert logical(newest.path) == later


def test_a_restore_that_waits_for_another_program_can_be_stopped_and_the_desk_is_as_it_was(
    qtbot: QtBot, start: Start
) -> None:
    window = start()
    path = begun_and_backed_up(qtbot, window)
    press("a")
    before, troubles = logical(path), list[FactDeskError]()
    window.bench.trouble.connect(troubles.append)
    with held_by_another_program(path):
        accept_when_it_comes(RestoreDialog)
        window.actions_by_id["restore"].trigger()
        qtbot.waitUntil(window.job_bar.cancel_button.isVisible)
        assert window.bench.session is None
        began = monotonic()
        window.job_bar.cancel_button.click()
        qtbot.waitUntil(lambda: window.bench.case is not None, timeout=4_000)
        assert monotonic() - began < BUSY_SECONDS / 2, "nobody waits for the other program"
    assert troubles == [] and logical(path) == before and verify(path) == ()
    assert len(backups(folder_of(path))) == 1


def test_a_damaged_desk_is_refused_in_words_and_can_be_restored(qtbot: QtBot, start: Start) -> None:
    window = start()
    path = begun_and_backed_up(qtbot, window)
    wanted = logical(path)
    window.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    again = start()
    accept_when_it_comes(TroubleDialog)
    assert not again.desks.open(path)
    accept_when_it_comes(RestoreDialog)
    again.actions_by_id["restore"].trigger()
    qtbot.waitUntil(lambda: again.bench.case is not None)
    assert logical(path) == wanted
    assert list(folder_of(path).glob("*damaged*")), "the damaged file is kept"
    QApplication.sendPostedEvents()
    again.case_page.checklist.setFocus(Qt.FocusReason.OtherFocusReason)


def test_a_desk_in_a_synced_folder_is_opened_in_the_safe_way_and_the_window_says_so(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    path = open_sample(qtbot, window)
    press("a")
    window.close()
    synced = tmp_path / "Dropbox" / "desk.factdesk"
    synced.parent.mkdir()
    synced.write_bytes(path.read_bytes())
    again = start()
    said: list[str] = []
    again.desks.said.connect(said.append)
    assert again.desks.open(synced)
    (notice,) = said
    assert "locked while it is open here" in notice and "Dropbox" in notice
    assert not synced.with_name("desk.factdesk-wal").exists()


def test_the_window_says_that_its_desk_was_taken_away_and_goes_on_when_it_is_back(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    path = open_sample(qtbot, window)

    def has_the_keys() -> bool:
        window.activateWindow()
        window.case_page.checklist.setFocus()
        return QApplication.focusWidget() is not None

    qtbot.waitUntil(has_the_keys)
    before = logical(path)
    path.rename(tmp_path / "elsewhere.factdesk")
    told: list[str] = []

    def hear(dialog: TroubleDialog) -> None:
        told.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        dialog.accept()

    when_it_comes(TroubleDialog, hear)
    press("a")
    qtbot.waitUntil(lambda: bool(told))
    assert "moved, deleted or replaced" in told[0] and "Save a copy" in told[0]
    (tmp_path / "elsewhere.factdesk").rename(path)
    assert logical(path) == before
    qtbot.waitUntil(has_the_keys)
    press("a")
    assert logical(path) != before
