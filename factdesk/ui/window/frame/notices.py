"""What holds for a while and is told above the article as long as it does, without taking the keys from anybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from factdesk.ui.announcing import announce
from factdesk.ui.controls.labels import words
from factdesk.ui.style import Role, set_role

_WIDE = 900
"""Width in pixels from which words and buttons stand on one line."""

Offer = tuple[str, Callable[[], object]]
"""What a button of a notice says and does."""


class Notice(QFrame):
    """One thing that is told, and what can be done about it."""

    def __init__(self, told: str, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.NOTICE)
        sign = QLabel("⚠")
        set_role(sign, Role.WARNING)
        self.words = words(told)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(told)
        self.buttons: list[QPushButton] = []
        telling, offering = QHBoxLayout(), QHBoxLayout()
        telling.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        telling.addWidget(self.words, 1)
        for text, deed in offers:
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            self.buttons.append(button)
            offering.addWidget(button)
        offering.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(16, 6, 14, 6)
        self._line.addLayout(telling, 1)
        self._line.addLayout(offering)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window the buttons stand below the words."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


class Notices(QWidget):
    """Notices one below the other, and under them what the window shows."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__()
        self._told: dict[str, tuple[str, Notice]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(shown, 1)

    def tell(self, about: str, told: str, offers: Sequence[Offer] = ()) -> None:
        """Tell something, here and aloud, in place of what was told about the same; what is told already stays."""
        if self._told.get(about, ("",))[0] == told:
            return
        self.drop(about)
        notice = Notice(told, offers, self)
        self._column.insertWidget(len(self._told), notice)
        self._told[about] = told, notice
        announce(self, told)

    def drop(self, about: str) -> None:
        """It holds no more."""
        _, notice = self._told.pop(about, ("", None))
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()

    def notice(self, about: str) -> Notice | None:
        """Return what is told about something, or None."""
        return self._told[about][1] if about in self._told else None
