"""The key of a scale: each value with its sign, its word and what it means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from factdesk.model.scale import Scale
from factdesk.ui import theme
from factdesk.ui.controls.labels import quiet, words
from factdesk.ui.style import Role, set_role


class ScaleKey(QFrame):
    """Shows one scale, and follows the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: Scale | None = None
        self._shown: QWidget | None = None
        set_role(self, Role.RAISED)
        self.setAccessibleName(self.tr("What the verdicts of this scale mean"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)

    def show_scale(self, scale: Scale) -> None:
        """Show the values of ``scale`` in the order of their keys."""
        self._scale = scale
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
            name = QLabel(f"{value.glyph}  {value.label}")
            palette = QPalette(name.palette())
            palette.setColor(QPalette.ColorRole.WindowText, theme.current().verdict(value))
            name.setPalette(palette)
            said = self.tr("{0} This is what Mark verified gives.") if value.id == scale.verified else "{0}"
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(said.format(value.definition)), row, 1)
        self._column.addWidget(self._shown)
        self._shown.show()  # a layout shows what it is given only later

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Draw the verdicts in the inks of the theme that has come into force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._scale is not None:
            self.show_scale(self._scale)
