"""The tellings of a claim: where else it is told, what differs there, and what a person says of it."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from factdesk.ui.claim import words
from factdesk.ui.controls.only_read import changing
from factdesk.ui.style import Role, set_role

if TYPE_CHECKING:
    from factdesk.ui.claim.tellings.row import TellingRow
    from factdesk.ui.claim.tellings.told import ToldItem


class TellingsPage(QWidget):
    """Shows the tellings.

    Signals:
        wished(str, object): "link", "reject", "confirm", "head", "unlink" or "show", and the ``ToldItem`` it is about.
        all_linked(): link all that is proposed.
    """

    wished = Signal(str, object)
    all_linked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none = QLabel(self.tr("Nothing else in the article is found to tell this."))
        self.none.setWordWrap(True)
        set_role(self.none, Role.QUIET)
        self.will_link = QLabel()
        self.will_link.setWordWrap(True)
        set_role(self.will_link, Role.QUIET)
        self.link_all = QPushButton()
        self._key = ""
        self.link_all.clicked.connect(self.all_linked)
        changing(self.link_all)
        set_role(self.link_all, Role.FLAT)
        self.rows: list[TellingRow] = []
        self._shown: tuple[str, tuple[ToldItem, ...]] = ("", ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.none)
        self._column.addWidget(self.will_link)
        self._column.addWidget(self.link_all, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.show_tellings("", ())

    def show_tellings(self, number: str, items: tuple[ToldItem, ...]) -> None:
        """Show where the claim that has ``number`` is told; what is shown already stays, with its focus."""
        self._announce(sum(item.segment_id is None for item in items))
        self.none.setVisible(not items)
        if (number, items) == self._shown:
            return
        self._shown = (number, items)
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        letters = iter(ascii_lowercase)
        self.rows = [_row(item, number + next(letters, "…") if item.segment_id else "") for item in items]
        for nth, row in enumerate(self.rows):
            self._column.insertWidget(2 + nth, row)
            self._wire(row)

    def set_key_hint(self, key: str) -> None:
        """Show the key that links all that is proposed."""
        self._key = key

    def _announce(self, proposed: int) -> None:
        """Say what will be linked before it is: how many places, and that the report will call it done together."""
        self.link_all.setVisible(proposed > 1)
        self.will_link.setVisible(proposed > 0)
        if proposed == 1:
            self.will_link.setText(self.tr("{0} links the place marked ◇.").format(self._key))
        elif proposed:
            told = self.tr("{0} links the {1} places marked ◇, and the record says that they were linked together.")
            self.will_link.setText(told.format(self._key, proposed))
            text = self.tr("Link all {0}").format(proposed)
            self.link_all.setText(self.tr("{0}   {1}").format(text, self._key))
            self.link_all.setAccessibleName(text)

    def _wire(self, row: TellingRow) -> None:
        buttons = {
            "link": row.link, "reject": row.reject, "confirm": row.confirm, "head": row.head, "unlink": row.unlink,
            "show": row.show_it,
        }  # fmt: skip
        for wish, button in buttons.items():
            button.clicked.connect(lambda _on=False, wish=wish: self.wished.emit(wish, row.item))


def _row(item: ToldItem, number: str) -> TellingRow:
    from factdesk.ui.claim.tellings.row import TellingRow  # few claims are told twice: a start need not wait for it

    return TellingRow(item, number)


def told_times(linked: int, proposed: int) -> str:
    """Say how often a claim is told, its own words counted."""
    told = words.told_times(linked + 1) if linked else ""
    more = QCoreApplication.translate("TellingRow", "{0} proposed").format(proposed) if proposed else ""
    return " · ".join(part for part in (told, more) if part)
