"""“Read as …”: the encoding that an article's bytes were read in, told and changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from factdesk.model.draft import Draft
from factdesk.readers.encodings import ENCODINGS
from factdesk.ui.controls.choice import Choice

translate = QCoreApplication.translate


class EncodingChoice(Choice):
    """The encodings as a menu; not there where no bytes were decoded. Who picks another wants the text read anew."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        options = list(ENCODINGS)
        if draft.unsure:
            options.insert(0, ("", translate("EncodingChoice", "? choose the encoding")))
        elif draft.encoding and draft.encoding not in dict(ENCODINGS):
            options.insert(0, (draft.encoding, draft.encoding.upper()))
        super().__init__(translate("EncodingChoice", "Read as"), options, parent)
        if draft.encoding and not draft.unsure:
            self.show_value(draft.encoding)
        self.setToolTip(self.tr("Letters look wrong? Choose another encoding and the text is read anew."))
        self.setVisible(bool(draft.encoding) and bool(draft.file_name or draft.hops))

    @property
    def codec(self) -> str:
        """What the menu shows; empty where it is still asked for."""
        return str(self.value)
