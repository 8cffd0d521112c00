"""Where the parts of a row stand, for every width; and its words broken to two lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from factdesk.text.offsets import OffsetMap

LINES = 2
EDGE, PAD, GAP = 3, 12, 8
"""Width of the current row's mark, space at the sides, space between columns."""
BESIDE_TWO, BESIDE_ONE = "n" * 30, "n" * 19
"""Room for words that must be left beside a column each for verdict and work, and beside one for both."""


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


class Layout(Enum):
    """How verdict and work stand to the words, from wide to narrow."""

    TWO_COLUMNS = 2
    ONE_COLUMN = 1
    BELOW = 0


def row_height(font: QFont, width: int) -> int:
    """Return the height of every row at ``width``: two lines of words, one of detail, one more when narrow."""
    found = _Measures(font)
    below = found.line if found.layout(width) is Layout.BELOW else 0
    return 7 + LINES * found.line + 2 + found.quiet + below + 8


def places(rect: QRect, font: QFont) -> Places:
    """Return where everything of a row stands inside ``rect``, left to right."""
    found = _Measures(font)
    line, quiet, layout = found.line, found.quiet, found.layout(rect.width())
    top, left = rect.top() + 7, rect.left() + EDGE + PAD
    start, right = rect.left() + found.start, rect.right() + 1 - PAD
    number, flag = QRect(left, top, found.digits, line), QRect(left, top + line, found.digits, line)
    wide = right - start
    below = top + LINES * line + 2
    if layout is Layout.BELOW:
        detail = QRect(start, below, wide, quiet)
        state_width = min(found.state, (wide - GAP) // 2)
        verdict = QRect(start, below + quiet, wide - state_width - GAP, line)
        state = QRect(right - state_width, verdict.top(), state_width, line)
        return Places(number, flag, QRect(start, top, wide, LINES * line), detail, verdict, state)
    if layout is Layout.ONE_COLUMN:
        column = max(found.state, found.verdict)
        verdict = QRect(right - column, top, column, LINES * line)
        state = QRect(right - column, below, column, quiet)
    else:
        state = QRect(right - found.state, top, found.state, line)
        verdict = QRect(state.left() - GAP - found.verdict, top, found.verdict, LINES * line)
    wide = verdict.left() - GAP - start
    end = right if layout is Layout.TWO_COLUMNS else start + wide
    words, detail = QRect(start, top, wide, LINES * line), QRect(start, below, end - start, quiet)
    return Places(number, flag, words, detail, verdict, state)


class _Measures:
    """Heights and widths that follow from the font."""

    def __init__(self, font: QFont) -> None:
        plain, quiet, bold = QFontMetrics(font), QFontMetrics(small(font)), QFontMetrics(strong(font))
        self.line, self.quiet = plain.lineSpacing(), quiet.lineSpacing()
        self.digits = plain.horizontalAdvance("888.8")
        self.start = EDGE + PAD + self.digits + GAP
        self.state = quiet.horizontalAdvance("? suggested") + 8
        self.verdict = bold.horizontalAdvance("— not decided") + 4
        self._beside_two = plain.horizontalAdvance(BESIDE_TWO)
        self._beside_one = plain.horizontalAdvance(BESIDE_ONE)

    def layout(self, width: int) -> Layout:
        room = width - self.start - PAD - GAP
        if room - self.verdict - GAP - self.state >= self._beside_two:
            return Layout.TWO_COLUMNS
        if room - max(self.state, self.verdict) >= self._beside_one:
            return Layout.ONE_COLUMN
        return Layout.BELOW


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
