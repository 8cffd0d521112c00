"""The icons of the window: line drawings from the Phosphor font that QtAwesome carries.

Only the font and its table of names are used; QtAwesome itself is never imported, since that costs
more than the whole window (``docs/adr/0041-icons.md``). Colours are asked of the theme at each
painting, so a change of theme needs no new icons.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from factdesk.ui import theme

NAMES = {
    "about": "info",
    "accept": "check",
    "add": "plus",
    "answer": "check-square",
    "article": "article",
    "articles": "files",
    "back": "arrow-left",
    "bare": "selection-background",
    "claim": "text-underline",
    "close": "x",
    "copy": "copy",
    "desk": "database",
    "edit": "pencil-simple",
    "find": "magnifying-glass",
    "history": "clock-counter-clockwise",
    "keys": "keyboard",
    "label": "tag",
    "link": "link-simple",
    "new": "file-plus",
    "next": "arrow-down",
    "open": "folder-open",
    "open-outside": "arrow-square-out",
    "paste": "clipboard-text",
    "person": "user",
    "previous": "arrow-up",
    "print": "printer",
    "redo": "arrow-u-up-right",
    "remove": "trash",
    "report": "file-text",
    "restore": "clock-clockwise",
    "save": "download-simple",
    "settings": "gear-six",
    "undo": "arrow-u-up-left",
    "verified": "circle-wavy-check",
    "warning": "warning",
    "zoom-in": "magnifying-glass-plus",
    "zoom-out": "magnifying-glass-minus",
}
"""What an icon means here → what the font calls it."""


def icon(name: str) -> QIcon:
    """Return the icon for one of ``NAMES``; an empty one where the font did not come along.

    The first call reads the font (about 10 ms): ask after the first paint.

    Raises:
        KeyError: there is no icon of that name; never a blank button by a slip of the pen.
    """
    glyph = NAMES[name]
    family, characters = _font()
    return QIcon(_Engine(family, characters[glyph])) if family else QIcon()


def icon_family() -> str:
    """Return the family of the icons' font; nobody wants to read in it."""
    return _font()[0]


@cache
def _font() -> tuple[str, dict[str, str]]:
    spec = find_spec("qtawesome")
    for place in (spec and spec.submodule_search_locations) or ():
        fonts = Path(place) / "fonts"
        for file, names in zip(fonts.glob("phosphor-[0-9]*.ttf"), fonts.glob("phosphor-charmap-*.json"), strict=False):
            family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
            points = json.loads(names.read_text(encoding="utf-8"))
            if family:
                return family[0], {glyph: chr(int(points[glyph], 16)) for glyph in NAMES.values()}
    return "", dict.fromkeys(NAMES.values(), "")


class _Engine(QIconEngine):
    """Draws one character of the font as large as it is asked to."""

    def __init__(self, family: str, character: str) -> None:
        super().__init__()
        self._family, self._character = family, character

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        colours = theme.current()
        font = QFont(self._family)
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(colours.quiet if mode == QIcon.Mode.Disabled else colours.ink))
        painter.setOpacity(0.55 if mode == QIcon.Mode.Disabled else 1.0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Engine(self._family, self._character)
