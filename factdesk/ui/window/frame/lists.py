"""What stands beside the article: the checklist of claims, the registers and the questions, one at a time.

Registers and questions are made when their tab is opened first: a start need not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from factdesk.model.tick import REGISTERS, Register
from factdesk.ui import written
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.controls.pile import Pile
from factdesk.ui.registers import words
from factdesk.ui.style import Role, set_role

if TYPE_CHECKING:
    from factdesk.ui.questions.pane import QuestionsPane
    from factdesk.ui.registers.pane import RegisterPane

CLAIMS = 0
QUESTIONS = len(REGISTERS) + 1
"""Places of the tabs; the registers stand between."""

_AROUND_TAB, _EDGE = 13, 16
"""Pixels that the style sheet puts around the words of a tab, and what is left free beside all of them."""


class Lists(QWidget):
    """The tabs.

    Signals:
        turned(int): another tab is open.
        register_made(object RegisterPane), questions_made(object QuestionsPane): it is to be wired and filled.
    """

    turned = Signal(int)
    register_made = Signal(object)
    questions_made = Signal(object)

    def __init__(self, checklist: ChecklistPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checklist = checklist
        self.registers: dict[Register, RegisterPane] = {}
        self._questions: QuestionsPane | None = None
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Claims, registers and questions"))
        self._stack = Pile()
        self._stack.add(checklist)
        self._counts = [0] * (len(REGISTERS) + 2)
        self._names = (self.tr("Claims"), *map(words.register, REGISTERS), self.tr("Questions"))
        for name in self._names:
            self.tabs.addTab(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(8, 4, 0, 0)
        self._line.addWidget(self.tabs)
        column.addLayout(self._line)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)

    @cached_property
    def menu(self) -> QToolButton:
        """What stands for the tabs where their names have no room: the open one, and all of them in its menu."""
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(button, Role.FLAT)
        menu = QMenu(button)
        menu.aboutToShow.connect(self._offer)
        button.setMenu(menu)
        self._line.addWidget(button)
        self._line.addStretch(1)
        self.setTabOrder(self.tabs, button)
        return button

    @property
    def current(self) -> QWidget:
        """The pane of the open tab."""
        widget = self._stack.page
        assert widget is not None  # noqa: S101  the checklist is always there
        return widget

    @property
    def register(self) -> RegisterPane | None:
        """The register that is open, or None."""
        return next((pane for pane in self.registers.values() if pane is self.current), None)

    @property
    def questions(self) -> QuestionsPane:
        """The questions, made now where they were not wanted before."""
        if self._questions is None:
            from factdesk.ui.questions.pane import QuestionsPane

            self._questions = QuestionsPane()
            self._stack.add(self._questions)
            self.questions_made.emit(self._questions)
        return self._questions

    @property
    def has_questions(self) -> bool:
        """Whether the pane of questions was wanted and is to be kept up."""
        return self._questions is not None

    def step(self, by: int) -> None:
        """Go to the next (+1) or the previous (-1) row of the open list."""
        (self.register or self._open_questions or self.checklist).step(by)

    def focus_search(self) -> None:
        """Put the caret where the open list is searched; questions are few and have no such field."""
        if self._open_questions is None:
            (self.register or self.checklist).focus_search()

    def turn_to(self, tab: int) -> None:
        """Open a tab and give it the focus."""
        self.tabs.setCurrentIndex(tab)
        self.current.setFocus()

    def show_count(self, tab: int, count: int) -> None:
        """Show on a tab how much it holds."""
        if count != self._counts[tab]:
            self._counts[tab] = count
            self._call_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._call_tabs()

    def _call_tabs(self) -> None:
        """Tell counts where all of them have room, a menu where not even the names have."""
        told = self._told()
        roomy, named = self._have_room(told), self._have_room(self._names)
        for tab, (name, whole) in enumerate(zip(self._names, told, strict=True)):
            words = whole if roomy else name
            if words != self.tabs.tabText(tab):  # a tab bar is laid out anew whatever it is told
                self.tabs.setTabText(tab, words)
            self.tabs.setTabToolTip(tab, whole if words != whole else "")
        if named and "menu" not in vars(self):
            return
        self.tabs.setVisible(named)
        self.menu.setVisible(not named)
        self.menu.setText(f"{told[self.tabs.currentIndex()]} ▾")
        self.menu.setAccessibleName(f"{self.tabs.accessibleName()}: {told[self.tabs.currentIndex()]}")

    def _told(self) -> list[str]:
        return [f"{name} {written.count(n)}" if n else name for name, n in zip(self._names, self._counts, strict=True)]

    def _have_room(self, names: Sequence[str]) -> bool:
        around = len(names) * _AROUND_TAB + _EDGE
        return sum(map(self.tabs.fontMetrics().horizontalAdvance, names)) + around <= self.width()

    def _offer(self) -> None:
        """Fill the menu with the tabs as they are now."""
        menu = self.menu.menu()
        menu.clear()
        for tab, told in enumerate(self._told()):
            action = menu.addAction(told)
            action.setCheckable(True)
            action.setChecked(tab == self.tabs.currentIndex())
            action.triggered.connect(lambda _=False, tab=tab: self.turn_to(tab))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Hand the focus to the open pane."""
        self.current.setFocus(reason)

    @property
    def _open_questions(self) -> QuestionsPane | None:
        return self._questions if self._questions is self.current else None

    def _turn(self, tab: int) -> None:
        if tab == CLAIMS:
            pane: QWidget = self.checklist
        elif tab == QUESTIONS:
            pane = self.questions
        else:
            pane = self._register(REGISTERS[tab - 1])
        self._stack.turn_to(pane)
        if "menu" in vars(self):
            self._call_tabs()
        self.turned.emit(tab)

    def _register(self, register: Register) -> RegisterPane:
        if register not in self.registers:
            from factdesk.ui.registers.pane import RegisterPane

            self.registers[register] = RegisterPane(register)
            self._stack.add(self.registers[register])
            self.register_made.emit(self.registers[register])
        return self.registers[register]
