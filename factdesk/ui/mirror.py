"""Places and sides in a window that may read from the right.

QStyle answers this, too. To know that class, PySide makes its six hundred names, which is 10 ms of the start: what is
painted first keeps away from it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt


def placed(direction: Qt.LayoutDirection, room: QRect, place: QRect) -> QRect:
    """Return where ``place``, as in a window that reads from the left, lies in ``room``."""
    if direction is not Qt.LayoutDirection.RightToLeft:
        return place
    return QRect(room.left() + room.right() - place.right(), place.top(), place.width(), place.height())


def leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Return the side on which lines begin."""
    side = Qt.AlignmentFlag
    return side.AlignRight if direction is Qt.LayoutDirection.RightToLeft else side.AlignLeft
