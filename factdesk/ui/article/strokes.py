"""The strokes marks are made of: underlines of each style, and the badges in the margin."""

from __future__ import annotations

from enum import Enum
from itertools import count, takewhile

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from factdesk.ui import theme as themes

_WAVE = 3.0
"""Half a wave's length in pixels; its height is half of that."""


def underline(painter: QPainter, style: str, ink: QColor, line: QLineF) -> None:
    """Draw an underline of ``style`` along ``line``, which is horizontal and runs from left to right."""
    match style:
        case "solid":
            _line(painter, _pen(ink, 1.8), line)
        case "double":
            _line(painter, _pen(ink, 1.2), line.translated(0, -1))
            _line(painter, _pen(ink, 1.2), line.translated(0, 2))
        case "dashed":
            _line(painter, _pen(ink, 1.8, [3.4, 1.9]), line)
        case "dotted":
            _line(painter, _dots(ink, 2.3, 1.9), line)
        case "wave":
            _wave(painter, _pen(ink, 1.5), line)
        case "fine":
            _line(painter, _dots(ink, 1.3, 2.6), line)
        case "faint":
            _line(painter, _dots(ink, 1.1, 5.5), line)


class Shape(Enum):
    """How a badge is drawn: outlined, with a dashed outline, or filled for the current claim."""

    PLAIN = "plain"
    BROKEN = "broken"
    FILLED = "filled"


def badge(painter: QPainter, place: QRectF, text: str, ink: QColor, shape: Shape) -> None:
    """Draw a number in a rounded badge."""
    filled = shape is Shape.FILLED
    painter.setPen(_pen(ink, 1.4, [2.2, 1.8] if shape is Shape.BROKEN else None))
    painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
    radius = place.height() / 2
    painter.drawRoundedRect(place, radius, radius)
    painter.setPen(QColor(themes.current().ground) if filled else ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _line(painter: QPainter, pen: QPen, line: QLineF) -> None:
    painter.setPen(pen)
    painter.drawLine(line)


def _wave(painter: QPainter, pen: QPen, line: QLineF) -> None:
    path = QPainterPath(line.p1())
    steps = takewhile(lambda x: x < line.x2(), (line.x1() + n * _WAVE for n in count()))
    for n, x in enumerate(steps):
        top = line.y1() + (_WAVE * 0.62 if n % 2 else -_WAVE * 0.62)
        path.quadTo(QPointF(x + _WAVE / 2, top), QPointF(x + _WAVE, line.y1()))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _pen(ink: QColor, width: float, dashes: list[float] | None = None) -> QPen:
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def _dots(ink: QColor, width: float, gap: float) -> QPen:
    """Return a pen of round dots, ``gap`` dots from middle to middle."""
    pen = _pen(ink, width, [0.01, gap])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
