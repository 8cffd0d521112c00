"""Where the parts of a row stand, for every width."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from factdesk.ui.checklist.lines import LINES, font_of

EDGE, PAD, GAP = 3, 12, 8
"""Width of the current row's mark, space at the sides, space between columns."""
BESIDE_TWO, BESIDE_ONE = "n" * 30, "n" * 19
"""Room for words that must be left beside a column each for verdict and work, and beside one for both."""


class Places(Struct, frozen=True):
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


def places(font: QFont, width: int) -> Places:
    """Return where everything of a row of this width stands, left to right, counted from the row's own corner."""
    return faces(font).at(width)


def _places(found: Faces, width: int) -> Places:
    line, quiet, layout = found.line, found.low, found.layout(width)
    top, left = 7, EDGE + PAD
    start, right = found.start, width - PAD
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
        self.places: dict[int, Places] = {}
        self.digits = max(plain.horizontalAdvance("88888"), quiet.horizontalAdvance("8888.8") + 2)
        self.start = EDGE + PAD + self.digits + GAP
        self.state = quiet.horizontalAdvance("? suggested") + 8
        self.verdict = bold.horizontalAdvance("— not decided") + 4
        self._beside_two = plain.horizontalAdvance(BESIDE_TWO)
        self._beside_one = plain.horizontalAdvance(BESIDE_ONE)

    def at(self, width: int) -> Places:
        """Return where everything of a row of this width stands, as ``places`` does."""
        if width not in self.places:
            self.places[width] = _places(self, width)
        return self.places[width]

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
    return Faces(font_of(key))
