"""Where the parts of a row stand, for every width; and its words broken to two lines."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from factdesk.text.offsets import OffsetMap

LINES = 2
EDGE, PAD, GAP = 3, 12, 8
"""Width of the current row's mark, space at the sides, space between columns."""
TWO_COLUMNS = 460
"""From this width on, verdict and work have a column each."""
ONE_COLUMN = 300
"""From this width on they share one column; below it they stand under the words."""


@dataclass(frozen=True, slots=True)
class Places:
    """The rectangles of one row's parts; none overlaps another."""

    number: QRect
    flag: QRect
    words: QRect
    detail: QRect
    verdict: QRect
    state: QRect


def small(font: QFont) -> QFont:
    """Return the font of the quiet lines."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.88)
    return made


def strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def row_height(font: QFont, width: int) -> int:
    """Return the height of every row at ``width``: two lines of words, one of detail, one more when narrow."""
    words, quiet = QFontMetrics(font).lineSpacing(), QFontMetrics(small(font)).lineSpacing()
    below = words if width < ONE_COLUMN else 0
    return 7 + LINES * words + 2 + quiet + below + 8


def places(rect: QRect, font: QFont) -> Places:
    """Return where everything of a row stands inside ``rect``, left to right."""
    line, quiet = QFontMetrics(font).lineSpacing(), QFontMetrics(small(font)).lineSpacing()
    digits = QFontMetrics(font).horizontalAdvance("888.8")
    top, left = rect.top() + 7, rect.left() + EDGE + PAD
    start, right = left + digits + GAP, rect.right() + 1 - PAD
    number, flag = QRect(left, top, digits, line), QRect(left, top + line, digits, line)
    wide = right - start
    below = top + LINES * line + 2
    state_width = QFontMetrics(small(font)).horizontalAdvance("? suggested") + 8
    verdict_width = QFontMetrics(strong(font)).horizontalAdvance("— not decided") + 4
    if rect.width() < ONE_COLUMN:
        detail = QRect(start, below, wide, quiet)
        verdict = QRect(start, below + quiet, max(wide - state_width - GAP, 0), line)
        state = QRect(right - state_width, verdict.top(), state_width, line)
        return Places(number, flag, QRect(start, top, wide, LINES * line), detail, verdict, state)
    if rect.width() < TWO_COLUMNS:
        column = max(state_width, verdict_width)
        verdict = QRect(right - column, top, column, LINES * line)
        state = QRect(right - column, below, column, quiet)
    else:
        state = QRect(right - state_width, top, state_width, line)
        verdict = QRect(state.left() - GAP - verdict_width, top, verdict_width, LINES * line)
    wide = verdict.left() - GAP - start
    end = right if state.top() == top else start + wide
    return Places(
        number, flag, QRect(start, top, wide, LINES * line), QRect(start, below, end - start, quiet), verdict, state
    )


def is_right_to_left(words: str) -> bool:
    """Say whether the first letter with a direction reads from right to left."""
    for char in words:
        match unicodedata.bidirectional(char):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


@lru_cache(maxsize=4096)
def broken(words: str, font_key: str, width: int) -> tuple[str, ...]:
    """Break ``words`` into at most two lines of ``width`` pixels; the last is cut with an ellipsis.

    Args:
        font_key: ``QFont.toString()``; a font itself cannot be remembered.
    """
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(words, font)
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    offsets = OffsetMap.of(words)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(offsets.from_qt(line.textStart()))
    layout.endLayout()
    lines = [words[start:end].strip() for start, end in pairwise((*starts, len(words)))]
    return tuple(QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)
