"""An article in an encoding that nothing tells: asked for, chosen in the dialog, read anew, kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.case import Case
from factdesk.ui.dialogs.details_form import DetailsForm
from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from factdesk.ui.dialogs.intake.encoding import EncodingChoice
from factdesk.ui.window.main_window import MainWindow
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
        choice = dialog.findChildren(EncodingChoice)[0]
        assert choice.isVisible()
        next(one for one in choice.menu().actions() if one.data() == codec).trigger()

    return deed


def take(dialog: IntakeDialog) -> None:
    assert dialog.take.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def on_the_bench(window: MainWindow) -> Case:
    assert window.bench.case is not None
    return window.bench.case


def test_where_nothing_fits_the_dialog_asks_and_what_is_chosen_is_what_the_desk_holds(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    window = start()
    open_sample(qtbot, window)
    path = tmp_path / "bridge.txt"
    path.write_bytes(WORDS.encode("koi8-r"))

    def asked(dialog: IntakeDialog) -> None:
        assert not dialog.take.isEnabled()
        assert "choose the encoding" in dialog.findChildren(EncodingChoice)[0].text()
        choose("koi8-r")(dialog)

    at_each_dialog(asked, take)
    window.rooms.intake.open(path)
    qtbot.waitUntil(lambda: window.bench.case is not None and window.bench.case.version.text == WORDS, timeout=20_000)


def test_a_reading_that_looked_certain_is_changed_and_changed_back(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    open_sample(qtbot, window)
    path = tmp_path / "café.txt"
    path.write_bytes(WESTERN.encode("cp1252"))
    told: list[str] = []

    def look(dialog: IntakeDialog) -> None:
        told.append(dialog.findChildren(EncodingChoice)[0].text())
        choose("cp1250" if len(told) == 1 else "cp1252")(dialog)

    at_each_dialog(look, look, take)
    window.rooms.intake.open(path)
    qtbot.waitUntil(lambda: window.bench.case is not None and window.bench.case.version.text == WESTERN, timeout=20_000)
    assert told == ["Western European (Windows-1252) ▾", "Central European (Windows-1250) ▾"]


def test_what_was_typed_stays_when_the_encoding_is_changed(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    open_sample(qtbot, window)
    path = tmp_path / "café.txt"
    path.write_bytes(WESTERN.encode("cp1252"))
    found: list[tuple[str, str, str]] = []

    def type_and_change(dialog: IntakeDialog) -> None:
        form = dialog.findChildren(DetailsForm)[0]
        form.field("byline").setText("Jo Field")
        form.language.setCurrentIndex(form.language.findData("fr"))
        choose("cp1250")(dialog)

    def look(dialog: IntakeDialog) -> None:
        form = dialog.findChildren(DetailsForm)[0]
        found.append((form.details().byline, form.details().language, form.details().title))
        take(dialog)

    at_each_dialog(type_and_change, look)
    window.rooms.intake.open(path)
    qtbot.waitUntil(lambda: window.bench.case is not None and "caf" in window.bench.case.version.text, timeout=20_000)
    assert found[0][:2] == ("Jo Field", "fr")
    assert found[0][2].startswith("The caf"), "what was not typed is proposed anew"
    assert on_the_bench(window).article.details.byline == "Jo Field"


def test_an_article_of_the_desk_is_read_anew_as_a_version(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    open_sample(qtbot, window)
    path = tmp_path / "café.txt"
    path.write_bytes(WESTERN.encode("cp1252"))
    window.rooms.intake.open(path)
    at_each_dialog(take)
    qtbot.waitUntil(lambda: window.bench.case is not None and window.bench.case.version.text == WESTERN, timeout=20_000)
    first = on_the_bench(window).article

    def asked(dialog: IntakeDialog) -> None:
        assert not dialog.take.isEnabled()
        choose("cp1250")(dialog)

    at_each_dialog(asked, take)
    window.actions_by_id["another-encoding"].trigger()
    qtbot.waitUntil(lambda: on_the_bench(window).version.number == 2, timeout=20_000)
    case = on_the_bench(window)
    assert case.version.text == WESTERN.encode("cp1252").decode("cp1250")
    assert (case.article.id, case.article.details.title) == (first.id, first.details.title)


def test_words_that_were_pasted_say_that_they_have_no_encoding(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    said: list[str] = []
    window.rooms.intake.said.connect(said.append)
    QApplication.clipboard().setText(WESTERN)
    at_each_dialog(take)
    window.rooms.intake.paste()
    qtbot.waitUntil(lambda: window.bench.case is not None and window.bench.case.version.text == WESTERN, timeout=20_000)
    window.actions_by_id["another-encoding"].trigger()
    assert said[-1].startswith("This article came as words")


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


@pytest.mark.parametrize(
    ("verb", "listed"),
    [
        (("score",), "администрация"),
        (("registers",), '"Мост будет закрыт"'),
        (("report", "--to", "out.md"), "администрация"),
    ],
)
def test_every_verb_that_reads_a_file_takes_its_encoding_and_asks_for_it(
    tmp_path: Path, verb: tuple[str, ...], listed: str
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_bytes(f'{WORDS} "Мост будет закрыт".'.encode("koi8-r"))

    def ask(*more: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "factdesk", verb[0], str(path), *verb[1:], *more)
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=60, cwd=tmp_path, env=os.environ
        )

    refused = ask()
    assert (refused.returncode, refused.stdout) == (3, "")
    assert "--encoding" in refused.stderr
    told = ask("--encoding", "koi8-r")
    assert told.returncode == 0
    page = tmp_path / "out.md"
    said = page.read_text(encoding="utf-8") if page.exists() else told.stdout
    assert listed in said
