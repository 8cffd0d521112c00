"""Words that cannot be kept (a full disk, a desk that is away): told without a box, and lost only if given up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.errors import FactDeskError
from factdesk.ui.dialogs.losing import LosingDialog
from factdesk.ui.window.bench.half_typed import AGAIN_MS, TYPING_MS
from factdesk.ui.window.frame.notices import Notice
from factdesk.ui.window.main_window import MainWindow
from factdesk.work.verification import verify
from tests.elsewhere import fill, small_disk
from tests.journeys.conftest import Start
from tests.journeys.hands import open_sample, press, rows, select_words, when_it_comes, write
from tests.ui.walk import in_front

WORDS = "Nobody counted them."


class Desk:
    """A window on the sample with the caret in the rationale of a claim; what troubles it tells in boxes."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.path = open_sample(qtbot, window)
        self.troubles: list[FactDeskError] = []
        window.bench.trouble.connect(self.troubles.append)
        select_words(window, "widespread protests")
        press("m")
        press("e")

    @property
    def notice(self) -> Notice | None:
        """What is told above the article of words that are not kept."""
        return self.window.notices.notice("not kept")

    @property
    def tells(self) -> bool:
        """Whether it is told."""
        return self.notice is not None

    @property
    def typing(self) -> list[str]:
        """Half-typed words on the disk."""
        return [words for (words,) in rows(self.path, "SELECT text FROM typing")]

    @contextmanager
    def away(self) -> Iterator[None]:
        """The file is somewhere else."""
        elsewhere = self.path.with_name("elsewhere")
        self.path.rename(elsewhere)
        try:
            yield
        finally:
            if elsewhere.exists():
                elsewhere.rename(self.path)

    def told(self) -> None:
        """Wait until it is told that words are not kept."""
        self.qtbot.waitUntil(lambda: self.tells)


@pytest.fixture
def desk(qtbot: QtBot, start: Start) -> Desk:
    return Desk(qtbot, start())


def test_whoever_types_is_told_above_the_article_and_no_box_takes_a_key(qtbot: QtBot, desk: Desk) -> None:
    field = desk.window.case_page.claim.claim.rationale.field
    with desk.away():
        write("Nobody counted")
        desk.told()
        assert desk.notice is not None and "What you typed was not kept" in desk.notice.words.text()
        assert QApplication.activeModalWidget() is None and field.hasFocus()
        write(" them.")
        qtbot.wait(AGAIN_MS + TYPING_MS)
        assert field.words() == WORDS
        assert "what you typed is not kept" in desk.window.foot.standing.text()
        assert "all changes kept" not in desk.window.foot.standing.text()
        desk.notice.buttons[0].click()
        assert QApplication.clipboard().text() == WORDS
    desk.qtbot.waitUntil(lambda: desk.typing == [WORDS], timeout=10_000)
    assert not desk.tells and "all changes kept" in desk.window.foot.standing.text()
    assert desk.troubles == []
    with desk.away():
        write(" Ever.")
        desk.told()


def test_words_that_are_not_kept_are_in_their_field_when_one_comes_back(qtbot: QtBot, desk: Desk) -> None:
    field, row, first = desk.window.case_page.claim.claim.rationale.field, desk.window.row, desk.window.row.id
    select_words(desk.window, "Recent reports")
    press("m")
    second = row.id
    row.go("claim", first)
    press("e")
    with desk.away():
        write(WORDS)
        desk.told()
        row.go("claim", second)
        assert field.words() == ""
        row.go("claim", first)
        assert field.words() == WORDS
    written = f"SELECT rationale FROM claim WHERE id = '{first}'"
    qtbot.waitUntil(lambda: rows(desk.path, written) == [(WORDS,)], timeout=10_000)


