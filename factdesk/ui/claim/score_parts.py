"""The parts of a score: what each adds to the sentence, or takes from it, as a bar with words and a figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from factdesk.ui import theme as themes
from factdesk.ui.style import Role, set_role

Part = tuple[str, float]
"""Words, and what they add in logarithmic odds against the average sentence of the article."""


class ScoreParts(QWidget):
    """One row for each part; a screen reader hears the same rows as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = _quiet("")
        self._rows: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addLayout(self._grid)

    def clear(self) -> None:
        for one in self._rows:
            one.hide()
            one.deleteLater()
        self._rows.clear()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show ``parts`` in their order; where there are none, say why."""
        self.clear()
        self.said.setText(
            self.tr("Against the average sentence of this article:")
            if parts
            else self.tr("These words are no sentence of the article, so there are no parts.")
        )
        most = max((abs(adds) for _, adds in parts), default=0.0) or 1.0
        for nth, (name, adds) in enumerate(parts):
            row = (_quiet(name), Bar(adds / most), _quiet(_figure(adds)))
            for at, one in enumerate(row):
                self._grid.addWidget(one, nth, at)
                one.show()
            self._rows += row
        listed = " · ".join(self.tr("{0} {1}").format(name, _figure(adds)) for name, adds in parts)
        self.setAccessibleName(self.tr("Parts of the score"))
        self.setAccessibleDescription(f"{self.said.text()} {listed}".strip())


class Bar(QWidget):
    """A bar from the middle: filled onwards for what adds, dotted backwards for what takes away."""

    HEIGHT = 8

    def __init__(self, share: float, parent: QWidget | None = None) -> None:
        """Make the bar.

        Args:
            share: of half the width, -1 … 1.
        """
        super().__init__(parent)
        self.share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        theme = themes.current()
        painter = QPainter(self)
        middle = self.width() // 2
        length = round(abs(self.share) * (middle - 1))
        onwards = (self.share > 0) is not self.isRightToLeft()
        start = middle if onwards else middle - length
        dotted = QBrush(QColor(theme.quiet), Qt.BrushStyle.Dense4Pattern)
        brush = QBrush(QColor(theme.accent)) if self.share > 0 else dotted
        painter.fillRect(QRect(start, 1, length, self.HEIGHT - 2), brush)
        painter.fillRect(QRect(middle, 0, 1, self.HEIGHT), QColor(theme.ink))
        painter.end()


def _figure(adds: float) -> str:
    return f"{round(adds, 1) + 0.0:+.1f}".replace("-", "−")


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(not text)
    set_role(label, Role.QUIET)
    return label
