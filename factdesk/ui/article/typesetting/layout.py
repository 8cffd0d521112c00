"""Lays the article out, but only where somebody looks: a text of any length opens at once.

Rows nobody has seen have a guessed height. The view settles the rows it is about to show and keeps
the place being read where it is, so a wrong guess only moves the handle of the scroll bar.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLine,
)

from factdesk.ui.article.typesetting.heights import Heights
from factdesk.ui.article.typesetting.lines import break_lines
from factdesk.ui.article.typesetting.measure import FOOT, Measure, measure_of
from factdesk.ui.article.typesetting.rows import Row, Rows

_SAMPLE = 2000
"""Characters from which the mean width of a character is taken."""
_NOTE_GAP = 0.9
"""Room below a note that stands above the text, in ems."""
_SOME_WIDTH = 600.0
"""Width of a page nobody has shown yet."""


class Ink(Protocol):
    """Whoever draws the article on the lines laid here."""

    def draw(self, painter: QPainter, clip: QRectF, caret: int) -> None:
        """Draw what lies in ``clip``; ``caret`` is a position in UTF-16, or -1 while it is not seen."""


class LaidRow(NamedTuple):
    """A row that is laid out, its block of the Qt document, and its top and height in the document."""

    row: Row
    block: QTextBlock
    top: float
    height: float


class ArticleLayout(QAbstractTextDocumentLayout):
    """One article as a column of rows. A row is one block of the Qt document and has its number.

    Coordinates are pixels of the document; y grows downwards from the top of the article.

    Attributes:
        ink: draws; without it the page stays empty.
        measure: the page as it is now.
        corrected: called when a height that was guessed turned out to be another, whoever asked for it.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.ink: Ink | None = None
        self.corrected: Callable[[], None] = lambda: None
        self.rows = Rows()
        self.note_row, self.note = -1, ""
        self._note_height = 0.0
        self._mirrored = False
        self._heights = Heights(Rows(), lambda _: [], 0.0)
        self._laid: dict[int, QTextBlock] = {}
        self._asked = self._stale = True
        self._sampled: tuple[tuple[QFont, int], float] | None = None
        self._font = document.defaultFont()
        self._measure = measure_of(document.defaultFont(), _SOME_WIDTH, mirrored=False)

    def set_rows(self, rows: Rows, *, mirrored: bool) -> None:
        """Take over rows; the document holds, or is about to get, one block for each."""
        self.rows, self._mirrored = rows, mirrored
        self._asked = self._stale = True

    def set_note(self, row: int, note: str) -> None:
        """Leave room for a note below a row, or above the first one for -1."""
        fits = row == self.note_row and self._measure.note_height(self._font, note) == self._note_height
        self.note_row, self.note = row, note
        if not fits:
            self._asked = self._stale = True

    # Where rows are

    @property
    def measure(self) -> Measure:
        self._ready()
        return self._measure

    def top(self, n: int) -> float:
        """Return the y at which row ``n`` begins; for the number of rows, where the last one ends."""
        self._ready()
        return self._heights.top(n)

    def row_at(self, y: float) -> int:
        """Return the row at ``y``; beyond the ends the first or the last one."""
        self._ready()
        return self._heights.row_at(y)

    def settle(self, top: float, bottom: float) -> None:
        """Lay out every row that stands between two heights once all above it in there are laid out."""
        n, count = self.row_at(top), len(self.rows)
        y, heights, laid = self.top(n), self._heights, self._laid
        while n < count and y < bottom:
            if n not in laid:
                self.lay(n)
            y += heights[n]
            n += 1

    def row_of(self, position: int) -> int:
        """Return the row that holds a position in UTF-16."""
        return self.document().findBlock(position).blockNumber()

    def rows_between(self, top: float, bottom: float) -> Iterator[LaidRow]:
        """Yield the rows between two heights, laid out, without those that take no room."""
        self.settle(top, bottom)
        n, count = self.row_at(top), len(self.rows)
        y, heights = self.top(n), self._heights
        while n < count and y <= bottom:
            if heights[n]:
                block = self.lay(n)
                yield LaidRow(self.rows[n], block, y, heights[n])
            y += heights[n]
            n += 1

    def stub(self, laid: LaidRow) -> QRectF:
        """Return the place of the stub above the words of a row that has one."""
        page, height = self.measure, self.measure.stub_height()
        above = round(0.9 * page.em)
        return QRectF(page.left, laid.top + above, page.column, height - above - round(0.4 * page.em))

    def note_place(self) -> QRectF:
        """Return the place left for the note."""
        page = self.measure
        bottom = page.top + self._note_height if self.note_row < 0 else self.top(self.note_row + 1)
        return QRectF(page.left, bottom - self._note_height, page.column, self._note_height)

    def laid(self, n: int) -> LaidRow:
        """Return row ``n`` as it is laid out."""
        block = self.lay(n)
        return LaidRow(self.rows[n], block, self.top(n), self._heights[n])

    def lay(self, n: int) -> QTextBlock:
        """Lay row ``n`` out if it is not, and return its block."""
        self._ready()
        block = self._laid.get(n)
        if block is None:
            block = self._laid[n] = self.document().findBlockByNumber(n)
            row = self.rows[n]
            shows, measure = row.shows, self._measure
            block.setVisible(shows)  # Qt's cursor passes over what is not seen
            height = measure.stub_height() if row.stub >= 0 else 0.0
            if shows:
                height = break_lines(block, row, measure, height + measure.room_above(row))
            height += self._note_height if n == self.note_row else 0.0
            if height != self._heights[n]:
                self._heights[n] = height
        return block

    def lines(self, laid: LaidRow, top: float, bottom: float) -> range:
        """Return the lines of a row that touch two heights."""
        layout, origin = laid.block.layout(), laid.top
        count = layout.lineCount()
        if top <= origin and origin + laid.height <= bottom:
            return range(count)
        reach = self._measure.em
        first = bisect_right(range(count), top - origin - reach, key=lambda n: layout.lineAt(n).rect().bottom())
        last = bisect_right(range(count), bottom - origin + reach, key=lambda n: layout.lineAt(n).y())
        return range(first, last)

    # What Qt asks

    def documentChanged(self, position: int, removed: int, added: int) -> None:  # noqa: ARG002, N802
        self._asked = True

    def documentSize(self) -> QSizeF:  # noqa: N802
        return QSizeF(self.measure.width, self.top(len(self.rows)) + FOOT * self._measure.em)

    def pageCount(self) -> int:  # noqa: N802
        return 1

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: ARG002, N802
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        n = block.blockNumber()
        if not 0 <= n < len(self.rows):
            return QRectF()
        laid = self.laid(n)
        return QRectF(0, laid.top, self._measure.width, laid.height)

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override] # noqa: N802
        """Return the position in UTF-16 at ``point``; -1 where an exact hit was asked and none is."""
        exact = accuracy is Qt.HitTestAccuracy.ExactHit
        if not self.rows:
            return -1
        self.settle(point.y(), point.y() + 1)
        laid = self.laid(self._readable_row(self.row_at(point.y())))
        block, layout = laid.block, laid.block.layout()
        if not layout.lineCount():
            return -1 if exact else block.position()

        def strip(line: QTextLine) -> tuple[float, float]:
            return self._measure.strip(laid.row.setting, laid.top + line.y(), line.height())

        near = [layout.lineAt(n) for n in self.lines(laid, point.y(), point.y())]
        below = (line for line in near if point.y() < strip(line)[1])
        line = next(below, layout.lineAt(layout.lineCount() - 1))
        if not exact:
            return block.position() + line.xToCursor(point.x())
        words, (top, bottom) = line.naturalTextRect(), strip(line)
        if not (words.left() <= point.x() < words.right() and top <= point.y() < bottom):
            return -1
        return block.position() + line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        if self.ink is not None and self.rows:
            self.ink.draw(painter, QRectF(context.clip), context.cursorPosition)

    # Inside

    def _readable_row(self, n: int) -> int:
        """Return the nearest row at or before ``n`` that shows words, else the next one after it."""
        around = chain(range(n, -1, -1), range(n + 1, len(self.rows)))
        return next((at for at in around if self.rows[at].shows), n)

    def _ready(self) -> None:
        """Guess all heights when width, type or rows have changed; Qt also says so when none of them has."""
        if not self._asked:
            return
        self._asked = False
        document = self.document()
        width, font = document.pageSize().width(), document.defaultFont()
        if not self._stale and width == self._measure.width and font == self._font:
            return
        self._stale, self._font = False, font
        self._measure = measure_of(font, width if width > 0 else _SOME_WIDTH, mirrored=self._mirrored)
        self._note_height = self._measure.note_height(font, self.note)
        character = self._mean_character()
        self._laid = {}
        above = self._note_height + round(_NOTE_GAP * self._measure.em) if self.note and self.note_row < 0 else 0.0
        measure = self._measure
        self._heights = Heights(self.rows, lambda rows: measure.expected_heights(rows, character), measure.top + above)
        if self._note_height and self.note_row >= 0:
            self._heights[self.note_row] += self._note_height
        self._heights.corrected = lambda: self.corrected()

    def _mean_character(self) -> float:
        """Return the mean width of a character at the beginning of the text, in pixels; measured once for each type.

        The words are put on the page once: how many there are tells whether they are there.
        """
        document = self.document()
        of = document.defaultFont(), document.characterCount()
        if self._sampled is None or self._sampled[0] != of:
            self._sampled = of, self._measured_character()
        return self._sampled[1]

    def _measured_character(self) -> float:
        block, sample = self.document().begin(), ""
        while block.isValid() and len(sample) < _SAMPLE and block.blockNumber() < _SAMPLE:
            sample += block.text()[:_SAMPLE]
            block = block.next()
        width = QFontMetricsF(self.document().defaultFont()).horizontalAdvance(sample)
        return width / len(sample) if sample else self._measure.em / 2
