"""What of a shown window is cut off, or out of reach."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QTabBar, QToolBar, QWidget

from factdesk.ui.card import Card, Elided

NEAR = 2
"""Pixels that may be missing: a size is rounded where the screen is scaled."""


def cut_off(window: QWidget) -> list[str]:
    """Return each control that shows less than its words or cannot be reached; empty where all is well."""
    found = []  # tools without room stand in a menu; the small buttons of a field or of tabs follow these
    room = window.screen().availableSize()
    if window.width() > room.width() or window.height() > room.height():
        found.append(f"the window does not fit on the screen: {window.size()} on {room}")
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget.parentWidget(), QToolBar | QLineEdit | QTabBar):
            found += [f"{fault}: {_said(widget)}" for fault in _faults(widget, window)]
    return found


def _faults(widget: QWidget, window: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and not isinstance(widget, Elided) and widget.text():
        wanted = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        if widget.height() < wanted - NEAR:
            yield f"{widget.height()} of {wanted} pixels high"
        if not widget.wordWrap() and widget.width() < widget.sizeHint().width() - NEAR:
            yield f"{widget.width()} of {widget.sizeHint().width()} pixels wide"
    if isinstance(widget, QAbstractButton) and not isinstance(widget, Card):
        least = widget.minimumSizeHint()
        if widget.width() < least.width() - NEAR or widget.height() < least.height() - NEAR:
            yield f"{widget.size()} of {least}"
    if not _scrolls(widget, window) and not window.rect().contains(_place(widget, window)):
        yield f"outside the window at {_place(widget, window)}"


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    """Say whether ``widget`` stands in something that scrolls, so that it can be brought into sight."""
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _said(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{words}”"
