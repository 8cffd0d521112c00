"""One row for a place where a claim is told again: its words against the head's, and what can be said of it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from factdesk.text.spans import Span
from factdesk.text.tellings import Change, Piece
from factdesk.ui import theme
from factdesk.ui.claim.tellings.told import ToldItem
from factdesk.ui.controls.only_read import changing
from factdesk.ui.style import Role, set_role


class TellingRow(QFrame):
    """Shows one telling. It does nothing itself: its buttons are wired by the page."""

    def __init__(self, item: ToldItem, number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._number = number
        said = " ".join(piece.text for piece in item.pieces if piece.change is not Change.DROPPED)
        self.text = _label("")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self._paint_words()
        self.text.setAccessibleName(f"{number} {said}".strip())
        self.detail = _label(self._standing())
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.detail, Role.QUIET)
        linked = item.segment_id is not None
        self.link = self._button(self.tr("Link"), self.tr("Link: {0}").format(said), shown=not linked)
        self.reject = self._button(self.tr("Not a repeat"), self.tr("Not a repeat: {0}").format(said), shown=not linked)
        self.confirm = self._button(
            self.tr("Confirm wording"), self.tr("Confirm wording: {0}").format(said), shown=item.is_open
        )
        self.head = self._button(
            self.tr("Make it the head"), self.tr("Make it the head: {0}").format(said), shown=linked
        )
        self.unlink = self._button(self.tr("Unlink"), self.tr("Unlink: {0}").format(said), shown=linked)
        self.show_it = self._button(self.tr("Show"), self.tr("Show in the article: {0}").format(said), shown=True)
        changing(self.link, self.reject, self.confirm, self.head, self.unlink)
        self._arrange()

    @property
    def stops(self) -> tuple[QToolButton, ...]:
        """Where Tab halts, in order."""
        return (self.link, self.reject, self.confirm, self.head, self.unlink, self.show_it)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        """Follow the theme: rich text keeps the colours it was written with."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_words()

    def _paint_words(self) -> None:
        told = apart(self.item) if self.item.reads_on_its_own else marked(self.item.pieces)
        self.text.setText(f"{escape(self._number)} {told}".strip())

    def _standing(self) -> str:
        item = self.item
        what = self.tr("↻ told again") if item.segment_id else self.tr("◇ proposed")
        if not item.differs:
            return self.tr("{0} · same words").format(what)
        wording = self.tr("≠ wording differs")
        if item.is_open:
            wording = self.tr("≠ wording differs: confirm")
        elif item.confirmed_by:
            wording = self.tr("✓ other wording, confirmed by {0}").format(item.confirmed_by)
        return " · ".join([what, wording, *self._only_one_has()])

    def _only_one_has(self) -> list[str]:
        """Say which figures and names stand here and not in the head, and the other way round."""
        beside = self.item.beside_head
        sides = (self.tr("only here: {0}"), beside.only_here), (self.tr("only in the head: {0}"), beside.only_there)
        return [told.format(", ".join(facts)) for told, facts in sides if facts]

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in self.stops:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(1)
        column.addWidget(self.text)
        column.addWidget(self.detail)
        column.addLayout(buttons)

    def _button(self, text: str, name: str, *, shown: bool) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setVisible(shown)
        set_role(button, Role.FLAT)
        return button


def marked(pieces: tuple[Piece, ...]) -> str:
    """Return the words of a telling as HTML: what it adds and what it leaves out have a sign, a shape and a colour."""
    colours = theme.current()
    shapes = {
        Change.SAME: "{0}",
        Change.ADDED: f'<b style="color: {colours.accent}">+<u>{{0}}</u></b>',
        Change.DROPPED: f'<i style="color: {colours.warning}">−<s>{{0}}</s></i>',
    }
    return " ".join(shapes[piece.change].format(escape(piece.text)) for piece in pieces)


def apart(item: ToldItem) -> str:
    """Return the words of a telling and below them the head's as HTML; what both tell, in whatever form, is bold."""
    beside = item.beside_head
    head = QCoreApplication.translate("TellingRow", "head: {0}").format(_lit(item.head, beside.lit_there))
    return f"{_lit(item.words, beside.lit_here)}<br/><i>{head}</i>"


def _lit(text: str, spans: tuple[Span, ...]) -> str:
    """Return ``text`` on one line as HTML with ``spans`` of it bold."""
    made, at = "", 0
    for start, end in spans:
        made += f"{escape(text[at:start])}<b>{escape(text[start:end])}</b>"
        at = end
    return " ".join((made + escape(text[at:])).split())


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
