"""“Read as …”: the encoding that an article's bytes were read in, told and changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.model.draft import Draft
from factdesk.readers.encodings import ENCODINGS
from factdesk.ui.choice import Choice
from factdesk.ui.dialogs.sheet import words


class EncodingChoice(QWidget):
    """One line with the encodings as a menu; not there where no bytes were decoded.

    Signals:
        chosen(): the person picked another encoding, ``codec``.
    """

    chosen = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = list(ENCODINGS)
        if draft.unsure:
            options.insert(0, ("", self.tr("? choose the encoding")))
        elif draft.encoding and draft.encoding not in dict(ENCODINGS):
            options.insert(0, (draft.encoding, draft.encoding.upper()))
        label = words(self.tr("Read as"))
        self.choice = Choice(self.tr("Read as"), options)
        if draft.encoding and not draft.unsure:
            self.choice.show_value(draft.encoding)
        self.choice.setToolTip(self.tr("Letters look wrong? Choose another encoding and the text is read anew."))
        self.choice.chosen.connect(lambda _: self.chosen.emit())
        label.setBuddy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.choice)
        self.setVisible(bool(draft.encoding) and bool(draft.file_name or draft.hops))

    @property
    def codec(self) -> str:
        """What the menu shows; empty where it is still asked for."""
        return str(self.choice.value)
