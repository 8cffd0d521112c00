"""The search over the desk: by keyboard alone, live, and with a sentence wherever nothing is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from factdesk.model.hit import Found, Hit, HitKind, Piece
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.ui.dialogs.marked_words import MARKED, across, line_of, seen
from factdesk.ui.dialogs.search import SearchDialog
from tests.ui.walk import assert_walkable, press, show


def hit(kind: HitKind, words: str, article: str | None = "a", claim: str | None = "c") -> Hit:
    pieces = (Piece("the ", False), Piece(words, True))
    ids = (None if article is None else ArticleId(article), None if claim is None else ClaimId(claim))
    return Hit(kind=kind, article_id=ids[0], claim_id=ids[1], title="Flood", snippet=pieces)


DAM, GATE = hit(HitKind.CLAIM, "dam"), hit(HitKind.ARTICLE, "gate", claim=None)
UNUSED = hit(HitKind.SOURCE, "ledger", None, None)


@pytest.fixture
def dialog(qtbot: QtBot) -> SearchDialog:
    made = SearchDialog()
    show(qtbot, made)
    return made


def test_every_letter_asks_and_the_arrows_choose_while_one_types(qtbot: QtBot, dialog: SearchDialog) -> None:
    asked: list[str] = []
    dialog.asked.connect(asked.append)
    press(qtbot, Qt.Key.Key_D)
    press(qtbot, Qt.Key.Key_A)
    assert asked == ["d", "da"]
    dialog.show_found(Found((DAM, GATE), 2, True))
    assert dialog.answer() == DAM
    press(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, Qt.Key.Key_Return)
    assert dialog.answer() == GATE


def test_matched_words_are_drawn_otherwise_and_the_words_stay_plain(dialog: SearchDialog) -> None:
    dialog.show_found(Found((hit(HitKind.CLAIM, "😀  dam"), GATE), 2, True))
    row = dialog.table.topLevelItem(0)
    assert row is not None
    assert row.text(1) == "the 😀 dam"
    assert row.data(1, MARKED) == [(4, 10)]
    assert row.data(0, Qt.ItemDataRole.AccessibleTextRole) == "Claim, Flood: the 😀 dam"


def test_a_marked_word_has_another_look(dialog: SearchDialog) -> None:
    dialog.show_found(Found((GATE, DAM), 2, True))
    assert_marks_are_drawn(dialog)


def assert_marks_are_drawn(dialog: SearchDialog) -> None:
    """Without its marks the second row looks otherwise."""
    row = dialog.table.topLevelItem(1)
    assert row is not None
    marked = drawn(dialog)
    row.setData(1, MARKED, [])
    assert drawn(dialog) != marked


def drawn(dialog: SearchDialog) -> QImage:
    """What the table shows."""
    return dialog.table.viewport().grab().toImage()


LONG = "which the council had asked for in the spring of the year in which the river rose, " * 3


@pytest.mark.parametrize(("before", "after"), [("", LONG), (LONG, ""), (LONG, LONG), (f"שיטפון {LONG}", LONG)])
def test_of_a_long_text_the_part_around_the_found_word_is_shown(before: str, after: str) -> None:
    laid, room = line_of(f"{before}dam{after}"), 300.0
    line = laid.lineAt(0)
    start, stop = len(before), len(before) + len("dam")
    begins, ends = seen(line, room, (start, stop))
    assert ends - begins <= room
    found = sorted(across(line, at) for at in (start, stop))
    assert begins <= found[0] < found[1] <= ends
    assert (begins > 0, ends < line.naturalTextWidth()) == (bool(before), bool(after))


def test_a_word_found_far_on_is_drawn(dialog: SearchDialog) -> None:
    far = Hit(kind=HitKind.CLAIM, article_id=ArticleId("a"), claim_id=ClaimId("c"), title="Flood",
              snippet=(Piece(LONG, False), Piece("dam", True), Piece(LONG, False)))  # fmt: skip
    dialog.show_found(Found((GATE, far), 2, True))
    assert_marks_are_drawn(dialog)


@pytest.mark.parametrize(
    ("words", "found", "said"),
    [
        ("", Found((), 0, True), "All words must be there"),
        ("zzz", Found((), 0, True), "Nothing in this desk"),
        ("dam", Found((DAM,), 1, True), "1 found."),
        ("dam", Found((DAM,), 60, True), "60 found, the best 1 shown."),
        ("the", Found((DAM,), 1000, False), "More than 1,000 places"),
    ],
)
def test_what_is_shown_and_what_is_not_is_said(dialog: SearchDialog, words: str, found: Found, said: str) -> None:
    dialog.search.setText(words)
    dialog.show_found(found)
    assert dialog.standing.text().startswith(said)
    assert dialog.open_button.isEnabled() is bool(found.hits)


def test_a_source_that_no_claim_uses_cannot_be_opened(dialog: SearchDialog) -> None:
    dialog.show_found(Found((UNUSED,), 1, True))
    assert dialog.answer() is None
    assert not dialog.open_button.isEnabled()


def test_the_search_is_walked_by_keyboard(qtbot: QtBot) -> None:
    made = SearchDialog()
    made.show_found(Found((DAM, GATE), 2, True))
    show(qtbot, made)
    assert_walkable(qtbot, made)
