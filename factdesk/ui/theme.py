"""Colours and palettes: light, dark and high contrast, all our own, because Qt's differ by desktop.

Every colour that is drawn comes from a ``Theme``. Text colours keep at least 4.5:1 against every
ground of their theme (``tests/ui/test_style.py`` computes it).
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from factdesk.model.scale import ScaleValue


class Theme(Struct, frozen=True, kw_only=True):
    """One set of colours, each ``#rrggbb``.

    Attributes:
        ground: behind the article; panel: behind lists and forms; raised: fields and buttons.
        ink, quiet: text and secondary text; line: hairlines and borders.
        accent: links, focus, current row's edge; selected: ground of the current row.
        bare: ground of words nobody accounted for; waiting, warning, danger, good: state inks.
    """

    name: str
    dark: bool
    ground: str
    panel: str
    raised: str
    ink: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    selected: str
    bare: str
    chip: str
    good: str
    waiting: str
    warning: str
    danger: str

    def verdict_ink(self, value: ScaleValue) -> str:
        """Return the ink of a verdict on this theme, ``#rrggbb``."""
        return value.dark if self.dark else value.light

    def verdict(self, value: ScaleValue) -> QColor:
        """Return the same as a colour; it is looked at and never changed."""
        return colour(self.verdict_ink(value))


LIGHT = Theme(
    name="light", dark=False, ground="#fffefb", panel="#faf9f6", raised="#ffffff", ink="#1c1e21", quiet="#5c6168",
    line="#dddad3", accent="#1d559f", on_accent="#ffffff", selected="#e6edf9", bare="#fdf0c8", chip="#ecebe7",
    good="#18743f", waiting="#6b4fa0", warning="#9a5b00", danger="#b3261e",
)  # fmt: skip
DARK = Theme(
    name="dark", dark=True, ground="#202327", panel="#24272c", raised="#2b2f35", ink="#e9e7e2", quiet="#a5abb3",
    line="#3b4047", accent="#8ab4f8", on_accent="#14181d", selected="#2b3a50", bare="#4a3d14", chip="#33383f",
    good="#5cc58d", waiting="#bba6f0", warning="#f2a65a", danger="#ff8a80",
)  # fmt: skip
CONTRAST = Theme(
    name="contrast", dark=True, ground="#000000", panel="#000000", raised="#000000", ink="#ffffff", quiet="#e0e0e0",
    line="#767676", accent="#ffd500", on_accent="#000000", selected="#1b2f55", bare="#4d3f00", chip="#1f1f1f",
    good="#6dff9f", waiting="#d9c2ff", warning="#ffb454", danger="#ff9a92",
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

DRAWN_BY = ("-style", "Fusion")
"""What the application is started with: the style that draws alike on every desktop.

Set afterwards, PySide would look through every class it knows for the style that was set.
"""

_current = LIGHT


@lru_cache(maxsize=256)
def colour(name: str) -> QColor:
    """Return the colour that is written ``#rrggbb``, made once; it is looked at and never changed."""
    return QColor(name)


def fill(painter: QPainter, place: QRect | QRectF, ink: QColor | QBrush) -> None:
    """Fill a place as ``fillRect`` does, for which PySide makes QGradient with its 180 names first: 3 ms of a start."""
    painter.setBackground(ink)
    painter.eraseRect(place)


def current() -> Theme:
    """Return the theme in force; ask when painting, never keep it."""
    return _current


def apply(app: QApplication, name: str) -> None:
    """Put a theme in force: ``light``, ``dark``, ``contrast``, or ``system`` for what the desktop says."""
    global _current
    if name == "system":
        wants_dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
        name = "dark" if wants_dark else "light"
    _current = THEMES[name]
    app.setPalette(palette(_current))


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of ``theme``."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, theme.panel), (role.WindowText, theme.ink), (role.Base, theme.raised),
        (role.AlternateBase, theme.panel), (role.Text, theme.ink), (role.Button, theme.panel),
        (role.ButtonText, theme.ink), (role.BrightText, theme.danger), (role.Link, theme.accent),
        (role.LinkVisited, theme.accent), (role.Highlight, theme.accent), (role.HighlightedText, theme.on_accent),
        (role.ToolTipBase, theme.raised), (role.ToolTipText, theme.ink), (role.PlaceholderText, theme.quiet),
        (role.Mid, theme.line), (role.Midlight, theme.line), (role.Dark, theme.line), (role.Accent, theme.accent),
    ):  # fmt: skip
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.quiet))
    return made
