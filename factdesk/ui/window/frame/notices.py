"""What holds for a while and is told above the article as long as it does, without taking the keys from anybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.announcing import announce
from factdesk.ui.controls.labels import words
from factdesk.ui.style import Role, set_role

_WIDE = 900
"""Width in pixels from which words and buttons stand on one line."""

_HIGH = 760
"""Height of the window in pixels from which all is told at once; in a lower one the article has the room."""

Offer = tuple[str, Callable[[], object]]
"""What a button of a notice says and does."""


class Notice(QFrame):
    """One thing that is told, and what can be done about it; in a low window ``more`` is told when it is asked for."""

    def __init__(self, told: str, offers: Sequence[Offer], more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told, self._more, self._unfolded = told, more, False
        set_role(self, Role.NOTICE)
        sign = QLabel("⚠")
        set_role(sign, Role.WARNING)
        self.words = words(told)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(f"{told} {more}".strip())
        self.further = QToolButton()
        set_role(self.further, Role.FLAT)
        self.further.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.further.setAccessibleName(self.tr("Tell all of it"))
        self.further.clicked.connect(self._unfold)
        self.buttons: list[QPushButton] = []
        telling, offering = QHBoxLayout(), QHBoxLayout()
        telling.addWidget(sign)
        telling.addWidget(self.words, 1)
        telling.addWidget(self.further)
        for text, deed in offers:
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            self.buttons.append(button)
            offering.addWidget(button)
        offering.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.addLayout(telling, 1)
        self._line.addLayout(offering)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window the buttons stand below the words."""
        super().resizeEvent(event)
        self._fit()

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._fit()

    def _fit(self) -> None:
        """Take no more room than the window can spare."""
        wide, low = self.width() >= _WIDE, self.window().height() < _HIGH
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._line.setContentsMargins(16, *((3, 14, 3) if low else (6, 14, 6)))
        self.further.setVisible(low and bool(self._more))
        self.further.setText(self.tr("Less") if self._unfolded else self.tr("More"))
        folded = low and not self._unfolded
        self.words.setText(self._told if folded else f"{self._told} {self._more}".strip())


class Notices(QWidget):
    """Notices one below the other, and under them what the window shows."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__()
        self._told: dict[str, tuple[str, Notice]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(shown, 1)

    def tell(self, about: str, told: str, offers: Sequence[Offer] = (), more: str = "") -> None:
        """Tell something, here and aloud, in place of what was told about the same; what is told already stays.

        Args:
            more: what goes on from ``told``; a low window shows it when it is asked for.
        """
        if self._told.get(about, ("",))[0] == told:
            return
        self.drop(about)
        notice = Notice(told, offers, more, self)
        self._column.insertWidget(len(self._told), notice)
        self._told[about] = told, notice
        announce(self, notice.accessibleName())

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
