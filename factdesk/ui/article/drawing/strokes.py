"""The strokes marks are made of: underlines of each style, and what frames a number in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

_TILE, _TILE_HEIGHT = 72.0, 8.0
"""Size of what is repeated; a whole number of pixels at every usual scale of the screen."""
_HALF_WAVE = 3.0
_DOTS = {"dotted": (2.5, 4.5), "fine": (1.5, 3.6), "faint": (1.4, 6.0)}
"""Size of a dot, and from dot to dot; the tile holds a whole number of steps."""


Stretch: TypeAlias = tuple[float, float, float]
"""Where an underline stands on one line: x of its left and right ends, and y."""


def underline(painter: QPainter, style: str, ink: QColor, stretches: Sequence[Stretch]) -> None:
    """Draw an underline of ``style`` along all its stretches: what it is drawn with is the same for each."""
    match style:
        case "solid":
            _draw(painter, _pen(ink, 1.8), stretches)
        case "double":
            _draw(painter, _pen(ink, 1.2), [(left, right, y + by) for left, right, y in stretches for by in (-1, 2)])
        case "dashed":
            _draw(painter, _pen(ink, 1.8, [3.4, 1.9]), stretches)
        case "dotted" | "wave" | "fine" | "faint":
            tile = _tile(style, ink.rgba(), painter.device().devicePixelRatioF())
            for left, right, y in stretches:
                place = QRectF(round(left), round(y) - _TILE_HEIGHT / 2, right - left, _TILE_HEIGHT)
                painter.drawTiledPixmap(place, tile)


@lru_cache(maxsize=128)
def _tile(style: str, ink: int, ratio: float) -> QPixmap:
    """Return a stretch of an underline that can be repeated: curves drawn anew each time cost a hundred times more."""
    tile = QPixmap(round(_TILE * ratio), round(_TILE_HEIGHT * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor.fromRgba(ink)
    if style == "wave":
        painter.setPen(_pen(colour, 1.5))
        painter.drawPath(_wave())
    else:
        size, step = _DOTS[style]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for n in range(round(_TILE / step)):
            painter.drawEllipse(QRectF(n * step + (step - size) / 2, (_TILE_HEIGHT - size) / 2, size, size))
    painter.end()
    return tile


class Shape(Enum):
    """How a badge is drawn: outlined, with a dashed outline, or filled for the current claim."""

    PLAIN = "plain"
    BROKEN = "broken"
    FILLED = "filled"


def badge(painter: QPainter, place: QRectF, ink: QColor, shape: Shape) -> None:
    """Draw the rounded badge a number stands in. ``place`` begins in the middle of a pixel."""
    drawn = _badge(place.width(), place.height(), ink.rgba(), shape, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(place.left() - 1.5, place.top() - 1.5), drawn)


@lru_cache(maxsize=256)
def _badge(width: float, height: float, ink: int, shape: Shape, ratio: float) -> QPixmap:
    """Return a badge without its number: rounded corners drawn anew each time cost twenty times more."""
    drawn = QPixmap(round((width + 3) * ratio), round((height + 3) * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor.fromRgba(ink)
    painter.setPen(_pen(colour, 1.4, [2.2, 1.8] if shape is Shape.BROKEN else None))
    painter.setBrush(colour if shape is Shape.FILLED else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(1.5, 1.5, width, height), height / 2, height / 2)
    painter.end()
    return drawn


def _draw(painter: QPainter, pen: QPen, stretches: Sequence[Stretch]) -> None:
    painter.setPen(pen)
    painter.drawLines([QLineF(left, y, right, y) for left, right, y in stretches])


def _wave() -> QPainterPath:
    middle = _TILE_HEIGHT / 2
    path = QPainterPath(QPointF(0, middle))
    for n in range(round(_TILE / _HALF_WAVE)):
        x = n * _HALF_WAVE
        path.quadTo(QPointF(x + _HALF_WAVE / 2, middle + (2 if n % 2 else -2)), QPointF(x + _HALF_WAVE, middle))
    return path


def _pen(ink: QColor, width: float, dashes: list[float] | None = None) -> QPen:
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)
    return pen
