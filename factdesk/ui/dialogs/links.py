"""The links of an article: what it gives as its sources, word by word and address by address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from factdesk.model.version import Link
from factdesk.text.spans import Span, left_free
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.style import Role, set_role

_WORDS, _ADDRESS = range(2)
_LONGEST = 200


class LinksDialog(Sheet):
    """Accepted: ``answer()`` are the words to go to. Nothing is opened by looking at the list.

    Signals:
        open_asked(str): the person wants this address opened; it is to be shown whole first.
    """

    open_asked = Signal(str)

    def __init__(
        self, text: str, links: Sequence[Link], set_aside: Iterable[Span], parent: QWidget | None = None
    ) -> None:
        """
        Args:
            set_aside: stretches that are not the article's; their links are counted, not listed.
        """
        super().__init__(QSize(760, 460), parent)
        self._links = tuple(left_free(links, set_aside))
        said = self.tr("What the article gives as its sources, in reading order. None was opened or looked at.")
        if more := len(links) - len(self._links):
            said += " " + self.tr("%n more in what is set aside.", "", more)
        self.say(self.tr("Links of the article"), said)
        self.rows = QTreeWidget()
        set_role(self.rows, Role.FIELD)
        self.rows.ensurePolished()  # else rows that come before it is shown keep another look’s height
        self.rows.setAccessibleName(self.tr("Links of the article"))
        self.rows.setHeaderLabels([self.tr("Words"), self.tr("Address")])
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.rows.addTopLevelItems([_row(text, link) for link in self._links])
        self.rows.itemActivated.connect(self.accept)
        self.body.addWidget(self.rows, 1)
        self.open_button = self.add_side_button(self.tr("Open the address…"), self._ask_open)
        self.add_button(self.tr("Close"), self.reject)
        self.go_button = self.add_button(self.tr("Go to the words"), self.accept, primary=True)
        self.rows.setCurrentIndex(self.rows.model().index(0, 0))
        for button in (self.open_button, self.go_button):
            button.setEnabled(bool(self._links))
        self.rows.setFocus()

    def answer(self) -> Span:
        """Return the words of the current link."""
        return self._current().span

    def _current(self) -> Link:
        return self._links[self.rows.currentIndex().row()]

    def _ask_open(self) -> None:
        self.open_asked.emit(self._current().address)


def _row(text: str, link: Link) -> QTreeWidgetItem:
    words = " ".join(text[link.span.start : min(link.span.end, link.span.start + _LONGEST)].split())
    row = QTreeWidgetItem([words, link.address])
    row.setToolTip(_WORDS, words)
    row.setToolTip(_ADDRESS, link.address)
    row.setData(_WORDS, Qt.ItemDataRole.AccessibleTextRole, f"{words}: {link.address}")
    return row
