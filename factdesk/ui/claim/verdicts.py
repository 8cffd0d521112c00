"""The verdicts of the scale as cards, one of which may be in force."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from factdesk.model.scale import Scale
from factdesk.rules.scales import MOST_VALUES
from factdesk.ui.claim.verdict_card import VerdictCard
from factdesk.ui.controls.flow import FlowLayout


class VerdictCards(QWidget):
    """One card for each value of a scale. Arrows go from card to card, Space or Enter gives the verdict.

    Signals:
        chosen(str): id of the value the person gives; also when it is the one already given.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Verdict"))
        # As many as a scale may have, made once: cards made later would come last in the order of the Tab key.
        self._all = [VerdictCard(str(n), self) for n in range(1, MOST_VALUES + 1)]
        self.cards = self._all
        self._scale: Scale | None = None
        self._measured: tuple[Scale, QFont] | None = None
        self._stop: VerdictCard | None = None
        flow = FlowLayout(self, gap=6, least=76)
        for card in self._all:
            card.stepped.connect(lambda step, card=card: self._step(card, step))
            card.clicked.connect(lambda _=False, card=card: self.chosen.emit(card.value.id))
            flow.addWidget(card)

    def show_scale(self, scale: Scale, given: str | None) -> None:
        """Show the values of ``scale``, with ``given`` as the one in force."""
        if scale != self._scale:
            self._scale = scale
            self.cards = self._all[: len(scale.values)]
            for card, value in zip(self.cards, scale.values, strict=True):
                card.show_value(value)
        held = next((card for card in self.cards if card.hasFocus()), None)
        changed = [card for card in self.cards if card.isChecked() != (card.value.id == given)]
        for card in changed:
            card.show_given(card.value.id == given)
        if self._measured != (scale, self._all[0].font()):
            self._measure(scale)
        stop = next((card for card in self.cards if card.value.id == given), self.cards[0])
        self._set_tab_stop(stop)
        if held is not None and changed and held is not stop:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)  # what was given by its key is told where the person is

    def _measure(self, scale: Scale) -> None:
        """Show as many cards as the scale has values; all of them stand on one line from the same width on."""
        self._measured = scale, self._all[0].font()
        in_line = max(card.in_line() for card in self.cards)
        for n, card in enumerate(self._all):
            card.set_wide_from(in_line)
            card.setVisible(n < len(self.cards))

    def _step(self, card: VerdictCard, step: int) -> None:
        """Move between cards without giving a verdict."""
        target = self.cards[(self.cards.index(card) + step) % len(self.cards)]
        self._set_tab_stop(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _set_tab_stop(self, stop: VerdictCard) -> None:
        if stop is self._stop:
            return
        for card in self._all if self._stop is None else (self._stop, stop):
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus)
        self._stop = stop
        self.setFocusProxy(stop)
