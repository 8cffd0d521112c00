"""One source of a claim in the list: what it is, the words relied on, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from factdesk.model.source import Bearing
from factdesk.ui.actions import native
from factdesk.ui.claim import words
from factdesk.ui.claim.fields.preview import OPENED
from factdesk.ui.claim.sources import parts
from factdesk.ui.claim.view import SourceItem
from factdesk.ui.controls.only_read import changing
from factdesk.ui.style import Role, set_role
from factdesk.work.edits.source import SourceForm

_ROLES = {Bearing.SUPPORTS: Role.GOOD, Bearing.REFUTES: Role.DANGER, Bearing.CONTEXT: Role.TITLE}


class Place(NamedTuple):
    """Where a source stands among those of its claim, from 0, and how many there are."""

    at: int
    of: int


class SourceRow(QFrame):
    """One source: sign of its bearing, title, what it is, where it is kept, the words relied on.

    Signals:
        moved(int): it is to be moved up (-1) or down (1).
    """

    moved = Signal(int)

    def __init__(self, item: SourceItem, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, self._place = item, place
        form = item.form
        bearing = words.bearing(form.bearing)
        self.sign = parts.sign(words.BEARING_GLYPHS[form.bearing], bearing, _ROLES[form.bearing])
        self.sign.setToolTip(bearing)
        self.sign.setContentsMargins(0, 3, 0, 0)
        self.title = _label(form.title or form.person or form.address)
        self.detail = _label(" · ".join(_details(form)), Role.QUIET)
        self.place = _label(" · ".join(self._kept_at(form)), Role.QUIET)
        self.place.setVisible(bool(self.place.text()))
        self.place.setToolTip(form.address)
        self.excerpt = _label(self.tr("“{0}”").format(form.excerpt), Role.QUIET)
        self.excerpt.setVisible(bool(form.excerpt))
        self.open, self.edit, self.remove = (
            self._button(self.tr("Open"), self.tr("Open {0} in the browser")),
            self._button(self.tr("Edit"), self.tr("Edit {0}")),
            self._button(self.tr("Remove"), self.tr("Remove {0}")),
        )
        changing(self.edit, self.remove)
        self.stops = (self.open, self.edit, self.remove)
        self.open.setVisible(form.address.partition(":")[0] in OPENED)
        self.up = self._mover("↑", -1, self.tr("Move {0} up"), native(("Alt+Up",)))
        self.down = self._mover("↓", 1, self.tr("Move {0} down"), native(("Alt+Down",)))
        self._arrange()

    def holds_focus(self) -> bool:
        """Tell whether one of its buttons has the focus."""
        return any(button.hasFocus() for button in self.stops)

    def held(self) -> int:
        """Return which of ``stops`` has the focus."""
        return next(n for n, button in enumerate(self.stops) if button.hasFocus())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """What the buttons do, and copying the address; by the menu key, too, from any of the buttons."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu().popup(self.title.mapToGlobal(self.title.rect().bottomLeft()) if by_key else event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done with the source."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self.open.isHidden():
            menu.addAction(self.tr("Open in the browser"), self.open.click)
        if self.item.form.address:
            menu.addAction(self.tr("Copy link"), self._copy_link)
        menu.addAction(self.tr("Edit"), self.edit.click)
        menu.addSeparator()
        for text, keys, step, fits in (
            (self.tr("Move up"), "Alt+Up", -1, self._place.at > 0),
            (self.tr("Move down"), "Alt+Down", 1, self._place.at + 1 < self._place.of),
        ):
            if fits:  # the key behind a tab is only shown: the command of the window listens for it
                menu.addAction(f"{text}\t{native((keys,))}", partial(self.moved.emit, step))
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), self.remove.click)
        return menu

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self.item.form.address)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title, 1)
        for button in (self.up, self.down, self.open, self.edit, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addLayout(head)
        text.addWidget(self.detail)
        text.addWidget(self.place)
        text.addWidget(self.excerpt)
        parts.lay_out(self, self.sign, text)

    def _kept_at(self, form: SourceForm) -> list[str]:
        """Return where the source is kept, where the title does not say it already, and when it was looked at."""
        address = parts.shortened(form.address) if form.title or form.person else ""
        accessed = self.tr("accessed {0}").format(form.accessed) if form.address and form.accessed else ""
        return [part for part in (address, accessed) if part]

    def _mover(self, sign: str, step: int, name: str, keys: str) -> QToolButton:
        """Return a button that moves the source; for the mouse, since a key does the same from any of the others."""
        button = self._button(sign, name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"{self.tr('Move up') if step < 0 else self.tr('Move down')}  ({keys})")
        button.setEnabled(0 <= self._place.at + step < self._place.of)
        button.setVisible(self._place.of > 1)
        button.clicked.connect(partial(self.moved.emit, step))
        return button

    def _button(self, text: str, name: str) -> QToolButton:
        return parts.flat_button(text, name.format(self.title.text()))


def _details(form: SourceForm) -> list[str]:
    person = form.person if form.title else ""
    told = (
        words.bearing(form.bearing),
        words.source_type(form.type),
        form.publisher,
        person,
        form.date,
        form.locator,
    )
    return [part for part in told if part]


def _label(text: str, role: Role | None = None) -> QLabel:
    label = parts.said(text)
    label.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the row's own is wanted
    if role is None:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    else:
        set_role(label, role)
    return label
