"""The pictures of README and docs, made anew: ``python -m benchmarks.gallery.docs`` (needs a display).

They are kept small: 256 colours each, which a window has room in.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from benchmarks.gallery.camera import Camera
from benchmarks.gallery.pages import check_the_sample, claim_tabs, lists, suggestion
from benchmarks.home import home
from factdesk.ui import fonts
from factdesk.ui.theme import DRAWN_BY

IMAGES = Path(__file__).parents[2] / "docs" / "images"
PICTURES = {
    "window-light": "sample-usual-light", "window-dark": "sample-usual-dark", "suggestions": "suggestion-light",
    "names": "list-names-unfolded-light",
}  # fmt: skip
"""Name in the docs → name in the gallery."""
PAGES = {"report-page-1": 0}
"""Pages of the report of what was judged, from 0."""
COLOURS = 256
DOTS = 80 / 72
"""Of a page: pixels for each point."""


def main() -> None:
    """Make the pictures."""
    app = QApplication(["", *DRAWN_BY])
    fonts.load(app)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for theme in ("light", "dark"):
            with home():
                camera = Camera(folder, theme, [taken.rsplit("-", 1)[0] for taken in PICTURES.values()])
                check_the_sample(camera)
                camera.take("sample-usual")
                if theme == "light":
                    print_report(camera, folder)
                    claim_tabs(camera)
                    suggestion(camera)
                    lists(camera)
                camera.window.close()
        for told, taken in PICTURES.items():
            keep_small(QImage(str(folder / f"{taken}.png")), IMAGES / f"{told}.png")
        pages = pypdfium2.PdfDocument(folder / "report.pdf")
        for told, nth in PAGES.items():
            drawn = pages[nth].render(scale=DOTS, rev_byteorder=True)
            picture = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
            keep_small(picture, IMAGES / f"{told}.png")
        pages.close()


def print_report(camera: Camera, folder: Path) -> None:
    """Write the report of the desk as it is now."""
    session = camera.window.bench.session
    if session is not None:
        command = [sys.executable, "-m", "factdesk", "report", str(session.path), "--to", str(folder / "report.pdf")]
        subprocess.run(command, check=True)


def keep_small(picture: QImage, path: Path) -> None:
    """Write a picture with the colours that matter: the commonest of each kind first, then the commonest of all."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = [colour for colour, _ in Counter(memoryview(bytes(plain.constBits())).cast("I")).most_common()]
    kinds: dict[int, int] = {}
    for colour in counted:
        kinds.setdefault(colour & 0xE0E0E0, colour)
    table = list(dict.fromkeys((*kinds.values(), *counted)))[:COLOURS]
    plain.convertToFormat(QImage.Format.Format_Indexed8, table).save(str(path))


if __name__ == "__main__":
    main()
