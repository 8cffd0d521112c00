"""Words told to a screen reader at the moment they hold, without the focus going anywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Tell ``words`` once, where a screen reader listens; what happened is on the screen too."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # late: a start says nothing

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
