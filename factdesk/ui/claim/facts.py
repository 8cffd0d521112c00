"""What a claim is: number, kind, priority, risk, claimant, its words and what they say standing alone."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from factdesk.model.claim import ClaimKind, Priority
from factdesk.rules.pencil import Pencilled
from factdesk.text.spans import Span
from factdesk.ui import theme as themes
from factdesk.ui.claim import words
from factdesk.ui.claim.fields.typed import LineField, TextField
from factdesk.ui.claim.view import ClaimView
from factdesk.ui.controls.choice import Choice
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.controls.only_read import changing
from factdesk.ui.style import Role, set_role

_NARROW = 430
"""Width in pixels below which number and risk are told shortly, so that the claimant stands on their line."""

_LEAST_CLAIMANT, _MOST_CLAIMANT = 80, 260
"""Pixels of the field for who says it."""


class ClaimFacts(QWidget):
    """The head of the claim pane.

    Signals:
        edited(str, object): name of the field and its new value.
        typed(str, str): name of the field and the words being typed in it.
        word_clicked(int): the word of the claim that stands there, from 0, was clicked.
    """

    edited = Signal(str, object)
    typed = Signal(str, str)
    word_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[str, tuple[str, ...], int, int] | None = None
        self._narrow = False
        self.number = QLabel()
        set_role(self.number, Role.TITLE)
        self.kind = Choice(self.tr("Kind"), [(kind, words.claim_kind(kind)) for kind in ClaimKind])
        self.priority = Choice(self.tr("Priority"), [(one, words.priority(one)) for one in reversed(Priority)])
        self.high_risk = QToolButton()
        self.claimant = LineField(self.tr("Claimant"))
        changing(self.kind, self.priority, self.high_risk)
        self.words = ExactWords()
        self.ticked = QLabel()
        set_role(self.ticked, Role.QUIET)
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
        column.addWidget(self.ticked)
        column.addWidget(self.restatement)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if (event.size().width() < _NARROW) != self._narrow:
            self._narrow = not self._narrow
            self._mark_risk()
            if self._told is not None:
                self._tell(*self._told)

    def show_claim(self, view: ClaimView) -> None:
        claim = view.claim
        self.kind.show_value(claim.kind)
        self.priority.show_value(claim.priority)
        self.high_risk.setChecked(claim.high_risk)
        self.claimant.show_text(claim.id, claim.claimant, view.drafts.get("claimant"))
        gone = self.tr("The words are no longer in the text.")
        self.words.show_words(view.exact or gone, view.caught, Pencilled(view.words, view.ticked))
        self.restatement.show_text(claim.id, claim.restatement, view.drafts.get("restatement"))
        told = view.number, view.reasons, len(view.ticked), len(view.words)
        if told != self._told:
            self._told = told
            self._tell(*told)

    def _tell(self, number: str, reasons: tuple[str, ...], ticked: int, words: int) -> None:
        """Say what nobody can change here."""
        self.number.setText(number if self._narrow else self.tr("Claim {0}").format(number))
        self.ticked.setVisible(ticked > 0)
        self.ticked.setText(self.tr("✓ {0} of {1} words ticked").format(ticked, words))
        why = " · ".join(reasons)  # the row says it already: here it takes no room from the verdict
        self.words.setToolTip(why)
        self.words.setAccessibleDescription(why)

    def commit(self) -> None:
        """Send what was typed and not sent."""
        self.claimant.commit()
        self.restatement.commit()

    def _dress(self) -> None:
        self.high_risk.setCheckable(True)
        self.high_risk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.high_risk.setToolTip(self.tr("High risk: someone could be wronged, or the house sued, if this is not so."))
        set_role(self.high_risk, Role.FLAT)
        self.claimant.setPlaceholderText(self.tr("the article"))
        set_role(self.claimant, Role.FLAT)
        self._fit_claimant()
        self._mark_risk()
        self.restatement.setPlaceholderText(self.tr("What it says, in words that stand alone"))

    def _fit_claimant(self) -> None:
        """The field is as wide as its words, so that a short name leaves the line whole."""
        said = self.claimant.text() or self.claimant.placeholderText()
        width = self.claimant.fontMetrics().horizontalAdvance(said) + 22
        self.claimant.setFixedWidth(min(max(width, _LEAST_CLAIMANT), _MOST_CLAIMANT))

    def _said_by(self) -> QWidget:
        """The claimant's field with its label; the two stay on one line."""
        label = QLabel(self.tr("by"))
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
        self.words.linkActivated.connect(lambda nth: self.word_clicked.emit(int(nth)))
        self.kind.chosen.connect(lambda value: self.edited.emit("kind", value))
        self.priority.chosen.connect(lambda value: self.edited.emit("priority", value))
        self.high_risk.clicked.connect(lambda on: self.edited.emit("high_risk", on))
        self.high_risk.toggled.connect(self._mark_risk)
        self.claimant.committed.connect(lambda text: self.edited.emit("claimant", text))
        self.claimant.textChanged.connect(self._fit_claimant)
        self.claimant.typed.connect(lambda text: self.typed.emit("claimant", text))
        self.restatement.committed.connect(lambda text: self.edited.emit("restatement", text))
        self.restatement.typed.connect(lambda text: self.typed.emit("restatement", text))

    def _mark_risk(self) -> None:
        on = self.high_risk.isChecked()
        normal = "⚐" if self._narrow else self.tr("⚐ normal risk")
        said = f"{words.HIGH_RISK_GLYPH} {words.high_risk()}" if on else normal
        self.high_risk.setText(said)
        self.high_risk.setAccessibleName(self.tr("High risk: yes") if on else self.tr("High risk: no"))


class ExactWords(QLabel):
    """Words of the article in reading type: in bold what called for a check, struck what is ticked.

    A click on a word activates a link that is the word's number, from 0.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, tuple[Span, ...], Pencilled, str] | None = None
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        self.setTextInteractionFlags(flags)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_role(self, Role.READING)

    def show_words(self, exact: str, caught: tuple[Span, ...], pencil: Pencilled | None = None) -> None:
        """Show words; without ``pencil`` they cannot be ticked."""
        shown = exact, caught, pencil or Pencilled(), themes.current().ink
        if shown != self._shown:
            self._shown = shown
            self.setText(emphasised(*shown))
            self.setAccessibleName(exact)


def emphasised(exact: str, caught: tuple[Span, ...], pencil: Pencilled | None = None, ink: str = "") -> str:
    """Return ``exact`` as HTML text: ``caught`` stretches in bold, ticked words struck; all of it stands as words."""
    pencil = pencil or Pencilled()
    edges = sorted({0, len(exact), *(at for span in (*caught, *pencil.words) for at in span)})
    nth_of = {at: nth for nth, word in enumerate(pencil.words) for at in edges if word.start <= at < word.end}
    parts: list[str] = []
    for start, end in pairwise(edges):
        piece = escape(exact[start:end])
        nth = nth_of.get(start)
        if nth is not None:
            line = "line-through" if pencil.words[nth] in pencil.ticked else "none"
            colour = f"; color:{ink}" if ink else ""
            piece = f'<a href="{nth}" style="text-decoration:{line}{colour}">{piece}</a>'
        bold = any(span.start <= start < span.end for span in caught)
        parts.append(f"<b>{piece}</b>" if bold else piece)
    return "".join(parts).replace("\n", " ")
