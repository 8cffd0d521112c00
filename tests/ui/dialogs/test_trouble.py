"""Known trouble is told in three sentences; a mistake of ours tells the makers enough and betrays nothing."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from factdesk.errors import DeskBusyError, DiskFullError, NewerDeskError
from factdesk.ui import last_resort
from factdesk.ui.dialogs.bug import BugDialog
from factdesk.ui.dialogs.help.about import LIBRARIES, AboutDialog
from factdesk.ui.dialogs.help.first_steps import FirstSteps
from factdesk.ui.dialogs.losing import LosingDialog
from factdesk.ui.dialogs.outdated import OutdatedDialog
from factdesk.ui.dialogs.trouble import TroubleDialog, sentence
from factdesk.ui.last_resort import LastResort, install_last_resort, log_file, report_text
from tests.ui.walk import assert_walkable, press, show

SECRET = "the minister took nine million"


@pytest.fixture
def resort(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[LastResort]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    resort = install_last_resort(qapp)
    yield resort
    log = logging.getLogger("factdesk")
    for handler in tuple(log.handlers):
        handler.close()
        log.removeHandler(handler)
    log.propagate = True
    resort.deleteLater()


def a_mistake() -> Exception:
    try:
        try:
            dict[str, str]()[SECRET]
        except KeyError as error:
            raise ValueError(f"cannot find {SECRET}") from error
    except ValueError as error:
        return error
    raise AssertionError


def make(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_trouble_is_told_with_its_remedy(qtbot: QtBot) -> None:
    dialog = TroubleDialog(DeskBusyError("The change was not kept", "another program holds the desk", "Try again."))
    show(qtbot, dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert said == ["The change was not kept.", "Another program holds the desk.", "Try again."]
    assert_walkable(qtbot, dialog)


def test_words_that_would_be_lost_are_shown_with_three_answers_and_the_safe_one_first(qtbot: QtBot) -> None:
    error = DiskFullError("What you typed was not kept", "the disk is full", "Free some space.")
    dialog = LosingDialog(error, ("Asked the harbour mas", "Two weeks"))
    show(qtbot, dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert said[:2] == ["What you typed was not kept.", "The disk is full."]
    assert said[2] == "Free some space. If you close now, these words are lost."
    assert [one.text() for one in (dialog.copy_button, dialog.leave, dialog.stay, dialog.again)] == [
        "Copy the words", "Close anyway", "Go on working", "Try again",
    ]  # fmt: skip
    assert_walkable(qtbot, dialog)


@pytest.mark.parametrize("typed", [(), ("Asked the harbour mas", "Two weeks")])
def test_a_desk_beyond_this_factdesk_is_told_with_the_words_that_were_not_kept(
    qtbot: QtBot, typed: tuple[str, ...]
) -> None:
    error = NewerDeskError("This window writes no more", "a later FactDesk was here", "Install the newest FactDesk.")
    dialog = OutdatedDialog(error, typed)
    show(qtbot, dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert said[:2] == ["This window writes no more.", "A later FactDesk was here."]
    if typed:
        assert dialog.typed.toPlainText() == "Asked the harbour mas\n\nTwo weeks"
        dialog.copy_button.click()
        assert QApplication.clipboard().text() == dialog.typed.toPlainText()
    assert_walkable(qtbot, dialog)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("it is full", "It is full."),
        ("“a.txt” is empty", "“a.txt” is empty."),
        ("/tmp/x is gone.", "/tmp/x is gone."),
        ("", "."),
    ],
)
def test_a_cause_becomes_a_sentence(words: str, shown: str) -> None:
    assert sentence(words) == shown


def test_a_report_names_the_way_there_and_not_one_word_of_the_article(qtbot: QtBot) -> None:
    text = report_text(a_mistake())
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "test_trouble.py" in text
    assert not any(word in text for word in SECRET.split() if len(word) > 3)
    assert str(Path.home()) not in text


def test_a_mistake_with_the_article_all_over_it_betrays_none_of_it(tmp_path: Path) -> None:
    """In messages, notes, a group, values of variables, and in the names of the folders of a script at home."""
    script = tmp_path / "Dana Doe" / "minister nine" / "own.py"
    script.parent.mkdir(parents=True)
    script.write_text("def stumble(words):\n    held = words * 3\n    raise LookupError(held)\n")
    room: dict[str, object] = {}
    exec(compile(script.read_text(), str(script), "exec"), room)
    try:
        try:
            room["stumble"](SECRET)  # type: ignore[operator]
        except LookupError as error:
            error.add_note(SECRET)
            raise ExceptionGroup(SECRET, [error, ValueError(SECRET)]) from error
    except ExceptionGroup as error:
        text = report_text(error)
    assert "own.py:3 stumble" in text
    assert "builtins.LookupError" in text
    for word in ("minister", "million", "Dana", str(tmp_path)):
        assert word not in text


def test_a_mistake_is_shown_once_and_all_of_them_are_logged(qtbot: QtBot, resort: LastResort) -> None:
    with qtbot.waitSignal(resort.shown) as shown:
        make(a_mistake())
    (dialog,) = shown.args or []
    assert isinstance(dialog, BugDialog)
    qtbot.addWidget(dialog)
    with qtbot.assertNotEmitted(resort.shown):
        make(a_mistake())
    assert log_file().read_text().count("builtins.ValueError") == 2
    assert "minister" not in log_file().read_text()
    dialog.close_button.click()
    with qtbot.waitSignal(resort.shown) as again:
        make(a_mistake())
    qtbot.addWidget(again.args[0])


def test_a_mistake_in_another_thread_is_shown_in_the_window(qtbot: QtBot, resort: LastResort) -> None:
    def stumble() -> None:
        raise a_mistake()

    with qtbot.waitSignal(resort.shown) as shown:
        thread = threading.Thread(target=stumble)
        thread.start()
    thread.join()
    qtbot.addWidget(shown.args[0])


def test_where_no_log_can_be_written_mistakes_are_shown_all_the_same(
    qtbot: QtBot, resort: LastResort, home: Path
) -> None:
    (home / "state").rmdir()
    (home / "state").touch()
    with qtbot.waitSignal(resort.shown) as shown:
        make(a_mistake())
    qtbot.addWidget(shown.args[0])


def test_known_trouble_that_nobody_caught_is_no_mistake(qtbot: QtBot, resort: LastResort) -> None:
    with qtbot.waitSignal(resort.shown) as shown:
        make(DeskBusyError("The change was not kept", "another program holds the desk", "Try again."))
    (dialog,) = shown.args or []
    assert isinstance(dialog, TroubleDialog)
    qtbot.addWidget(dialog)


def test_the_log_does_not_grow_without_end(qtbot: QtBot, resort: LastResort) -> None:
    with qtbot.waitSignal(resort.shown) as shown:
        make(a_mistake())
    qtbot.addWidget(shown.args[0])
    for _ in range(2500):
        logging.getLogger("factdesk").error("x" * 400)
    sizes = [path.stat().st_size for path in log_file().parent.iterdir()]
    assert len(sizes) == last_resort.LOG_FILES
    assert max(sizes) <= last_resort.LOG_BYTES


def test_the_text_to_send_is_copied(qtbot: QtBot) -> None:
    dialog = BugDialog("FactDesk 0.1\nbuiltins.ValueError")
    show(qtbot, dialog)
    assert "Your work is kept" in dialog.accessibleDescription()
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == "FactDesk 0.1\nbuiltins.ValueError"
    assert_walkable(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.close_button.setFocus()
        press(qtbot, Qt.Key.Key_Return)


def test_first_steps_name_the_keys_that_hold_and_lead_to_the_sample(qtbot: QtBot) -> None:
    dialog = FirstSteps()
    show(qtbot, dialog)
    told = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for keys in (
        "Ctrl+O",
        "Ctrl+Shift+V",
        "J, K",
        "A makes",
        "O and a letter",
        "W and a letter",
        "Ctrl+Z",
        "Ctrl+P",
        "F1",
    ):
        assert keys in told, keys
    assert "{" not in told
    assert_walkable(qtbot, dialog)
    next(one for one in dialog.findChildren(QPushButton) if "sample" in one.text()).click()
    assert dialog.result() == FirstSteps.SAMPLE


def test_about_names_the_licence_and_every_library_with_its_version(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    show(qtbot, dialog)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "MIT licence" in said
    for library in LIBRARIES:
        assert f"{library} " in said
    assert_walkable(qtbot, dialog)
