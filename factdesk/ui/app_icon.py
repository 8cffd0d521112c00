"""The program's own icon, as the system shows it for a window and the box about the program shows it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from factdesk.assets import resource

SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels; ``benchmarks/gallery/icon.py`` draws them from the SVG beside them."""


def app_icon() -> QIcon:
    """Return the icon in all its sizes; a file is read when its size is asked for."""
    icon = QIcon()
    for size in SIZES:
        icon.addFile(str(resource("icon", f"factdesk-{size}.png")), QSize(size, size))
    return icon
