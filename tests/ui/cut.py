"""What of a shown window is cut off, or out of reach."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolBar,
    QWidget,
)

from factdesk.ui.controls.card import Card, Elided

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
    around = _scrolled_in(widget, window)
    if around is None and not window.rect().contains(_place(widget, window)):
        yield f"outside the window at {_place(widget, window)}"
    if around is not None and _only_up_and_down(around) and around.viewport().isAncestorOf(widget):
        place = _place(widget, around.viewport())
        if place.left() < -NEAR or place.right() > around.viewport().width() + NEAR:
            yield f"beyond the edge of what scrolls only up and down, at {place}"


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _scrolled_in(widget: QWidget, window: QWidget) -> QAbstractScrollArea | None:
    """Return what ``widget`` can be brought into sight in by scrolling, if anything."""
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return above
        above = above.parentWidget()
    return None


def _only_up_and_down(area: QAbstractScrollArea) -> bool:
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return area.horizontalScrollBarPolicy() == never and not isinstance(area, QAbstractItemView)


def _said(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{words}”"
