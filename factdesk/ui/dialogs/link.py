"""A web address, shown whole before it is opened."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from factdesk.ui.controls.labels import words
from factdesk.ui.dialogs.sheet import Sheet


class LinkDialog(Sheet):
    """Asks whether to open an address. Accepted: the person says so. What is no web address cannot be opened."""

    def __init__(self, address: str, parent: QWidget | None = None, *, opens: bool = True) -> None:
        super().__init__(QSize(480, 170), parent)
        if opens:
            self.say(self.tr("Open this address in the browser?"))
        else:
            self.say(self.tr("The link was not opened"), self.tr("This is no web address."))
        shown = words(address)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(shown)
        self.body.addStretch(1)
        self.close_button = self.add_button(
            self.tr("Cancel") if opens else self.tr("Close"), self.reject, primary=not opens
        )
        if opens:
            self.open_button = self.add_button(self.tr("Open"), self.accept, primary=True)
