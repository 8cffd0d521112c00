"""Floor of the checklist: a table of one column, a Python list filtered in Python, a delegate that draws as much.

    python -m benchmarks.floors.one_column ROWS

shows such a list. Each row has a number, two lines of words, a quiet line, a verdict and a state, all of them known
beforehand, and those that all rows share set once; heights are those of our own rows.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from benchmarks.floors.two_panes import Rows, table
from factdesk.model.case import Case
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision

_RIGHT = Qt.AlignmentFlag.AlignRight
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


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


def drawn(rows: list[str], height: int) -> QTableView:
    """Return the fastest list whose rows look like ours."""
    made = table(rows)
    made.setItemDelegate(Drawn(made))
    made.verticalHeader().setDefaultSectionSize(height)
    return made


def words_in(case: Case) -> list[str]:
    """Return the words of every claim and open suggestion in reading order: the least a list must make of a case."""
    spans = [one.anchor.span for one in case.segments if one.label is Label.CLAIM]
    spans += [one.span for one in case.suggestions if one.decision is Decision.OPEN]
    text = case.version.text
    return [text[start:end] for start, end in sorted(spans)]


def show(view: QTableView, rows: list[str]) -> None:
    """Show other rows."""
    model = view.model()
    assert isinstance(model, Rows)
    model.beginResetModel()
    model.rows = rows
    model.endResetModel()


def filtered(rows: list[str], word: str) -> list[str]:
    """Keep the rows that hold a word in any case."""
    return [row for row in rows if word in row.casefold()]


def change(view: QTableView, at: int, words: str) -> None:
    """Put other words into one row."""
    model = view.model()
    assert isinstance(model, Rows)
    model.rows[at] = words
    model.dataChanged.emit(model.index(at, 0), model.index(at, 0))


def main() -> None:
    app = QApplication([])
    view = drawn([f"A sentence of some length about row {nth}." for nth in range(int(sys.argv[1]))], 76)
    view.resize(620, 800)
    view.show()
    app.exec()


if __name__ == "__main__":
    main()
