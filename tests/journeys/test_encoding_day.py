"""An article in an encoding that nothing tells: asked for, chosen in the dialog, read anew, kept."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.encoding import EncodingChoice
from factdesk.ui.dialogs.intake import IntakeDialog
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample

WORDS = "Мост закрыт после проверки, сообщила администрация порта в понедельник."
WESTERN = "The café closed on Monday. The bridge, too, was shut by the port’s own people."


def at_each_dialog(*deeds: Callable[[IntakeDialog], None]) -> None:
    """Do one deed in each intake dialog that comes, in turn."""
    left = list(deeds)
    seen: list[IntakeDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, IntakeDialog) and dialog.isVisible() and dialog not in seen:
            seen.append(dialog)
            if len(left) == 1:
                timer.stop()
            left.pop(0)(dialog)

    timer = QTimer(QApplication.instance(), interval=50)
    timer.timeout.connect(look)
    timer.start()


def choose(codec: str) -> Callable[[IntakeDialog], None]:
    """Pick an encoding in the menu of a dialog."""

    def deed(dialog: IntakeDialog) -> None:
        choice = dialog.findChildren(EncodingChoice)[0].choice
        assert choice.isVisible()
        next(one for one in choice.menu().actions() if one.data() == codec).trigger()

    return deed


def take(dialog: IntakeDialog) -> None:
    assert dialog.take.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_where_nothing_fits_the_dialog_asks_and_what_is_chosen_is_what_the_desk_holds(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    open_sample(qtbot, window)
    path = tmp_path / "bridge.txt"
    path.write_bytes(WORDS.encode("koi8-r"))

    def asked(dialog: IntakeDialog) -> None:
        assert not dialog.take.isEnabled()
        assert "choose the encoding" in dialog.findChildren(EncodingChoice)[0].choice.text()
        choose("koi8-r")(dialog)

    at_each_dialog(asked, take)
    window.intake.open(path)
    qtbot.waitUntil(lambda: window.bench.case is not None and window.bench.case.version.text == WORDS, timeout=20_000)


def test_a_reading_that_looked_certain_is_changed_and_changed_back(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    open_sample(qtbot, window)
    path = tmp_path / "café.txt"
    path.write_bytes(WESTERN.encode("cp1252"))
    told: list[str] = []

    def look(dialog: IntakeDialog) -> None:
        told.append(dialog.findChildren(EncodingChoice)[0].choice.text())
        choose("cp1250" if len(told) == 1 else "cp1252")(dialog)

    at_each_dialog(look, look, take)
    window.intake.open(path)
    qtbot.waitUntil(lambda: window.bench.case is not None and window.bench.case.version.text == WESTERN, timeout=20_000)
    assert told == ["Western European (Windows-1252) ▾", "Central European (Windows-1250) ▾"]


def test_check_reads_in_the_encoding_that_is_named_and_asks_for_it_where_none_fits(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_bytes(WORDS.encode("koi8-r"))

    def check(*more: str) -> subprocess.CompletedProcess[str]:
        verb = (sys.executable, "-m", "factdesk", "check", str(path), "--json", *more)
        return subprocess.run(verb, capture_output=True, text=True, encoding="utf-8", timeout=60)

    refused = check()
    assert (refused.returncode, refused.stdout) == (3, "")
    assert "--encoding" in refused.stderr
    draft = json.loads(check("--encoding", "KOI8-R").stdout)["draft"]
    assert (draft["text"], draft["encoding"]) == (WORDS, "koi8-r")
    assert check("--encoding", "no-such").returncode == 3
