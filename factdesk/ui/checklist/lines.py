"""Words on lines: cut to a width, broken to two lines, and set once so that drawing them again is quick."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTextLayout, QTextOption, QTransform

from factdesk.text.offsets import OffsetMap
from factdesk.ui.fonts import SIGNS

LINES = 2


class SetLine(NamedTuple):
    """One line of words, its letters chosen and placed: drawing it takes half the time of drawing its words."""

    text: QStaticText
    width: float
    height: float


@lru_cache(maxsize=128)
def font_of(key: str) -> QFont:
    """Return the font that is called ``key`` (``QFont.toString``)."""
    font = QFont()
    font.fromString(key)
    font.setFamilies([font.family(), SIGNS])  # a key holds the first family only
    return font


@lru_cache(maxsize=512)
def set_line(words: str, font_key: str, from_right: bool) -> SetLine:
    """Set words that are known to fit; a few screens full of rows are kept.

    Args:
        from_right: whether the line runs from the right, whatever its own words do.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    made = QStaticText(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextOption(option)
    made.prepare(QTransform(), font_of(font_key))
    size = made.size()
    return SetLine(made, size.width(), size.height())


@lru_cache(maxsize=4096)
def fitted(words: str, font_key: str, width: int) -> str:
    """Return ``words`` cut with an ellipsis to ``width`` pixels."""
    metrics = QFontMetrics(font_of(font_key))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    if shown == words:
        return words
    over = metrics.horizontalAdvance(shown) - width  # words of two directions are cut a little too late
    return shown if over <= 0 else metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - over)


@lru_cache(maxsize=4096)
def broken(words: str, font_key: str, width: int) -> tuple[str, ...]:
    """Break ``words`` into at most two lines of ``width`` pixels; the last is cut with an ellipsis.

    Args:
        font_key: ``QFont.toString()``.
    """
    layout = QTextLayout(words, font_of(font_key))
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    offsets = OffsetMap.of(words)
    starts: list[int] = []
    end = 0
    layout.beginLayout()
    while len(starts) < LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(offsets.from_qt(line.textStart()))
        end = offsets.from_qt(line.textStart() + line.textLength())
    layout.endLayout()
    lines = [words[start:stop].strip() for start, stop in pairwise((*starts, len(words)))]
    return (*lines[:-1], *(fitted(line, font_key, width) if end < len(words) else line for line in lines[-1:]))
