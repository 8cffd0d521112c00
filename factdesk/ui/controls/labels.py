"""Words that stand by themselves: a heading, the title of a part, secondary words. All of them wrap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy

from factdesk.ui.style import Role, set_role


def heading(text: str) -> QLabel:
    """Return the heading of a dialog or page."""
    label = words(text)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * 1.4)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def title(text: str) -> QLabel:
    """Return the heading of a part."""
    label = words(text)
    set_role(label, Role.TITLE)
    return label


def quiet(text: str) -> QLabel:
    """Return secondary words that wrap."""
    label = words(text)
    set_role(label, Role.QUIET)
    return label


def words(text: str) -> QLabel:
    """Return words that wrap; never read as markup, since they may come from an article."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
