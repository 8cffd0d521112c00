"""The page of one claim: facts, verdicts, work, and below them rationale, sources or history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.claim import State
from factdesk.ui import written
from factdesk.ui.claim import words
from factdesk.ui.claim.facts import ClaimFacts
from factdesk.ui.claim.fields.markdown import MarkdownField
from factdesk.ui.claim.fields.typed import DateField
from factdesk.ui.claim.sources.page import SourcesPage
from factdesk.ui.claim.states import REASON, StateChips
from factdesk.ui.claim.tabs import SOURCES, TELLINGS, WRITING
from factdesk.ui.claim.tellings.page import TellingsPage, told_times
from factdesk.ui.claim.verdicts import VerdictCards
from factdesk.ui.claim.view import ClaimView
from factdesk.ui.controls.only_read import changing
from factdesk.ui.style import Role, set_role

if TYPE_CHECKING:
    from factdesk.ui.claim.tellings.told import ToldItem

_STATES = {"waiting": State.WAITING, "set-aside": State.SET_ASIDE, "in-check": State.IN_CHECK}
"""Commands whose key stands on the chip of a state."""


class ClaimPage(QWidget):
    """Everything about one claim.

    Signals:
        edited(str, object), typed(str, str), word_clicked(int): as ``ClaimFacts``.
        verdict_cleared(): take the verdict away.
        turned(object): a tab was opened; the ``QWidget`` that holds its content.
    """

    edited = Signal(str, object)
    typed = Signal(str, str)
    word_clicked = Signal(int)
    verdict_cleared = Signal()
    turned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[str, tuple[ToldItem, ...]] | None = None
        self.facts = ClaimFacts()
        self.under = QLabel()
        self.verdicts = VerdictCards()
        self.clear = QPushButton(self.tr("Clear verdict"))
        self.states = StateChips()
        self.as_of = DateField(self.tr("As of"))
        self.rationale = MarkdownField(self.tr("Rationale"), self.tr("Why this verdict? It is printed."), least=3)
        self.note = MarkdownField(self.tr("Note"), self.tr("What you tried, what is still missing."), least=3)
        self.sources = SourcesPage()
        self.tellings = TellingsPage()
        self.history = QLabel()
        self.tabs = QTabBar()
        self._names = (self.tr("Rationale & note"), self.tr("Sources"), self.tr("Tellings"), self.tr("History"))
        self._pages = (self._build_writing(), self.sources, self.tellings, self.history)
        changing(self.verdicts, self.states, self.clear, self.sources.add)
        self._dress()
        self._connect()
        self._arrange()
        self._turn(WRITING)

    def show_claim(self, view: ClaimView) -> None:
        """Show a claim; words being typed in the same claim stay as they are."""
        claim, drafts = view.claim, view.drafts
        self.facts.show_claim(view)
        self.verdicts.show_scale(view.scale, view.verdict.id if view.verdict and not view.verdict_scale else None)
        self.under.setVisible(bool(view.verdict_scale))
        if view.verdict is not None:
            given = self.tr("Given under {0}: {1}")
            self.under.setText(given.format(view.verdict_scale, words.verdict(view.verdict)))
        self.dated.setVisible(view.verdict is not None)
        self.states.show_claim(claim, view.next_states, drafts.get(REASON, ""))
        self.as_of.show_text(claim.id, claim.verdict.as_of if claim.verdict else "")
        self.rationale.show_text(claim.id, claim.rationale, drafts.get("rationale"))
        self.note.show_text(claim.id, claim.note, drafts.get("note"))
        self.sources.show_claim(view)
        count, offered = len(view.sources), len(view.proposed)
        self._count(SOURCES, count, offered, self.tr("{0} attached, {1} proposed").format(count, offered))

    def show_tellings(self, number: str, items: tuple[ToldItem, ...]) -> None:
        """Show where else the claim is told; the tab says how much of it there is."""
        if (number, items) == self._told:
            return
        self._told = number, items
        self.tellings.show_tellings(number, items)
        linked = sum(item.segment_id is not None for item in items)
        proposed = len(items) - linked
        self._count(TELLINGS, linked + 1 if linked else 0, proposed, told_times(linked, proposed))

    def show_history(self, lines: tuple[str, ...]) -> None:
        self.history.setText("\n".join(lines) or self.tr("Nothing happened to this claim yet."))

    def commit(self) -> None:
        """Send what was typed and not sent."""
        self.facts.commit()
        self.as_of.commit()
        self.rationale.field.commit()
        self.note.field.commit()

    @property
    def tab(self) -> int:
        """Which tab is open."""
        return self.tabs.currentIndex()

    def turn_to(self, tab: int) -> None:
        """Open a tab: ``WRITING``, ``SOURCES``, ``TELLINGS`` or ``HISTORY``."""
        self.tabs.setCurrentIndex(tab)

    def set_key_hint(self, name: str, key: str) -> None:
        """Show a command's key where it acts; ``name`` as ``ClaimPane.set_key_hint`` has it, others are passed over."""
        if name in _STATES:
            self.states.set_key_hint(_STATES[name], key)
        elif name == "clear-verdict":
            self.clear.setToolTip(self.tr("Take the verdict away ({0})").format(key))
        elif name == "write":
            self.rationale.field.setToolTip(self.tr("Write the rationale ({0})").format(key))
        elif name == "add-source":
            self.sources.add.setToolTip(self.tr("Add a source ({0})").format(key))
        elif name == "link-tellings":
            self.tellings.set_key_hint(key)
            self._told = None

    def keys_at_hand(self) -> str:
        """Return the keys of the field that is written in: those of one letter are words there."""
        if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            return self.tr("Tab the next field · Esc the list")
        return ""

    def _count(self, tab: int, there: int, proposed: int, said: str) -> None:
        """Show on a tab how much it holds, and behind a question mark what is only proposed; its tip says it whole."""
        numbers = (written.count(there) if there else "", f"{written.count(proposed)}?" if proposed else "")
        title = " ".join((self._names[tab], " + ".join(filter(None, numbers)))).strip()
        if title != self.tabs.tabText(tab):  # a tab bar is laid out anew whatever it is told
            self.tabs.setTabText(tab, title)
            self.tabs.setTabToolTip(tab, said if there or proposed else "")

    def _build_writing(self) -> QWidget:
        page = QWidget()
        label = QLabel(self.tr("As of"))
        label.setBuddy(self.as_of)
        set_role(label, Role.QUIET)
        self.dated = QWidget()
        line = QHBoxLayout(self.dated)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for part in (label, self.as_of, self.clear):
            line.addWidget(part)
        self.rationale.head.add_before(self.dated, self.rationale.toggle)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.rationale)
        column.addWidget(self.note)
        column.addStretch(1)
        return page

    def _dress(self) -> None:
        set_role(self.under, Role.QUIET)
        set_role(self.clear, Role.FLAT)
        set_role(self.history, Role.QUIET)
        self.history.setWordWrap(True)
        self.history.setTextFormat(Qt.TextFormat.PlainText)
        self.history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Rationale, sources, tellings and history"))
        for name in self._names:
            self.tabs.addTab(name.replace("&", "&&"))

    def _connect(self) -> None:
        self.facts.edited.connect(self.edited)
        self.facts.typed.connect(self.typed)
        self.facts.word_clicked.connect(self.word_clicked)
        self.clear.clicked.connect(self.verdict_cleared)
        self.tabs.currentChanged.connect(self._turn)
        self.sources.came_back.connect(lambda: self.turn_to(SOURCES))
        self.as_of.committed.connect(lambda text: self.edited.emit("as_of", text))
        for name, field in (("rationale", self.rationale.field), ("note", self.note.field)):
            field.typed.connect(lambda text, name=name: self.typed.emit(name, text))
            field.committed.connect(lambda text, name=name: self.edited.emit(name, text))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.facts)
        column.addWidget(self.under)
        column.addWidget(self.verdicts)
        column.addWidget(self.states)
        column.addWidget(self.tabs)
        for page in self._pages:
            column.addWidget(page)
        column.addStretch(1)

    def _turn(self, tab: int) -> None:
        for n, page in enumerate(self._pages):
            page.setVisible(n == tab)
        self.turned.emit(self._pages[tab])
