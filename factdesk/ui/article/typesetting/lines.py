"""Breaks one row into lines."""

from __future__ import annotations

from functools import cache
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from factdesk.text.direction import begins_right
from factdesk.ui.article.typesetting.measure import FIXED_FACES, Measure
from factdesk.ui.article.typesetting.rows import Row
from factdesk.ui.article.typesetting.setting import Setting


def break_lines(block: QTextBlock, row: Row, measure: Measure, above: float) -> float:
    """Lay the lines of ``row`` under each other, the first ``above`` below the row's top.

    In a row with a bullet, lines after the first stand in by what the bullet takes.

    Returns:
        the y of the row's end.
    """
    layout = block.layout()
    layout.setCacheEnabled(True)  # else Qt shapes the words again for each drawing
    from_right = begins_right(block.text())
    layout.setTextOption(_option(from_right))
    layout.setFormats(_formats(block, row.setting))
    indent, hang, y = measure.indent(row.setting), 0.0, above
    height = pitch = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        inset = indent + hang
        line.setLineWidth(measure.column - inset)
        if line.height() != height:
            height = line.height()
            pitch = measure.pitch(row.setting, height)
        line.setPosition(QPointF(measure.left + (0.0 if from_right else inset), y + (pitch - height) / 2))
        y += pitch
        if row.bullet and not line.lineNumber():
            hang = min(abs(x_of(line, row.bullet) - x_of(line, 0)), measure.column / 3)
    layout.endLayout()
    return y


def x_of(line: QTextLine, position: int) -> float:
    """Return the x of a cursor before a character; Qt answers with the position it used beside it."""
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


@cache
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
