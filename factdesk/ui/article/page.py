"""One text made ready to be shown: its document, its rows, its layout and the ink on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QTextCursor, QTextDocument

from factdesk.text.spans import Span
from factdesk.ui.article import words
from factdesk.ui.article.drawing.badges import Badge
from factdesk.ui.article.drawing.ink import DEEPEST, STROKE, ArticleInk
from factdesk.ui.article.drawing.rises import Surer
from factdesk.ui.article.marks import Furniture, Mark
from factdesk.ui.article.typesetting.layout import ArticleLayout
from factdesk.ui.article.typesetting.typeset import Typeset

_PIECE = 20_000
"""Characters put on a page at once: some milliseconds."""


class Page:
    """A text that does not change, in a Qt document that is never edited.

    Positions that go in and out are code points of the text, places are pixels of the document.
    """

    def __init__(self, typeset: Typeset, font: QFont, *, width: int = 0, mirrored: bool = False) -> None:
        """Make a page for ``typeset`` in ``font``; its words come with ``fill`` or ``filling``.

        Args:
            width: of the view that will show it, if it is known: then it need not be set again there.
            mirrored: numbers stand on the right.
        """
        self.text, self.offsets = typeset.text, typeset.offsets
        self._shown, self._rows = typeset.shown, typeset.rows
        self._mirrored = mirrored
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(font)
        self.document.setPageSize(QSizeF(width, -1))
        self.layout = ArticleLayout(self.document)
        self.layout.set_rows(self._rows, mirrored=mirrored)
        self.ink = ArticleInk(self.layout, self.offsets)
        self.layout.ink = self.ink

    def fill(self) -> None:
        """Put all words on the page."""
        self.document.setDocumentLayout(self.layout)
        self.document.setPlainText(self._shown)

    def filling(self) -> Iterator[tuple[int, int]]:
        """Put the words on the page piece by piece; yields characters done and in all.

        The layout comes last: a cursor has it lay out every place it passes.
        """
        cursor = QTextCursor(self.document)
        for at in range(0, len(self._shown), _PIECE):
            yield at, len(self._shown)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(self._shown[at : at + _PIECE])
        self.document.setDocumentLayout(self.layout)

    def own(self, owner: QObject) -> None:
        """Let the document live as long as ``owner``."""
        self.document.setParent(owner)

    def leave(self) -> None:
        """Let go of the document once no view shows it.

        It is nobody's child by then: Qt shows a window's children from a list of them, and would fall over one that is
        deleted meanwhile.
        """
        self.document.setParent(None)
        self.document.deleteLater()

    def set_note(self, note: str) -> None:
        """Say ``note`` below the title, or above a text that has none near its top."""
        self.layout.set_note(self._title_end(), note)

    def fold(self, furniture: Sequence[Furniture], *, hidden: bool) -> None:
        """Set furniture small, or hide it behind its stubs."""
        spans = [one.span for one in furniture]
        self.layout.set_rows(self._rows.folded(spans, hidden=hidden), mirrored=self._mirrored)

        def stub(nth: int) -> tuple[str, str]:
            return words.stub(furniture[nth], self._rows.blocks_in(spans[nth]), hidden=hidden)

        self.ink.stub = stub

    def words_between(self, start: int, end: int) -> Span | None:
        """Return what lies between two positions in UTF-16 without white space around it, or None."""
        span = Span(self.offsets.from_qt(start), self.offsets.from_qt(end))
        chosen = self.text[slice(*span)]
        first = span.start + len(chosen) - len(chosen.lstrip())
        last = span.start + len(chosen.rstrip())
        return Span(first, last) if first < last else None

    def sentence_at(self, index: int) -> Span | None:
        """Return the sentence that holds a character, or None between sentences."""
        from factdesk.text.sentences import sentences

        rows = self.layout.rows
        first = last = self.layout.row_of(self.offsets.to_qt(index))
        while first > 0 and rows[first - 1].block == rows[first].block >= 0:
            first -= 1
        while last + 1 < len(rows) and rows[last + 1].block == rows[last].block >= 0:
            last += 1
        start = rows[first].span.start
        found = (Span(start + a, start + b) for a, b in sentences(self.text[start : rows[last].span.end]))
        return next((span for span in found if span.start <= index < span.end), None)

    def is_hidden(self, index: int) -> bool:
        return self.layout.rows[self.layout.row_of(self.offsets.to_qt(index))].hidden

    def in_first_line(self, index: int) -> bool:
        """Say whether no words are to be seen above the line of a character."""
        position = self.offsets.to_qt(index)
        row = self.layout.row_of(position)
        if any(one.shows for one in islice(self.layout.rows, row)):
            return False
        block = self.layout.lay(row)
        line = block.layout().lineForTextPosition(position - block.position())
        return not line.isValid() or line.lineNumber() == 0

    def reach(self, span: Span) -> tuple[float, float]:
        """Return top and bottom of a span; of its row where it shows nothing."""
        places = self.ink.places(span)
        if places:
            return places[0].top(), places[-1].bottom()
        top = self.layout.top(self.layout.row_of(self.offsets.to_qt(span.start)))
        return top, top

    def paragraphs(self, span: Span) -> tuple[float, float]:
        """Return top and bottom of the rows a span touches."""
        first, last = (self.layout.row_of(self.offsets.to_qt(at)) for at in (span.start, max(span.start, span.end - 1)))
        return self.layout.top(first), self.layout.top(last + 1)

    def lines(self, span: Span, top: float, bottom: float) -> tuple[float, float] | None:
        """Return top and bottom of the lines a span touches.

        None where an end of it lies on none, or all its rows above ``top`` or below ``bottom``.
        """
        ends = [self.offsets.to_qt(at) for at in (span.start, max(span.start, span.end - 1))]
        first, last = map(self.layout.row_of, ends)
        if self.layout.top(first) > bottom or self.layout.top(last + 1) < top:
            return None
        above, below = self._line_at(ends[0], first), self._line_at(ends[1], last)
        return None if above is None or below is None else (above[0], below[1])

    def _line_at(self, position: int, row: int) -> tuple[float, float] | None:
        """Return top and bottom of the line of a row with all its marks; None where it is not seen.

        Args:
            position: of a character on the line, in UTF-16 of the document.
        """
        measure, laid = self.layout.measure, self.layout.laid(row)
        line = laid.block.layout().lineForTextPosition(position - laid.block.position())
        if not line.isValid() or not laid.row.shows:
            return None
        y, setting = laid.top + line.y(), laid.row.setting
        top, bottom = measure.strip(setting, y, line.height())
        return top, max(bottom, y + line.ascent() + DEEPEST * measure.em * setting.scale + STROKE)

    def index_at(self, point: QPointF) -> int | None:
        """Return the character drawn at a point, or None."""
        hit = self.layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        return None if hit < 0 else self.offsets.from_qt(hit)

    def badge_at(self, point: QPointF) -> Badge | None:
        """Return the number in the margin at a point, or None."""
        near = self.ink.numbers_in(point.y() - 1, point.y() + 1)
        return next((badge for place, badge in near if place.contains(point)), None)

    def rise_at(self, point: QPointF) -> Surer | None:
        """Return whose sign of risen certainty is at a point, or None."""
        near = self.ink.rises_in(point.y() - 1, point.y() + 1)
        return next((sign.about for sign in near if sign.place.contains(point)), None)

    def marks_at(self, point: QPointF) -> Sequence[Mark]:
        """Return the marks of the number or the words at a point, the innermost first."""
        badge = self.badge_at(point)
        if badge is not None:
            return badge.marks
        index = self.index_at(point)
        return () if index is None else self.ink.marks.at(index)

    def stubs_in(self, top: float, bottom: float) -> list[QRectF]:
        """Return the places of the stubs between two heights."""
        return [self.layout.stub(laid) for laid in self.layout.rows_between(top, bottom) if laid.row.stub >= 0]

    def furniture_at(self, index: int) -> Furniture | None:
        """Return the furniture a character belongs to, or None."""
        return next((one for one in self.ink.marks.furniture if one.span.start <= index < one.span.end), None)

    def _title_end(self) -> int:
        """Return the last row of the first title near the top, where a page's menu may stand before it, or -1."""
        loud = [(n, row) for n, row in enumerate(self._rows[:50]) if not row.empty and row.setting.loud]
        title = [n for n, row in loud if row.block == loud[0][1].block]
        return title[-1] if title else -1
