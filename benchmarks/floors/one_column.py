"""Floor of the checklist: a table of one column, a Python list filtered in Python, a delegate that draws as much.

    python -m benchmarks.floors.one_column ROWS

shows such a list. Each row has a number, two lines of words, a quiet line, a verdict and a state, all of them known
beforehand; heights are those of our own rows.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from benchmarks.floors.two_panes import Rows, table
from factdesk.model.case import Case
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision

_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


class Drawn(QStyledItemDelegate):
    """Draws six short texts in each row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, font = option.rect, option.font
        quiet, bold = QFont(font), QFont(font)
        quiet.setPointSizeF(font.pointSizeF() * 0.88)
        bold.setWeight(QFont.Weight.DemiBold)
        line = rect.height() // 4
        left, wide, top = rect.left() + 60, rect.width() - 280, rect.top() + 7
        painter.fillRect(rect, QColor("#fdfcf9"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor("#dddddd"))
        two = Qt.TextFlag.TextWordWrap
        for place, how, one, words in (
            (QRect(rect.left() + 12, top, 40, line), _RIGHT, font, str(index.row() + 1)),
            (QRect(left, top, wide, 2 * line), _LEFT | two, font, index.data()),
            (QRect(left, top + 2 * line, wide, line), _LEFT, quiet, "statement · no source · gives a number"),
            (QRect(rect.right() - 210, top, 110, line), _LEFT, bold, "— not decided"),
            (QRect(rect.right() - 100, top, 90, line), _RIGHT, quiet, "○ new"),
        ):
            painter.setFont(one)
            painter.setPen(QColor("#222222"))
            painter.drawText(place, int(how), words)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002, N802
        return option.rect.size()


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
