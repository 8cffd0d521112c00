"""The articles of the desk: open one, or take one out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from factdesk.model.ids import ArticleId
from factdesk.ui import written
from factdesk.ui.controls.search_field import SearchField
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.style import Role, set_role

_ID = Qt.ItemDataRole.UserRole
_TITLE, _CLAIMS, _OPEN, _ADDED = range(4)


class ArticleRow(Protocol):
    """What a row tells of an article; the desk's own card of it will do."""

    @property
    def id(self) -> ArticleId: ...
    @property
    def title(self) -> str: ...
    @property
    def added_at(self) -> str: ...
    @property
    def claims(self) -> int: ...
    @property
    def open_claims(self) -> int: ...


class ArticlesDialog(Sheet):
    """Accepted: ``answer()`` is the article to open. It stays open while articles are removed.

    On a desk that is only read none can be, and ``only_read`` says why.

    Signals:
        remove_asked(str): take this article out; then ``show_articles`` again. Undo brings it back.
    """

    remove_asked = Signal(str)

    def __init__(self, articles: Iterable[ArticleRow], parent: QWidget | None = None, *, only_read: str = "") -> None:
        super().__init__(QSize(680, 480), parent)
        self.say(self.tr("Articles of this desk"), only_read)
        self._only_read = only_read
        self.search = SearchField(self.tr("Find by title"))
        self.search.textChanged.connect(self._narrow)
        self.table = QTreeWidget()
        set_role(self.table, Role.FIELD)
        self.table.ensurePolished()  # else rows that come before it is shown keep another look’s height
        self.table.setAccessibleName(self.tr("Articles of this desk"))
        self.table.setHeaderLabels([self.tr("Title"), self.tr("Claims"), self.tr("Open"), self.tr("Added")])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self.table.header().setStretchLastSection(False)
        self.table.currentItemChanged.connect(self._show_buttons)
        self.table.itemActivated.connect(self.accept)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.remove_button = self.add_side_button(self.tr("Remove from desk"), self._ask_removal)
        self.remove_button.setToolTip(only_read or self.tr("Undo brings the article back with all its claims"))
        self.add_button(self.tr("Cancel"), self.reject)
        self.open_button = self.add_button(self.tr("Open"), self.accept, primary=True)
        self.show_articles(articles)
        self.table.setFocus()

    def show_articles(self, articles: Iterable[ArticleRow]) -> None:
        """Show these articles; the row that was chosen stays chosen where it is still there."""
        chosen = self.answer()
        self.table.clear()
        self.table.addTopLevelItems([self._row(article) for article in articles])
        kept = next((row for row in self._rows() if row.data(_TITLE, _ID) == chosen), None)
        if kept is not None:
            self.table.setCurrentItem(kept)
        self._narrow(self.search.text())

    def answer(self) -> ArticleId | None:
        """Return the article that is chosen."""
        row = self.table.currentItem()
        return ArticleId(row.data(_TITLE, _ID)) if row and not row.isHidden() else None

    def _row(self, article: ArticleRow) -> QTreeWidgetItem:
        claims, still = written.count(article.claims), written.count(article.open_claims)
        row = QTreeWidgetItem([article.title, claims, still, written.day(article.added_at)])
        row.setData(_TITLE, _ID, article.id)
        row.setToolTip(_TITLE, article.title)
        said = self.tr("{0}: {1} claims, {2} open").format(article.title, claims, still)
        row.setData(_TITLE, Qt.ItemDataRole.AccessibleTextRole, said)
        for column in (_CLAIMS, _OPEN):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row

    def _rows(self) -> list[QTreeWidgetItem]:
        found = (self.table.topLevelItem(n) for n in range(self.table.topLevelItemCount()))
        return [row for row in found if row is not None]

    def _narrow(self, typed: str) -> None:
        for row in self._rows():
            row.setHidden(not all(word in row.text(_TITLE).casefold() for word in typed.casefold().split()))
        shown = [row for row in self._rows() if not row.isHidden()]
        if shown and self.table.currentItem() not in shown:
            self.table.setCurrentItem(shown[0])
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self.answer() is not None
        self.open_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen and not self._only_read)

    def _ask_removal(self) -> None:
        if (article := self.answer()) is not None:
            self.remove_asked.emit(article)
