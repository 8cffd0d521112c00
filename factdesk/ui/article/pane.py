"""The article pane: the text with its marks, the bar to find words, and what to do when nothing is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from factdesk.model.article import Article
from factdesk.model.version import Version
from factdesk.text.direction import reads_from_right
from factdesk.text.spans import Span
from factdesk.ui import theme
from factdesk.ui.article import words
from factdesk.ui.article.length import TextLength
from factdesk.ui.article.marks import NOTHING, Furniture, Mark, Marks
from factdesk.ui.article.page import Page
from factdesk.ui.article.reading_type import READING_SIZE, ReadingType
from factdesk.ui.article.search import Search
from factdesk.ui.article.text_view import ArticleText
from factdesk.ui.article.typesetting.measure import reading_font
from factdesk.ui.article.typesetting.typeset import Typeset

if TYPE_CHECKING:
    from factdesk.ui.article.empty import EmptyPage


class ArticlePane(QWidget):
    """Shows one article and says what the person does in it. It never touches the desk.

    Attributes:
        type: what the text is set in, and how far that is zoomed.

    Signals:
        claim_entered(str), suggestion_entered(str): the cursor or a click came onto this one.
        selection_changed(object): the selected words as ``Span``, without white space around them, or None.
        context_asked(QPoint, object): a menu is wanted at this place of the screen, for this ``Span`` or None.
        restore_asked(str): this segment of furniture is to be an ordinary part of the article again.
        furniture_toggled(bool): what was set aside is seen from now on, or not.
        files_dropped(list), text_dropped(str): a new article came by drag and drop.
    """

    claim_entered = Signal(str)
    suggestion_entered = Signal(str)
    selection_changed = Signal(object)
    context_asked = Signal(QPoint, object)
    restore_asked = Signal(str)
    furniture_toggled = Signal(bool)
    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._version: Version | None = None
        self._told: tuple[Article, int] | None = None
        self._aside: tuple[Furniture, ...] = ()
        self._length = TextLength(self)
        self._length.counted.connect(self._tell_note)
        self._prepared: tuple[str, Page] | None = None
        self.text = ArticleText(reading_font("", READING_SIZE))
        self.type = ReadingType(self.text, self)
        self.text.entered.connect(self._entered)
        self.text.span_selected.connect(self.selection_changed)
        self.text.context_asked.connect(self._ask_context)
        self.text.stub_pressed.connect(lambda: self.set_furniture_shown(not self.furniture_shown))
        self._pages = QStackedLayout()
        self._pages.addWidget(self.text)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._pages, 1)
        self.search = Search(self.text, self._column)
        self.setAcceptDrops(True)

    @cached_property
    def empty(self) -> EmptyPage:
        """What stands where the article would be; made when it is wanted first."""
        from factdesk.ui.article.empty import EmptyPage

        page = EmptyPage()
        self._pages.addWidget(page)
        return page

    def _take(self, version: Version | None) -> None:
        self._version = version
        self.search.take(version.text if version else "")

    # What is shown

    def show_article(self, article: Article, version: Version, version_count: int, marks: Marks = NOTHING) -> None:
        """Show a version from its top; the version that is shown already stays where it is being read.

        Args:
            marks: with which a version that is not shown yet is marked from the start.
        """
        self._told = (article, version_count)
        if self._version is not None and self._version.id == version.id:
            self._version = version
            self._tell_note()
        else:
            self._take(version)
            self._aside = marks.furniture
            self._show_text(article.details.language, version, self._note(), marks)

    def prepare(self, article: Article, version: Version, typeset: Typeset) -> Iterator[tuple[int, int]]:
        """Make the page of a long version piece by piece before it is shown; yields characters done and in all."""
        mirrored = reads_from_right(article.details.language, version.text)
        page = self.text.blank_page(typeset, mirrored=mirrored)
        yield from page.filling()
        self._prepared = version.id, page
        if typeset.length is not None:
            self._length.put(version, typeset.length)

    def _show_text(self, language: str, version: Version, note: str, marks: Marks) -> None:
        self._pages.setCurrentWidget(self.text)
        if self._prepared is not None and self._prepared[0] == version.id:
            self.text.show_page(self._prepared[1], note, marks)
        else:
            mirrored = reads_from_right(language, version.text)
            self.text.show_text(version.text, version.blocks, note, marks, mirrored=mirrored)
        self._prepared = None
        self.search.go_on()

    def _note(self) -> str:
        if self._version is None or self._told is None:
            return ""
        length = self._length.of(self._version, (piece.span for piece in self._aside))
        return words.note(self._told[0], self._version, self._told[1], length)

    def _tell_note(self) -> None:
        self.text.show_note(self._note())

    def show_marks(self, marks: Marks) -> None:
        """Mark the version that is shown."""
        self.text.show_marks(marks)
        if marks.furniture != self._aside:
            self._aside = marks.furniture
            self._tell_note()

    def show_rises(self, rises: Iterable[tuple[Span, str]]) -> None:
        """Mark the sentences of the version shown whose certainty rises with no new source, each with a tip."""
        self.text.show_rises(rises)

    def show_ticked(self, ticked: Iterable[Span]) -> None:
        """Strike words of the version shown that were ticked one by one."""
        self.text.show_ticked(ticked)

    def in_sight(self) -> Span:
        """Return the words of the paragraphs in sight, or an empty span."""
        return self.text.sight.shown()

    def show_claim(self, marks: Marks, spans: Iterable[Span]) -> None:
        """Mark one claim otherwise, whose words are ``spans``; the other marks are as they were."""
        self.text.show_claim(marks, spans)

    def show_nothing(self) -> None:
        """Say that no article is open and what to do."""
        self._take(None)
        self.close_find()
        self.text.show_text("", (), "")
        self._pages.setCurrentWidget(self.empty)

    # Where the person is

    def current_span(self) -> Span | None:
        """Return the selected words in code points, without white space around them, or None."""
        return self.text.selected

    def cursor_index(self) -> int:
        """Return the code point before which the cursor stands."""
        return self.text.cursor_index

    def clear_selection(self) -> None:
        """Leave the cursor where it is and select nothing."""
        self.text.clear_selection()

    def select(self, span: Span) -> None:
        """Select words and bring them into sight."""
        self.text.select(span)

    def go_to(self, span: Span) -> None:
        """Put the cursor at a span and bring it softly where it is easy to read."""
        self.text.go_to(span)

    def set_current(self, kind: str, subject: str) -> None:
        """Light the words of a claim or a suggestion; an empty id lights none.

        Args:
            kind: "claim" or "suggestion"; ids are unique among both.
        """
        self.text.set_current(subject if kind else "")

    def point_at(self, span: Span | None) -> None:
        """Light the words a reason speaks of, where they are; None puts them out."""
        self.text.point_at(span)

    # Furniture

    @property
    def furniture_shown(self) -> bool:
        return not self.text.furniture_hidden

    def set_furniture_shown(self, shown: bool) -> None:
        """Unfold what was set aside, or fold it away."""
        if shown != self.furniture_shown:
            self.text.set_furniture_hidden(not shown)
            self.furniture_toggled.emit(shown)

    # Finding

    def open_find(self, words: str = "") -> None:
        """Open the bar; ``words``, or else those selected, are sought at once."""
        if self._version is not None:
            self.search.open(words)

    def close_find(self) -> None:
        """Close the bar; the cursor stays at the place that was looked at."""
        self.search.close()

    # What the person does

    def _entered(self, mark: Mark) -> None:
        signal = self.claim_entered if mark.claim is not None else self.suggestion_entered
        signal.emit(mark.subject)

    def _ask_context(self, place: QPoint) -> None:
        furniture = self.text.furniture_at_cursor()
        if furniture is None:
            self.context_asked.emit(place, self.current_span())
            return
        from factdesk.ui.article.aside_menu import AsideMenu

        menu = AsideMenu(furniture, self.cursor_index(), self)
        menu.restore_asked.connect(self.restore_asked)
        menu.hide_asked.connect(lambda: self.set_furniture_shown(False))
        menu.popup(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files and text from elsewhere; words dragged out of the article do not come back."""
        data = event.mimeData()
        if event.source() is not self.text and (data.hasUrls() or data.hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        elif data.text():
            self.text_dropped.emit(data.text())
        event.acceptProposedAction()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Give the focus to the text. A focus proxy would make Tab skip the bar before it."""
        self.text.setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A pane that was given no article yet says so."""
        super().showEvent(event)
        if self._version is None:
            self._pages.setCurrentWidget(self.empty)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
            self.text.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground of the empty page; the text paints its own."""
        theme.fill(QPainter(self), event.rect(), theme.colour(theme.current().ground))
