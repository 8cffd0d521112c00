"""Words sought in the whole desk: what was found, live while one types."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from factdesk.model.hit import Found, Hit, HitKind, Piece
from factdesk.text.offsets import OffsetMap
from factdesk.ui import written
from factdesk.ui.controls.labels import quiet
from factdesk.ui.controls.search_field import SearchField
from factdesk.ui.dialogs.marked_words import MARKED, MarkedWords
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.style import Role, set_role

_WHAT, _WORDS, _WHERE = range(3)
_SPACE = re.compile(r"\s+")


class SearchDialog(Sheet):
    """Accepted: ``answer()`` is what to open. Up and Down choose while the words are being typed.

    Signals:
        asked(str): look for these words; then ``show_found``.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QSize(820, 520), parent)
        self.say(self.tr("Find in the whole desk"))
        self.search = SearchField(self.tr("Words of claims, notes, articles, sources"))
        self.search.textChanged.connect(self.asked)
        self.search.installEventFilter(self)
        self.standing = quiet("")
        self.table = QTreeWidget()
        set_role(self.table, Role.FIELD)
        self.table.setAccessibleName(self.tr("Found"))
        self.table.setHeaderLabels([self.tr("What"), self.tr("Words"), self.tr("Where")])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(_WHERE, 220)
        self.table.setItemDelegateForColumn(_WORDS, MarkedWords(self.table))
        self.table.currentItemChanged.connect(self._show_button)
        self.table.itemActivated.connect(self.accept)
        self.body.addWidget(self.search)
        self.body.addWidget(self.standing)
        self.body.addWidget(self.table, 1)
        self._hits: tuple[Hit, ...] = ()
        self.add_button(self.tr("Cancel"), self.reject)
        self.open_button = self.add_button(self.tr("Open"), self.accept, primary=True)
        self.show_found(Found((), 0, True))
        self.search.setFocus()

    def show_found(self, found: Found) -> None:
        """Show what holds the words that were asked for last."""
        self._hits = found.hits
        self.table.clear()
        self.table.addTopLevelItems([self._row(hit) for hit in found.hits])
        self._choose(0)
        self.standing.setText(self._said(found))
        self._show_button()

    def answer(self) -> Hit | None:
        """Return what is chosen; a source that no claim uses cannot be opened."""
        at = self.table.currentIndex().row()
        return self._hits[at] if at >= 0 and self._hits[at].article_id is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the arrow keys of the field choose a row."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._hits:
                self._choose(self.table.currentIndex().row() + step)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, nth: int) -> None:
        row = self.table.topLevelItem(min(max(nth, 0), len(self._hits) - 1))
        if row is not None:
            self.table.setCurrentItem(row)

    def _row(self, hit: Hit) -> QTreeWidgetItem:
        kind = {
            HitKind.CLAIM: self.tr("Claim"),
            HitKind.ARTICLE: self.tr("Article"),
            HitKind.SOURCE: self.tr("Source"),
        }[hit.kind]
        words, marked = _in_one_line(hit.snippet)
        row = QTreeWidgetItem([kind, words, hit.title])
        row.setData(_WORDS, MARKED, marked)
        row.setToolTip(_WORDS, words)
        row.setToolTip(_WHERE, hit.title)
        row.setData(_WHAT, Qt.ItemDataRole.AccessibleTextRole, f"{kind}, {hit.title}: {words}")
        return row

    def _said(self, found: Found) -> str:
        if not self.search.text().strip():
            return self.tr("All words must be there; the last may be a beginning.")
        if not found.total:
            return self.tr("Nothing in this desk holds all of these words.")
        if not found.ranked:
            return self.tr("More than {0} places. Another word makes them fewer.").format(written.count(found.total))
        if found.total > len(found.hits):
            return self.tr("{0} found, the best {1} shown.").format(
                written.count(found.total), written.count(len(found.hits))
            )
        return self.tr("{0} found.").format(written.count(found.total))

    def _show_button(self) -> None:
        self.open_button.setEnabled(self.answer() is not None)


def _in_one_line(snippet: Sequence[Piece]) -> tuple[str, list[tuple[int, int]]]:
    """Return the words on one line, and where the matched ones stand in them, as Qt counts."""
    words = ""
    marked = []
    for piece in snippet:
        told = _SPACE.sub(" ", piece.text)
        if piece.matched:
            marked.append((len(words), len(words) + len(told)))
        words += told
    places = OffsetMap.of(words)
    return words, [(places.to_qt(start), places.to_qt(stop)) for start, stop in marked]
