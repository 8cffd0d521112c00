"""Pictures of every page, dialog and state in one go, to be looked at after a change.

    python -m benchmarks.gallery FOLDER [--theme light|dark|contrast]… [--scale N]… [--only NAME…]

Without a choice: all three themes, and all of it once more on a screen scaled to 200 %. Needs a display
(``xvfb-run -a`` gives one). Works on desks and settings of its own in a temporary folder. The pictures in
``docs/images/`` are made by ``python -m benchmarks.gallery.docs``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from PySide6.QtWidgets import QApplication

from benchmarks.gallery.camera import Camera
from benchmarks.gallery.dialogs import dialogs
from benchmarks.gallery.pages import pages
from benchmarks.gallery.scripts import scripts
from benchmarks.home import home
from factdesk.ui import dialogs as all_dialogs
from factdesk.ui import fonts
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.theme import DRAWN_BY

THEMES = ("light", "dark", "contrast")


def take_all(folder: Path, theme: str, only: list[str]) -> set[str]:
    """Take every picture in one theme; return the dialogs that were not met."""
    with home() as own:
        camera = Camera(folder, theme, only)
        pages(camera, own)
        scripts(camera)
        dialogs(camera, own)
        camera.window.close()
        for module in walk_packages(all_dialogs.__path__, f"{all_dialogs.__name__}."):
            import_module(module.name)
        return {sheet.__name__ for sheet in Sheet.__subclasses__()} - camera.driven if not only else set()


def main() -> None:
    """Make the pictures; each scale in a process of its own, since Qt learns it at its start."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gallery")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument("--scale", action="append", help="of the screen: 2 for twice the size (1 and 2)")
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of the names of the pictures wanted")
    options = parser.parse_args()
    scales = options.scale or ["1", "2"]
    if len(scales) > 1:
        rest = [part for theme in options.theme or THEMES for part in ("--theme", theme)]
        rest += ["--only", *options.only] if options.only else []
        for scale in scales:
            folder = options.folder if scale == "1" else options.folder / f"at-{scale}"
            command = [sys.executable, "-m", "benchmarks.gallery", str(folder), "--scale", scale, *rest]
            subprocess.run(command, check=True)
        return
    os.environ["QT_SCALE_FACTOR"] = scales[0]
    app = QApplication(["", *DRAWN_BY])
    fonts.load(app)
    for theme in options.theme or THEMES:
        if missing := take_all(options.folder, theme, options.only):
            parser.error(f"no picture was made of {', '.join(sorted(missing))}")


if __name__ == "__main__":
    main()
