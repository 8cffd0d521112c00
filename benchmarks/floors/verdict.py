"""Floor of a verdict: the least that shows one, drawn in the fastest way.

What a verdict changes on the screen: the words in the text, the row in the list, the bar of progress, two cards and the
line at the foot. Text and list are the bare ones of the other floors; the rest are plain widgets that draw themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from benchmarks.floors import one_column
from benchmarks.floors.rows import drawn
from benchmarks.window.rows import sentence

_INKS = [QColor(name) for name in ("#2c6e49", "#8a5a00", "#9b2226")]
_ROW = 2
"""The row of the list that a verdict is given to; it is in sight."""


class _Plain(QWidget):
    """A widget of a fixed height that covers what lies below it."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.nth = 0
        self.setFixedHeight(height)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_other(self, nth: int) -> None:
        self.nth = nth
        self.update()


class _Bar(_Plain):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#dddddd"))
        left = 0
        for at, ink in enumerate(_INKS):
            width = (60 + (self.nth + at) % 3) * self.width() // 300
            painter.fillRect(QRect(left, 0, width, self.height()), ink)
            left += width
        painter.end()


class _Line(_Plain):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#fdfcf9"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, f"Desk check · all changes kept, {self.nth} steps")
        painter.end()


class _Card(_Plain):
    """One of two pictures, each drawn once."""

    def __init__(self) -> None:
        super().__init__(51)
        self._looks = [self._drawn(QColor("#fdfcf9")), self._drawn(QColor("#e4efe8"))]

    def _drawn(self, ground: QColor) -> QPixmap:
        made = QPixmap(88, 51)
        made.fill(ground)
        painter = QPainter(made)
        painter.drawRoundedRect(made.rect().adjusted(1, 1, -2, -2), 6, 6)
        painter.drawText(made.rect(), Qt.AlignmentFlag.AlignCenter, "✓ OK")
        painter.end()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._looks[self.nth % 2])
        painter.end()


class BareVerdict(QWidget):
    """A text beside a list, with what shows a verdict."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._edit, self._list = QPlainTextEdit(text), drawn([sentence(nth) for nth in range(100)], 76)
        self._bar, self._foot, cards = _Bar(8), _Line(24), (_Card(), _Card())
        self._others = (self._bar, self._foot, *cards)
        side, row = QVBoxLayout(), QHBoxLayout()
        for card in cards:
            row.addWidget(card)
        side.addWidget(self._bar)
        side.addWidget(self._list, 1)
        side.addLayout(row)
        halves, whole = QHBoxLayout(), QVBoxLayout(self)
        halves.addWidget(self._edit, 1)
        halves.addLayout(side, 1)
        whole.addLayout(halves, 1)
        whole.addWidget(self._foot)
        self.resize(1500, 800)

    def give(self, nth: int) -> None:
        """Show another verdict, and have it drawn."""
        cursor = self._edit.cursorForPosition(self._edit.viewport().rect().center())
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 40)
        style = QTextCharFormat()
        style.setForeground(QColor(nth % 255, 80, 80))
        cursor.mergeCharFormat(style)
        one_column.change(self._list, _ROW, sentence(nth))
        for other in self._others:
            other.show_other(nth)
        QApplication.processEvents()
