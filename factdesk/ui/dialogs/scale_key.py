"""The key of a scale: each value with its sign, its word and what it means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from factdesk.model.scale import Scale
from factdesk.ui import theme
from factdesk.ui.dialogs.sheet import quiet, words
from factdesk.ui.style import Role, set_role


class ScaleKey(QScrollArea):
    """Shows one scale; scrolls where it is long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("What the verdicts of this scale mean"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scale: Scale | None = None

    def show_scale(self, scale: Scale) -> None:
        """Show the values of ``scale`` in the order of their keys."""
        self._scale = scale
        frame = QFrame()
        set_role(frame, Role.RAISED)
        frame.setMinimumHeight(1)  # else it is as high as words that wrap at their narrowest
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(quiet(scale.description))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, value in enumerate(scale.values):
            name = QLabel(f"{value.glyph}  {value.label}")
            palette = QPalette(name.palette())
            palette.setColor(QPalette.ColorRole.WindowText, theme.current().verdict(value))
            name.setPalette(palette)
            said = self.tr("{0} This is what Mark verified gives.") if value.id == scale.verified else "{0}"
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(said.format(value.definition)), row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(frame)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._scale is not None and self.widget() is not None:
            self.show_scale(self._scale)
