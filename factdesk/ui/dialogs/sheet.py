"""What every dialog of the desk has: a heading, a sentence, room for its matter, and its buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.controls.labels import heading, quiet
from factdesk.ui.style import Role, set_role

MARGIN = 24


class Sheet(QDialog):
    """A dialog with the house's margins. Say what it is and fill ``body``; Escape and the cross reject it.

    It is shown once: ask for its answer at once when it was accepted, since it is deleted then.

    Args:
        size: wished for in pixels; more where the words need it, less where the screen has no room.
    """

    def __init__(self, size: QSize, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)  # once whoever opened it has asked for the answer
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 6)
        column.setSpacing(14)
        head = QVBoxLayout()
        head.setSpacing(4)
        self._heading, self._intro = heading(""), quiet("")
        head.addWidget(self._heading)
        head.addWidget(self._intro)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        column.addLayout(self.foot)
        self.resize(size)

    def say(self, title: str, intro: str = "") -> None:
        """Say what the dialog is for: heading and window title, and one or two sentences under it."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(intro)
        self._heading.setText(title)
        self._intro.setText(intro)
        self._intro.setVisible(bool(intro))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Be as high as the words are at this width: they may be long, and the type large."""
        super().showEvent(event)
        layout, room = self._column, self.screen().availableSize() * 0.92
        width = min(max(self.width(), layout.minimumSize().width()), room.width())
        needed = max(self.height(), layout.minimumSize().height(), layout.totalHeightForWidth(width))
        self.resize(width, min(needed, room.height()))

    def add_button(self, text: str, pressed: Callable[[], object], *, primary: bool = False) -> QPushButton:
        """Add a button at the right of the foot; the primary one answers Enter."""
        button = QPushButton(text)
        button.clicked.connect(lambda: pressed())
        button.setAutoDefault(primary)
        button.setDefault(primary)
        if primary:
            set_role(button, Role.PRIMARY)
        self.foot.addWidget(button)
        return button

    def add_side_button(self, text: str, pressed: Callable[[], object]) -> QPushButton:
        """Add a button at the left of the foot: something other than an answer."""
        button = QPushButton(text)
        button.clicked.connect(lambda: pressed())
        button.setAutoDefault(False)
        self.foot.insertWidget(0, button)
        return button


def scrolled(room: QWidget) -> QScrollArea:
    """Return ``room`` such that it scrolls where it is too high; Tab brings into view what it reaches."""
    room.setMinimumHeight(1)  # else it is as high as words that wrap at their narrowest
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(room)
    return area
