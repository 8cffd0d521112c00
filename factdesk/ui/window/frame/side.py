"""The side of the window: the lists above, the card of the current row below, which takes no more than it needs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_CARD = 0.5
"""The card's share of the height until the person chooses another."""

_SPARE = 120
"""Pixels of free room left below a card of the same kind as the one before it: from row to row the divider rests."""


class Side(QSplitter):
    """Two panes with a divider. What a low card leaves free goes to the rows above it.

    The person's own place of the divider is the most a card is given, never what it is given beyond its needs.
    """

    def __init__(self, lists: QWidget, card: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._share, self._needed = _CARD, 0
        self._dividing = False
        self._page: object = None
        self.addWidget(lists)
        self.addWidget(card)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setSizes([round(1000 * (1 - _CARD)), round(1000 * _CARD)])
        self.splitterMoved.connect(self._chosen)

    def fit(self, needed: int, page: object) -> None:
        """Give the card this many pixels where it stands below, as far as the person's divider allows.

        Args:
            page: the kind of card that is shown; another kind is fitted anew.
        """
        same, self._needed, self._page = page is self._page, needed, page
        if not self._dividing:  # else the card tells so while it is given its place, and is fitted once it has it
            self._fit(_SPARE if same else 0)

    def give_room(self, pixels: int) -> None:
        """Give the lists more room, or less, as the person's own step."""
        above, below = self.sizes()
        self.setSizes([max(above + pixels, 0), max(below - pixels, 0)])
        self._chosen()

    def saveState(self) -> QByteArray:  # noqa: N802  Qt's name
        """Return the person's own place of the divider, and which way the panes stand."""
        now = self.sizes()
        self._divide(round(sum(now) * self._share))
        state = super().saveState()
        self.setSizes(now)
        return state

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:  # noqa: N802
        """Put the divider where ``saveState`` told; say whether that was understood."""
        understood = super().restoreState(state)
        if understood:
            self._chosen()
        return understood

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._dividing = True
        super().resizeEvent(event)
        self._dividing = False
        self._fit(0)

    def _chosen(self) -> None:
        """Remember where the divider is; a pane that is hidden has no share."""
        above, below = self.sizes()
        if above and below:
            self._share = below / (above + below)

    def _fit(self, spare: int) -> None:
        above, below = self.sizes()
        if not (self._needed and above and below) or self.orientation() != Qt.Orientation.Vertical:
            return
        wanted = min(self._needed, round((above + below) * self._share))
        if wanted > below or wanted + spare < below:
            self._divide(wanted)

    def _divide(self, below: int) -> None:
        """Give the card so many pixels. Divided anew from within, Qt would leave the line where it was before."""
        self._dividing = True
        self.setSizes([sum(self.sizes()) - below, below])
        self._dividing = False
