"""The links of an article are listed, gone to by Enter, and opened only when asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from factdesk.ui.dialogs.intake.preview import Preview
from factdesk.ui.dialogs.links import LinksDialog
from factdesk.work.edits.article import AddArticle
from factdesk.work.intake import paste_page_job
from factdesk.work.jobs import Unwatched
from tests.journeys.conftest import Start
from tests.journeys.conftest import start as start
from tests.journeys.hands import open_sample, press, when_it_comes
from tests.ui.walk import assert_walkable, show
from tests.unit.readers.web.pages import NEWS

PAGE = paste_page_job(NEWS.encode())(Unwatched())
ASIDE = [piece.span for piece in PAGE.draft.furniture]
OWN = [link for link in PAGE.draft.links if not any(link.span.overlaps(span) for span in ASIDE)]


def shown(qtbot: QtBot) -> LinksDialog:
    dialog = LinksDialog(PAGE.draft.text, PAGE.draft.links, ASIDE)
    show(qtbot, dialog)
    return dialog


def test_each_link_stands_with_its_words_and_its_address(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    rows = [dialog.rows.topLevelItem(nth) for nth in range(dialog.rows.topLevelItemCount())]
    told = [(row.text(0), row.text(1)) for row in rows if row is not None]
    assert told == [(PAGE.draft.text[slice(*link.span)], link.address) for link in OWN]
    assert "inspection report" in dict(told)
    assert_walkable(qtbot, dialog)


def test_links_of_what_is_set_aside_are_counted_and_not_listed(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    more = len(PAGE.draft.links) - dialog.rows.topLevelItemCount()
    assert more > 0
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(line.endswith(f"{more} more in what is set aside.") for line in told)


def test_enter_on_a_link_goes_to_its_words(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    last = dialog.rows.topLevelItemCount() - 1
    dialog.rows.setCurrentIndex(dialog.rows.model().index(last, 0))
    press(Qt.Key.Key_Return)
    assert dialog.result() == LinksDialog.DialogCode.Accepted
    assert dialog.answer() == OWN[last].span


def test_an_address_is_only_asked_for(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    with qtbot.waitSignal(dialog.open_asked) as asked:
        qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert asked.args == [OWN[0].address]


def test_the_intake_dialog_counts_its_links_and_shows_the_words_of_one(qtbot: QtBot) -> None:
    dialog = IntakeDialog(PAGE)
    show(qtbot, dialog)
    button = next(one for one in dialog.findChildren(QPushButton) if one.text().startswith("Its links"))
    assert button.text() == f"Its links ({len(OWN)})…"
    when_it_comes(LinksDialog, lambda links: links.go_button.click())
    button.click()
    first = OWN[0].span
    assert dialog.findChildren(Preview)[0].textCursor().selectedText() == PAGE.draft.text[slice(*first)]


def test_in_the_window_a_key_lists_the_links_and_enter_selects_the_words(qtbot: QtBot, start: Start) -> None:
    window = start()
    open_sample(qtbot, window)
    add = AddArticle(intake=PAGE)
    window.bench.run(add, lambda: window.bench.show(add.article_id))
    case = window.bench.case
    assert case is not None and case.version.links == PAGE.draft.links
    window.case_page.checklist.setFocus()
    when_it_comes(LinksDialog, lambda links: links.go_button.click())
    press(Qt.Key.Key_L)
    assert window.case_page.article.current_span() == OWN[0].span
