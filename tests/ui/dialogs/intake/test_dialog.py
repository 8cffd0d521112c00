"""An article is looked over: proposals shown with their place, corrected, and furniture kept or set aside."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from factdesk.assets import sample_article
from factdesk.model.article import Article, Details
from factdesk.model.ids import ArticleId
from factdesk.ui.dialogs.details import DetailsDialog
from factdesk.ui.dialogs.details_form import DetailsForm
from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from factdesk.ui.dialogs.intake.doubts import Doubts
from factdesk.ui.dialogs.intake.encoding import EncodingChoice
from factdesk.ui.dialogs.intake.furniture import FurnitureList
from factdesk.ui.dialogs.intake.preview import Preview
from factdesk.ui.dialogs.intake.ranked_as import RankedAs
from factdesk.work.edits.article import Intake
from factdesk.work.intake import is_spoken, looked_over, paste_job, read_job
from factdesk.work.jobs import Unwatched
from tests.ui.walk import assert_walkable, press, show, visited_by_tab

TEXT = (
    "🌊 Flood closes bridge\r\n\r\nby AB\r\n\r\nThe river rose 4.2 metres.\r\n\r\nShare this\r\n\r\nLeave a comment\r\n"
)


@pytest.fixture
def intake() -> Intake:
    return paste_job(TEXT)(Unwatched())


@pytest.fixture
def dialog(qtbot: QtBot, intake: Intake) -> IntakeDialog:
    dialog = IntakeDialog(intake)
    show(qtbot, dialog)
    return dialog


def form_of(dialog: IntakeDialog | DetailsDialog) -> DetailsForm:
    return dialog.findChildren(DetailsForm)[0]


def rows_of(dialog: IntakeDialog) -> list[QTreeWidgetItem]:
    tree = dialog.findChildren(FurnitureList)[0]
    rows = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [row for row in rows if row is not None]


def struck_out(dialog: IntakeDialog) -> str:
    """The words that look set aside in the preview."""
    cursor = QTextCursor(dialog.findChildren(Preview)[0].document())
    words = []
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        if cursor.charFormat().fontStrikeOut():
            words.append(cursor.selectedText())
        cursor.clearSelection()
    return "".join(words)


def test_every_proposal_says_where_it_was_found(dialog: IntakeDialog, intake: Intake) -> None:
    form = form_of(dialog)
    assert form.field("byline").text() == "AB"
    assert form.hint("byline") == f"Proposed from {intake.draft.origins['byline']}"
    form.field("byline").setText("CD")
    assert form.hint("byline") == "Changed by you"


def test_left_as_it_is_the_answer_is_what_was_proposed(dialog: IntakeDialog, intake: Intake) -> None:
    assert dialog.answer().details == intake.details
    assert dialog.answer().set_aside == frozenset(intake.furniture)


def test_unchecked_furniture_stays_in_the_article_and_is_no_longer_struck_out(
    qtbot: QtBot, dialog: IntakeDialog, intake: Intake
) -> None:
    (row,) = [row for row in rows_of(dialog) if row.text(0) == "Share this"]
    assert "Share this" in struck_out(dialog)
    dialog.findChildren(FurnitureList)[0].setFocus()
    dialog.findChildren(FurnitureList)[0].setCurrentItem(row)
    press(qtbot, Qt.Key.Key_Space)
    kept = {intake.draft.text[slice(*piece.span)] for piece in intake.furniture} - {
        intake.draft.text[slice(*piece.span)] for piece in dialog.answer().set_aside
    }
    assert kept == {"Share this"}
    assert "Share this" not in struck_out(dialog)
    assert "Leave a comment" in struck_out(dialog)


def test_the_row_under_the_cursor_is_shown_in_the_text(dialog: IntakeDialog) -> None:
    tree = dialog.findChildren(FurnitureList)[0]
    tree.setCurrentItem(next(row for row in rows_of(dialog) if row.text(0) == "Leave a comment"))
    assert dialog.findChildren(Preview)[0].textCursor().selectedText() == "Leave a comment"


def test_an_article_needs_a_title(dialog: IntakeDialog) -> None:
    form_of(dialog).field("title").setText("  ")
    assert not dialog.take.isEnabled()
    assert "needs a title" in form_of(dialog).hint("title")
    form_of(dialog).field("title").setText("Flood")
    assert dialog.take.isEnabled()


@pytest.mark.parametrize("wrong", ["14 March", "2026-3-4", "2026-13-01", "20260314", "2026-W10-1"])
def test_a_date_that_is_none_is_told_and_not_taken(dialog: IntakeDialog, wrong: str) -> None:
    form_of(dialog).field("published").setText(wrong)
    assert not dialog.take.isEnabled()
    assert "2026-03-14" in form_of(dialog).hint("published")
    form_of(dialog).field("published").setText("2026-03-14")
    assert dialog.take.isEnabled()
    assert dialog.answer().details.published == "2026-03-14"


def test_what_a_reader_must_know_is_said_in_sentences(dialog: IntakeDialog) -> None:
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "⚑\u00a0\u00a0No\u00a0date is given." in said
    assert "⚑\u00a0\u00a0No\u00a0publisher is named." in said


def test_what_raised_a_flag_is_quoted(qtbot: QtBot) -> None:
    text = "Flood in the Valley\n\nby Chief Editor\n\nIt rose to [insert <b>height</b>] that night, and nobody slept."
    dialog = IntakeDialog(paste_job(text)(Unwatched()))
    show(qtbot, dialog)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel)).replace("\u00a0", " ")
    assert "⚑  A placeholder was left in the text: “[insert <b>height</b>]”" in said
    assert "⚑  The byline names a role, not a person: “by Chief Editor”" in said


def test_words_of_the_article_are_never_read_as_markup(qtbot: QtBot) -> None:
    dialog = IntakeDialog(
        paste_job("<b>Bold</b> claim\n\n<img src='file:///x'> words here.")(Unwatched()), revises="<i>x</i>"
    )
    show(qtbot, dialog)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text())


def test_a_language_that_qt_has_no_name_for_is_kept(qtbot: QtBot) -> None:
    form = DetailsForm(Details(title="Flood", language="tlh-Latn"), {})
    qtbot.addWidget(form)
    assert form.details().language == "tlh-Latn"


def test_the_sample_is_looked_over_by_keyboard_alone(qtbot: QtBot) -> None:
    dialog = IntakeDialog(read_job(sample_article())(Unwatched()))
    show(qtbot, dialog)
    assert_walkable(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.take.setFocus()
        press(qtbot, Qt.Key.Key_Return)


def test_the_tab_key_goes_through_the_dialog_in_the_order_it_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    text = TEXT.replace("by AB", "by AB\r\n\r\nby CD", 1) + "Pa\u202etch"
    path = tmp_path / "flood.txt"
    path.write_text(text, encoding="utf-8")
    dialog = IntakeDialog(read_job(path)(Unwatched()))
    show(qtbot, dialog)
    parts = (EncodingChoice, RankedAs, Doubts, DetailsForm, Preview, FurnitureList)
    dialog.findChildren(EncodingChoice)[0].setFocus()
    visited = [
        part for one in visited_by_tab(qtbot, dialog) for part in parts if isinstance(one, part) or within(one, part)
    ]
    assert [part for part, _ in groupby(visited)] == [*parts]


def within(widget: QWidget, part: type[QWidget]) -> bool:
    above = widget.parentWidget()
    return above is not None and (isinstance(above, part) or within(above, part))


def test_escape_takes_nothing(qtbot: QtBot, dialog: IntakeDialog) -> None:
    with qtbot.waitSignal(dialog.rejected):
        press(qtbot, Qt.Key.Key_Escape)


def test_details_of_an_article_in_the_desk_are_corrected_with_its_case_number(qtbot: QtBot) -> None:
    details = Details(title="Flood", published="2026-03-14", language="en")
    article = Article(
        id=ArticleId("a"), details=details, case_number="7", added_at="2026-03-15T09:00:00Z", added_by="AB"
    )
    dialog = DetailsDialog(article)
    show(qtbot, dialog)
    assert dialog.answer() == (details, "7")
    form_of(dialog).field("case_number").setText(" 2026-031 ")
    form_of(dialog).field("dek").setText("The bridge is closed.")
    changed, number = dialog.answer()
    assert (changed.dek, number) == ("The bridge is closed.", "2026-031")
    assert form_of(dialog).hint("dek") == ""
    assert_walkable(qtbot, dialog)


def test_an_article_is_called_a_transcript_and_its_suggestions_are_made_anew(
    dialog: IntakeDialog, intake: Intake
) -> None:
    told = dialog.findChildren(RankedAs)[0]
    assert told.accessibleName() == "Ranked as: An article"
    assert dialog.answer().spoken is None
    menu = told.menu()
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "A transcript").trigger()
    assert told.accessibleName() == "Ranked as: A transcript"
    assert dialog.answer().spoken is True
    again = looked_over(intake, intake.details, intake.furniture.__contains__, spoken=True)(Unwatched())
    assert is_spoken(again) and not is_spoken(intake)
    assert any("read as a transcript" in notice for notice in again.draft.notices)
    assert [one.score for one in again.suggestions] != [one.score for one in intake.suggestions]
    back = looked_over(again, again.details, intake.furniture.__contains__, spoken=False)(Unwatched())
    assert back.suggestions == intake.suggestions
    assert back.draft.notices == intake.draft.notices


def test_a_language_of_one_country_is_shown_by_its_name(qtbot: QtBot) -> None:
    form = DetailsForm(Details(title="Flood", language="en-GB"), {})
    qtbot.addWidget(form)
    assert (form.language.currentText(), form.details().language) == ("English (en-GB)", "en-GB")


def test_the_title_is_what_is_typed_in_first(dialog: IntakeDialog) -> None:
    assert dialog.focusWidget() is form_of(dialog).field("title")


def test_the_first_letter_typed_does_not_erase_the_proposed_title(qtbot: QtBot, dialog: IntakeDialog) -> None:
    title = form_of(dialog).field("title")
    qtbot.waitUntil(lambda: title.hasFocus() and not title.hasSelectedText())
    proposed = title.text()
    qtbot.keyClick(title, Qt.Key.Key_A)
    assert title.text() == f"a{proposed}"


def test_the_length_told_is_that_of_the_article_without_what_is_set_aside(dialog: IntakeDialog) -> None:
    assert "· 8 words ·" in dialog.accessibleDescription()
    told = []
    for row in rows_of(dialog):
        row.setCheckState(0, Qt.CheckState.Unchecked)
        told.append(dialog.accessibleDescription().split(" · ")[1])
    assert told == ["10 words", "12 words", "15 words"]
