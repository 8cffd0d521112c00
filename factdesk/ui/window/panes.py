"""Three panes and the dividers between them: article left, lists right, the claim below the lists or beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

NARROW = 860
"""Width in pixels below which the article stands above the checklist, in a window that is higher than wide."""

STEP = 40
"""Pixels by which a key moves a divider."""

_BESIDE, _ABOVE = 58, 40
"""The article's share in percent where it stands beside the rest, and where it stands above it."""

_LISTS = 48
"""The share of the lists in percent where the claim stands with them."""


class Panes(QWidget):
    """The panes of a case; how much room each has is the person's.

    Attributes:
        halves: the divider between the article and the rest.
        side: the divider between the lists and the claim.
    """

    def __init__(self, article: QWidget, lists: QWidget, claim: QWidget) -> None:
        super().__init__()
        self._panes = (article, lists, claim)
        self.side = _divided(Qt.Orientation.Vertical, lists, claim, _LISTS)
        self.side.setAccessibleName(self.tr("Checklist and claim"))
        self.halves = _divided(Qt.Orientation.Horizontal, article, self.side, _BESIDE)
        self.halves.setAccessibleName(self.tr("Article and checklist"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.halves)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return the method of each command that gives a pane room, or the focus."""
        return {
            "next-pane": self.focus_next,
            "article-wider": lambda: give_room(self.halves, STEP),
            "article-narrower": lambda: give_room(self.halves, -STEP),
            "list-larger": lambda: give_room(self.side, STEP),
            "list-smaller": lambda: give_room(self.side, -STEP),
            "claim-beside": lambda: self.side.setOrientation(Qt.Orientation.Horizontal),
            "claim-below": lambda: self.side.setOrientation(Qt.Orientation.Vertical),
        }

    @property
    def claim_beside(self) -> bool:
        """Whether the claim stands beside the lists, not below them."""
        return self.side.orientation() == Qt.Orientation.Horizontal

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


def give_room(divided: QSplitter, pixels: int) -> None:
    """Give the first of two panes more room, or less; the divider stops where the other would be squeezed."""
    first, second = divided.sizes()
    divided.setSizes([max(first + pixels, 0), max(second - pixels, 0)])


def _divided(way: Qt.Orientation, first: QWidget, second: QWidget, share: int) -> QSplitter:
    """Return two panes with a divider between; ``share`` is the first one's, in percent."""
    divided = QSplitter(way)
    divided.addWidget(first)
    divided.addWidget(second)
    divided.setChildrenCollapsible(False)
    divided.setHandleWidth(1)
    divided.setStretchFactor(0, share)
    divided.setStretchFactor(1, 100 - share)
    divided.setSizes([share * 10, (100 - share) * 10])
    return divided
