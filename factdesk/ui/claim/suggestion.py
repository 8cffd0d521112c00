"""One suggestion of the program, with its reasons, for a person to decide."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from factdesk.model.segment import NOT_A_CLAIM, Label
from factdesk.text.spans import Span
from factdesk.ui.claim import words
from factdesk.ui.claim.facts import ExactWords
from factdesk.ui.claim.score_parts import ScoreParts
from factdesk.ui.claim.view import ReasonItem, SuggestionView
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.controls.only_read import changing
from factdesk.ui.style import Role, set_role

if TYPE_CHECKING:
    from factdesk.ui.claim.tellings.offered import Offer


class SuggestionPage(QWidget):
    """Shows what is proposed and why; what it becomes is said by the person.

    Signals:
        accepted(str): it is what it is proposed to be.
        claimed(str): make a claim of it, though something else is proposed.
        rejected(str, object): it is no claim but this ``Label``, or None where nobody says what it is.
        skipped(str): leave it undecided and go on.
        linked(): it tells again what is offered.
        reason_hovered(object): characters of the article behind a reason, or None.
    """

    accepted = Signal(str)
    claimed = Signal(str)
    rejected = Signal(str, object)
    skipped = Signal(str)
    linked = Signal()
    reason_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._parts_of: Callable[[], tuple[tuple[str, float], ...]] | None = None
        self._keys: dict[str, str] = {}
        self.head = QLabel()
        set_role(self.head, Role.QUIET)
        self.head.setWordWrap(True)
        self.words = ExactWords()
        self._reasons = FlowLayout(gap=6)
        self.chips: list[ReasonChip] = []
        self.why = QLabel()
        self.why.setWordWrap(True)
        set_role(self.why, Role.QUIET)
        self.more = QPushButton(self.tr("Parts of the score"))
        set_role(self.more, Role.FLAT)
        self.more.clicked.connect(self._show_parts)
        self.parts = ScoreParts()
        self.offer = QLabel()
        self.offer.setWordWrap(True)
        self.offer.setTextFormat(Qt.TextFormat.PlainText)
        self._build_buttons()
        self.show_offer(None)
        self._arrange()

    def show_suggestion(self, view: SuggestionView) -> None:
        self._id = view.id
        kind = words.suggestion_kind(view.kind)
        worth = self.tr("worth checking: {0} of 100").format(round(view.score * 100))
        self.head.setText(self.tr("Suggested · {0} · {1}").format(kind, worth))
        self.words.show_words(view.exact, view.caught)
        self._show_reasons(view.reasons)
        self._parts_of = view.parts
        self.more.setVisible(view.parts is not None)
        self.parts.clear()
        self.parts.hide()
        is_claim = view.becomes_claim
        self.claim.setVisible(not is_claim)
        if is_claim:
            self._say(self.accept, "accept", self.tr("Make claim"))
        else:
            label = words.label(Label(view.kind.value)).lower()
            self._say(self.accept, "accept", self.tr("Label as {0}").format(label))

    def show_offer(self, offer: Offer | None) -> None:
        """Show what the suggestion shown may tell again, or nothing of it, and what one key makes of it."""
        self.offer.setVisible(offer is not None)
        self.link.setVisible(offer is not None)
        if offer is None:
            return
        quoted = " · ".join(self.tr("“{0}”").format(one) for one in offer.shown)
        self.offer.setText(self.tr("{0} {1}").format(offer.told, quoted))
        if offer.claim_id is not None:
            self._say(self.link, "link-tellings", self.tr("Link to claim {0}").format(offer.number))
        else:
            self._say(self.link, "link-tellings", self.tr("Make claim, link {0}").format(len(offer.places)))

    def _show_parts(self) -> None:
        self.parts.show_parts(self._parts_of() if self._parts_of is not None else ())
        self.parts.show()

    def set_key_hint(self, name: str, key: str) -> None:
        """Show the key of "accept", "link-tellings", "make-claim", "reject", "skip", or of an answer of "reject".

        Those are "label-…" with a ``Label``, and "leave-bare".
        """
        if name in self._answers:
            answer = self._answers[name]
            answer.setText(f"{answer.text()}\t{key}")
            return
        self._keys[name] = key
        for button in (self.accept, self.link, self.claim, self.reject, self.skip):
            if button.objectName() == name:
                self._say(button, name, str(button.property("plain")))

    def ask_label(self) -> None:
        """Open the menu that asks what it is, if it is no claim."""
        self.reject.showMenu()

    def _arrange(self) -> None:
        buttons = FlowLayout(gap=6)
        for button in (self.accept, self.link, self.claim, self.reject, self.skip):
            buttons.addWidget(button)
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.words)
        column.addLayout(self._reasons)
        column.addWidget(self.why)
        column.addWidget(self.offer)
        column.addLayout(buttons)
        column.addWidget(self.parts)
        column.addStretch(1)

    def _build_buttons(self) -> None:
        self.accept, self.link, self.claim, self.reject, self.skip = (QPushButton() for _ in range(5))
        self.reject.setMenu(self._labels())
        changing(self.accept, self.link, self.claim, self.reject)
        set_role(self.accept, Role.PRIMARY)
        set_role(self.skip, Role.FLAT)
        self._say(self.accept, "accept", self.tr("Make claim"))
        self._say(self.claim, "make-claim", self.tr("Make claim"))
        self._say(self.reject, "reject", self.tr("Not a claim ▾"))
        self._say(self.skip, "skip", self.tr("Skip"))
        self.link.clicked.connect(self.linked)
        self.accept.clicked.connect(lambda: self.accepted.emit(self._id))
        self.claim.clicked.connect(lambda: self.claimed.emit(self._id))
        self.skip.clicked.connect(lambda: self.skipped.emit(self._id))

    def _labels(self) -> QMenu:
        """Return the menu of what it may be instead; nobody need say."""
        menu = QMenu(self.reject)
        self._answers: dict[str, QAction] = {}
        for label in NOT_A_CLAIM:
            action = self._answers[f"label-{label}"] = menu.addAction(words.label(label))
            action.triggered.connect(lambda _=False, label=label: self.rejected.emit(self._id, label))
        menu.addSeparator()
        bare = self._answers["leave-bare"] = menu.addAction(self.tr("Only reject, words stay bare"))
        bare.triggered.connect(lambda: self.rejected.emit(self._id, None))
        return menu

    def _say(self, button: QPushButton, name: str, text: str) -> None:
        key = self._keys.get(name)
        button.setObjectName(name)
        button.setProperty("plain", text)
        button.setText(self.tr("{0}   {1}").format(text, key) if key else text)
        button.setAccessibleName(text.removesuffix(" ▾"))

    def _show_reasons(self, reasons: tuple[ReasonItem, ...]) -> None:
        while self._reasons.takeAt(0) is not None:
            pass
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [ReasonChip(reason, self) for reason in reasons]
        for chip in self.chips:
            chip.pointed.connect(self._pointed)
            self._reasons.addWidget(chip)
        for before, after in pairwise([self.skip, self.more, *self.chips]):
            self.setTabOrder(before, after)
        self.why.setText(" ".join(reason.meaning for reason in reasons))

    def _pointed(self, reason: ReasonItem | None) -> None:
        span: Span | None = reason.span if reason else None
        self.reason_hovered.emit(span)


class ReasonChip(QToolButton):
    """A reason in a few words. Under the pointer or the focus it points at the words behind it.

    Signals:
        pointed(object): its ``ReasonItem``, or None when it points no more.
    """

    pointed = Signal(object)

    def __init__(self, reason: ReasonItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = reason
        self.setText(reason.chip)
        self.setToolTip(reason.meaning)
        self.setAccessibleName(self.tr("Reason: {0}").format(reason.chip))
        self.setAccessibleDescription(reason.meaning)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, Role.CHIP)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed.emit(self.reason)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.pointed.emit(None)
        return super().event(event)
