"""The foot of the window: how the desk stands, news, what a job does, and the keys at hand."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from factdesk.ui import theme as themes
from factdesk.ui import written
from factdesk.ui.announcing import announce
from factdesk.ui.controls.standing import StandingLine
from factdesk.ui.mirror import leading
from factdesk.ui.style import Role, set_role
from factdesk.work.session import Session

STATUS_MS = 8000
"""How long a line of news stays."""

ROOMY = 1000
"""Width in pixels from which there is room for a line of keys."""

_SIDE = 2
"""Pixels that a status bar leaves before its first part."""
_APART = 6
"""Pixels between its parts."""
_GAP = 40
"""Pixels at least between news and the line of keys."""


class Foot(QStatusBar):
    """A status bar whose news begins where its other words begin; Qt's own begins at the window's edge.

    Attributes:
        standing: the line that says how the desk stands.
        key_line: the keys that matter now.
    """

    def __init__(self, job_bar: QWidget) -> None:
        super().__init__()
        self._old, self._passing = True, ""
        self.standing = StandingLine()
        self.key_line = QLabel()
        self._parts = (self.standing, job_bar, self.key_line)
        for line in (self.standing, self.key_line):
            set_role(line, Role.QUIET)
        self.addWidget(self.standing)
        self.addPermanentWidget(job_bar)
        self.addPermanentWidget(self.key_line)
        self.messageChanged.connect(lambda _line: self._fit_keys())
        self.setSizeGripEnabled(False)
        self.setContentsMargins(14, 0, 14, 0)

    def tell(self, line: str) -> None:
        """Tell news, and say it aloud."""
        self.showMessage(line, STATUS_MS)
        announce(self, line)
        self._old = False
        QTimer.singleShot(0, self, self._grow_old)

    def tell_until_the_next(self, line: str) -> None:
        """Tell how a key goes on, until the next key, or the command, comes; "" forgets what was told so."""
        if self._passing and self.currentMessage() == self._passing:
            self.clearMessage()
        self._passing = line
        if line:
            self.tell(line)

    def _grow_old(self) -> None:
        self._old = True

    def say_step(self, session: Session | None, amiss: str = "") -> None:
        """Say how the desk stands after a step; “Ctrl+Z takes it back”, told of one before, is not so any more."""
        if self._old:
            self.clearMessage()
        self.say_standing(session, amiss)

    def say_standing(self, session: Session | None, amiss: str = "") -> None:
        """Say whose desk it is, on which scale, and that everything is kept; nothing where no desk is open.

        Args:
            amiss: what is said instead, where something is not kept.
        """
        if session is None:
            self.standing.setText("")
            return
        steps = written.counted(session.step_count(), self.tr("1 step"), self.tr("{0} steps"))
        words = self.tr("{0} · {1} · {2}, {3}")
        kept = amiss or self.tr("all changes kept")
        self.standing.setText(words.format(session.scale().name, session.person.name, kept, steps))

    def show_keys(self, keys: str) -> None:
        """Show the keys that matter now, where there is room for them; "" where none do."""
        self.key_line.setText(keys)
        self._fit_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the line of keys up where there is no room for it."""
        super().resizeEvent(event)
        self._fit_keys()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter, theme = QPainter(self), themes.current()
        themes.fill(painter, self.rect(), themes.colour(theme.panel))
        themes.fill(painter, QRect(0, 0, self.width(), 1), themes.colour(theme.line))
        room = self.contentsRect().adjusted(_SIDE, 0, -_SIDE, 0)
        news = self.fontMetrics().elidedText(self.currentMessage(), Qt.TextElideMode.ElideRight, self._free(room))
        painter.drawText(room, leading(self.layoutDirection()) | Qt.AlignmentFlag.AlignVCenter, news)
        painter.end()

    def _fit_keys(self) -> None:
        """Show the line of keys where there is room for it beside what is told."""
        needed = self.fontMetrics().horizontalAdvance(self.currentMessage()) + self.key_line.sizeHint().width() + _GAP
        room = self.window().width() >= ROOMY and needed <= self.contentsRect().width()
        self.key_line.setVisible(bool(self.key_line.text()) and room)

    def _free(self, room: QRect) -> int:
        """Return how wide news may be: up to what always stands at the end."""
        return room.width() - sum(part.width() + _APART for part in self._parts if part.isVisible())
