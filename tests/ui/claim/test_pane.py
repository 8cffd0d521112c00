"""The claim pane worked with keys and mouse, as a person does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factdesk.model.ids import SuggestionId
from factdesk.ui import style
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.tabs import HISTORY, SOURCES
from factdesk.ui.claim.view import suggestion_view
from tests.ui.claim import cases
from tests.ui.claim.hands import Press, View


def test_whoever_comes_to_the_pane_stands_at_the_verdict_that_was_given_or_at_the_card_left_last(
    pane: ClaimPane, view: View, press: Press
) -> None:
    pane.show_claim(view("c2"))
    pane.setFocus()
    assert pane.claim.verdicts.cards[2].hasFocus()
    press(Qt.Key.Key_Right)
    pane.claim.rationale.field.setFocus()
    pane.setFocus()
    assert pane.claim.verdicts.cards[3].hasFocus()


@pytest.fixture
def after(qtbot: QtBot, pane: ClaimPane) -> Iterator[QPushButton]:
    """A button that stands behind the pane in one window with it."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    button = QPushButton("after")
    column.addWidget(pane)
    column.addWidget(button)
    frame.resize(560, 760)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    yield button
    pane.setParent(None)


def tabbed(press: Press, until: QWidget) -> list[QWidget]:
    """Press Tab until the focus is on ``until`` and return every control it was on before."""
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus is not until and focus not in seen:
        seen.append(focus)
        press(Qt.Key.Key_Tab)
    assert focus is until
    return seen


def test_the_tab_key_goes_through_a_claim_in_the_order_it_is_seen(
    pane: ClaimPane, after: QPushButton, view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.show_claim(view("c2"))  # its sources come later than the rest of the window
    pane.claim.turn_to(1)
    pane.claim.facts.kind.setFocus()
    page, rows = pane.claim, pane.claim.sources.rows
    states = [chip for chip in (*page.states.chips.values(), page.states.further) if chip.isVisible()]
    assert tabbed(press, after) == [
        page.facts.kind, page.facts.priority, page.facts.high_risk, page.facts.claimant, page.facts.restatement,
        page.verdicts.cards[2], *states, page.tabs,
        page.sources.add, rows[0].open, rows[0].edit, rows[0].remove, rows[1].edit, rows[1].remove,
    ]  # fmt: skip


def test_the_tab_key_goes_through_a_suggestion_before_it_leaves_the_pane(
    pane: ClaimPane, after: QPushButton, press: Press
) -> None:
    pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g1")))
    page = pane.suggestion
    page.accept.setFocus()
    assert tabbed(press, after) == [page.accept, page.reject, page.skip, page.more, *page.chips]


def test_words_of_a_claim_are_selected_by_the_mouse_and_copied(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c2"))
    label = pane.claim.facts.words
    QTest.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(20, label.height() // 3))
    chosen = label.selectedText()
    assert chosen and chosen in label.accessibleName().split()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == chosen


def test_history_is_shown_as_lines(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c2"))
    pane.claim.turn_to(HISTORY)
    pane.show_history(())
    assert pane.claim.history.text() == "Nothing happened to this claim yet."
    pane.show_history(("22 Nov · Verdict · Checker", "22 Nov · Make claim <b>x</b>"))
    assert pane.claim.history.isVisible()
    assert "<b>" in pane.claim.history.text()


def test_words_of_the_article_are_shown_as_words(pane: ClaimPane, view: View) -> None:
    text = "Prices <b>rose</b> & fell by 5 <img src='file:///etc/hostname'>."
    claim = cases.claim("c1")
    version = replace(cases.case().version, text=text)
    case = cases.case(
        version=version, claims=(claim,), segments=(cases.segment(claim, text, text),), suggestions=(), evidence=()
    )
    pane.show_claim(view("c1", case))
    assert "<img" not in pane.claim.facts.words.text()
    assert pane.claim.facts.words.accessibleName() == text


def test_an_empty_pane_says_what_to_do(pane: ClaimPane) -> None:
    pane.show_nothing()
    assert pane.empty.isVisible()
    assert "Choose a row" in pane.empty.text()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("width", "height"), [(320, 400), (540, 420), (900, 800)])
def test_nothing_is_cut_off_at_the_sides_at_any_size(
    qapp: QApplication, pane: ClaimPane, view: View, name: str, width: int, height: int
) -> None:
    style.apply(qapp, name)
    pane.resize(width, height)
    pane.show_claim(view("c2"))
    pane.add_source()
    for shown in range(2):
        if shown:
            pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g1")))
        qapp.processEvents()
        right, ground = pane.viewport().width(), pane.widget()
        assert ground is not None
        for one in ground.findChildren(QWidget):
            if one.isVisible():
                place = one.mapTo(ground, QPoint())
                assert place.x() >= 0, one.accessibleName()
                assert place.x() + one.width() <= right, (one, one.accessibleName(), one.objectName())


def test_every_control_has_a_name_for_screen_readers(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c2"))
    pane.add_source()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    unnamed = [
        one
        for kind in kinds
        for one in pane.findChildren(kind)
        if not one.isHidden() and not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text())
    ]
    assert unnamed == []


def test_what_stands_beside_the_pane_makes_room_for_a_page_that_needs_it(qtbot: QtBot, view: View) -> None:
    sides, pane = QSplitter(), ClaimPane()
    qtbot.addWidget(sides)
    for part in (QWidget(), pane):
        sides.addWidget(part)
    sides.resize(700, 500)
    pane.show_claim(view("c4"))
    sides.show()
    qtbot.waitExposed(sides)
    sides.setSizes([690, 10])
    narrow = pane.width()
    pane.show_claim(view("c2"))
    pane.claim.turn_to(SOURCES)
    qtbot.waitUntil(lambda: pane.minimumSizeHint().width() > narrow)
    qtbot.waitUntil(lambda: pane.width() >= pane.minimumSizeHint().width())
