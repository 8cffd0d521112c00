"""The sources of a claim as they are listed, moved, opened and removed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.sources import parts
from factdesk.ui.claim.view import ClaimView
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import click, show_sources

View = Callable[..., ClaimView]
Press = Callable[..., None]


def test_each_source_shows_its_bearing_by_sign_and_word(pane: ClaimPane, view: View) -> None:
    show_sources(pane, view("c2"))
    first, second = pane.claim.sources.rows
    assert (first.sign.text(), first.sign.accessibleName()) == ("−", "refutes")
    assert first.title.text() == cases.SOURCE.title
    assert first.detail.text() == "refutes · primary · Port office · 2026-02-01 · p. 4"
    assert first.place.text() == "port.example/counts · accessed 2026-11-20"
    assert first.excerpt.text() == "“3,120 a day”"
    assert not second.place.isVisible()
    assert (second.sign.text(), second.detail.text()) == ("·", "context · interview · AB")
    assert pane.claim.tabs.tabText(1) == "Sources 2"


def test_a_link_is_asked_for_and_only_a_web_address_has_one(pane: ClaimPane, said: list[Said], view: View) -> None:
    show_sources(pane, view("c2"))
    first, second = pane.claim.sources.rows
    assert not second.open.isVisible()
    click(first.open)
    assert said == [("link_asked", ("https://port.example/counts",))]


def test_a_source_has_a_menu_of_what_its_buttons_do_and_its_link_can_be_copied(
    pane: ClaimPane, said: list[Said], view: View
) -> None:
    show_sources(pane, view("c2"))
    first, second = pane.claim.sources.rows
    menu = menu_of(first.excerpt)
    assert lines(menu) == ["Open in the browser", "Copy link", "Edit", "Move down\tAlt+Down", "Remove"]
    menu.actions()[1].trigger()
    assert QApplication.clipboard().text() == "https://port.example/counts"
    menu.actions()[0].trigger()
    menu.close()
    menu = menu_of(second.remove, QContextMenuEvent.Reason.Keyboard)
    assert lines(menu) == ["Edit", "Move up\tAlt+Up", "Remove"]
    for nth in (-3, -1):
        menu.actions()[nth].trigger()
    menu.close()
    wanted = [("source_moved", ("e2", "e1")), ("source_removed", ("e2",))]
    assert said == [("link_asked", ("https://port.example/counts",)), *wanted]


def menu_of(part: QWidget, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse) -> QMenu:
    """Ask for the menu at a part of a row, as the right button or the menu key does."""
    place = part.rect().center()
    QApplication.sendEvent(part, QContextMenuEvent(reason, place, part.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def lines(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_a_source_is_removed_by_its_button(pane: ClaimPane, said: list[Said], view: View) -> None:
    show_sources(pane, view("c2"))
    click(pane.claim.sources.rows[1].remove)
    assert said == [("source_removed", ("e2",))]


def test_the_source_with_the_focus_is_moved_and_keeps_the_focus(pane: ClaimPane, said: list[Said], view: View) -> None:
    show_sources(pane, view("c2"))
    first, second = pane.claim.sources.rows
    second.remove.setFocus()
    assert pane.move_source(1) == "It is the last source already."
    assert pane.move_source(-1) == ""
    first.edit.setFocus()
    assert pane.move_source(-1) == "It is the first source already."
    assert pane.move_source(1) == ""
    assert said == [("source_moved", ("e2", "e1")), ("source_moved", ("e1", ""))]
    show_sources(pane, view("c2", cases.case(evidence=(cases.EVIDENCE[1], cases.EVIDENCE[0], cases.EVIDENCE[2]))))
    assert [row.item.evidence_id for row in pane.claim.sources.rows] == ["e2", "e1"]
    assert pane.claim.sources.rows[1].edit.hasFocus()


def test_a_source_is_moved_by_the_mouse(pane: ClaimPane, said: list[Said], view: View) -> None:
    show_sources(pane, view("c2"))
    first, second = pane.claim.sources.rows
    assert not (first.up.isEnabled() or second.down.isEnabled())
    click(first.down)
    click(second.up)
    assert said == [("source_moved", ("e1", "")), ("source_moved", ("e2", "e1"))]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.port.example/counts/", "port.example/counts"),
        ("the archive, box 12", "the archive, box 12"),
        ("https://port.example/" + "a" * 80 + "/2026/table-4", "port.example/…" + "a" * 35 + "/2026/table-4"),
        ("https://" + "very." * 14 + "example/counts", "very." * 14 + "example/counts"),
    ],
)
def test_an_address_is_shown_as_far_as_it_tells_where_a_source_is(address: str, shown: str) -> None:
    assert parts.shortened(address) == shown


def test_where_no_source_has_the_focus_the_first_gets_it_and_it_is_said_what_to_do(
    pane: ClaimPane, said: list[Said], view: View
) -> None:
    pane.show_claim(view("c2"))
    assert pane.move_source(-1) == "Tab to the source to move, then press the key again."
    assert pane.claim.sources.rows[0].edit.hasFocus()
    pane.show_claim(view("c4"))
    assert pane.move_source(1) == "The claim has no source to move."
    assert said == []


def test_a_refresh_without_news_leaves_the_focus_on_a_sources_button(pane: ClaimPane, view: View) -> None:
    show_sources(pane, view("c2"))
    pane.claim.sources.rows[1].edit.setFocus()
    show_sources(pane, view("c2"))
    assert pane.claim.sources.rows[1].edit.hasFocus()
