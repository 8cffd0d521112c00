"""What an intake should make a person stop at: other values for a detail, text that may deceive, the author's notes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.draft import Alternative, Draft
from factdesk.text.hazards import Hazard, HazardKind
from factdesk.ui.controls.labels import title
from factdesk.ui.style import Role, set_role

_ROWS, _WIDE = 3, 440
"""Lists stand above the details: of a longer one so many rows are seen at once; a row wider than so many pixels takes
two lines."""


class _Wrapped(QStyledItemDelegate):
    """Rows as wide as their list: of a wrapped line Qt rounds the end up, and may ask for a pixel more."""

    def __init__(self, held: QListWidget) -> None:
        super().__init__(held)
        self._held = held

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        wanted = super().sizeHint(option, index)
        return QSize(min(wanted.width(), self._held.viewport().width()), wanted.height())


class Doubts(QWidget):
    """Lists of alternatives and hazards; neither is there where there is nothing to list.
    Signals:
        chosen(str, str): field of ``Details`` and the value to take for it.
        looked_at(object Span): a place to be shown in the text.
    """

    chosen = Signal(str, str)
    looked_at = Signal(object)

    def __init__(self, draft: Draft, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.alternatives = self._list(
            self.tr("The file says otherwise elsewhere – activate a line to take it"),
            [
                self.tr("{0}: {1} – from {2}").format(labels.get(one.field, one.field), one.value, one.origin)
                for one in draft.alternatives
            ],
        )
        self.hazards = self._list(
            self.tr("Words that may show otherwise than they are – nothing was changed"),
            [_said(draft.text, one) for one in draft.hazards],
        )
        self._alternatives, self._hazards = draft.alternatives, draft.hazards
        self.setVisible(bool(draft.alternatives or draft.hazards))
        self.alternatives.itemActivated.connect(self._take)
        self.hazards.currentRowChanged.connect(lambda row: self.looked_at.emit(self._hazards[row].span))

    def _list(self, name: str, lines: list[str]) -> QListWidget:
        held = QListWidget(self)
        held.setAccessibleName(name)
        set_role(held, Role.FIELD)
        held.setWordWrap(True)
        held.setItemDelegate(_Wrapped(held))
        held.setResizeMode(QListWidget.ResizeMode.Adjust)
        held.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for line in lines:
            item = QListWidgetItem(line)
            item.setToolTip(line)
            held.addItem(item)
        if lines:
            self._column.addWidget(title(name))
            self._column.addWidget(held)
            held.setFixedHeight(self._room(held, lines))
        else:
            held.hide()
        return held

    def _room(self, held: QListWidget, lines: list[str]) -> int:
        """Return how high a list is: its first rows, each of one line, or of two where it is long."""
        metrics = held.fontMetrics()
        long = (metrics.horizontalAdvance(line) > _WIDE for line in lines[:_ROWS])
        return sum(metrics.lineSpacing() * (2 if two else 1) + 8 for two in long) + 2 * held.frameWidth() + 4

    def _take(self, item: QListWidgetItem) -> None:
        one: Alternative = self._alternatives[self.alternatives.row(item)]
        self.chosen.emit(one.field, one.value)


def _said(text: str, hazard: Hazard) -> str:
    def tr(words: str) -> str:
        return QCoreApplication.translate("Hazards", words)

    what = {
        HazardKind.DIRECTION: tr("⇄ turns the direction of writing"),
        HazardKind.ZERO_WIDTH: tr("◌ characters that do not show"),
        HazardKind.TAG: tr("◌ a hidden message of tag characters"),
        HazardKind.CONTROL: tr("␀ control characters"),
        HazardKind.UNDECODABLE: tr("� bytes that could not be read"),
        HazardKind.MIXED_SCRIPTS: tr("≠ letters of another alphabet inside a word"),
        HazardKind.MOJIBAKE: tr("≈ read in a wrong encoding"),
    }[hazard.kind]
    around = text[max(0, hazard.span.start - 12) : hazard.span.end + 12]
    seen = "".join(char if char.isprintable() else "·" for char in around)[:60]
    meant = tr(", probably “{0}”").format(hazard.repair) if hazard.repair else ""
    named = "" if hazard.kind is HazardKind.MOJIBAKE else f" ({hazard.what})"
    return f"{what}{named}: “{seen}”{meant}"
