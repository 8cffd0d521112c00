"""The article's text as a person works in it: by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from factdesk.ui.announcing import announce
from factdesk.ui.article import words
from factdesk.ui.article.clicks import Clicks
from factdesk.ui.article.marked_text import MarkedText
from factdesk.ui.article.marks import Mark
from factdesk.ui.article.paging import turns_page

_WHEEL_STEP = 120
_COMMON = 2.0
"""What two pages have in common, in ems: a line and some."""
_TO_START = (QKeySequence.StandardKey.MoveToStartOfDocument, QKeySequence.StandardKey.SelectStartOfDocument)


class ArticleText(MarkedText):
    """Says what the person does in the text.

    Signals:
        entered(object): the person moved onto this ``Mark`` of a claim or suggestion.
        context_asked(QPoint): a menu is wanted at this place of the screen; the cursor is there.
        stub_pressed(): a stub of furniture was clicked.
        rise_pressed(object): the sign of risen certainty beside this ``Span`` was clicked.
        zoom_asked(int): steps of Ctrl and the wheel.
    """

    entered = Signal(object)
    context_asked = Signal(QPoint)
    stub_pressed = Signal()
    rise_pressed = Signal(object)
    zoom_asked = Signal(int)

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(font, parent)
        self._clicks = Clicks()
        self.cursorPositionChanged.connect(self._cursor_moved)

    def _cursor_moved(self) -> None:
        if not self._guided and not self.textCursor().hasSelection():
            self.enter_here()

    def enter_here(self) -> None:
        """The person reads where the cursor is: make the claim or suggestion there the current row."""
        index, marks = self.cursor_index, self._page.ink.marks
        here = marks.at(index) or marks.at(max(index - 1, 0))
        self._enter(next((mark for mark in here if mark.subject), None))

    def _enter(self, mark: Mark | None) -> None:
        if mark is not None and mark.subject != self.current:
            self.entered.emit(mark)
            announce(self, words.tip((mark,)))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._scroller.stop()
        point = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton:
            if self.sight.on_stub(point):
                self.stub_pressed.emit()
                return
            rise = self.sight.rise_at(point)
            if rise is not None:
                self.rise_pressed.emit(rise.span)
                return
            badge = self.sight.badge_at(point)
            if badge is not None:
                self._enter(badge.marks[0])
                return
            if self._clicks.is_third(event):
                self._select_sentence()
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseDoubleClickEvent(event)
        self._clicks.doubled(event)

    def _select_sentence(self) -> None:
        """Select the sentence around the word two clicks selected."""
        sentence = None if self._span is None else self._page.sentence_at(self._span.start)
        if sentence is not None:
            self.select(sentence)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        if not event.buttons():
            point = event.position().toPoint()
            sight = self.sight
            presses = sight.on_stub(point) or bool(sight.badge_at(point) or sight.rise_at(point))
            over = Qt.CursorShape.PointingHandCursor if presses else Qt.CursorShape.IBeamCursor
            if self.viewport().cursor().shape() is not over:
                self.viewport().setCursor(over)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._scroller.stop()
        before = self.cursor_index
        if not turns_page(event, self, round(_COMMON * self._page.layout.measure.em)):
            super().keyPressEvent(event)
        upwards = self.cursor_index < before or any(map(event.matches, _TO_START))
        if upwards and self._page.in_first_line(self.cursor_index):
            self.verticalScrollBar().setValue(0)  # what stands above the first line is to be seen too

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self._scroller.stop()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(round(event.angleDelta().y() / _WHEEL_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for a menu; a click outside the selection moves the cursor there first."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            cursor = self.cursorForPosition(place)
            selected = self._page.ink.selection
            if cursor.position() not in selected:
                self.setTextCursor(cursor)
        else:
            place = self.cursorRect().bottomLeft()
        self.context_asked.emit(self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            rise = self.sight.rise_at(event.pos())
            tip = rise.tip if rise else words.tip(self.sight.marks_at(event.pos()))
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Copy the article's own characters, not those shown for them."""
        cursor, from_qt = self.textCursor(), self._page.offsets.from_qt
        data = QMimeData()
        data.setText(self._page.text[from_qt(cursor.selectionStart()) : from_qt(cursor.selectionEnd())])
        return data
