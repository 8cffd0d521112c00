"""A later FactDesk has brought the desk up to date under the window: what can still be done."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from factdesk.errors import NewerDeskError
from factdesk.ui.controls.labels import quiet, words
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.dialogs.trouble import sentence
from factdesk.ui.dialogs.typed_words import TypedWords


class OutdatedDialog(Sheet):
    """Says so once, gives the words that were typed and not kept, and offers to close the desk.

    Accepted where the desk is to be closed; else what is shown can be read on.
    """

    def __init__(self, error: NewerDeskError, typed: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(QSize(560, 320 if typed else 220), parent)
        self.say(sentence(error.what), sentence(error.why))
        told = self.tr(
            "Close the desk and open it with the newest FactDesk. All that was kept is in it. "
            "You can also read on here; nothing you do is kept."
        )
        self.body.addWidget(words(told))
        if typed:
            self.typed = TypedWords(typed)
            self.body.addWidget(quiet(self.tr("These words were typed and not kept. Copy them first.")))
            self.body.addWidget(self.typed, 1)
            self.copy_button = self.add_side_button(self.tr("Copy"), self._copy)
        else:
            self.body.addStretch(1)
        self.read_on = self.add_button(self.tr("Read on"), self.reject)
        self.close_desk = self.add_button(self.tr("Close the desk"), self.accept, primary=True)

    def _copy(self) -> None:
        self.typed.copy_all()
        self.copy_button.setText(self.tr("Copied"))
