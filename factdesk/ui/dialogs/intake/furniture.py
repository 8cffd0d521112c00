"""The stretches proposed to be set aside, each with its words, its reason and a check box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from factdesk.model.draft import Furniture
from factdesk.ui.style import Role, set_role

_WORDS, _REASON = range(2)
_PIECE = Qt.ItemDataRole.UserRole
_LONGEST = 200


class FurnitureList(QTreeWidget):
    """A checked stretch is set aside; an unchecked one stays in the article. Disputed ones stand first.

    Signals:
        changed(): a check mark was put or taken.
        looked_at(object Furniture): the row under the cursor changed.
    """

    changed = Signal()
    looked_at = Signal(object)

    def __init__(
        self, text: str, furniture: tuple[Furniture, ...], doubted: tuple[Furniture, ...] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Make the list.

        Args:
            doubted: stretches that stay unless the person checks them.
        """
        super().__init__(parent)
        self.setAccessibleName(self.tr("Set aside"))
        self.setHeaderLabels([self.tr("Words"), self.tr("Why")])
        set_role(self, Role.FIELD)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_REASON, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        rows = [(piece, piece in furniture) for piece in (*doubted, *furniture)]
        rows.sort(key=lambda row: (not row[0].disputed, row[0].span))
        self.addTopLevelItems([self._row(text, piece, aside) for piece, aside in rows])
        self.itemChanged.connect(lambda: self.changed.emit())
        self.currentItemChanged.connect(self._entered)

    def set_aside(self) -> frozenset[Furniture]:
        """Return the stretches that are checked."""
        rows = (self.topLevelItem(n) for n in range(self.topLevelItemCount()))
        return frozenset(row.data(_WORDS, _PIECE) for row in rows if row and row.checkState(_WORDS) == _CHECKED)

    def _entered(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.looked_at.emit(row.data(_WORDS, _PIECE))

    def _row(self, text: str, piece: Furniture, aside: bool) -> QTreeWidgetItem:
        words = " ".join(text[piece.span.start : min(piece.span.end, piece.span.start + _LONGEST)].split())
        reason = self.tr("? {0} – opinions differ").format(piece.reason) if piece.disputed else piece.reason
        row = QTreeWidgetItem([words, reason])
        row.setData(_WORDS, _PIECE, piece)
        row.setCheckState(_WORDS, _CHECKED if aside else Qt.CheckState.Unchecked)
        row.setToolTip(_WORDS, words)
        row.setData(_WORDS, Qt.ItemDataRole.AccessibleTextRole, self.tr("{0}: {1}").format(reason, words))
        return row


_CHECKED = Qt.CheckState.Checked
