"""What a claim is: number, kind, priority, risk, claimant, its words and what they say standing alone."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from factdesk.model.claim import ClaimKind, Priority
from factdesk.text.spans import Span
from factdesk.ui.choice import Choice
from factdesk.ui.claim import words
from factdesk.ui.claim.fields import LineField, TextField
from factdesk.ui.claim.view import ClaimView
from factdesk.ui.flow import FlowLayout
from factdesk.ui.style import Role, set_role


class ClaimFacts(QWidget):
    """The head of the claim pane.

    Signals:
        edited(str, object): name of the field and its new value.
        typed(str, str): name of the field and the words being typed in it.
    """

    edited = Signal(str, object)
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QLabel()
        set_role(self.number, Role.TITLE)
        self.kind = Choice(self.tr("Kind"), [(kind, words.claim_kind(kind)) for kind in ClaimKind])
        self.priority = Choice(self.tr("Priority"), [(one, words.priority(one)) for one in reversed(Priority)])
        self.high_risk = QToolButton()
        self.claimant = LineField(self.tr("Claimant"))
        self.words = ExactWords()
        self.restatement = TextField(self.tr("Restatement"), least=1, most=6)
        self._dress()
        self._connect()
        line = FlowLayout(gap=1)
        for widget in (self.number, self.kind, self.priority, self.high_risk, self._said_by()):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.words)
        column.addWidget(self.restatement)

    def show_claim(self, view: ClaimView) -> None:
        claim = view.claim
        self.number.setText(self.tr("Claim {0}").format(view.number))
        self.kind.show_value(claim.kind)
        self.priority.show_value(claim.priority)
        self.high_risk.setChecked(claim.high_risk)
        self._mark_risk()
        self.claimant.show_text(claim.id, claim.claimant, view.drafts.get("claimant"))
        self.words.show_words(view.exact or self.tr("The words are no longer in the text."), view.caught)
        why = " · ".join(view.reasons)  # the row says it already: here it takes no room from the verdict
        self.words.setToolTip(why)
        self.words.setAccessibleDescription(why)
        self.restatement.show_text(claim.id, claim.restatement, view.drafts.get("restatement"))

    def commit(self) -> None:
        """Send what was typed and not sent."""
        self.claimant.commit()
        self.restatement.commit()

    def _dress(self) -> None:
        self.high_risk.setCheckable(True)
        self.high_risk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.high_risk.setToolTip(self.tr("Someone could be wronged, or the house sued, if this is not so."))
        set_role(self.high_risk, Role.FLAT)
        self.claimant.setPlaceholderText(self.tr("the article itself"))
        self.claimant.setMinimumWidth(96)
        set_role(self.claimant, Role.FLAT)
        self.restatement.setPlaceholderText(self.tr("What it says, in words that stand alone"))

    def _said_by(self) -> QWidget:
        """The claimant's field with its label; the two stay on one line."""
        label = QLabel(self.tr("said by"))
        label.setBuddy(self.claimant)
        set_role(label, Role.QUIET)
        pair = QWidget()
        line = QHBoxLayout(pair)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(label)
        line.addWidget(self.claimant)
        return pair

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda value: self.edited.emit("kind", value))
        self.priority.chosen.connect(lambda value: self.edited.emit("priority", value))
        self.high_risk.clicked.connect(lambda on: self.edited.emit("high_risk", on))
        self.high_risk.toggled.connect(self._mark_risk)
        self.claimant.committed.connect(lambda text: self.edited.emit("claimant", text))
        self.claimant.typed.connect(lambda text: self.typed.emit("claimant", text))
        self.restatement.committed.connect(lambda text: self.edited.emit("restatement", text))
        self.restatement.typed.connect(lambda text: self.typed.emit("restatement", text))

    def _mark_risk(self) -> None:
        on = self.high_risk.isChecked()
        said = f"{words.HIGH_RISK_GLYPH} {words.high_risk()}" if on else self.tr("⚐ normal risk")
        self.high_risk.setText(said)
        self.high_risk.setAccessibleName(self.tr("High risk: yes") if on else self.tr("High risk: no"))


class ExactWords(QLabel):
    """Words of the article in reading type, with the stretches that called for a check in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_role(self, Role.READING)

    def show_words(self, exact: str, caught: tuple[Span, ...]) -> None:
        self.setText(emphasised(exact, caught))
        self.setAccessibleName(exact)


def emphasised(exact: str, caught: tuple[Span, ...]) -> str:
    """Return ``exact`` as HTML text, ``caught`` stretches in bold; whatever it holds stands as words."""
    parts, at = [], 0
    for start, end in caught:
        parts += [escape(exact[at:start]), "<b>", escape(exact[start:end]), "</b>"]
        at = end
    parts.append(escape(exact[at:]))
    return "".join(parts).replace("\n", " ")
