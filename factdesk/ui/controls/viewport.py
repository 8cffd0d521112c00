"""A viewport that Python made itself.

Asked for a viewport that Qt made, PySide looks through every class of widget for what it is, and makes a Python class
of each of them: a tenth of the start. One that Python made is known at once.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> None:
    """Give an area the viewport that Qt would have made it; say before any other thing about the viewport."""
    made = QWidget(area)
    made.setObjectName("qt_scrollarea_viewport")
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    made.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    area.setViewport(made)
