"""The sizes of the program's icon, drawn anew from its SVG: ``python -m benchmarks.gallery.icon``."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from factdesk.assets import resource
from factdesk.ui.app_icon import SIZES


def drawn(size: int) -> QImage:
    """Return the icon ``size`` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resource("icon", "factdesk.svg"))).render(painter)
    painter.end()
    return image


def main() -> None:
    """Write one PNG for each size."""
    app = QGuiApplication(["", "-platform", "offscreen"])
    for size in SIZES:
        drawn(size).save(str(resource("icon", f"factdesk-{size}.png")))
    app.quit()


if __name__ == "__main__":
    main()
