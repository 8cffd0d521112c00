"""The claim pane: one claim, one suggestion, or a word on what to do.

The pages of claim and suggestion are made after the first paint, or when one is shown first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from factdesk.ui.claim.ground import Ground
from factdesk.ui.claim.scrolling import Scrolling
from factdesk.ui.claim.tabs import HISTORY, SOURCES, WRITING
from factdesk.ui.style import Role, set_role

if TYPE_CHECKING:
    from factdesk.ui.claim.page import ClaimPage
    from factdesk.ui.claim.suggestion import SuggestionPage
    from factdesk.ui.claim.tellings.offered import Offer
    from factdesk.ui.claim.tellings.told import ToldItem
    from factdesk.ui.claim.view import ClaimView, SuggestionView
    from factdesk.work.edits.source import SourceForm

_LEAST_HEIGHT = 120
"""Pixels: number, words and the beginning of what is said of them."""


class ClaimPane(QScrollArea):
    """Shows one claim or suggestion and says what the person wants of it. It changes nothing itself.

    Wishes about a claim carry its id first, so that words typed in one claim can never reach another
    (``passed_on``).

    Attributes:
        claim_id: the claim shown, or nothing.
        scrolling: how the pane is scrolled.

    Signals:
        verdict_chosen(str, str): claim, id of a value of the scale shown.
        verdict_cleared(str): claim.
        state_chosen(str, object, object, str): claim, ``State``, ``WaitingFor`` or None, reason or nothing.
        reason_typed(str, str): claim, why it is to be set aside so far; nothing where that was given up.
        field_edited(str, str, object): claim, name of the field, its new value. Sent once, when a field is
            left or a choice made: restatement, kind, claimant, priority, high_risk, rationale, note, as_of.
        typing(str, str, str): claim, name of the field, its words so far; at each change.
        source_added(str, object, str): claim, ``SourceForm``, id of a source the desk has or nothing.
        source_edited(str, str, object): claim, evidence, ``SourceForm``. Both are heard again by ``source_kept``.
        source_begun(str, object): claim, and the ``Begun`` source of it at each change, or None.
        source_removed(str): evidence.
        source_moved(str, str): evidence, and that before which it is to stand, or nothing.
        remark_taken(str, str, object): claim, remark of the author's file, the ``SourceForm`` it becomes.
        remark_dismissed(str): remark.
        telling_wished(str, object): see ``TellingsPage``; about the claim shown.
        tellings_linked(): link what is proposed for the claim or the suggestion shown.
        word_clicked(int): the word of the claim shown that stands there, from 0, is to be ticked or unticked.
        link_asked(str): an address to open in the system's browser.
        accepted(str), claimed(str), rejected(str, object Label), skipped(str): see ``SuggestionPage``.
        reason_hovered(object): ``Span`` of the article to point at, or None.
        history_wanted(): the history is looked at now; ``show_history`` is waited for.
        left(): Escape was pressed, and nothing in the pane took it.
        needs(int, object): pixels of height that show all of the page, and the page; sent where that may have changed.
    """

    verdict_chosen = Signal(str, str)
    verdict_cleared = Signal(str)
    state_chosen = Signal(str, object, object, str)
    reason_typed = Signal(str, str)
    field_edited = Signal(str, str, object)
    typing = Signal(str, str, str)
    source_added = Signal(str, object, str)
    source_edited = Signal(str, str, object)
    source_begun = Signal(str, object)
    source_removed = Signal(str)
    source_moved = Signal(str, str)
    remark_taken = Signal(str, str, object)
    remark_dismissed = Signal(str)
    telling_wished = Signal(str, object)
    tellings_linked = Signal()
    word_clicked = Signal(int)
    link_asked = Signal(str)
    accepted = Signal(str)
    claimed = Signal(str)
    rejected = Signal(str, object)
    skipped = Signal(str)
    reason_hovered = Signal(object)
    history_wanted = Signal()
    left = Signal()
    needs = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.claim_id = self._suggestion_id = ""
        self.empty = QLabel(self.tr("Choose a row of the checklist, or click a claim in the article."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        set_role(self.empty, Role.QUIET)
        self._shown: QWidget | None = None
        self._first: QWidget = self.empty
        self._keys: dict[str, str] = {}
        self.ground = ground = Ground()
        self._least_width = 0
        ground.needs.connect(self._tell_needs)
        set_role(ground, Role.PANEL)
        self._column = ground.column
        self._add(self.empty)
        self.setWidget(ground)
        set_role(self, Role.PANEL)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Claim"))
        self.scrolling = Scrolling(self, ground)

    def _tell_needs(self, height: int) -> None:
        """Tell what the page needs; what stands around a scroll area hears of its width only when it is told so."""
        self.needs.emit(height, self._shown)
        least = self._column.minimumSize().width()
        if least != self._least_width:
            self._least_width = least
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as the page needs: it is never cut, since it is not scrolled sideways."""
        inner = self._column.minimumSize().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(inner, _LEAST_HEIGHT)

    @cached_property
    def claim(self) -> ClaimPage:
        """The page of a claim."""
        from factdesk.ui.claim.page import ClaimPage
        from factdesk.ui.claim.passed_on import pass_on

        page = ClaimPage()
        pass_on(page, self)
        self._add(page)
        for name, key in self._keys.items():
            page.set_key_hint(name, key)
        return page

    @cached_property
    def suggestion(self) -> SuggestionPage:
        """The page of a suggestion."""
        from factdesk.ui.claim.suggestion import SuggestionPage

        page = SuggestionPage()
        page.linked.connect(self.tellings_linked)
        for name in ("accepted", "claimed", "rejected", "skipped", "reason_hovered"):
            getattr(page, name).connect(getattr(self, name))
        self._add(page)
        for name, key in self._keys.items():
            page.set_key_hint(name, key)
        return page

    def making(self) -> Iterator[None]:
        """Make each page before it is wanted, and dress it, in four pieces: a key would wait for them long."""
        for name in ("suggestion", "claim"):
            page: QWidget = getattr(self, name)
            yield
            page.ensurePolished()
            yield

    def show_claim(self, view: ClaimView) -> None:
        """Show a claim. A refreshed view of the claim shown leaves alone what is being typed, and the caret.

        Words typed in the claim shown before, and not sent, are sent first.
        """
        if view.claim.id != self.claim_id:
            self._suggestion_id = ""
            self.commit_typing()
            self.claim_id = view.claim.id
            self.scrolling.begin()
        self.claim.show_claim(view)
        self._show_page(self.claim, self.claim.verdicts)

    def show_suggestion(self, view: SuggestionView) -> None:
        """Show a suggestion; what was typed in a claim before is sent first."""
        self._leave_claim()
        if view.id != self._suggestion_id:
            self._suggestion_id = view.id
            self.scrolling.begin()
        self.suggestion.show_suggestion(view)
        self._show_page(self.suggestion, self.suggestion.accept)

    def show_nothing(self) -> None:
        """Show what to do; what was typed in a claim before is sent first."""
        self._leave_claim()
        self._show_page(self.empty, self.empty)

    def clear(self) -> None:
        """Show nothing at all for a moment; what was typed in a claim before is sent first."""
        self._leave_claim()
        if self._shown is not None:
            self._shown.hide()
            self._shown = None

    @property
    def history_shown(self) -> bool:
        """Whether the history is what is looked at."""
        return self._shown is not None and self._shown is vars(self).get("claim") and self.claim.tab == HISTORY

    def show_history(self, lines: tuple[str, ...]) -> None:
        """Show what happened to the claim shown, one line each."""
        self.claim.show_history(lines)

    def show_tellings(self, number: str, items: tuple[ToldItem, ...]) -> None:
        """Show where the claim shown is told, and what is proposed."""
        if items or "claim" in vars(self):
            self.claim.show_tellings(number, items)

    def show_offer(self, offer: Offer | None) -> None:
        """Show what the suggestion shown may tell again."""
        if offer is not None or "suggestion" in vars(self):
            self.suggestion.show_offer(offer)

    def commit_typing(self) -> None:
        """Send what was typed and not sent, as if the field had been left. Call it before a command or the end."""
        if self.claim_id:
            self.claim.commit()

    def write(self) -> None:
        """Put the caret into the rationale."""
        self._go_to(WRITING, self.claim.rationale.field)

    def write_note(self) -> None:
        """Put the caret into the note."""
        self._go_to(WRITING, self.claim.note.field)

    def add_source(self) -> None:
        """Open the form for a source, with the caret in it."""
        self.claim.turn_to(SOURCES)
        self.claim.sources.begin()

    def source_kept(self, claim_id: str, form: SourceForm) -> None:
        """The desk has a source that was added or corrected: its form has done its work."""
        self.claim.sources.kept(claim_id, form)

    def move_source(self, step: int) -> str:
        """Move the source that has the focus up (-1) or down (1). Returns why it was not moved, or nothing."""
        self.claim.turn_to(SOURCES)
        return self.claim.sources.move_held(step)

    def ask_set_aside(self) -> None:
        """Ask why the claim is set aside."""
        self.claim.states.ask_reason()

    def ask_label(self) -> None:
        """Ask what a suggestion is, if it is no claim."""
        self.suggestion.ask_label()

    def set_key_hint(self, name: str, key: str) -> None:
        """Show a command's key where it acts.

        Args:
            name: "accept", "make-claim", "reject", "label-…", "leave-bare", "skip", "waiting", "set-aside",
                "in-check", "clear-verdict", "write", "add-source" or "link-tellings"; others are shown elsewhere and
                passed over.
        """
        self._keys[name] = key
        for made in {"claim", "suggestion"} & vars(self).keys():
            getattr(self, made).set_key_hint(name, key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape that no field and no form takes for itself leaves the pane; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Give the focus to what comes first. A focus proxy would make Tab skip what stands before it."""
        self._first.setFocus(reason)

    def _leave_claim(self) -> None:
        self.commit_typing()
        self.claim_id = ""

    def _add(self, page: QWidget) -> None:
        page.hide()
        self._column.addWidget(page)

    def _show_page(self, page: QWidget, first: QWidget) -> None:
        """Show one page and no other; ``first`` is what takes the focus, at once where the page before had it."""
        before, self._shown, self._first = self._shown, page, first
        focus = QApplication.focusWidget()
        page.show()
        if before is not None and before is not page:
            if focus is not None and before.isAncestorOf(focus):
                first.setFocus()  # else Qt hands it on to whatever comes next: a tool of the window
            before.hide()

    def _go_to(self, tab: int, field: QWidget) -> None:
        self.claim.turn_to(tab)
        field.setFocus()
        self.scrolling.bring(field, field)
