"""Where the parts of a row stand, for every width; and its words broken to two lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

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
    found = faces(font)
    below = found.line if found.layout(width) is Layout.BELOW else 0
    return 7 + LINES * found.line + 2 + found.low + below + 8


def places(rect: QRect, font: QFont) -> Places:
    """Return where everything of a row stands inside ``rect``, left to right."""
    found = faces(font)
    line, quiet, layout = found.line, found.low, found.layout(rect.width())
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


class Face(NamedTuple):
    """A font, what it is remembered by, and the height of its lines."""

    font: QFont
    key: str
    line: int


class Faces:
    """The fonts of a row, and heights and widths that follow from them. ``faces`` gives them."""

    def __init__(self, font: QFont) -> None:
        slanted = QFont(font)
        slanted.setItalic(True)
        self.plain, self.quiet, self.bold, self.slanted = (
            Face(one, one.toString(), QFontMetrics(one).lineSpacing())
            for one in (font, small(font), strong(font), slanted)
        )
        plain, quiet, bold = (QFontMetrics(face.font) for face in (self.plain, self.quiet, self.bold))
        self.line, self.low = self.plain.line, self.quiet.line
        self.digits = max(plain.horizontalAdvance("88888"), quiet.horizontalAdvance("8888.8") + 2)
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


_latest: list[tuple[QFont, Faces]] = []
"""The font that was asked for last: all rows have the same, and comparing fonts is far quicker than writing one out."""


def faces(font: QFont) -> Faces:
    """Return what follows from a font; worked out once for each."""
    if not _latest or _latest[0][0] != font:
        _latest[:] = [(QFont(font), _faces(font.toString()))]
    return _latest[0][1]


@lru_cache(maxsize=32)
def _faces(key: str) -> Faces:
    return Faces(_font(key))


@lru_cache(maxsize=128)
def _font(key: str) -> QFont:
    font = QFont()
    font.fromString(key)
    return font


@lru_cache(maxsize=4096)
def fitted(words: str, font_key: str, width: int) -> str:
    """Return ``words`` cut with an ellipsis to ``width`` pixels."""
    metrics = QFontMetrics(_font(font_key))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    over = metrics.horizontalAdvance(shown) - width  # words of two directions are cut a little too late
    return shown if over <= 0 else metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - over)


@lru_cache(maxsize=4096)
def broken(words: str, font_key: str, width: int) -> tuple[str, ...]:
    """Break ``words`` into at most two lines of ``width`` pixels; the last is cut with an ellipsis.

    Args:
        font_key: ``QFont.toString()``.
    """
    layout = QTextLayout(words, _font(font_key))
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
    return tuple(fitted(line, font_key, width) for line in lines)
