"""The fastest list: a table of one column, a Python list, and a delegate that draws as much as ours in each row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

_RIGHT = Qt.AlignmentFlag.AlignRight
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class Rows(QAbstractListModel):
    def __init__(self, rows: list[str]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.rows[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


class Drawn(QStyledItemDelegate):
    """Draws six short texts in each row."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.quiet, self.bold = QFont(parent.font()), QFont(parent.font())
        self.quiet.setPointSizeF(parent.font().pointSizeF() * 0.88)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.detail = _set("statement · no source · gives a number", self.quiet)
        self.verdict, self.state = _set("— not decided", self.bold), _set("○ new", self.quiet)
        self.ground, self.line, self.ink = QColor("#fdfcf9"), QColor("#dddddd"), QColor("#222222")

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, font = option.rect, option.font
        line = rect.height() // 4
        left, wide, top = rect.left() + 60, rect.width() - 280, rect.top() + 7
        painter.fillRect(rect, self.ground)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.line)
        painter.setPen(self.ink)
        painter.setFont(font)
        painter.drawText(QRect(rect.left() + 12, top, 40, line), _RIGHT, str(index.row() + 1))
        painter.drawText(QRect(left, top, wide, 2 * line), _WRAPPED, index.data())
        painter.setFont(self.quiet)
        painter.drawStaticText(left, top + 2 * line, self.detail)
        painter.drawStaticText(rect.right() - 60, top, self.state)
        painter.setFont(self.bold)
        painter.drawStaticText(rect.right() - 210, top, self.verdict)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002, N802
        return option.rect.size()


def _set(words: str, font: QFont) -> QStaticText:
    made = QStaticText(words)
    made.prepare(QTransform(), font)
    return made


def table(rows: list[str]) -> QTableView:
    """Return the fastest list: one column, fixed heights, no headers."""
    made = QTableView()
    made.setModel(Rows(rows))
    made.horizontalHeader().hide()
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.horizontalHeader().setStretchLastSection(True)
    return made


def drawn(rows: list[str], height: int) -> QTableView:
    """Return the fastest list whose rows look like ours."""
    made = table(rows)
    made.setItemDelegate(Drawn(made))
    made.verticalHeader().setDefaultSectionSize(height)
    return made
