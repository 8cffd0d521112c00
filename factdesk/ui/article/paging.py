"""Turning a page: from what is seen, with the last line of one page still in sight on the next.

Qt goes on from the cursor, wherever that was left, and counts from heights that are set right meanwhile; and it goes
the whole height of the view, so that a line that stands half below it can be read on neither page.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

_KEYS = {
    QKeySequence.StandardKey.MoveToNextPage: (1, QTextCursor.MoveMode.MoveAnchor),
    QKeySequence.StandardKey.MoveToPreviousPage: (-1, QTextCursor.MoveMode.MoveAnchor),
    QKeySequence.StandardKey.SelectNextPage: (1, QTextCursor.MoveMode.KeepAnchor),
    QKeySequence.StandardKey.SelectPreviousPage: (-1, QTextCursor.MoveMode.KeepAnchor),
}


def turns_page(event: QKeyEvent, view: QTextEdit, common: int) -> bool:
    """Turn the page if that is what a key says, and return whether it does.

    The cursor stays where it is in the view, or comes into it; where there is no further page it goes to the end.

    Args:
        common: pixels that two pages have in common, more than a line.
    """
    asked = next((what for key, what in _KEYS.items() if event.matches(key)), None)
    if asked is None:
        return False
    way, mode = asked
    bar, cursor, height = view.verticalScrollBar(), view.textCursor(), view.viewport().height()
    if bar.value() == (bar.maximum() if way > 0 else 0):
        ends = QTextCursor.MoveOperation.End, QTextCursor.MoveOperation.Start
        cursor.movePosition(ends[way < 0], mode)
    else:
        caret = view.cursorRect().center()
        place = QPoint(caret.x(), max(common, min(caret.y(), height - common)))
        target, last = bar.value() + way * max(height - common, common), bar.maximum()
        bar.setValue(target)
        if not 0 < target < last:
            bar.setValue(0 if way < 0 else bar.maximum())  # though what came into sight was guessed too low
        cursor.setPosition(view.cursorForPosition(place).position(), mode)
    value = bar.value()
    view.setTextCursor(cursor)
    if not cursor.atStart() and not cursor.atEnd():
        bar.setValue(value)  # Qt would bring a line into sight that only partly is, and move the page by that
    return True
