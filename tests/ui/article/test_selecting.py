"""Selecting words and moving onto claims, by mouse and by keyboard, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from factdesk.model.version import Block, BlockKind
from factdesk.text.spans import Span
from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker, version_of
from tests.ui.article.conftest import Show, centre, click, drag

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ODD = [
    "😀👩‍👩‍👧‍👦 before, then the bridge closed at nine.",
    "a\r\nb\r\nthen the bridge closed at nine.",
    "e\u0301\u2028x\x00\x0c\ufeff\ufffcthen the bridge closed at nine.",
    "\u2029\u2029\x85then the bridge closed at nine.",
]


@pytest.mark.parametrize("text", ODD)
def test_words_dragged_over_are_the_words_selected_whatever_stands_before_them(show: Show, text: str) -> None:
    maker = CaseMaker(version_of(text))
    pane = show(maker)
    drag(pane, maker.span("the bridge closed"))
    assert pane.current_span() == maker.span("the bridge closed")


@pytest.mark.parametrize("text", ODD)
def test_a_click_on_a_claim_enters_it_whatever_stands_before_it(show: Show, qtbot: QtBot, text: str) -> None:
    maker = CaseMaker(version_of(text))
    claim = maker.claim("the bridge closed")
    pane = show(maker)
    with qtbot.waitSignal(pane.claim_entered) as entered:
        click(pane, maker.span("the bridge closed"))
    assert entered.args == [claim]


def test_the_selection_leaves_white_space_around_words_out(pane: ArticlePane, story: CaseMaker) -> None:
    span = story.span(" on Tuesday evening ")
    pane.select(span)
    assert pane.current_span() == Span(span.start + 1, span.end - 1)


def test_white_space_alone_is_no_selection(pane: ArticlePane, story: CaseMaker) -> None:
    pane.select(story.span("\n\n"))
    assert pane.current_span() is None


def test_words_are_selected_by_keyboard_alone(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    pane.go_to(story.span("county closed"))
    with qtbot.waitSignal(pane.selection_changed) as told:
        QTest.keyClick(pane.text, Qt.Key.Key_Right, CTRL | SHIFT)
    assert told.args == [story.span("county")]
    QTest.keyClick(pane.text, Qt.Key.Key_Right, CTRL | SHIFT)
    assert pane.current_span() == story.span("county closed")


@pytest.mark.parametrize(
    ("text", "words", "key", "presses"),
    [
        ("市政府週二關閉了舊橋。", "關閉了", Qt.Key.Key_Right, 3),
        ("古字𠀀𠮷野家在此。", "𠀀𠮷野", Qt.Key.Key_Right, 3),
        ("They waved 👩‍👩‍👧‍👦👍🏽 and left.", "👩‍👩‍👧‍👦👍🏽", Qt.Key.Key_Right, 2),
        ("A cafe\u0301 closed.", "e\u0301", Qt.Key.Key_Right, 1),
        ("پل قدیمی بسته شد.", "قدیمی", Qt.Key.Key_Left, 5),
        ("أغلقت البلدية الجسر.", "البلدية", Qt.Key.Key_Left, 7),
    ],
    ids=["Chinese", "astral ideographs", "joined emoji", "combining mark", "Persian", "Arabic"],
)
def test_arrows_select_whole_characters_of_any_script_and_the_mark_lies_on_them(
    show: Show, text: str, words: str, key: Qt.Key, presses: int
) -> None:
    maker = CaseMaker(version_of(text))
    maker.claim(words)
    pane = show(maker)
    pane.go_to(maker.span(words))
    for _ in range(presses):
        QTest.keyClick(pane.text, key, SHIFT)
    assert pane.current_span() == maker.span(words)
    (mark,) = [one for one in maker.marks().overlapping(maker.span(words)) if one.subject]
    assert mark.span == maker.span(words)
    (strip,) = pane.text.sight.places(mark.span)
    before = pane.text.sight.places(Span(0, mark.span.start))[0]
    if key == Qt.Key.Key_Left:
        assert strip.right() <= before.left() + 1
    else:
        assert strip.left() >= before.right() - 1


@pytest.mark.parametrize("words", ["قدیمی", "بسته شد"])
def test_words_that_run_to_the_left_are_selected_by_a_drag_to_the_left(show: Show, words: str) -> None:
    maker = CaseMaker(version_of("پل قدیمی بسته شد."))
    pane = show(maker)
    (strip,) = pane.text.sight.places(maker.span(words))
    y, viewport = strip.center().toPoint().y(), pane.text.viewport()
    begin, end = QPoint(round(strip.right()) - 1, y), QPoint(round(strip.left()) + 1, y)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, begin)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, end)
    assert pane.current_span() == maker.span(words)


def test_two_clicks_select_a_word_and_three_its_sentence(pane: ArticlePane, story: CaseMaker) -> None:
    viewport, place = pane.text.viewport(), centre(pane, story.span("households"))
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, NONE, place)
    assert pane.current_span() == story.span("households")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NONE, place)
    sentence = (
        "Reports suggest as many as 30 households were told to leave, though the police did not confirm the figure."
    )
    assert pane.current_span() == story.span(sentence)


def test_three_clicks_select_a_sentence_that_runs_over_lines_of_its_paragraph(show: Show) -> None:
    sentence = "The old bridge over the river was closed\nat nine by the county’s own people, they said."
    text = f"Rain fell on Monday. {sentence} It opens in May.\n"
    version = replace(version_of(text), blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text) - 1), 1),))
    maker = CaseMaker(version)
    pane = show(maker)
    for word in ("old bridge", "nine"):
        viewport, place = pane.text.viewport(), centre(pane, maker.span(word))
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, NONE, place)
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NONE, place)
        assert pane.current_span() == maker.span(sentence)
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NONE, centre(pane, maker.span("Rain")))


def test_in_another_article_nothing_is_selected(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    pane.select(story.span("households"))
    other = CaseMaker(version_of("The dam closed."))
    with qtbot.waitSignal(pane.selection_changed) as told:
        pane.show_article(other.article, other.version, 1)
    assert (told.args, pane.current_span()) == ([None], None)


def test_a_cursor_right_behind_the_words_of_a_claim_enters_it(show: Show, qtbot: QtBot) -> None:
    maker = CaseMaker(version_of("The bridge closed, they said."))
    claim = maker.claim("The bridge closed")
    pane = show(maker)
    pane.go_to(maker.span(" they said"))
    with qtbot.waitSignal(pane.claim_entered) as entered:
        QTest.keyClick(pane.text, Qt.Key.Key_Left)
    assert (entered.args, pane.cursor_index()) == ([claim], maker.span("The bridge closed").end)


def test_clearing_the_selection_leaves_the_cursor(pane: ArticlePane, story: CaseMaker) -> None:
    pane.select(story.span("households"))
    pane.clear_selection()
    assert pane.current_span() is None
    assert pane.cursor_index() == story.span("households").end


def test_the_cursor_enters_the_innermost_claim_and_tells_it_once(
    pane: ArticlePane, story: CaseMaker, qtbot: QtBot
) -> None:
    inner = next(mark for mark in story.marks().at(story.span("two of the bridge").start) if mark.subject)
    with qtbot.waitSignal(pane.claim_entered) as entered:
        click(pane, story.span("two of the bridge"))
    assert entered.args == [inner.subject]
    pane.set_current("claim", inner.subject)
    with qtbot.assertNotEmitted(pane.claim_entered):
        QTest.keyClick(pane.text, Qt.Key.Key_Left)


def test_an_open_suggestion_is_entered_by_its_own_signal(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    span = story.suggestions[0].span
    pane.go_to(span)
    qtbot.waitUntil(lambda: pane.text.viewport().rect().contains(centre(pane, span)))
    with qtbot.waitSignal(pane.suggestion_entered) as entered:
        click(pane, Span(span.start + 4, span.start + 8))
    assert entered.args == [story.suggestions[0].id]


def test_a_click_on_a_number_enters_its_claim(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    number, place = next((text, place) for text, place in pane.text.sight.numbers() if text.startswith("3"))
    assert number
    with qtbot.waitSignal(pane.claim_entered) as entered:
        QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, NONE, place.center().toPoint())
    assert entered.args == ["claim003"]


def test_going_somewhere_is_not_entering_it(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.claim_entered), qtbot.assertNotEmitted(pane.suggestion_entered):
        pane.go_to(story.span("Reports suggest"))
    assert pane.cursor_index() == story.span("Reports suggest").start


def test_a_letter_key_reaches_the_window_while_the_article_has_the_focus(pane: ArticlePane, qtbot: QtBot) -> None:
    action = QAction(pane)
    action.setShortcut("M")
    pane.addAction(action)
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(pane.text, Qt.Key.Key_M)


def test_what_is_copied_is_the_article_not_what_stands_for_it(show: Show, qtbot: QtBot) -> None:
    text = "one\u00a0two\r\nthree\x00\u2029four"
    pane = show(CaseMaker(version_of(text)))
    QTest.keyClick(pane.text, Qt.Key.Key_A, CTRL)
    QTest.keyClick(pane.text, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == text


def drop(pane: ArticlePane, data: QMimeData) -> bool:
    """Drop data on the middle of the pane, as Qt delivers it; say whether it was taken."""
    place = QPoint(300, 300)
    buttons, actions = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, actions, data, buttons, NONE)
    QApplication.sendEvent(pane, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(place), actions, data, buttons, NONE)
    QApplication.sendEvent(pane, event)
    return event.isAccepted()


def test_files_dropped_are_told_by_their_paths(pane: ArticlePane, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a story.txt")), QUrl("https://example.org/x")])
    with qtbot.waitSignal(pane.files_dropped) as dropped, qtbot.assertNotEmitted(pane.text_dropped):
        assert drop(pane, data)
    assert dropped.args == [[str(tmp_path / "a story.txt")]]


def test_text_dropped_is_told_as_it_is(pane: ArticlePane, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("A new story.\n")
    with qtbot.waitSignal(pane.text_dropped) as dropped:
        assert drop(pane, data)
    assert dropped.args == ["A new story.\n"]


def test_an_image_is_not_taken(pane: ArticlePane) -> None:
    data = QMimeData()
    data.setData("image/png", b"\x89PNG")
    assert not drop(pane, data)


def test_a_menu_is_asked_for_the_selected_words(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> None:
    drag(pane, story.span("30 households"))
    place = centre(pane, story.span("30 households"))
    with qtbot.waitSignal(pane.context_asked) as asked:
        QApplication.sendEvent(
            pane.text.viewport(),
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, pane.text.viewport().mapToGlobal(place)),
        )
    assert asked.args is not None
    assert asked.args[1] == story.span("30 households")


@pytest.fixture
def aside_menu(pane: ArticlePane, story: CaseMaker, qtbot: QtBot) -> QMenu:
    """The menu that a key opens where the cursor stands in what was set aside."""
    pane.set_furniture_shown(True)
    pane.go_to(story.span("related") if "related" in story.version.text else story.span("Ten bridges"))
    with qtbot.assertNotEmitted(pane.context_asked):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(pane.text.viewport(), event)
    (menu,) = pane.findChildren(QMenu)
    assert menu.isVisible()
    return menu


def test_furniture_is_restored_from_its_own_menu(
    aside_menu: QMenu, pane: ArticlePane, story: CaseMaker, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.restore_asked) as asked:
        aside_menu.actions()[0].trigger()
    aside_menu.close()
    segment = next(one for one in story.segments if one.reason == "related links")
    assert asked.args == [segment.id]


def test_furniture_is_hidden_from_its_own_menu(aside_menu: QMenu, pane: ArticlePane) -> None:
    aside_menu.actions()[1].trigger()
    aside_menu.close()
    assert not pane.furniture_shown


def test_what_is_known_of_the_article_is_told_with_its_name_and_not_at_every_claim(
    pane: ArticlePane, story: CaseMaker
) -> None:
    told = QAccessible.queryAccessibleInterface(pane.text)
    named = told.text(QAccessible.Text.Name)
    assert named == "Article, By staff reporter · The Valley Courier · 14 March 2026 · version 2 of 2 · 185 words"
    pane.go_to(story.span("Reports suggest"))
    pane.set_current("claim", "claim004")
    assert told.text(QAccessible.Text.Description) == "Claim 4: — not decided · new"
    assert told.text(QAccessible.Text.Name) == named
    pane.show_nothing()
    assert (told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)) == ("Article", "")


def test_a_click_below_the_text_goes_into_its_last_line(show: Show) -> None:
    maker = CaseMaker(version_of("The bridge is shut.\n\nNobody was hurt in the night."))
    pane = show(maker)
    words = maker.span("night.")
    end = pane.text.sight.places(words)[-1]
    below = QPoint(round(end.right()) + 3, round(end.bottom()) + 60)
    QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, below)
    assert pane.cursor_index() == words.end


def test_a_pane_that_was_given_nothing_yet_says_what_to_do(qtbot: QtBot) -> None:
    pane = ArticlePane()
    qtbot.addWidget(pane)
    pane.show()
    assert pane.empty.isVisible()
    assert not pane.text.isVisible()


def test_nothing_open_says_what_to_do(pane: ArticlePane, qtbot: QtBot) -> None:
    pane.show_nothing()
    assert not pane.text.isVisible()
    assert pane.empty.isVisible()
    assert "drop" in pane.empty.accessibleName()
    assert pane.current_span() is None
    pane.open_find()
    assert not pane.search.bar.isVisible()


def test_headings_and_list_items_are_laid_out_as_such(show: Show) -> None:
    text = "Big title\n\n• " + "many words " * 30 + "\n\n" + "plain words " * 30
    maker = CaseMaker(version_of(text, {"Big title": BlockKind.TITLE, "•": BlockKind.LIST_ITEM}))
    pane = show(maker)
    title = pane.text.sight.places(maker.span("Big title"))
    items, plain = (
        pane.text.sight.places(maker.version.blocks[1].span),
        pane.text.sight.places(maker.version.blocks[2].span),
    )
    assert title[0].height() > plain[0].height()
    assert items[1].left() > items[0].left() > plain[0].left()
    assert plain[0].left() == plain[1].left()
