"""Words of any script: selected word by word, by mouse, and covered in full by the strips their marks are drawn on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factdesk.ui import theme
from factdesk.ui.article.marks import NOTHING
from factdesk.ui.article.pane import ArticlePane
from tests.ui.article.cases import CaseMaker, version_of
from tests.ui.article.conftest import Show

WORD_BY_WORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right
AIR = 2
"""Pixels beside a word that stay blank: a space is wider, and what reaches into them is a glyph cut off."""


@pytest.mark.parametrize(
    ("text", "words", "onwards"),
    [
        ("The old bridge closed.", ["old", "old bridge", "old bridge closed"], RIGHT),
        ("A cafe\u0301 closed here.", ["cafe\u0301", "cafe\u0301 closed", "cafe\u0301 closed here"], RIGHT),
        ("They waved 👩‍👩‍👧‍👦👍🏽 and left.", ["👩‍👩‍👧‍👦👍🏽", "👩‍👩‍👧‍👦👍🏽 and", "👩‍👩‍👧‍👦👍🏽 and left"], RIGHT),
        ("پل قدیمی بسته شد.", ["قدیمی", "قدیمی بسته", "قدیمی بسته شد"], LEFT),
        ("أغلقت البلدية الجسر.", ["البلدية", "البلدية الجسر", "البلدية الجسر."], LEFT),
        ("به گزارش Reuters حدود", ["گزارش", "گزارش Reuters", "گزارش Reuters حدود"], LEFT),
    ],
    ids=["English", "combining mark", "joined emoji", "Persian", "Arabic", "mixed"],
)
def test_shift_ctrl_and_an_arrow_take_one_word_more_and_one_less(
    show: Show, text: str, words: list[str], onwards: Qt.Key
) -> None:
    maker = CaseMaker(version_of(text))
    pane = show(maker)
    pane.go_to(maker.span(words[0]))
    for wanted in words:
        QTest.keyClick(pane.text, onwards, WORD_BY_WORD)
        assert pane.current_span() == maker.span(wanted)
    for wanted in reversed(words[:-1]):
        QTest.keyClick(pane.text, LEFT if onwards == RIGHT else RIGHT, WORD_BY_WORD)
        assert pane.current_span() == maker.span(wanted)


@pytest.mark.parametrize(
    ("text", "words", "from_right"),
    [
        ("أغلقت البلدية الجسر القديم.", "البلدية الجسر", True),
        ("أغلقت البلدية الجسر القديم.", "القديم", True),
        ("古字𠀀𠮷野家在此。", "𠮷野", False),
        ("They waved 👩‍👩‍👧‍👦👍🏽 and left.", "👩‍👩‍👧‍👦👍🏽", False),
        ("A cafe\u0301 closed.", "cafe\u0301", False),
    ],
)
def test_words_are_marked_by_mouse_in_the_direction_they_run(
    show: Show, qtbot: QtBot, text: str, words: str, from_right: bool
) -> None:
    maker = CaseMaker(version_of(text))
    pane = show(maker)
    (strip,) = pane.text.sight.places(maker.span(words))
    y, viewport = strip.center().toPoint().y(), pane.text.viewport()
    ends = [QPoint(round(strip.left()) + 1, y), QPoint(round(strip.right()) - 1, y)]
    begin, end = reversed(ends) if from_right else ends
    with qtbot.waitSignal(pane.selection_changed):
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert pane.current_span() == maker.span(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The jolly bridge fell.", "jolly"),
        ("A cafe\u0301 A\u030angstro\u0308m closed.", "A\u030angstro\u0308m"),
        ("They waved 👩‍👩‍👧‍👦 and 👍🏽 left.", "👩‍👩‍👧‍👦"),
        ("They waved 👩‍👩‍👧‍👦 and 👍🏽 left.", "👍🏽"),
        ("شامگاه پل قدیمی بسته شد.", "قدیمی"),
        ("أغلقت البلدية الجسر القديم.", "البلدية الجسر"),
        ("به گزارش Reuters حدود 30 خانوار", "Reuters"),
        ("市政府 週二關閉了 舊橋。", "週二關閉了"),
        ("古字 𠀀𠮷野家 在此。", "𠀀𠮷野家"),
    ],
    ids=["English", "combining", "joined emoji", "emoji", "Persian", "Arabic", "mixed", "Chinese", "astral"],
)
def test_a_strip_covers_its_glyphs_in_full_and_nothing_of_its_neighbours(show: Show, text: str, words: str) -> None:
    """Read from the pixels: where the strip ends there is blank paper, and just inside of it ink."""
    maker = CaseMaker(version_of(text))
    pane = show(maker)
    pane.show_marks(NOTHING)
    pane.text.clearFocus()
    (strip,) = pane.text.sight.places(maker.span(words))
    inked = _inked(pane, strip)
    left, right = min(inked[0]), max(inked[0])
    assert strip.left() - 1 <= left < strip.left() + 5 and strip.right() - 5 < right <= strip.right() + 1
    assert not _inked(pane, QRectF(strip.left() - 1 - AIR, strip.top(), AIR, strip.height()))[0]
    assert not _inked(pane, QRectF(strip.right() + 1, strip.top(), AIR, strip.height()))[0]
    taller = _inked(pane, strip.adjusted(0, -6, 0, 6))[1]
    assert strip.top() - 1 <= min(taller) and max(taller) <= strip.bottom() + 1


def _inked(pane: ArticlePane, area: QRectF) -> tuple[set[int], set[int]]:
    """Return the columns and the rows of ``area`` in which something is drawn on the paper."""
    image: QImage = pane.text.viewport().grab().toImage()
    paper = QColor(theme.current().ground).lightness()
    found = {
        (x, y)
        for x in range(round(area.left()), round(area.right()))
        for y in range(round(area.top()), round(area.bottom()))
        if abs(image.pixelColor(x, y).lightness() - paper) > 60
    }
    return {x for x, _ in found}, {y for _, y in found}
