"""The bar above the article in which words are sought."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from factdesk.ui import written
from factdesk.ui.controls.search_field import SearchField
from factdesk.ui.icons import icon
from factdesk.ui.style import Role, set_role


class FindBar(QWidget):
    """Says what is to be found; shows how much was.

    Signals:
        sought(str, bool): look for these words; True where case matters.
        stepped(int): go to the next place (1) or the one before (-1).
        closed(): the person has found enough.
    """

    sought = Signal(str, bool)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(self.tr("Find in the article"), keys=self.keys_at_hand())
        self.field.setMinimumWidth(110)
        self.field.setMaximumWidth(360)
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self.count = QLabel()
        set_role(self.count, Role.QUIET)
        self.case = QToolButton()
        self.case.setText(self.tr("Aa"))
        self.case.setCheckable(True)
        self._name(self.case, self.tr("Capital and small letters differ"))
        self.case.toggled.connect(self._ask)
        self.previous = self._button("previous", self.tr("Previous (Shift+Enter)"))
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next = self._button("next", self.tr("Next (Enter)"))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button = self._button("close", self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.closed)
        set_role(self, Role.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._arrange()
        self.setFocusProxy(self.field)

    def show_count(self, at: int, count: int) -> None:
        """Say which of how many places is looked at: "3 of 17"."""
        if not self.field.text():
            said = ""
        elif not count:
            said = self.tr("not found")
        else:
            said = self.tr("{0} of {1}").format(written.count(at + 1), written.count(count))
        self.count.setText(said)
        self.count.setAccessibleName(said)
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter goes on, Shift+Enter back, Esc closes, wherever the focus is in the bar."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.stepped.emit(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def keys_at_hand(self) -> str:
        """Return the keys of this bar."""
        return self.tr("Enter next · Shift+Enter previous · Esc close")

    def _ask(self) -> None:
        self.sought.emit(self.field.text(), self.case.isChecked())

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(self.field, 4)
        for widget in (self.count, self.case, self.previous, self.next, self.close_button):
            row.addWidget(widget)
        row.addStretch()

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        self._name(button, words)
        return button

    def _name(self, button: QToolButton, words: str) -> None:
        set_role(button, Role.FLAT)
        button.setToolTip(words)
        button.setAccessibleName(words)