def test_what_is_filled_in_meanwhile_becomes_a_step_when_it_can(qtbot: QtBot, desk: Desk) -> None:
    with desk.away():
        write(WORDS)
        desk.told()
        press(Qt.Key.Key_Escape)
        assert desk.troubles == [], "it is told already"
    assert desk.notice is not None
    desk.notice.buttons[1].click()
    qtbot.waitUntil(lambda: rows(desk.path, "SELECT rationale FROM claim") == [(WORDS,)])
    assert desk.typing == []


def test_a_window_that_is_closed_asks_first_and_stays_where_nothing_else_is_said(qtbot: QtBot, desk: Desk) -> None:
    asked: list[str] = []

    def stay(dialog: LosingDialog) -> None:
        in_front(qtbot, dialog)
        asked.append(dialog.typed.toPlainText())
        assert dialog.again.isDefault() and dialog.again.hasFocus(), "the safe answer is the one Enter gives"
        dialog.copy_button.click()
        press(Qt.Key.Key_Escape)

    with desk.away():
        write(WORDS)
        when_it_comes(LosingDialog, stay)
        assert not desk.window.close()
        assert asked == [WORDS] and QApplication.clipboard().text() == WORDS
        assert desk.window.isVisible() and desk.window.bench.session is not None
    assert desk.troubles == []
    qtbot.waitUntil(lambda: rows(desk.path, "SELECT rationale FROM claim") == [(WORDS,)], timeout=10_000)


def test_trying_again_closes_once_the_words_are_kept(qtbot: QtBot, desk: Desk) -> None:
    elsewhere = desk.path.with_name("elsewhere")

    def bring_it_back_and_try(dialog: LosingDialog) -> None:
        elsewhere.rename(desk.path)
        in_front(qtbot, dialog)
        press(Qt.Key.Key_Return)

    with desk.away():
        write(WORDS)
        when_it_comes(LosingDialog, bring_it_back_and_try)
        assert desk.window.close()
    assert rows(desk.path, "SELECT rationale FROM claim") == [(WORDS,)], "as they would have been without trouble"
    assert desk.typing == [] and desk.troubles == []


def test_words_are_given_up_where_the_person_says_so_and_no_second_box_comes(desk: Desk) -> None:
    with desk.away():
        write(WORDS)
        when_it_comes(LosingDialog, lambda dialog: dialog.leave.click())
        assert desk.window.close()
    assert desk.typing == [] and desk.troubles == []


def test_another_desk_is_not_opened_over_words_that_cannot_be_kept(desk: Desk, tmp_path: Path) -> None:
    with desk.away():
        write(WORDS)
        desk.told()
        when_it_comes(LosingDialog, lambda dialog: dialog.stay.click())
        assert not desk.window.desks.make(tmp_path / "new.factdesk")
        assert desk.window.bench.session is not None and desk.window.bench.session.path == desk.path


def test_on_a_full_disk_nothing_is_lost_until_there_is_room(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    with small_disk(tmp_path, 16 << 20) as disk:
        if disk is None:
            return  # this user may not mount one
        window = start()
        assert window.desks.make(disk / "full.factdesk")
        window.rooms.intake.open_as_proposed(_article(tmp_path))
        qtbot.waitUntil(lambda: window.bench.case is not None)
        select_words(window, "The dam is 41 metres high.")
        press("m")
        press("e")
        filler = fill(disk)
        write(WORDS * 400)
        qtbot.waitUntil(lambda: window.notices.notice("not kept") is not None, timeout=10_000)
        asked: list[str] = []

        def make_room_and_try(dialog: LosingDialog) -> None:
            asked.append(dialog.accessibleDescription())
            filler.unlink()
            dialog.again.click()

        when_it_comes(LosingDialog, make_room_and_try)
        assert window.close()
        assert "is full" in asked[0]
        assert rows(disk / "full.factdesk", "SELECT rationale FROM claim") == [(WORDS * 400,)]
        assert verify(disk / "full.factdesk") == ()


def _article(folder: Path) -> Path:
    path = folder / "dam.txt"
    path.write_text("The dam\n\nThe dam is 41 metres high. It was built in 1911.\n", encoding="utf-8")
    return path
