"""The article's text with its marks drawn over it: what is shown of it, and where the reader is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from factdesk.model.version import Block
from factdesk.text.spans import Span
from factdesk.ui.article import words
from factdesk.ui.article.drawing.pencil import places
from factdesk.ui.article.drawing.rises import risen
from factdesk.ui.article.marks import NOTHING, Furniture, Marks
from factdesk.ui.article.page import Page
from factdesk.ui.article.scrolling import Scroller
from factdesk.ui.article.sight import Sight
from factdesk.ui.article.typesetting.typeset import Typeset
from factdesk.ui.controls.viewport import give_viewport

_LONG = 20_000
"""Characters; what fits no window shows its scroll bar from the start and is not laid out again for it."""


class MarkedText(QTextEdit):
    """Shows one text with its marks, read-only. Positions that go in and out are code points of that text.

    Attributes:
        sight: what stands where in the window.

    Signals:
        span_selected(object): the selected words as ``Span``, or None.
    """

    span_selected = Signal(object)

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the ink lays the ground: once is enough
        self._type = font
        self._guided = False
        self._hidden = True
        self._span: Span | None = None
        self._scroller = Scroller(self)
        self._page = Page(Typeset.of("", ()), font)
        self._page.fill()
        self.sight = Sight(self, self._page)
        self.selectionChanged.connect(self._selection_changed)
        self.show_text("", (), "")

    # What is shown

    def show_text(
        self, text: str, blocks: Sequence[Block], note: str, marks: Marks = NOTHING, *, mirrored: bool = False
    ) -> None:
        """Show another text from its top, marked from the start: it is laid out once."""
        self._make_room(text)  # before the page is made as wide as the view
        page = self.blank_page(Typeset.of(text, blocks), mirrored=mirrored)
        page.fill()
        self.show_page(page, note, marks)

    def blank_page(self, typeset: Typeset, *, mirrored: bool) -> Page:
        """Return a page as wide as this view, whose words are still to come."""
        return Page(typeset, self._type, width=self.viewport().width(), mirrored=mirrored)

    def show_page(self, page: Page, note: str, marks: Marks) -> None:
        """Show a page that has its words."""
        self._make_room(page.text)
        old, self._page = self._page, page
        self._page.own(self)
        self.sight = Sight(self, self._page)
        self._page.set_note(note)
        self.setAccessibleName(words.named(note))
        self._page.ink.marks = marks
        self._page.fold(marks.furniture, hidden=self._hidden)
        with self._guiding():
            self.setDocument(self._page.document)
            self._scroller.show(self._page.layout)
        old.leave()
        self._selection_changed()
        self._tell_current()

    def _make_room(self, text: str) -> None:
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if len(text) > _LONG else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)

    def show_note(self, note: str) -> None:
        """Say something else about the text; the reader's place stays."""
        if note != self._page.layout.note:
            with self._scroller.hold():
                self._page.set_note(note)
            self.setAccessibleName(words.named(note))

    def show_marks(self, marks: Marks) -> None:
        ink = self._page.ink
        before, ink.marks = ink.marks, marks
        if before.furniture != marks.furniture:
            self._fold()
        self._tell_current()
        self.viewport().update()

    def show_claim(self, marks: Marks, spans: Iterable[Span]) -> None:
        """Show marks that differ from those shown only over ``spans``: only their lines are drawn again."""
        self._page.ink.marks = marks
        for span in spans:
            self.viewport().update(self.sight.lines(span))

    @property
    def furniture_hidden(self) -> bool:
        return self._hidden

    def set_furniture_hidden(self, hidden: bool) -> None:
        if hidden != self._hidden:
            self._hidden = hidden
            self._fold()

    def _fold(self) -> None:
        with self._scroller.hold():
            self._page.fold(self._page.ink.marks.furniture, hidden=self._hidden)

    def set_type(self, font: QFont) -> None:
        """Set the article in another type; the line at the top stays there."""
        self._type = font
        with self._scroller.hold():
            self._page.document.setDefaultFont(font)

    @property
    def current(self) -> str:
        """Id of the claim or suggestion whose words are lit, or empty."""
        return self._page.ink.current

    def set_current(self, subject: str) -> None:
        if subject != self.current:
            self._page.ink.current = subject
            self.viewport().update()
        self._tell_current()

    @property
    def pointed(self) -> Span | None:
        """The words that are pointed at."""
        return self._page.ink.pointed

    def point_at(self, span: Span | None) -> None:
        """Light a span for a moment, without going there; None ends it."""
        self._page.ink.pointed = span
        self.viewport().update()

    def show_rises(self, rises: Iterable[tuple[Span, str]]) -> None:
        """Mark sentences that tell plainly what was hedged before, each with a tip."""
        self._page.ink.rises = risen(rises, self._page.ink.offsets)
        self.viewport().update()

    def next_rise(self) -> Span | None:
        """Return the next of these sentences behind the cursor, else the first; None where there is none."""
        rises = self._page.ink.rises
        after = next((rise.span for rise in rises if rise.span.start > self.cursor_index), None)
        return after or (rises[0].span if rises else None)

    def show_ticked(self, ticked: Iterable[Span]) -> None:
        """Strike words that were ticked."""
        self._page.ink.ticked = places(ticked, self._page.ink.offsets)
        self.viewport().update()

    def set_found(self, found: Sequence[Span], at: int) -> None:
        """Show where searched words stand; ``at`` is the index of the one looked at, or -1."""
        self._page.ink.found, self._page.ink.found_at = found, at
        self.viewport().update()

    # Where the person is

    @property
    def cursor_index(self) -> int:
        return self._page.offsets.from_qt(self.textCursor().position())

    @property
    def selected(self) -> Span | None:
        """The selected words without white space around them; None where no word is selected."""
        return self._span

    def select(self, span: Span) -> None:
        """Select a span and bring it into sight."""
        cursor, to_qt = self.textCursor(), self._page.offsets.to_qt
        cursor.setPosition(to_qt(span.start))
        cursor.setPosition(to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self._put(cursor, span)

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        with self._guiding():
            self.setTextCursor(cursor)

    def furniture_at_cursor(self) -> Furniture | None:
        """Return the unfolded furniture the cursor stands in, or None."""
        index = self.cursor_index
        return None if self._page.is_hidden(index) else self._page.furniture_at(index)

    def go_to(self, span: Span) -> None:
        """Put the cursor at the start of a span and move it softly into the upper third of the view."""
        if self._page.is_hidden(span.start):
            self.set_furniture_hidden(False)
        cursor = self.textCursor()
        cursor.setPosition(self._page.offsets.to_qt(span.start))
        self._put(cursor, span)

    def _put(self, cursor: QTextCursor, span: Span) -> None:
        """Move the cursor without entering a claim by it, and the view softly, not as Qt would."""
        value = self.verticalScrollBar().value()
        with self._guiding():
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)
        self._tell_current()
        self._scroller.bring(lambda: self._page.reach(span))

    def _tell_current(self) -> None:
        """Describe the text by the claim the reader is at: marks are drawn, not written. Said whenever it changes.

        What is known of the text is told with its name, which is said where the focus comes to it.
        """
        marks, index = self._page.ink.marks, self.cursor_index
        if self.current:
            here = marks.of(self.current, index)
        else:
            here = next((mark for mark in marks.at(index) if not mark.subject), None)
        self.setAccessibleDescription("" if here is None else words.tip((here,)))

    def _selection_changed(self) -> None:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self._page.ink.selection = range(start, end)
        span = self._page.words_between(start, end)
        if span != self._span:
            self._span = span
            self.span_selected.emit(span)

    # Keeping the place

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        self._scroller.moved(dy)
        if not self._scroller.still:
            super().scrollContentsBy(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        with self._scroller.hold():
            super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._page.document.defaultFont() != self._type:
            self.set_type(self._type)  # a style sheet gives every widget its font; the article keeps its own

    @contextmanager
    def _guiding(self) -> Iterator[None]:
        """The program moves the cursor, not the person: nobody enters a claim by it."""
        self._guided = True
        try:
            yield
        finally:
            self._guided = False
