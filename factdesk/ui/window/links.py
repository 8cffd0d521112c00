"""Opening a web address: only when asked, after showing where it goes, in the system's browser."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

_SCHEMES = ("http", "https")


def ask_and_open(address: str, parent: QWidget) -> bool:
    """Show the address whole and open it if the person says so; other than web addresses are never opened."""
    from factdesk.ui.dialogs.link import LinkDialog

    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.scheme().lower() not in _SCHEMES or not url.host():
        LinkDialog(address, parent, opens=False).exec()
        return False
    wanted = LinkDialog(url.toDisplayString(), parent).exec() == QDialog.DialogCode.Accepted
    return wanted and QDesktopServices.openUrl(url)
