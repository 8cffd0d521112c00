"""Where the work on a claim stands, as chips: the one in force, and those that may follow it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from factdesk.model.claim import Claim, State, WaitingFor
from factdesk.model.ids import ClaimId
from factdesk.ui.claim import words
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.style import Role, set_role

_ALWAYS = frozenset({State.NEW, State.IN_CHECK, State.WAITING, State.PROPOSED, State.AGREED, State.SET_ASIDE})
"""Chips that stay in their place; the others come only while they are in force or may follow."""

REASON = "reason"
"""Under which field of a claim the reason is kept that is being typed."""

_GAP = 3
"""Pixels between chips: with no label before them all seven stand on one line of the usual window."""


class StateChip(QToolButton):
    """The chip of one state."""

    def nextCheckState(self) -> None:  # noqa: N802
        """A click changes nothing by itself: the desk tells which state is in force."""


class StateChips(QWidget):
    """One line of chips, one for each state; where it is too short, the last chip offers those that have no room.

    Waiting asks for whom by a menu, setting aside asks why on a line below.

    Signals:
        chosen(object, object, str): the ``State``, the ``WaitingFor`` or None, and a reason or nothing.
        reason_typed(str): why the claim shown is to be set aside, so far; nothing where that was given up.
    """

    chosen = Signal(object, object, str)
    reason_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of: ClaimId | None = None
        self._asked_from: QWidget | None = None
        self._shown: tuple[State, WaitingFor | None, frozenset[State]] | None = None
        self.setAccessibleName(self.tr("Work"))
        self.chips = {state: self._chip(state) for state in State}
        waiting = self.chips[State.WAITING]
        waiting.setMenu(self._waiting_menu())
        waiting.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.further = self._further_chip()
        line = FlowLayout(gap=_GAP)
        for chip in (*self.chips.values(), self.further):
            line.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        self._asking = QWidget(self)
        self.reason = QLineEdit()
        self._build_reason()
        column.addWidget(self._asking)

    def show_claim(self, claim: Claim, next_states: frozenset[State], reason: str = "") -> None:
        """Show where ``claim`` stands and where it may go.

        Args:
            reason: why it is to be set aside, as it was half typed; it counts where another claim comes into view.
        """
        aside = claim.state is State.SET_ASIDE
        if self._of != claim.id or aside:  # the desk has the reason
            self._of = claim.id
            self.reason.setText("" if aside else reason)
            self._asking.setVisible(bool(self.reason.text()))
        shown = claim.state, claim.waiting_for, next_states
        if shown == self._shown:
            return
        self._shown = shown
        for state, chip in self.chips.items():
            here = state is claim.state
            chip.setChecked(here)
            chip.setEnabled(here or state in next_states)
            chip.setText(self._chip_words(state, claim if here else None))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def ask_reason(self) -> None:
        """Ask why the claim is set aside; who asked is gone back to."""
        if self.chips[State.SET_ASIDE].isEnabled():
            focus = QApplication.focusWidget()
            self._asked_from = self._asked_from if focus is self.reason else focus
            self._asking.show()
            self.reason.setFocus()

    def keys_at_hand(self) -> str:
        """Return the keys of the line that asks for a reason."""
        return self.tr("Enter set aside · Esc leave it") if self.reason.hasFocus() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape sets nothing aside."""
        if event.key() == Qt.Key.Key_Escape and self._asking.isVisible():
            self._leave_reason()
        else:
            super().keyPressEvent(event)

    def _leave_reason(self) -> None:
        """Ask no more; what was typed is there when it is asked again."""
        self._go_back()
        self._asking.hide()

    def _go_back(self) -> None:
        """Give the focus to who asked. Without this Qt gives it to whatever stands behind: a bar of tabs."""
        before = self._asked_from
        if before is None or not isValid(before) or not before.isVisible():
            before = self.chips[State.SET_ASIDE]
        before.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_key_hint(self, state: State, key: str) -> None:
        self.chips[state].setToolTip(self.tr("{0} ({1})").format(words.state_meaning(state), key))

    def _chip(self, state: State) -> StateChip:
        chip = StateChip(self)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setToolTip(words.state_meaning(state))
        chip.setAccessibleName(self.tr("Work: {0}").format(words.state(state)))
        set_role(chip, Role.CHIP)
        chip.clicked.connect(lambda _=False: self._clicked(state))
        return chip

    def _chip_words(self, state: State, claim: Claim | None) -> str:
        said = words.state(state, claim.waiting_for if claim else None)
        glyph = words.STATE_GLYPHS[state]
        asks = state in (State.WAITING, State.SET_ASIDE)
        return self.tr("{0} {1}…").format(glyph, said) if asks and claim is None else f"{glyph} {said}"

    def _further_chip(self) -> QToolButton:
        chip = QToolButton(self)
        chip.setText("⋯")
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setToolTip(self.tr("More states of the work"))
        chip.setAccessibleName(self.tr("Work: more"))
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(chip, Role.CHIP)
        chip.hide()
        return chip

    def _fit(self) -> None:
        """Show the chips that have room, always that of the state in force; offer the others in a menu."""
        if self._shown is None:
            return
        here, _, following = self._shown
        offered = [state for state in self.chips if state is here or state in _ALWAYS or state in following]
        widths = {state: self.chips[state].sizeHint().width() + _GAP for state in offered}
        room = self.width() + _GAP
        whole = sum(widths.values()) <= room
        free = room - widths[here] - (0 if whole else self.further.sizeHint().width() + _GAP)
        beyond = []
        for state in offered:
            free -= widths[state] if state is not here else 0
            if free < 0 and state is not here:
                beyond.append(state)
        for state, chip in self.chips.items():
            chip.setVisible(state in offered and state not in beyond)
        self.further.setVisible(bool(beyond))
        if beyond:
            self._offer(beyond)

    def _offer(self, states: list[State]) -> None:
        """Fill the menu of the last chip."""
        menu = QMenu(self.further)
        for state in states:
            if state is State.WAITING:
                menu.addMenu(self._waiting_menu()).setText(self._chip_words(state, None))
                continue
            action = menu.addAction(self._chip_words(state, None))
            action.setEnabled(self.chips[state].isEnabled())
            action.triggered.connect(lambda _=False, state=state: self._clicked(state))
        before = self.further.menu()
        self.further.setMenu(menu)
        if before is not None:
            before.deleteLater()

    def _clicked(self, state: State) -> None:
        if state is State.SET_ASIDE:
            self.ask_reason()
        elif not self.chips[state].isChecked():
            self.chosen.emit(state, None, "")

    def _waiting_menu(self) -> QMenu:
        menu = QMenu(self)
        for whom in WaitingFor:
            action = menu.addAction(words.state(State.WAITING, whom))
            action.triggered.connect(lambda _=False, whom=whom: self.chosen.emit(State.WAITING, whom, ""))
        return menu

    def _build_reason(self) -> None:
        self.reason.setPlaceholderText(self.tr("Why can it not be checked?"))
        self.reason.setAccessibleName(self.tr("Reason for setting the claim aside"))
        self.reason.returnPressed.connect(self._set_aside)
        self.reason.textEdited.connect(self.reason_typed)
        done = QPushButton(self.tr("Set aside"))
        done.clicked.connect(self._set_aside)
        cancel = QPushButton(self.tr("Cancel"))
        set_role(cancel, Role.FLAT)
        cancel.clicked.connect(self._give_up)
        line = QHBoxLayout(self._asking)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.reason, 1)
        line.addWidget(done)
        line.addWidget(cancel)
        self._asking.hide()

    def _give_up(self) -> None:
        self.reason.clear()
        self.reason_typed.emit("")
        self._leave_reason()

    def _set_aside(self) -> None:
        """Ask for the step; the words stay until the desk has them."""
        reason = self.reason.text().strip()
        if reason:
            self._go_back()
            self.chosen.emit(State.SET_ASIDE, None, reason)
