"""How far the checking has come: as a bar of segments, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factdesk.model.claim import State
from factdesk.model.scale import ScaleValue
from factdesk.ui import theme as themes
from factdesk.ui import written
from factdesk.ui.checklist.rows import RowKind, Standing
from factdesk.ui.claim import words

translate = QCoreApplication.translate

_SUGGESTED, _WAITING = RowKind.SUGGESTION, State.WAITING
"""Looked up once: an enumeration takes its time to answer."""


class Progress(Struct, frozen=True):
    """Counts of one checklist.

    Attributes:
        verdicts: how many claims have each verdict, in the order they are drawn.
        waiting: claims without a verdict that wait for somebody.
        open: claims without a verdict that nobody waits for.
        suggestions: undecided ones.
    """

    verdicts: tuple[tuple[ScaleValue, int], ...]
    waiting: int
    open: int
    suggestions: int

    @property
    def decided(self) -> int:
        return sum(count for _, count in self.verdicts)

    @property
    def claims(self) -> int:
        return self.decided + self.waiting + self.open

    @property
    def rows(self) -> int:
        """Everything there is to decide: a bar is not full while suggestions are undecided."""
        return self.claims + self.suggestions


def progress_of(tallied: Mapping[Standing, int]) -> Progress:
    """Count what was tallied (``choosing.tally``); verdicts from best to worst, those without a number last."""
    found: dict[ScaleValue, int] = {}
    waiting = still = suggestions = 0
    for (kind, verdict, state, _, _), number in tallied.items():
        if verdict is not None:
            found[verdict] = found.get(verdict, 0) + number
        elif kind is _SUGGESTED:
            suggestions += number
        elif state is _WAITING:
            waiting += number
        else:
            still += number
    by_number = sorted(found.items(), key=lambda item: (-(item[0].number or 0), item[0].label))
    return Progress(tuple(by_number), waiting, still, suggestions)


def heading(progress: Progress) -> str:
    """Return "No claims", "1 claim", "9 claims"."""
    if progress.claims == 0:
        return translate("progress", "No claims")
    if progress.claims == 1:
        return translate("progress", "1 claim")
    return translate("progress", "{0} claims", None, progress.claims).format(written.count(progress.claims))


def summary(progress: Progress) -> str:
    """Return "5 decided · 1 waiting"; what is none is left out, and what the chips below it count."""
    parts = (
        (translate("progress", "{0} decided"), progress.decided),
        (translate("progress", "{0} waiting"), progress.waiting),
    )
    return _told(parts)


def spoken(progress: Progress) -> str:
    """Return what the bar shows, in words: "2 ✓ OK, 5 decided · 1 waiting · 3 not decided · 12 suggestions"."""
    verdicts = [f"{written.count(count)} {words.verdict(value)}" for value, count in progress.verdicts]
    one = progress.suggestions == 1
    suggestions = translate("progress", "1 suggestion") if one else translate("progress", "{0} suggestions")
    rest = _told(((translate("progress", "{0} not decided"), progress.open), (suggestions, progress.suggestions)))
    return ", ".join([*verdicts, *filter(None, [" · ".join(filter(None, [summary(progress), rest]))])])


def _told(parts: Iterable[tuple[str, int]]) -> str:
    return " · ".join(text.format(written.count(count)) for text, count in parts if count)


class ProgressBar(QWidget):
    """A thin bar with one segment for each verdict, one for what waits, and the rest empty."""

    HEIGHT = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress((), 0, 0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies below need not be painted with it
        self.setAccessibleName(self.tr("Progress"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, progress: Progress) -> None:
        if progress == self._progress:
            return
        self._progress = progress
        said = spoken(progress)
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(56, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        theme = themes.current()
        painter = QPainter(self)
        themes.fill(painter, self.rect(), themes.colour(theme.panel))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ends = QPainterPath()
        round_ends.addRoundedRect(self.rect(), self.HEIGHT / 2, self.HEIGHT / 2)
        painter.setClipPath(round_ends)
        themes.fill(painter, self.rect(), themes.colour(theme.line if theme.name != "contrast" else theme.chip))
        parts: list[tuple[QColor | QBrush, int]] = [
            (theme.verdict(one), count) for one, count in self._progress.verdicts
        ]
        if self._progress.waiting:  # dotted: a state, not a verdict
            dots = QBrush(themes.colour(theme.waiting), Qt.BrushStyle.Dense4Pattern)
            parts.append((dots, self._progress.waiting))
        width, total, done, left = self.width(), max(self._progress.rows, 1), 0, 0
        for ink, count in parts:
            done += count
            right = width * done // total
            themes.fill(painter, QRect(left, 0, right - left - 1, self.HEIGHT), ink)
            left = right
        painter.end()
