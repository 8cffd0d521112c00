"""Floor of the checklist: a table of one column, a Python list filtered in Python, a delegate that draws as much.

    python -m benchmarks.floors.one_column ROWS

shows such a list. Each row has a number, two lines of words, a quiet line, a verdict and a state, all of them known
beforehand, and those that all rows share set once; heights are those of our own rows.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.floors.rows import Rows, drawn
from factdesk.model.case import Case
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision


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
