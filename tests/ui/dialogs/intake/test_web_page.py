"""A web page is looked over: what is disputed, what the file says otherwise, and what may deceive."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.draft import Furniture
from factdesk.text.spans import Span
from factdesk.ui.dialogs.address import AddressDialog, host_of
from factdesk.ui.dialogs.details_form import DetailsForm
from factdesk.ui.dialogs.intake.dialog import IntakeDialog
from factdesk.ui.dialogs.intake.doubts import Doubts
from factdesk.ui.dialogs.intake.furniture import FurnitureList
from factdesk.ui.dialogs.intake.preview import Preview
from factdesk.work.edits.article import Intake
from factdesk.work.intake import looked_over, paste_job, paste_page_job, read_job
from factdesk.work.jobs import Unwatched
from tests.ui.walk import assert_walkable, press, show
from tests.unit.readers.web.pages import NEWS, PROSE


def page(source: str) -> Intake:
    return paste_page_job(source.encode())(Unwatched())


@pytest.fixture
def dialog(qtbot: QtBot) -> IntakeDialog:
    dialog = IntakeDialog(page(NEWS))
    show(qtbot, dialog)
    return dialog


def test_another_value_for_a_detail_is_taken_by_enter(qtbot: QtBot, dialog: IntakeDialog) -> None:
    doubts, form = dialog.findChildren(Doubts)[0], dialog.findChildren(DetailsForm)[0]
    lines = [doubts.alternatives.item(row).text() for row in range(doubts.alternatives.count())]
    assert "Title: Bridge to close – from OpenGraph" in lines
    doubts.alternatives.setFocus()
    doubts.alternatives.setCurrentRow(lines.index("Title: Bridge to close – from OpenGraph"))
    press(qtbot, Qt.Key.Key_Return)
    assert form.field("title").text() == "Bridge to close"


def test_what_the_file_says_otherwise_is_in_sight_at_once(dialog: IntakeDialog) -> None:
    doubts, form = dialog.findChildren(Doubts)[0], dialog.findChildren(DetailsForm)[0]
    for part in (doubts.alternatives, form.field("title")):
        place = part.mapTo(dialog, part.rect().bottomLeft())
        assert part.isVisible()
        assert dialog.rect().contains(place), part.accessibleName()
        assert not part.visibleRegion().isEmpty(), part.accessibleName()


def test_the_text_is_shown_from_where_the_article_begins(qtbot: QtBot, tmp_path: Path) -> None:
    menu = "".join(f"<li><a href='/{n}'>Part {n}</a></li>" for n in range(60))
    told = "".join(f"<p>{line}</p>" for line in PROSE * 3)
    source = f"<html><body><nav><ul>{menu}</ul></nav><article><h1>Bridge closes</h1>{told}</article></body></html>"
    saved = tmp_path / "page.html"
    saved.write_text(source, encoding="utf-8")
    dialog = IntakeDialog(read_job(saved)(Unwatched()))
    show(qtbot, dialog)
    preview = dialog.findChildren(Preview)[0]
    qtbot.waitUntil(lambda: preview.firstVisibleBlock().text() == "Bridge closes")


def test_hazards_are_listed_by_name_and_shown_in_the_text(qtbot: QtBot) -> None:
    dialog = IntakeDialog(paste_job("The p\u0430yment was \u202e001\u202c pounds.\n\nIt wasnâ€™t so.")(Unwatched()))
    show(qtbot, dialog)
    hazards = dialog.findChildren(Doubts)[0].hazards
    said = "\n".join(hazards.item(row).text() for row in range(hazards.count()))
    assert "turns the direction of writing (right-to-left override (U+202E))" in said
    assert "letters of another alphabet" in said
    assert "probably “wasn’t”" in said
    assert "\u202e" not in said
    assert_walkable(qtbot, dialog)


def test_a_stretch_is_kept_or_set_aside_by_one_key_and_the_answer_is_what_is_taken_in(qtbot: QtBot) -> None:
    intake = page(NEWS.replace(f"<p>{PROSE[1]}", f'<p aria-hidden="true">{PROSE[1]}'))
    held = [piece for piece in (*intake.draft.doubted, *intake.furniture) if "screen readers" in piece.reason]
    dialog = IntakeDialog(intake)
    show(qtbot, dialog)
    rows = dialog.findChildren(FurnitureList)[0]
    every = [row for nth in range(rows.topLevelItemCount()) if (row := rows.topLevelItem(nth)) is not None]
    first = next(row for row in every if "screen readers" in row.text(1))
    before = held[0] in dialog.answer().set_aside
    rows.setFocus()
    rows.setCurrentItem(first)
    press(qtbot, Qt.Key.Key_Space)
    assert (held[0] in dialog.answer().set_aside) is not before
    aside = dialog.answer().set_aside
    again = looked_over(intake, intake.details, lambda piece: piece in aside)(Unwatched())
    assert set(again.furniture) == set(aside)


def test_an_address_is_asked_for_by_keyboard_and_only_one_of_the_web(qtbot: QtBot) -> None:
    dialog = AddressDialog("file:///etc/hostname")
    show(qtbot, dialog)
    assert not dialog.fetch.isEnabled()
    dialog.field.setText(" https://crier.example/news ")
    assert dialog.fetch.isEnabled()
    assert "crier.example" in dialog.field.accessibleDescription()
    assert_walkable(qtbot, dialog)
    assert dialog.answer() == "https://crier.example/news"


@pytest.mark.parametrize("words", ["", "the bridge", "http://", "http://[", "ftp://a.example", "https://a b"])
def test_words_are_no_address(words: str) -> None:
    assert host_of(words) == ""


def test_disputed_stretches_stand_first_and_doubted_ones_are_not_checked(qtbot: QtBot) -> None:
    text = "Menu\n\nThe bridge is shut.\n\nPhoto: AB"
    plain = Furniture(Span(0, 4), "menu")
    disputed, doubted = Furniture(Span(6, 25), "outside", True), Furniture(Span(27, 36), "credit", True)
    rows = FurnitureList(text, (plain, disputed), (doubted,))
    qtbot.addWidget(rows)
    every = [row for nth in range(rows.topLevelItemCount()) if (row := rows.topLevelItem(nth)) is not None]
    assert [row.text(1) for row in every] == ["? outside – opinions differ", "? credit – opinions differ", "menu"]
    assert rows.set_aside() == {plain, disputed}


def test_what_does_not_show_is_a_sign_in_the_preview_and_the_text_stays_as_it_is(qtbot: QtBot) -> None:
    text = "🌊 The payment was \u202e001\u202c pounds, a\u200bb, and a hidden \U000e0041\U000e0042 word."
    intake = paste_job(text)(Unwatched())
    dialog = IntakeDialog(intake)
    show(qtbot, dialog)
    preview, hazards = dialog.findChildren(Preview)[0], dialog.findChildren(Doubts)[0].hazards
    assert preview.toPlainText() == "🌊 The payment was ⇄001⇄ pounds, a◌b, and a hidden ◌◌ word."
    hazards.setCurrentRow(hazards.count() - 1)
    assert preview.textCursor().selectedText() == "◌◌"
    assert intake.draft.text == text


def test_a_long_line_about_a_hazard_is_wrapped_and_none_is_cut_off_at_the_side(qtbot: QtBot) -> None:
    dialog = IntakeDialog(paste_job("The payment \u202e\u202d\u2066\u2067 was made on Monday, they said.")(Unwatched()))
    show(qtbot, dialog)
    hazards = dialog.findChildren(Doubts)[0].hazards
    line = hazards.visualItemRect(hazards.item(0))
    assert line.width() <= hazards.viewport().width()
    assert line.height() > 1.5 * hazards.fontMetrics().lineSpacing()
