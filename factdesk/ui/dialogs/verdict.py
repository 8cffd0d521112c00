"""Choosing a verdict where the scale does not say which value means verified."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.scale import Scale, ScaleValue
from factdesk.ui.controls.card import Card
from factdesk.ui.dialogs.sheet import Sheet, scrolled


class VerdictDialog(Sheet):
    """One button for each value, answered by its digit too. Accepted: ``answer()`` is the value's id."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(QSize(560, 180 + 61 * len(scale.values)), parent)
        self.say(
            self.tr("Which verdict is it?"),
            self.tr("No value of the scale “{0}” is flagged as verified, so a person says it.").format(scale.name),
        )
        self._answer = ""
        self.buttons = [self._button(n, value) for n, value in enumerate(scale.values, start=1)]
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for button in self.buttons:
            column.addWidget(button)
        column.addStretch(1)
        self.body.addWidget(scrolled(room), 1)
        self.add_button(self.tr("Cancel"), self.reject)

    def answer(self) -> str:
        """Return the id of the value chosen."""
        return self._answer

    def _button(self, digit: int, value: ScaleValue) -> Card:
        button = Card(f"{value.glyph}  {value.label}", value.definition, aside=str(digit), whole=True)
        button.setAccessibleName(value.label)
        button.clicked.connect(lambda: self._choose(value.id))
        QShortcut(Qt.Key(Qt.Key.Key_0 + digit), self, lambda: self._choose(value.id))
        return button

    def _choose(self, value: str) -> None:
        self._answer = value
        self.accept()
