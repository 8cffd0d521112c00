"""Three panes and the dividers between them: article left, lists right, the claim below the lists or beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from factdesk.ui.window.frame.side import Side

NARROW = 860
"""Width in pixels below which the article stands above the checklist, in a window that is higher than wide."""

STEP = 40
"""Pixels by which a key moves a divider."""

_BESIDE, _ABOVE = 58, 40
"""The article's share in percent where it stands beside the rest, and where it stands above it."""

_OF_THREE = 40
"""Its share where lists and claim both stand beside it: each of them then has room for its tabs."""


class Panes(QWidget):
    """The panes of a case; how much room each has is the person's.

    Attributes:
        halves: the divider between the article and the rest.
        side: the lists, the claim and the divider between them.
    """

    def __init__(self, article: QWidget, lists: QWidget, claim: QWidget) -> None:
        super().__init__()
        self._panes = (article, lists, claim)
        self._shares: dict[Qt.Orientation, float] = {}  # of the article, by the way the rest stood
        self.side = Side(lists, claim)
        self.side.setAccessibleName(self.tr("Checklist and claim"))
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.setChildrenCollapsible(False)
        self.halves.setHandleWidth(1)
        for nth, (half, share) in enumerate(((article, _BESIDE), (self.side, 100 - _BESIDE))):
            self.halves.addWidget(half)
            self.halves.setStretchFactor(nth, share)
        self.halves.setSizes([_BESIDE * 10, (100 - _BESIDE) * 10])
        self.halves.setAccessibleName(self.tr("Article and checklist"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.halves)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return the method of each command that gives a pane room, or the focus."""
        return {
            "next-pane": self.focus_next,
            "article-wider": lambda: self._give_article(STEP),
            "article-narrower": lambda: self._give_article(-STEP),
            "list-larger": lambda: self.side.give_room(STEP),
            "list-smaller": lambda: self.side.give_room(-STEP),
            "claim-beside": lambda: self._put_claim(Qt.Orientation.Horizontal),
            "claim-below": lambda: self._put_claim(Qt.Orientation.Vertical),
        }

    @property
    def claim_beside(self) -> bool:
        """Whether the claim stands beside the lists, not below them."""
        return self.side.orientation() == Qt.Orientation.Horizontal

    def _put_claim(self, way: Qt.Orientation) -> None:
        """Put the claim beside the lists or below them; the article has the share it had when it last stood so.

        Where three stand side by side for the first time, the article keeps its width if that leaves room for the
        tabs of the others.
        """
        if way == self.side.orientation():
            return
        first, second = self.halves.sizes()
        aside = self.halves.orientation() == Qt.Orientation.Horizontal and first and second
        if aside:
            self._shares[self.side.orientation()] = first / (first + second)
        self.side.setOrientation(way)
        if aside:
            usual = min(first / (first + second), _OF_THREE / 100) if self.claim_beside else _BESIDE / 100
            given = round((first + second) * self._shares.get(way, usual))
            self.halves.setSizes([given, first + second - given])
        if self.claim_beside:
            half = sum(self.side.sizes()) // 2
            self.side.setSizes([half, half])

    def focus_next(self) -> None:
        """Give the focus to the next pane that is there."""
        there = [pane for pane in self._panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(there) if focus is not None and pane.isAncestorOf(focus)), -1)
        there[(at + 1) % len(there)].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Put the article above the rest where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < min(NARROW, event.size().height())
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.halves.orientation() != wanted:
            self.halves.setOrientation(wanted)
            # Below the article stand two panes more: they are given the larger part of the height.
            share, room = (_ABOVE, event.size().height()) if narrow else (_BESIDE, event.size().width())
            self.halves.setSizes([room * share // 100, room * (100 - share) // 100])

    def _give_article(self, pixels: int) -> None:
        """Give the article more room, or less; the divider stops where the other half would be squeezed."""
        first, second = self.halves.sizes()
        self.halves.setSizes([max(first + pixels, 0), max(second - pixels, 0)])
