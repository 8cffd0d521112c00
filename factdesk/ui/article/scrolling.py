"""Scrolling a text whose height is partly guessed, without the words in sight ever jumping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollBar, QTextEdit

from factdesk.ui.article.typesetting.layout import ArticleLayout
from factdesk.ui.motion import moves

if TYPE_CHECKING:
    from PySide6.QtCore import QPropertyAnimation

_THIRD = 1 / 3
_EASY = (0.08, 0.7)
"""Between these parts of the view's height words are easy to read where they are."""
_SOFTLY_UP_TO = 2.5
"""Views; what lies farther away is jumped to."""
_MILLISECONDS = 170
REST_MS = 40
"""Milliseconds without another move, after which what stands around the view is laid out: no jump waits for it."""


class Scroller:
    """Moves the view of one article and keeps its place.

    What is in sight is laid out at once, a view's height before and after it when there is time.
    When real heights differ from the guess, the scroll bar moves, not the words.

    Attributes:
        still: the bar is being moved without the words: what is painted stays as it is.
    """

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._bar = view.verticalScrollBar()
        self._layout: ArticleLayout | None = None
        self._anchor: tuple[int, float] | None = None
        self._busy = False
        self.still = False
        self._idle = QTimer(view)
        self._idle.setSingleShot(True)
        self._idle.setInterval(REST_MS)
        self._idle.timeout.connect(lambda: self._settle(beyond=self._height))
        self._motion: QPropertyAnimation | None = None

    def show(self, layout: ArticleLayout) -> None:
        """Begin a new text at its top."""
        self.stop()
        self._layout, self._anchor = layout, None
        layout.corrected = self._keep
        self._bar.setValue(0)
        self.settle()

    def moved(self, dy: int) -> None:
        """Take note that the words moved down by ``dy`` pixels, and lay out what came into sight.

        Where the bar is moved so that the words stay, they have not: guesses may be set right one after another.
        """
        if self._anchor is not None and not self._busy:
            row, y = self._anchor
            self._anchor = (row, y + dy)
        self.settle()

    def settle(self) -> None:
        """Lay out what is in sight; the row that was at the top stays where it is."""
        if not self._busy:
            self._settle(beyond=0)
            self._idle.start()

    def _settle(self, *, beyond: int) -> None:
        layout = self._layout
        if layout is None:
            return
        with self._alone():
            for _ in range(3):
                at_end = 0 < self._bar.maximum() <= self._bar.value()
                before = self._places(layout)
                self._lay_around(self._bar.value(), beyond)
                if self._places(layout) == before:
                    break
                self._tell_size()
                self._back_to_anchor(or_to_end=at_end, painted=beyond > 0)
            self._anchor = self._first(layout)

    def _keep(self) -> None:
        """Let the words stay where they are although rows above them, asked for from elsewhere, took another height."""
        if self._layout is not None and not self._busy:
            with self._alone():
                self._tell_size()
                self._back_to_anchor(painted=True)
            self._idle.start()

    def _first(self, layout: ArticleLayout) -> tuple[int, float]:
        """Return the row at the top of the view, and the y in the view at which it begins."""
        row = layout.row_at(self._bar.value())
        return row, layout.top(row) - self._bar.value()

    def _places(self, layout: ArticleLayout) -> tuple[float, float]:
        """Return where the row at the top stands and where the text ends: one row may make up for another."""
        return layout.top(self._anchor[0] if self._anchor else 0), layout.top(len(layout.rows))

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Keep the first line in sight where it is while the caller changes width, type or rows."""
        layout, value = self._layout, self._bar.value()
        if layout is None or self._busy:
            yield
            return
        self.stop()
        with self._alone():
            laid = layout.laid(layout.row_at(value))
            lines = layout.lines(laid, value + layout.measure.em, value + layout.measure.em)
            text = laid.block.layout()
            position = laid.block.position() + (text.lineAt(lines[0]).textStart() if lines else 0)
            y = self._line_top(position) - value
            yield
            self._tell_size()
            if value:
                self._lay_around(round(self._line_top(position) - y), 0)
                self._tell_size()
                self._bar.setValue(round(self._line_top(position) - y))
            self._anchor = self._first(layout)
        self.settle()
        self._view.viewport().update()

    def bring(self, where: Callable[[], tuple[float, float]]) -> None:
        """Move softly until a stretch stands in the upper third, unless it is easy to read as it is.

        Args:
            where: tells top and bottom of the stretch in the document; asked again once rows were laid.
        """
        if self._layout is None:
            return
        self.stop()
        if self._is_easy(where()):
            return  # all in sight is laid out: nothing around it need be
        height = self._height
        with self._alone():
            self._lay_around(round(where()[0] - height * _THIRD), 2 * height)
            self._tell_size()
            self._back_to_anchor()
            self._anchor = self._first(self._layout)
        if self._is_easy(where()):
            return
        target = round(where()[0] - height * _THIRD)
        if abs(target - self._bar.value()) > _SOFTLY_UP_TO * height or not self._moves():
            self._bar.setValue(target)
            return
        self._motion = self._motion or _moving(self._bar, self._view)
        self._motion.setStartValue(self._bar.value())
        self._motion.setEndValue(max(0, min(target, self._bar.maximum())))
        self._motion.start()

    def _is_easy(self, stretch: tuple[float, float]) -> bool:
        """Say whether a stretch of the document is easy to read where it stands in the view."""
        top, bottom = (y - self._bar.value() for y in stretch)
        height = self._height
        return top >= height * _EASY[0] and (bottom <= height * _EASY[1] or top <= height * _THIRD)

    def stop(self) -> None:
        """End a movement under way: the person has taken over."""
        if self._motion is not None:
            self._motion.stop()

    @property
    def _height(self) -> int:
        return self._view.viewport().height()

    def _lay_around(self, value: int, beyond: int) -> None:
        if self._layout is not None:
            self._layout.settle(value - beyond, value + self._height + beyond)

    def _back_to_anchor(self, *, or_to_end: bool = False, painted: bool = False) -> None:
        """Put the bar where the words stay; ``painted``: all in sight was, so nothing is drawn where no word moves."""
        layout = self._layout
        if layout is None:
            return
        row, y = self._anchor or (0, self._height)
        if -(layout.top(row + 1) - layout.top(row)) < y < self._height:  # else what was in sight no longer is
            value = round(layout.top(row) - y)
            self.still = painted and layout.top(row) - value == y and value <= self._bar.maximum()
            self._bar.setValue(value)
        elif or_to_end:
            self._bar.setValue(self._bar.maximum())
        if not self.still:
            self._view.viewport().update()
        self.still = False

    def _line_top(self, position: int) -> float:
        layout = self._layout
        assert layout is not None  # noqa: S101  only called while there is one
        laid = layout.laid(layout.row_of(position))
        line = laid.block.layout().lineForTextPosition(position - laid.block.position())
        return laid.top + (line.y() if line.isValid() else 0.0)

    def _tell_size(self) -> None:
        if self._layout is not None:
            self._layout.documentSizeChanged.emit(self._layout.documentSize())

    def _moves(self) -> bool:
        return self._view.isVisible() and moves(self._view)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._busy = True
        try:
            yield
        finally:
            self._busy = False


def _moving(bar: QScrollBar, view: QTextEdit) -> QPropertyAnimation:
    """Return what moves ``bar``; loaded for the first way that is gone softly, and none is at the start."""
    from PySide6.QtCore import QEasingCurve, QPropertyAnimation

    made = QPropertyAnimation(bar, b"value", view)
    made.setEasingCurve(QEasingCurve.Type.OutCubic)
    made.setDuration(_MILLISECONDS)
    return made
