"""Holds the pin below PySide6 6.12.

6.12.0 gives back one reference to None too many at most void calls; on Python 3.10 and 3.11 the process dies
of it after some thousands. From 3.12 on None is not counted and there is nothing to see.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor, QTextDocument

CALLS = 1000


def test_a_thousand_void_calls_take_no_reference_from_none(qapp: object) -> None:
    cursor = QTextCursor(QTextDocument("words"))
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        cursor.setPosition(1)
        painter.fillRect(image.rect(), QColor("white"))
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS / 10
