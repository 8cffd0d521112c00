"""The form of a source, filled in by keyboard; what is wrong in it keeps it open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factdesk.model.ids import SourceId
from factdesk.model.source import Bearing, SourceType
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.view import ClaimView
from factdesk.work.edits.source import SourceForm
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import click, show_sources

View = Callable[..., ClaimView]
Press = Callable[..., None]


def test_what_a_source_says_is_one_stop_of_the_tab_key_and_is_chosen_by_arrows(
    pane: ClaimPane, view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    press(Qt.Key.Key_Backtab)
    assert form.type.hasFocus()
    press(Qt.Key.Key_Backtab)
    assert form.bearings[Bearing.SUPPORTS].hasFocus()
    press(Qt.Key.Key_Right)
    assert form.bearings[Bearing.REFUTES].hasFocus() and form.form().bearing is Bearing.REFUTES
    press(Qt.Key.Key_Backtab)
    assert not any(chip.hasFocus() for chip in form.bearings.values())
    form.title.setFocus()
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    assert form.bearings[Bearing.REFUTES].hasFocus()


def test_the_focus_is_in_the_title_before_its_words_come(pane: ClaimPane, view: View) -> None:
    """A screen reader that hears of the words first takes the field for one it has told."""
    show_sources(pane, view("c2"))
    form, heard = pane.claim.sources.form, []
    form.title.textChanged.connect(lambda words: heard.append((words, form.title.hasFocus())))
    pane.claim.sources.rows[0].edit.click()
    assert heard == [(cases.SOURCE.title, True)]


def test_a_new_source_is_filled_in_by_keyboard_alone(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    assert form.title.hasFocus()
    press("Trade figures")
    press(Qt.Key.Key_Return)
    press("https://chamber.example/trade")
    press(Qt.Key.Key_Tab)
    press("60,000 a day")
    press(Qt.Key.Key_Tab)
    press("Chamber")
    form.bearings[Bearing.REFUTES].setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    wanted = SourceForm(
        title="Trade figures", publisher="Chamber", bearing=Bearing.REFUTES, excerpt="60,000 a day", accessed=today,
        address="https://chamber.example/trade",
    )  # fmt: skip
    assert said == [("source_added", ("c4", wanted, ""))]
    assert form.isVisible(), "its words are here until the desk has them"
    pane.source_kept("c4", wanted)
    assert not form.isVisible() and pane.claim.sources.add.hasFocus()


def test_a_link_pasted_as_title_goes_to_the_address_and_the_caret_waits_for_the_title(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    QApplication.clipboard().setText(" https://chamber.example/trade\n")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (form.title.text(), form.address.text()) == ("", "https://chamber.example/trade")
    assert form.title.hasFocus()
    press("Trade figures")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [(_, (_, sent, _))] = said
    assert isinstance(sent, SourceForm)
    assert (sent.title, sent.address) == ("Trade figures", "https://chamber.example/trade")


def test_a_title_that_is_typed_or_corrected_stays_though_it_looks_like_a_link(
    pane: ClaimPane, view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    press("https://chamber.example")
    assert (form.title.text(), form.address.text()) == ("https://chamber.example", "")
    form.fill(None, "", editing=False)
    form.fill(SourceForm(title="https://chamber.example"), "", editing=True)
    assert (form.title.text(), form.address.text()) == ("https://chamber.example", "")


def test_the_form_is_as_high_with_a_source_the_desk_has(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    before = form.sizeHint().height()
    form.pick(1)
    assert form.other.isVisible()
    assert form.sizeHint().height() == before, "else its buttons would leave what is in sight"


def test_a_source_needs_a_title_a_person_or_an_address(pane: ClaimPane, said: list[Said], view: View) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    form.save.click()
    assert said == []
    assert form.hint.text() == "A source needs a title, a person or an address."
    form.person.setText("AB")
    form.save.click()
    assert [name for name, _ in said] == ["source_added"]


def test_a_wrong_date_keeps_the_form_open(pane: ClaimPane, said: list[Said], view: View) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    form.title.setText("Trade figures")
    form.date.setText("2026-13-01")
    form.save.click()
    assert said == []
    assert form.date.hasFocus()
    form.date.clear()
    form.accessed.setText("2026-02-30")
    form.save.click()
    assert said == []
    assert form.accessed.hasFocus()


def test_a_source_the_desk_has_is_offered_and_used_as_it_is(
    qtbot: QtBot, pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    press("counts")
    completer = form.title.completer()
    popup = completer.popup() if completer else None
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (form.title.text(), form.publisher.text()) == (cases.SOURCE.title, "Port office")
    assert not form.publisher.isEnabled()
    form.save.click()
    [(name, (claim, sent, source_id))] = said
    assert (name, claim, source_id) == ("source_added", "c4", cases.SOURCE.id)
    assert isinstance(sent, SourceForm)
    assert (sent.title, sent.type) == (cases.SOURCE.title, SourceType.PRIMARY)


def test_a_picked_source_can_be_let_go_for_a_new_one(pane: ClaimPane, said: list[Said], view: View) -> None:
    pane.show_claim(view("c4"))
    pane.add_source()
    form = pane.claim.sources.form
    went: list[QWidget] = []
    QApplication.instance().focusChanged.connect(lambda _, now: went.append(now))  # type: ignore[union-attr]
    form.pick(1)
    assert form.title.text() == cases.TALK.title
    assert went == [form.excerpt] and not form.type.isEnabled()
    click(form.other)
    assert form.publisher.isEnabled() and form.type.isEnabled()
    form.save.click()
    assert said[0][1][2] == ""


def test_sources_are_offered_by_what_they_have_in_any_case_with_their_publisher(pane: ClaimPane, view: View) -> None:
    known = [
        replace(cases.SOURCE, id=SourceId("p"), title="", person="Harbour pilot"),
        replace(cases.SOURCE, id=SourceId("a"), title="", address="https://harbour.example"), cases.SOURCE,
    ]  # fmt: skip
    sources = {one.id: one for one in known}
    pane.show_claim(view("c4", cases.case(sources=sources, evidence=())))
    pane.add_source()
    completer = pane.claim.sources.form.title.completer()
    assert completer is not None
    for typed, offered in (
        ("HARBOUR", ["Harbour pilot", "https://harbour.example"]), ("counts", [cases.SOURCE.title])
    ):  # fmt: skip
        completer.setCompletionPrefix(typed)
        found = completer.completionModel()
        rows = [found.index(nth, 0) for nth in range(found.rowCount())]
        assert [row.data() for row in rows] == offered
        assert {row.data(Qt.ItemDataRole.ToolTipRole) for row in rows} == {"Port office"}


def test_a_source_is_corrected_in_the_form_which_tells_who_else_rests_on_it(
    pane: ClaimPane, said: list[Said], view: View
) -> None:
    show_sources(pane, view("c2"))
    click(pane.claim.sources.rows[1].edit)
    form = pane.claim.sources.form
    assert form.hint.text().startswith("One more claim rests on this source")
    form.locator.setText("minute 4")
    form.save.click()
    [(name, (claim, evidence, sent))] = said
    assert (name, claim, evidence) == ("source_edited", "c2", "e2")
    assert isinstance(sent, SourceForm)
    pane.source_kept("c2", sent)
    assert (sent.title, sent.locator, sent.bearing) == (cases.TALK.title, "minute 4", Bearing.CONTEXT)
    used = (*cases.EVIDENCE, cases.evidence("e4", "c5", cases.TALK, Bearing.SUPPORTS))
    show_sources(pane, view("c2", cases.case(evidence=used)))
    click(pane.claim.sources.rows[1].edit)
    assert form.hint.text().startswith("2 more claims rest on this source")


@pytest.mark.parametrize("how", ["button", "escape"])
def test_a_cancelled_form_says_nothing(pane: ClaimPane, said: list[Said], view: View, press: Press, how: str) -> None:
    show_sources(pane, view("c4"))
    sources = pane.claim.sources
    assert sources.none.isVisible() and sources.none.y() > sources.add.geometry().bottom()
    pane.add_source()
    assert not sources.none.isVisible()
    press("Trade")
    if how == "button":
        sources.form.cancel.click()
    else:
        press(Qt.Key.Key_Escape)
    assert not sources.form.isVisible() and sources.none.isVisible()
    assert said == []


def test_a_source_that_was_added_is_brought_into_sight_and_no_other_is(
    qtbot: QtBot, pane: ClaimPane, view: View, press: Press
) -> None:
    show_sources(pane, view("c2"))
    pane.add_source()
    press("Trade figures")
    pane.claim.sources.form.save.click()
    added = cases.evidence("e4", "c2", cases.TALK, Bearing.CONTEXT)
    with qtbot.waitSignal(pane.claim.sources.arrived) as arrived:
        pane.show_claim(view("c2", cases.case(evidence=(*cases.EVIDENCE, added))))
    assert arrived.args == [pane.claim.sources.rows[-1]]


def test_a_refresh_leaves_an_open_form_alone(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c2"))
    pane.add_source()
    press("Trade fig")
    case = cases.case(evidence=cases.EVIDENCE[1:], sources={cases.TALK.id: cases.TALK})
    pane.show_claim(view("c2", case))
    assert len(pane.claim.sources.rows) == 1
    assert pane.claim.sources.form.title.text() == "Trade fig"
    assert pane.claim.sources.form.title.hasFocus()
