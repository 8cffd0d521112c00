"""Giving a web address to be fetched: it is shown whole, with what will happen, before anything goes out."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from factdesk.readers.fetch.place import host_asked
from factdesk.ui.controls.labels import quiet, words
from factdesk.ui.dialogs.sheet import Sheet

_SCHEMES = ("http", "https")


class AddressDialog(Sheet):
    """Asks for one address. Accepted: ``answer()`` is to be fetched, once."""

    def __init__(self, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(QSize(620, 240), parent)
        self.say(
            self.tr("Fetch an article from the web"),
            self.tr("One request, without cookies and scripts. Pages behind a sign-in must be saved in a browser."),
        )
        self.field = QLineEdit(address)
        self.field.setPlaceholderText("https://")
        label = words(self.tr("Address"))
        label.setBuddy(self.field)
        self.field.setAccessibleName(self.tr("Address"))
        self._where = quiet("")
        for part in (label, self.field, self._where):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.fetch = self.add_button(self.tr("Fetch"), self.accept, primary=True)
        self.field.textChanged.connect(self._show_where)
        self._show_where()

    def answer(self) -> str:
        """Return the address."""
        return self.field.text().strip()

    def _show_where(self) -> None:
        host = host_of(self.answer())
        self.fetch.setEnabled(bool(host))
        self._where.setText(self._what_is_asked(host))
        self.field.setAccessibleDescription(self._where.text())

    def _what_is_asked(self, host: str) -> str:
        if not host:
            return self.tr("An address of the web begins with http:// or https://.")
        asked = host_asked(host)
        if asked == host.rstrip("."):
            return self.tr("This computer will ask {0}.").format(asked)
        warning = self.tr(
            "⚠ This computer will ask {0}, here written {1}: letters of other alphabets may pass for the ones you know."
        )
        return warning.format(asked, host)


def host_of(address: str) -> str:
    """Return the machine that ``address`` names, or "" where it is no address of the web."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        return host if parts.scheme.lower() in _SCHEMES and " " not in address and host_asked(host) else ""
    except ValueError:
        return ""
