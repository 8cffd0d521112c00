"""The fields of the claim pane in a real window: typed in, left, refreshed while being typed in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.model.claim import ClaimKind, Priority
from factdesk.model.ids import SuggestionId
from factdesk.ui.claim.fields.typed import TextField
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.claim.view import suggestion_view
from tests.ui.claim import cases
from tests.ui.claim.conftest import Said
from tests.ui.claim.hands import Press, View, changed, click, wishes

# --- fields


def test_a_field_is_told_while_typed_and_sent_once_when_left(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.write()
    press("ab")
    press(Qt.Key.Key_Tab)
    pane.commit_typing()
    assert said == [
        ("typing", ("c4", "rationale", "a")),
        ("typing", ("c4", "rationale", "ab")),
        ("field_edited", ("c4", "rationale", "ab")),
    ]


def test_words_are_not_sent_while_a_menu_or_another_window_has_the_keys(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.write()
    press("ab")
    field = pane.claim.rationale.field
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, reason))
        QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert wishes(said, "field_edited") == []
    press(Qt.Key.Key_Tab)
    assert wishes(said, "field_edited") == [("c4", "rationale", "ab")]


def test_a_field_left_unchanged_says_nothing(pane: ClaimPane, said: list[Said], view: View, press: Press) -> None:
    pane.show_claim(view("c2"))
    pane.write()
    press(Qt.Key.Key_Tab)
    pane.commit_typing()
    assert said == []


def test_a_refresh_keeps_words_caret_and_selection_of_the_field_being_typed_in(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c2"))
    pane.write_note()
    field = pane.claim.note.field
    press(Qt.Key.Key_Home)
    press("First ")
    before = (field.words(), field.textCursor().position())
    assert before[0] == "First Ask for the **counts** of both years."
    pane.show_claim(view("c2", changed("c2", note="Written by another program.", rationale="New reasons.")))
    assert (field.words(), field.textCursor().position()) == before
    assert field.hasFocus()
    assert pane.claim.rationale.field.words() == "New reasons."  # nobody was typing there
    press(Qt.Key.Key_Backspace)
    pane.commit_typing()
    assert wishes(said, "field_edited") == [("c2", "note", "FirstAsk for the **counts** of both years.")]


def test_a_refresh_without_news_moves_no_caret(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c2"))
    pane.write()
    press(Qt.Key.Key_Right)
    pane.show_claim(view("c2"))
    assert pane.claim.rationale.field.textCursor().position() == 1


def test_a_draft_is_shown_as_the_fields_words_and_sent_on_leaving(
    pane: ClaimPane, said: list[Said], view: View
) -> None:
    pane.show_claim(view("c4", drafts={"note": "half a thou", "claimant": "the mayor"}))
    assert pane.claim.note.field.words() == "half a thou"
    assert pane.claim.facts.claimant.text() == "the mayor"
    pane.commit_typing()
    assert said == [
        ("field_edited", ("c4", "claimant", "the mayor")),
        ("field_edited", ("c4", "note", "half a thou")),
    ]


@pytest.mark.parametrize("leave", ["another claim", "a suggestion", "nothing"])
def test_words_typed_in_one_claim_are_sent_for_it_before_anything_else_is_shown(
    pane: ClaimPane, said: list[Said], view: View, press: Press, leave: str
) -> None:
    pane.show_claim(view("c4"))
    pane.write()
    press("why")
    if leave == "another claim":
        pane.show_claim(view("c2"))
        assert pane.claim.rationale.field.words() == "The count of 2025 says 3,120."
    elif leave == "a suggestion":
        pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g1")))
    else:
        pane.show_nothing()
    assert wishes(said, "field_edited") == [("c4", "rationale", "why")]


def test_a_window_that_shows_another_claim_while_words_are_sent_gets_them_all_for_the_right_claim(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4", drafts={"claimant": "the mayor", "note": "ask again"}))
    pane.field_edited.connect(lambda *_: pane.show_claim(view("c2")))
    pane.commit_typing()
    assert wishes(said, "field_edited") == [("c4", "claimant", "the mayor"), ("c4", "note", "ask again")]
    assert pane.claim.note.field.words() == "Ask for the **counts** of both years."


def test_the_focus_given_to_the_pane_goes_to_what_comes_first(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c2"))
    pane.setFocus()
    assert pane.claim.verdicts.cards[2].hasFocus()
    pane.show_suggestion(suggestion_view(cases.case(), SuggestionId("g1")))
    pane.setFocus()
    assert pane.suggestion.accept.hasFocus()


def test_no_break_spaces_survive_the_field(pane: ClaimPane, said: list[Said], view: View, press: Press) -> None:
    words = "12\u00a0000 passagers\u202f: non"
    pane.show_claim(view("c4", changed("c4", note=words)))
    pane.commit_typing()
    assert said == []
    pane.write_note()
    press(Qt.Key.Key_End)
    press("!")
    pane.commit_typing()
    assert wishes(said, "field_edited") == [("c4", "note", words + "!")]


def test_enter_leaves_the_restatement_and_breaks_the_line_in_the_note(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c4"))
    pane.claim.facts.restatement.setFocus()
    press("It costs 90,000 pounds.")
    press(Qt.Key.Key_Return)
    assert wishes(said, "field_edited") == [("c4", "restatement", "It costs 90,000 pounds.")]
    assert not pane.claim.facts.restatement.hasFocus()
    pane.write_note()
    press("one")
    press(Qt.Key.Key_Return)
    press("two")
    pane.commit_typing()
    assert wishes(said, "field_edited")[-1] == ("c4", "note", "one\ntwo")


def test_kind_priority_and_risk_are_sent_as_chosen(pane: ClaimPane, said: list[Said], view: View) -> None:
    pane.show_claim(view("c4"))
    facts = pane.claim.facts
    next(one for one in facts.kind.menu().actions() if one.text() == "event").trigger()
    next(one for one in facts.priority.menu().actions() if one.text() == "high priority").trigger()
    click(facts.high_risk)
    assert said == [
        ("field_edited", ("c4", "kind", ClaimKind.EVENT)),
        ("field_edited", ("c4", "priority", Priority.HIGH)),
        ("field_edited", ("c4", "high_risk", True)),
    ]
    assert facts.high_risk.text() == "⚑ high risk"
    assert "kind" in facts.kind.accessibleName().lower()


def test_what_was_chosen_and_not_kept_is_shown_again_as_the_desk_has_it(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c4"))
    facts = pane.claim.facts
    before = facts.kind.text(), facts.high_risk.isChecked(), facts.high_risk.text(), facts.high_risk.accessibleName()
    next(one for one in facts.kind.menu().actions() if one.text() == "event").trigger()
    click(facts.high_risk)
    assert facts.kind.text() != before[0]
    assert facts.high_risk.isChecked()
    pane.show_claim(view("c4"))
    after = facts.kind.text(), facts.high_risk.isChecked(), facts.high_risk.text(), facts.high_risk.accessibleName()
    assert after == before


@pytest.mark.parametrize(("last", "onward"), [("9999-12-31", Qt.Key.Key_Up), ("0001-01-01", Qt.Key.Key_Down)])
def test_beyond_the_last_day_there_is_none_to_go_to(
    pane: ClaimPane, view: View, press: Press, last: str, onward: Qt.Key
) -> None:
    pane.show_claim(view("c2"))
    pane.claim.as_of.setFocus()
    pane.claim.as_of.setText(last)
    press(onward)
    assert pane.claim.as_of.text() == last


def test_the_as_of_date_goes_by_days_and_what_is_no_date_is_never_sent(
    pane: ClaimPane, said: list[Said], view: View, press: Press
) -> None:
    pane.show_claim(view("c2"))
    pane.claim.as_of.setFocus()
    press(Qt.Key.Key_Up)
    assert pane.claim.as_of.text() == "2026-11-23"
    press(Qt.Key.Key_End)
    press("9")
    press(Qt.Key.Key_Backspace)
    press("9")
    assert pane.claim.as_of.text() == "2026-11-29"
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    press("42")
    assert pane.claim.as_of.accessibleDescription() == "This is no date."
    press(Qt.Key.Key_Tab)
    assert said == []
    pane.claim.as_of.setFocus()
    pane.claim.as_of.selectAll()
    press("2026-10-01")
    press(Qt.Key.Key_Tab)
    assert said == [("field_edited", ("c2", "as_of", "2026-10-01"))]


def test_a_date_that_may_only_be_read_goes_by_no_day(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c2"))
    field = pane.claim.as_of
    before = field.text()
    field.setReadOnly(True)
    field.setFocus()
    press(Qt.Key.Key_Up)
    assert before and field.text() == before
    field.setReadOnly(False)
    press(Qt.Key.Key_Up)
    assert field.text() != before


def test_what_is_no_date_has_an_edge_of_its_own(pane: ClaimPane, view: View) -> None:
    pane.show_claim(view("c2"))
    field, edges = pane.claim.as_of, []
    for words in ("2026-12-01", "2026-13-01", "2026-12-02"):
        field.setText(words)
        image = field.grab().toImage()
        edges.append(image.pixelColor(image.width() // 2, 0).name())
    assert edges[0] == edges[2] != edges[1]


def test_the_preview_shows_what_is_being_typed(pane: ClaimPane, view: View, press: Press) -> None:
    pane.show_claim(view("c4"))
    pane.write_note()
    press("so **bold**")
    click(pane.claim.note.toggle)
    assert pane.claim.note.preview.isVisible()
    assert pane.claim.note.preview.toPlainText() == "so bold"
    click(pane.claim.note.toggle)
    assert pane.claim.note.field.isVisible()


def test_a_field_that_is_not_seen_has_the_height_of_its_words(qtbot: QtBot) -> None:
    field, other = TextField("Note", most=8), TextField("Note", most=8)
    for one in (field, other):
        qtbot.addWidget(one)
    other.setPlainText("one line")
    for words in ("a line\n" * 40, "two\nlines", "a line\n" * 40, "one line"):
        field.setPlainText(words)
        assert field.minimumHeight() > 0
    assert field.minimumHeight() == other.minimumHeight()
