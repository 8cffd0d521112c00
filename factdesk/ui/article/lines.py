"""Breaks one row into lines, and says where on them a stretch of its characters stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from factdesk.ui.article.direction import begins_right, has_right_to_left
from factdesk.ui.article.measure import FIXED_FACES, Measure
from factdesk.ui.article.setting import Row, Setting


class Piece(NamedTuple):
    """A stretch on one line: its number in the row, and from where to where it runs, in pixels."""

    line: int
    left: float
    right: float


def break_lines(block: QTextBlock, row: Row, measure: Measure, above: float) -> float:
    """Lay the lines of ``row`` under each other, the first ``above`` below the row's top.

    Returns:
        the y of the row's end.
    """
    layout = block.layout()
    from_right = begins_right(block.text())
    layout.setTextOption(_option(from_right))
    layout.setFormats(_formats(block, row.setting))
    _fill(layout, row, measure, 0.0)
    if row.bullet and layout.lineCount() > 1:
        first = layout.lineAt(0)
        _fill(layout, row, measure, min(abs(x_of(first, row.bullet) - x_of(first, 0)), measure.column / 3))
    y = above
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        pitch = measure.pitch(row.setting, line.height())
        line.setPosition(QPointF(line.x(), y + (pitch - line.height()) / 2))
        y += pitch
    return y


def pieces(block: QTextBlock, start: int, end: int, lines: range) -> Iterator[Piece]:
    """Yield where the characters ``start`` … ``end`` stand on some lines of a row.

    Positions count UTF-16 units from the row's start. Where directions mix, one stretch can stand
    in several places of one line.
    """
    layout, mixed = block.layout(), has_right_to_left(block.text())
    for n in lines:
        line = layout.lineAt(n)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        words = line.naturalTextRect()  # without the white space that hangs over the line's end
        runs = _runs(line, first, last) if mixed else [(x_of(line, first), x_of(line, last))]
        for left, right in runs:
            left, right = max(left, words.left()), min(right, words.right())
            if left < right:
                yield Piece(n, left, right)


def x_of(line: QTextLine, position: int) -> float:
    """Return the x of a cursor before a character; Qt answers with the position it used beside it."""
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


def _runs(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Return where characters stand on a line of mixed direction, joined, from left to right.

    Taken from the glyphs: at the seam of two directions a character's edge is not where a cursor would stand.
    """
    places: list[tuple[float, float]] = []
    for run in line.glyphRuns(first, last - first):
        widths = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        places += [(at.x(), at.x() + width.x()) for at, width in zip(run.positions(), widths, strict=True)]
    joined: list[tuple[float, float]] = []
    for left, right in sorted(places):
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _fill(layout: QTextLayout, row: Row, measure: Measure, hang: float) -> None:
    """Break the text; lines after the first stand in by ``hang``."""
    indent = measure.indent(row.setting)
    from_right = layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        inset = indent + (hang if line.lineNumber() else 0.0)
        line.setLineWidth(measure.column - inset)
        line.setPosition(QPointF(measure.left + (0.0 if from_right else inset), 0.0))
    layout.endLayout()


def _option(from_right: bool) -> QTextOption:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _formats(block: QTextBlock, setting: Setting) -> list[QTextLayout.FormatRange]:
    """Return the type of a row that is not set like the body."""
    if setting.scale == 1 and not setting.bold and not setting.fixed:
        return []
    body = block.document().defaultFont()
    char = QTextCharFormat()
    char.setFontPointSize(body.pointSizeF() * setting.scale)
    if setting.bold:
        char.setFontWeight(QFont.Weight.Bold)
    if setting.fixed:
        char.setFontFamilies(list(FIXED_FACES))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = 0, block.length(), char
    return [made]
