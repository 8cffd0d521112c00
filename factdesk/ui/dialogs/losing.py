"""The desk is to be left, and words that were typed cannot be kept: copy them, try again, or leave them."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from factdesk.errors import FactDeskError
from factdesk.ui.controls.labels import words
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.dialogs.trouble import sentence
from factdesk.ui.dialogs.typed_words import TypedWords


class Answer(IntEnum):
    """What the person answers; Escape and the cross stay."""

    STAY, TRY_AGAIN, LEAVE = range(3)


class LosingDialog(Sheet):
    """Says why words are not kept and shows them. Its result is an ``Answer``."""

    def __init__(self, error: FactDeskError, typed: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(QSize(560, 340), parent)
        self.say(sentence(error.what), sentence(error.why))
        self.body.addWidget(words(self.tr("{0} If you close now, these words are lost.").format(error.remedy)))
        self.typed = TypedWords(typed)
        self.body.addWidget(self.typed, 1)
        self.copy_button = self.add_side_button(self.tr("Copy the words"), self._copy)
        self.leave = self.add_button(self.tr("Close anyway"), lambda: self.done(Answer.LEAVE))
        self.stay = self.add_button(self.tr("Go on working"), self.reject)
        self.again = self.add_button(self.tr("Try again"), lambda: self.done(Answer.TRY_AGAIN), primary=True)
        self.again.setFocus()

    def _copy(self) -> None:
        self.typed.copy_all()
        self.copy_button.setText(self.tr("Copied"))
