"""Words told to a screen reader at the moment they hold, without the focus going anywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str | Callable[[], str]) -> None:
    """Tell ``words``, or what they give, once, where a screen reader listens; what happened is on the screen too."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # late: a start says nothing

    if QAccessible.isActive():
        said = words if isinstance(words, str) else words()
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))
