"""Breaks one row into lines."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from factdesk.ui.article.direction import begins_right
from factdesk.ui.article.measure import FIXED_FACES, Measure
from factdesk.ui.article.rows import Row
from factdesk.ui.article.setting import Setting


def break_lines(block: QTextBlock, row: Row, measure: Measure, above: float) -> float:
    """Lay the lines of ``row`` under each other, the first ``above`` below the row's top.

    Returns:
        the y of the row's end.
    """
    layout = block.layout()
    layout.setCacheEnabled(True)  # else Qt shapes the words again for each drawing
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


def x_of(line: QTextLine, position: int) -> float:
    """Return the x of a cursor before a character; Qt answers with the position it used beside it."""
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


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
