"""A text field for Markdown with its name above it and a preview in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from factdesk.ui.claim.fields.preview import Preview
from factdesk.ui.claim.fields.typed import TextField
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.style import Role, set_role


class MarkdownField(QWidget):
    """Words in Markdown, typed or previewed; ``field`` is where they are typed.

    Signals:
        link_asked(str): a link of the preview was clicked.
    """

    link_asked = Signal(str)

    def __init__(self, name: str, hint: str, *, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(name, least=least)
        self.field.setPlaceholderText(hint)
        self.preview = Preview(self.tr("Preview of {0}").format(name))
        self.preview.link_asked.connect(self.link_asked)
        self.preview.hide()
        self.toggle = QToolButton()
        self.toggle.setCheckable(True)
        self.toggle.setText(self.tr("Preview"))
        self.toggle.setAccessibleName(self.tr("Preview of {0}").format(name))
        set_role(self.toggle, Role.CHIP)
        self.toggle.toggled.connect(self._turn)
        label = QLabel(name)
        label.setBuddy(self.field)
        set_role(label, Role.QUIET)
        self.head = FlowLayout(gap=10, trailing=True)
        self.head.addWidget(label)
        self.head.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.head)
        column.addWidget(self.field)
        column.addWidget(self.preview)

    def show_text(self, of: str, kept: str, draft: str | None) -> None:
        self.field.show_text(of, kept, draft)
        if self.toggle.isChecked():
            self.preview.show_markdown(self.field.words())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Give the focus to the words. A focus proxy would make Tab skip the button before them."""
        self.field.setFocus(reason)

    def _turn(self, preview: bool) -> None:
        if preview:
            self.preview.show_markdown(self.field.words())
        self.field.setVisible(not preview)
        self.preview.setVisible(preview)
