"""A rationale or note as it will be printed: Markdown without a way to load or run anything."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from factdesk.ui.style import Role, set_role

if TYPE_CHECKING:
    from markdown import Markdown

OPENED = ("http", "https", "mailto")
"""Schemes of links that may be asked for."""
LEAST, MOST = 72, 280
"""Height in pixels; a longer text scrolls."""


class Preview(QTextBrowser):
    """Shows Markdown. It opens no link, loads no picture and reads no file.

    Signals:
        link_asked(str): the person wants to open this address in the system's browser.
    """

    link_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(self._asked)
        set_role(self, Role.FIELD)

    def show_markdown(self, text: str) -> None:
        self.setHtml(html_of(text))
        self.setFixedHeight(min(max(round(self.document().size().height()) + 12, LEAST), MOST))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002, N802
        """Load nothing, whatever the text names.

        The nothing is an empty value: given no value at all, Qt's document reads local files by itself.
        """
        return QByteArray()

    def _asked(self, address: QUrl) -> None:
        if address.scheme() in OPENED:
            self.link_asked.emit(address.toString())


def html_of(text: str) -> str:
    """Return Markdown as HTML in which HTML typed by the person stands as text and no picture is named."""
    return _converter().reset().convert(text)


@cache
def _converter() -> Markdown:
    from markdown import Markdown  # late: start-up would pay 40 ms for it

    made = Markdown(extensions=["sane_lists", "nl2br"], output_format="html")
    made.preprocessors.deregister("html_block")
    for pattern in ("html", "image_link", "image_reference", "short_image_ref"):
        made.inlinePatterns.deregister(pattern)
    return made
