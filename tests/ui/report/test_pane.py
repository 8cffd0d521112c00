"""The report in the window: the very pages that print, drawn when they are seen."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factdesk.errors import ReportError
from factdesk.ui.jobs import RunningJob
from factdesk.ui.report.page_view import FIT, GAP, LEVELS, WIDEST
from factdesk.ui.report.pages import Pages
from factdesk.ui.report.pane import ReportPane
from factdesk.work.jobs import Watch, step
from tests.ui.report.pdfs import a_pdf
from tests.ui.walk import assert_walkable, press, show

WORDS = tuple(f"Sheet {n}: nine metres of flood" for n in range(1, 31))


@pytest.fixture
def pane(qtbot: QtBot) -> ReportPane:
    pane = ReportPane()
    pane.resize(900, 700)
    show(qtbot, pane)
    return pane


@pytest.fixture
def shown(qtbot: QtBot, pane: ReportPane) -> ReportPane:
    """The pane with thirty pages, the first of them drawn."""
    with qtbot.waitSignal(pane.view.drawn, timeout=20_000):
        pane.show_pdf(a_pdf(*WORDS))
    return pane


def never(_: object) -> None:
    raise AssertionError("nobody should have been told")


def said(pane: ReportPane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def dark(picture: QImage) -> bool:
    """Whether there is ink in the middle of a picture's upper part."""
    across, down = (
        range(picture.width() // 8, picture.width() // 2),
        range(picture.height() // 20, picture.height() // 4),
    )
    return any(picture.pixelColor(x, y).lightness() < 128 for y in down for x in across)


def test_the_pages_of_the_pdf_are_on_the_screen(shown: ReportPane) -> None:
    assert shown.view.page_count == 30
    assert shown.page_field.text() == "1"
    assert "of 30" in said(shown)
    assert QApplication.focusWidget() is shown.view
    assert dark(shown.view.viewport().grab().toImage())


def test_only_pages_that_are_seen_are_drawn(qtbot: QtBot, shown: ReportPane) -> None:
    drawn: list[int] = []
    shown.view.drawn.connect(drawn.append)
    with qtbot.waitSignal(shown.view.drawn, timeout=20_000, check_params_cb=lambda page: page == 29):
        press(qtbot, Qt.Key.Key_End)
    assert set(drawn) <= {0, 1, 28, 29}
    assert shown.view.page == 30


def test_a_page_is_reached_by_its_number(qtbot: QtBot, shown: ReportPane) -> None:
    shown.page_field.setFocus()
    shown.page_field.selectAll()
    qtbot.keyClicks(shown.page_field, "17")
    press(qtbot, Qt.Key.Key_Return)
    assert shown.view.page == 17
    assert shown.page_field.text() == "17"
    press(qtbot, Qt.Key.Key_Home)
    assert shown.page_field.text() == "1"


def test_keys_go_through_the_pages(qtbot: QtBot, shown: ReportPane) -> None:
    top = shown.view.verticalScrollBar()
    press(qtbot, Qt.Key.Key_Space)
    assert top.value() == top.pageStep()
    press(qtbot, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert top.value() == 0
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_PageDown)
    assert top.value() > top.pageStep()


def test_pages_are_as_wide_as_the_view_until_another_size_is_chosen(qtbot: QtBot, shown: ReportPane) -> None:
    view = shown.view
    assert view.zoom == FIT
    assert view.horizontalScrollBar().maximum() == 0
    assert view._places[0].width() == view.viewport().width() - 2 * GAP
    with qtbot.waitSignal(view.drawn, timeout=20_000):
        press(qtbot, Qt.Key.Key_Plus)
    assert view.zoom in LEVELS
    assert shown.zoom.text().startswith(f"{view.zoom:.0%}")
    for _ in LEVELS:
        press(qtbot, Qt.Key.Key_Plus)
    assert view.zoom == LEVELS[-1]
    assert view.horizontalScrollBar().maximum() > 0
    press(qtbot, Qt.Key.Key_0)
    assert view.zoom == FIT


def test_in_a_wide_window_a_page_is_still_one_look(shown: ReportPane) -> None:
    shown.resize(1500, 700)
    paper = 8.27 * shown.logicalDpiX()
    assert shown.view._places[0].width() == pytest.approx(paper * WIDEST, rel=0.01)
    left, right = (shown.view.grab().toImage().pixelColor(x, 200) for x in (100, shown.view.viewport().width() - 100))
    assert left == right != QColor("white")


def test_the_wheel_with_ctrl_changes_the_size_and_the_page_stays(qtbot: QtBot, shown: ReportPane) -> None:
    view = shown.view
    view.go_to(15)
    where = QPointF(view.viewport().rect().center())
    for turn in (-120, 120):
        before = view._scale()
        wheel = QWheelEvent(
            where, where, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), wheel)
        assert (view._scale() - before) * turn > 0
        assert abs(view.page - 15) <= 1


def test_a_screen_reader_hears_the_page_and_its_words(qtbot: QtBot, shown: ReportPane) -> None:
    qtbot.waitUntil(lambda: WORDS[0] in shown.view.accessibleDescription())
    shown.view.go_to(7)
    assert shown.view.accessibleName() == "Report, page 7 of 30"
    qtbot.waitUntil(lambda: WORDS[6] in shown.view.accessibleDescription())


def test_every_control_is_reached_by_keyboard(qtbot: QtBot, shown: ReportPane) -> None:
    assert_walkable(qtbot, shown)


def test_what_is_asked_for_is_said(qtbot: QtBot, shown: ReportPane) -> None:
    with qtbot.waitSignal(shown.print_asked):
        shown.print_button.click()
    for action, suffix in zip(shown.save_button.menu().actions(), (".pdf", ".html", ".md"), strict=True):
        with qtbot.waitSignal(shown.save_asked) as asked:
            action.trigger()
        assert asked.args == [suffix]
    with qtbot.waitSignal(shown.paper_chosen) as paper:
        shown.paper.menu().actions()[1].trigger()
    assert paper.args == ["letter"]
    with qtbot.waitSignal(shown.closed):
        press(qtbot, Qt.Key.Key_Escape)
    with qtbot.waitSignal(shown.closed):
        shown.back_button.click()


def test_letter_pages_are_letter_on_the_screen(qtbot: QtBot, shown: ReportPane) -> None:
    with qtbot.waitSignal(shown.view.drawn, timeout=20_000):
        shown.show_pdf(a_pdf("One sheet", paper="us-letter"))
    place = shown.view._places[0]
    assert place.height() / place.width() == pytest.approx(11 / 8.5, rel=0.01)
    assert place.width() == shown.view.viewport().width() - 2 * GAP


def test_building_is_told_and_can_be_cancelled(qtbot: QtBot, pane: ReportPane) -> None:
    def endless(watch: Watch) -> None:
        while True:
            step(watch, 1, 2)

    job = RunningJob(endless, never, never)
    pane.show_building(job)
    job.start()
    try:
        assert "Building the report…" in said(pane)
        qtbot.waitUntil(pane.bar.isVisible)
        with qtbot.waitSignal(pane.closed):
            pane.bar.cancel_button.click()
    finally:
        job.cancel()


def test_the_pages_before_stay_until_the_new_ones_are_there(qtbot: QtBot, shown: ReportPane) -> None:
    go_on = threading.Event()

    def build(_: Watch) -> bytes:
        assert go_on.wait(20)
        return a_pdf("A dry town")

    job = RunningJob(build, shown.show_pdf, never)
    shown.show_building(job)
    job.start()
    assert shown.view.page_count == 30
    with qtbot.waitSignal(shown.view.drawn, timeout=20_000):
        go_on.set()
    assert shown.view.page_count == 1


def test_a_report_that_was_not_made_is_told(qtbot: QtBot, pane: ReportPane) -> None:
    def fail(_: Watch) -> None:
        raise ReportError("The report was not made", "the pages do not fit", "Choose other paper.")

    job = RunningJob(fail, never, pane.show_failure)
    pane.show_building(job)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert "Choose other paper." in said(pane)
    assert not pane.page_field.isEnabled()


def test_a_job_that_ends_without_pages_leaves_no_promise_on_the_screen(qtbot: QtBot, pane: ReportPane) -> None:
    job = RunningJob(lambda _: None, lambda _: None, never)
    pane.show_building(job)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert "Building" not in said(pane)
    assert "no pages to show" in said(pane)


def test_pages_that_were_on_their_way_do_not_come_to_a_pane_that_let_go(qtbot: QtBot, pane: ReportPane) -> None:
    pane.show_pdf(a_pdf(*WORDS))
    opening = pane._opening
    assert opening is not None
    with qtbot.waitSignal(opening.ended):
        pane.release()
    assert pane.view.page_count == 0


def test_of_two_reports_the_later_one_stays(qtbot: QtBot, pane: ReportPane) -> None:
    pane.show_pdf(a_pdf(*WORDS))
    first = pane._opening
    assert first is not None
    with qtbot.waitSignals([first.ended, pane.view.page_changed]):
        pane.show_pdf(a_pdf("Flood"))
    qtbot.waitUntil(lambda: pane.view.page_count == 1)


@pytest.mark.parametrize("and_then", ["another report", "let go"])
def test_a_report_that_is_made_in_vain_never_comes(qtbot: QtBot, pane: ReportPane, and_then: str) -> None:
    go_on = threading.Event()

    def build(_: Watch) -> bytes:
        assert go_on.wait(20)
        return a_pdf(*WORDS)

    older, newer = RunningJob(build, pane.show_pdf, never), RunningJob(lambda _: a_pdf("Flood"), pane.show_pdf, never)
    pane.show_building(older)
    older.start()
    if and_then == "let go":
        pane.release()
    else:
        pane.show_building(newer)
        newer.start()
        qtbot.waitUntil(lambda: pane.view.page_count == 1)
    before = said(pane)
    with qtbot.waitSignal(older.ended):
        go_on.set()
    assert pane._opening is None
    assert pane.view.page_count == (0 if and_then == "let go" else 1)
    assert said(pane) == before


def test_pages_that_were_let_go_come_back_empty(qtbot: QtBot) -> None:
    pages = Pages(a_pdf("Flood"))
    pages.close()
    assert pages.picture(0, 100).isNull()
    assert pages.words(0) == ""


def test_a_pane_that_is_closed_while_it_draws_is_no_trouble(qtbot: QtBot) -> None:
    for _ in range(5):
        pane = ReportPane()
        pane.resize(900, 700)
        pane.show()
        with qtbot.waitSignal(pane.view.page_changed, timeout=20_000):
            pane.show_pdf(a_pdf(*WORDS[:3]))
        pane.repaint()
        with qtbot.waitSignal(pane.destroyed):
            pane.deleteLater()
