"""Words that were typed and are not kept, to be read and copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from factdesk.ui.style import Role, set_role


class TypedWords(QPlainTextEdit):
    """Shows what each field held, with a blank line between them."""

    def __init__(self, typed: tuple[str, ...]) -> None:
        super().__init__("\n\n".join(typed))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Words that were typed and not kept"))
        set_role(self, Role.FIELD)

    def copy_all(self) -> None:
        """Put all of them on the clipboard."""
        QGuiApplication.clipboard().setText(self.toPlainText())
