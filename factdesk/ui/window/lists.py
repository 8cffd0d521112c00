"""What stands beside the article: the checklist of claims, the registers and the questions, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from factdesk.model.tick import REGISTERS
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.questions.pane import QuestionsPane
from factdesk.ui.registers import words
from factdesk.ui.registers.pane import RegisterPane

CLAIMS = 0
QUESTIONS = len(REGISTERS) + 1
"""Places of the tabs; the registers stand between."""


class Lists(QWidget):
    """The tabs.

    Signals:
        turned(int): another tab is open.
    """

    turned = Signal(int)

    def __init__(self, checklist: ChecklistPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.registers = {register: RegisterPane(register) for register in REGISTERS}
        self.questions = QuestionsPane()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Claims, registers and questions"))
        self._stack = QStackedWidget()
        names = (self.tr("Claims"), *map(words.register, REGISTERS), self.tr("Questions"))
        for name, pane in zip(names, (checklist, *self.registers.values(), self.questions), strict=True):
            self.tabs.addTab(name)
            self._stack.addWidget(pane)
        self._names = names
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 0)
        line.addWidget(self.tabs)
        column.addLayout(line)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)

    @property
    def current(self) -> QWidget:
        """The pane of the open tab."""
        widget = self._stack.currentWidget()
        assert widget is not None  # noqa: S101  there are six
        return widget

    @property
    def register(self) -> RegisterPane | None:
        """The register that is open, or None."""
        pane = self.current
        return pane if isinstance(pane, RegisterPane) else None

    def step(self, by: int) -> None:
        """Go to the next (+1) or the previous (-1) row of the open list."""
        pane = self.current
        if isinstance(pane, ChecklistPane | RegisterPane | QuestionsPane):
            pane.step(by)

    def focus_search(self) -> None:
        """Put the caret where the open list is searched; questions are few and have no such field."""
        pane = self.current
        if isinstance(pane, ChecklistPane | RegisterPane):
            pane.focus_search()

    def turn_to(self, tab: int) -> None:
        """Open a tab and give it the focus."""
        self.tabs.setCurrentIndex(tab)
        self.current.setFocus()

    def show_count(self, tab: int, count: int) -> None:
        """Show on a tab how much it holds."""
        name = f"{self._names[tab]} {count}" if count else self._names[tab]
        if name != self.tabs.tabText(tab):  # a tab bar is laid out anew whatever it is told
            self.tabs.setTabText(tab, name)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Hand the focus to the open pane."""
        self.current.setFocus(reason)

    def _turn(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        self.turned.emit(tab)
