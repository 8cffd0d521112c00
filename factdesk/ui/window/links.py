"""The links of an article, and opening one: only when asked, after showing where it goes, in the system's browser."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from factdesk.model.segment import Label
from factdesk.text.spans import Span
from factdesk.ui.window.bench.workbench import Workbench

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


def chosen_link(bench: Workbench, parent: QWidget) -> Span | None:
    """List the links of the article on the bench; return the words of the one to go to."""
    from factdesk.ui.dialogs.links import LinksDialog

    case = bench.case
    if case is None:
        return None
    aside = (segment.anchor.span for segment in case.segments if segment.label is Label.FURNITURE)
    dialog = LinksDialog(case.version.text, case.version.links, aside, parent)
    dialog.open_asked.connect(lambda address: ask_and_open(address, dialog))
    return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
