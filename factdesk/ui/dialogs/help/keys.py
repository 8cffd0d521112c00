"""The key sheet: every command with its keys, to be searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from factdesk.ui.controls.labels import quiet
from factdesk.ui.controls.search_field import SearchField
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.style import Role, set_role

KeyRow = tuple[str, str, str]
"""Group, text, keys."""


class KeySheet(Sheet):
    """Nothing to answer. Typing narrows the list to rows that hold every word typed."""

    def __init__(self, rows: Sequence[KeyRow], parent: QWidget | None = None) -> None:
        super().__init__(QSize(600, 660), parent)
        self.say(self.tr("Keys"))
        self.search = SearchField(self.tr("Find a command or a key"))
        self.search.textChanged.connect(self._narrow)
        self.table = QTreeWidget()
        set_role(self.table, Role.FIELD)
        self.table.setAccessibleName(self.tr("Keys"))
        self.table.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.table.setRootIsDecorated(False)
        self.table.setIndentation(14)
        self.table.setItemsExpandable(False)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(False)
        self._none = quiet(self.tr("No command is called that, and none has that key."))
        self._none.hide()
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._none)
        self._fill(rows)
        self.add_button(self.tr("Close"), self.accept, primary=True)

    def _fill(self, rows: Sequence[KeyRow]) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for group, text, keys in rows:
            if group not in groups:
                groups[group] = QTreeWidgetItem([group])
                font = QFont(self.font())
                font.setWeight(QFont.Weight.DemiBold)
                groups[group].setFont(0, font)
                groups[group].setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.table.addTopLevelItem(groups[group])
            row = QTreeWidgetItem(groups[group], [text, keys])
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{text}: {keys}" if keys else text)
        self.table.expandAll()

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        found = False
        for group in self._groups():
            any_shown = False
            for row in _children(group):
                said = f"{group.text(0)} {row.text(0)} {row.text(1)}".casefold()
                row.setHidden(not all(word in said for word in wanted))
                any_shown |= not row.isHidden()
            group.setHidden(not any_shown)
            found |= any_shown
        self._none.setVisible(not found)

    def _groups(self) -> list[QTreeWidgetItem]:
        return _children(self.table.invisibleRootItem())


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for n in range(item.childCount()) if (child := item.child(n)) is not None]
