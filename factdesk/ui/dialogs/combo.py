"""A combo box in the house's look: the style sheet takes Qt's arrow away, so it draws its own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from factdesk.ui import theme


class Combo(QComboBox):
    """The wheel scrolls what the box stands on; it never changes the choice by accident."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrower than the longest of its options where it must be; its list shows them whole."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().horizontalAdvance("n" * 16)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().quiet))
        end = self.rect().adjusted(8, 0, -8, 0)
        side = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        painter.drawText(QRect(end), side | Qt.AlignmentFlag.AlignVCenter, "▾")
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()
