"""A button that says two things: what it does, and a word about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from factdesk.ui.controls.labels import quiet
from factdesk.ui.icons import icon

_SIGN = 22


class Card(QPushButton):
    """A title and a quieter line under it; an icon before them, or words at the far end.

    Args:
        sign: one of ``icons.NAMES``, or "".
        aside: short words at the far end, or "".
        whole: the line is broken where the width ends, never cut; so it always is beside an icon.
    """

    def __init__(self, name: str, line: str, *, sign: str = "", aside: str = "", whole: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(" · ".join(part for part in (line, aside) if part))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Elided(name, strong=True))
        words.addWidget(quiet(line) if sign or whole else Elided(line, role="quiet"))
        words.addStretch(1)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        if sign:
            row.addWidget(_Sign(sign), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if aside:
            far = QLabel(aside)
            far.setProperty("role", "quiet")
            row.addWidget(far)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return self._row.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._row.heightForWidth(width)


class Elided(QLabel):
    """One line, cut in the middle where the width ends; the whole of it is its tool tip."""

    def __init__(self, text: str, *, strong: bool = False, role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(text)
        self.setMinimumWidth(40)
        self.setProperty("role", role)
        if strong:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            self.setFont(font)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), cut, self.foregroundRole()
        )
        painter.end()


class _Sign(QWidget):
    """An icon that reads its font only after the first paint, so that the window is not kept waiting."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._icon: QIcon | None = None
        self.setFixedSize(_SIGN, _SIGN)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        if self._icon is None:
            QTimer.singleShot(0, self, self._load)
            return
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()

    def _load(self) -> None:
        self._icon = icon(self._name)
        self.update()
