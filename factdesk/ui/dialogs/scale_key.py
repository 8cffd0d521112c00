"""The key of a scale: each value with its sign, its word and what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from factdesk.model.scale import Scale, ScaleValue
from factdesk.ui import theme
from factdesk.ui.controls.labels import quiet, words
from factdesk.ui.mirror import leading
from factdesk.ui.style import Role, set_role


class ScaleKey(QFrame):
    """Shows one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: QWidget | None = None
        set_role(self, Role.RAISED)
        self.setAccessibleName(self.tr("What the verdicts of this scale mean"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)

    def show_scale(self, scale: Scale) -> None:
        """Show the values of ``scale`` in the order of their keys."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = QWidget()
        grid = QGridLayout(self._shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(quiet(scale.description), 0, 0, 1, 2)
        for row, value in enumerate(scale.values, start=1):
            said = self.tr("{0} This is what Mark verified gives.") if value.id == scale.verified else "{0}"
            grid.addWidget(_Verdict(value), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(said.format(value.definition)), row, 1)
        self._column.addWidget(self._shown)
        self._shown.show()  # a layout shows what it is given only later


class _Verdict(QLabel):
    """Sign and word of a value in its ink. A palette of its own would have to be given anew with each theme."""

    def __init__(self, value: ScaleValue) -> None:
        super().__init__(f"{value.glyph}  {value.label}")
        self._value = value

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setPen(theme.current().verdict(self._value))
        painter.drawText(self.rect(), leading(self.layoutDirection()) | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
