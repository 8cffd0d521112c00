"""Known trouble, in three sentences: what did not happen, why, what to do next."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from factdesk.errors import FactDeskError
from factdesk.ui.controls.labels import words
from factdesk.ui.dialogs.sheet import Sheet


class TroubleDialog(Sheet):
    """Shows a ``FactDeskError``; there is nothing to answer."""

    def __init__(self, error: FactDeskError, parent: QWidget | None = None) -> None:
        super().__init__(QSize(500, 200), parent)
        self.say(sentence(error.what), sentence(error.why))
        self.body.addWidget(words(error.remedy))
        self.body.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), self.accept, primary=True)


def sentence(words: str) -> str:
    """Return the words with a capital first and a full stop last; a quotation mark may stand before."""
    letter = next((n for n, char in enumerate(words) if char.isalnum()), None)
    if letter is None or words[letter - 1 : letter] in ("“", "/", "."):  # a name is written as it is
        capital = words
    else:
        capital = words[:letter] + words[letter].upper() + words[letter + 1 :]
    return capital if capital.endswith((".", "!", "?", "…")) else capital + "."
