"""Where the column of text stands in the pane, and how large its type is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from factdesk.ui.article.typesetting.rows import Row
from factdesk.ui.article.typesetting.setting import Setting
from factdesk.ui.fonts import reading_families

FIXED_FACES = ("Source Code Pro", "Noto Sans Mono", "DejaVu Sans Mono", "monospace")
COLUMN = 34.0
"""Width of the column in ems: 66 to 72 Latin characters, 34 Chinese ones."""
NARROW = 30.0
"""Panes below this many ems give the margin less room."""
FOOT = 7.0
"""Room below the last line, so that it can be read in the middle of the pane."""
STUB = 3.1
"""Height of the line that stands for folded furniture, with the room around it."""


class Measure(Struct, frozen=True):
    """The page in pixels.

    Attributes:
        em: size of the body type.
        width: of the pane; left, column: where the text column begins and how wide it is.
        gutter: room beside the column for numbers, on the right where ``mirrored``.
    """

    em: float
    width: float
    left: float
    column: float
    gutter: float
    mirrored: bool

    @property
    def top(self) -> float:
        """Room above the first line."""
        return round(1.5 * self.em)

    def indent(self, setting: Setting) -> float:
        return round(setting.indent * self.em)

    def pitch(self, setting: Setting, height: float) -> float:
        """Return the distance of baselines of a line whose glyphs are ``height`` tall."""
        return max(round(setting.scale * setting.pitch * self.em), math.ceil(height * 1.04))

    def strip(self, setting: Setting, y: float, height: float) -> tuple[float, float]:
        """Return top and bottom of what belongs to a line at ``y``, up to its neighbours."""
        spare = (self.pitch(setting, height) - height) / 2
        return y - spare, y + height + spare

    def room_above(self, row: Row) -> float:
        return round(row.above * self.em)

    def stub_height(self) -> float:
        return round(STUB * self.em)

    def note_height(self, font: QFont, note: str) -> float:
        """Return the room a note takes with its distance from what stands above it."""
        if not note:
            return 0.0
        wrapped = QFontMetricsF(note_font(font)).boundingRect(
            QRectF(0, 0, self.column, 10_000), Qt.TextFlag.TextWordWrap, note
        )
        return round(wrapped.height() + 0.45 * self.em)

    def expected_heights(self, rows: Sequence[Row], character: float) -> list[float]:
        """Guess the heights of rows that were never laid out, from the mean width of a character."""
        seen: dict[int, tuple[float, float]] = {}
        found: list[float] = []
        for row in rows:
            if row.empty or row.hidden:
                found.append(self.stub_height() if row.stub >= 0 else 0.0)
                continue
            setting = row.setting
            if id(setting) not in seen:
                width = max(self.column - self.indent(setting), self.em)
                seen[id(setting)] = character * setting.scale / width, self.pitch(setting, 0)
            part_of_line, pitch = seen[id(setting)]
            height = round(row.above * self.em) + (int(row.length * part_of_line) + 1) * pitch
            found.append(height + self.stub_height() if row.stub >= 0 else height)
        return found


def measure_of(font: QFont, width: float, *, mirrored: bool) -> Measure:
    """Place the column for a pane of ``width`` pixels; it stands in the middle when there is room."""
    em = float(QFontInfo(font).pixelSize())
    narrow = width < NARROW * em
    gutter = round((2.9 if narrow else 4.6) * em)
    other = round((0.9 if narrow else 1.6) * em)
    column = max(min(round(COLUMN * em), width - gutter - other), 6 * em)
    leading = max(gutter, (width - column) / 2)
    left = width - leading - column if mirrored else leading
    return Measure(em, width, round(left), column, gutter, mirrored)


class Face:
    """A type, and how wide words set in it are: each is measured once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self._advances: dict[str, float] = {}

    def advance(self, words: str) -> float:
        """Return the width of short words in pixels."""
        found = self._advances.get(words)
        if found is None:
            found = self._advances[words] = self.metrics.horizontalAdvance(words)
        return found


def note_font(body: QFont) -> QFont:
    """Return the type of what is said about the article, smaller than its words."""
    font = QFont(body)
    font.setPointSizeF(body.pointSizeF() * 0.78)
    return font


def margin_face(body: QFont, *, bold: bool) -> Face:
    """Return the type of numbers in the margin and of stubs: the desk's own, not the article's."""
    desk = QApplication.font()
    if _desk != [desk]:  # comparing is far quicker than writing a font out as a key
        _desk[:] = [desk]
        _margin_face.cache_clear()
    return _margin_face(body.pointSizeF() * (0.66 if bold else 0.74), bold)


_desk: list[QFont] = []
"""The desk's type as it was asked for last."""


@lru_cache(maxsize=4)
def _margin_face(points: float, bold: bool) -> Face:
    font = QApplication.font()
    font.setPointSizeF(points)
    font.setBold(bold)
    return Face(font)


def reading_font(family: str, points: float) -> QFont:
    """Return the body type: ``family`` if it is named, else the face that ships with the program."""
    font = QFont()
    font.setFamilies(reading_families(family))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font
