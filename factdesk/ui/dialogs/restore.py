"""Choosing the backup that takes the desk's place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from factdesk.ui import written
from factdesk.ui.controls.labels import words
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.style import Role, set_role
from factdesk.work.backup import Backup

_PATH = Qt.ItemDataRole.UserRole
_TAKEN, _WHY, _ARTICLES, _SIZE = range(4)


class RestoreDialog(Sheet):
    """Accepted: ``answer()`` is the backup to restore.

    Args:
        backups: newest first; may be empty.
        folder: where backups are kept, to say so where there are none.
    """

    def __init__(self, backups: Sequence[Backup], folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(QSize(560, 420), parent)
        self.say(
            self.tr("Restore a backup"),
            self.tr(
                "The desk becomes what it was then. A backup of the desk as it is now is made first; undo does not "
                "go past a restore, so the way back is to restore that backup."
            ),
        )
        self.table = QTreeWidget()
        set_role(self.table, Role.FIELD)
        self.table.setAccessibleName(self.tr("Backups, newest first"))
        self.table.setHeaderLabels([self.tr("Taken"), "", self.tr("Articles"), self.tr("Size")])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.table.header().setStretchLastSection(False)
        rows = [self._row(backup) for backup in backups]
        self.table.addTopLevelItems(rows)
        self.table.itemActivated.connect(self.accept)
        if rows:
            self.table.setCurrentItem(rows[0])
            self.body.addWidget(self.table, 1)
        else:
            self.body.addWidget(words(self.tr("There are no backups of this desk in {0}.").format(folder)))
            self.body.addStretch(1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.restore_button = self.add_button(self.tr("Restore"), self.accept, primary=True)
        self.restore_button.setEnabled(bool(backups))

    def answer(self) -> Path | None:
        """Return the backup that is chosen."""
        row = self.table.currentItem()
        return row.data(_TAKEN, _PATH) if row else None

    def _row(self, backup: Backup) -> QTreeWidgetItem:
        why = {
            "before-restore": self.tr("before a restore"),
            "before-upgrade": self.tr("before an upgrade"),
        }.get(backup.reason, "")
        taken = written.moment(backup.taken)
        row = QTreeWidgetItem([taken, why, written.count(backup.articles), QLocale().formattedDataSize(backup.size)])
        row.setData(_TAKEN, _PATH, backup.path)
        said = self.tr("{0}: {1} articles").format(f"{taken} {why}".strip(), written.count(backup.articles))
        row.setData(_TAKEN, Qt.ItemDataRole.AccessibleTextRole, said)
        for column in (_ARTICLES, _SIZE):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row
