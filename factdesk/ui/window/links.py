"""Opening a web address: only when asked, after showing where it goes, in the system's browser."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

_SCHEMES = ("http", "https")


def ask_and_open(address: str, parent: QWidget) -> bool:
    """Show the address whole and open it if the person says so; other than web addresses are never opened."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.scheme().lower() not in _SCHEMES or not url.host():
        _say(parent, _tr("This is no web address, so it was not opened."), address)
        return False
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("Open a link"), _tr("Open this address in the browser?"))
    box.setParent(parent, box.windowFlags())
    box.setTextFormat(box.textFormat().PlainText)
    box.setInformativeText(url.toDisplayString())
    opening = box.addButton(_tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is opening and QDesktopServices.openUrl(url)


def _say(parent: QWidget, line: str, address: str) -> None:
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("Open a link"), line)
    box.setParent(parent, box.windowFlags())
    box.setTextFormat(box.textFormat().PlainText)
    box.setInformativeText(address)
    box.exec()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Links", text)
