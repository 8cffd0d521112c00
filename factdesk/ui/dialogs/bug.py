"""The last resort: something happened that FactDesk did not foresee."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from factdesk.ui.controls.labels import quiet
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.style import Role, set_role


class BugDialog(Sheet):
    """Says that the work is kept, and gives a text to send.

    Args:
        report_text: holds no word of any article (``ui.last_resort.report_text``).
    """

    def __init__(self, report_text: str, parent: QWidget | None = None) -> None:
        super().__init__(QSize(640, 440), parent)
        self.say(
            self.tr("FactDesk made a mistake"),
            self.tr(
                "Your work is kept: every step was on the disk before this happened. You can go on working; "
                "if the window looks wrong, close it and open it again."
            ),
        )
        self.report = QPlainTextEdit(report_text)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName(self.tr("What to send to the makers of FactDesk"))
        set_role(self.report, Role.FIELD)
        self.body.addWidget(quiet(self.tr("This text helps to mend it. It holds no words of your articles or notes.")))
        self.body.addWidget(self.report, 1)
        self.copy_button = self.add_side_button(self.tr("Copy"), self._copy)
        self.close_button = self.add_button(self.tr("Close"), self.accept, primary=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(self.tr("Copied"))
