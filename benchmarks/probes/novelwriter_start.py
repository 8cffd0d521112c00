"""The start of novelWriter with a long document in its editor, painted; run by the Python of its own environment.

    python novelwriter_start.py FOLDER         # start with the project of the folder
    python novelwriter_start.py FOLDER TEXT    # make that project, whose one document is this file

Prints ``time.monotonic()`` and the processor seconds since the process began, at the end of the first paint of the
editor that has the document. Its settings are kept in FOLDER too.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

LEAST = 500_000
"""Characters the editor has when the document is in it: none before, all of it after."""


def make(window: Any, project: str, text: Path) -> None:
    """Make the project and settle what the first start would ask."""
    from novelwriter import CONFIG, SHARED, __hexversion__
    from novelwriter.core.coretools import ProjectBuilder

    CONFIG.lastNotes, CONFIG.backupOnClose = __hexversion__, False
    CONFIG.saveConfig()
    assert ProjectBuilder().buildProject({"path": project, "name": "Long"})
    assert window.openProject(project)
    handle = next(item.itemHandle for item in SHARED.project.tree if item.isFileType())
    window.closeDocument()
    assert SHARED.project.storage.getDocument(handle).writeDocument(text.read_text(encoding="utf-8"))
    window.closeProject(True)


def watch(window: Any) -> None:
    """Tell when the editor has painted the document, and end."""
    from novelwriter import SHARED
    from PyQt6.QtCore import QEvent, QObject, QTimer

    editor = window.docEditor

    class Look(QObject):  # type: ignore[misc]  # PyQt6 is not in our environment
        painted = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
            full = editor.document().characterCount() > LEAST
            if event.type() == QEvent.Type.Paint and full and not self.painted:
                self.painted = True
                QTimer.singleShot(0, self.told)
            return False

        def told(self) -> None:
            print(time.monotonic(), time.process_time(), flush=True)
            SHARED.project.storage.closeSession()  # or the next start would ask about the lock
            os._exit(0)

    window.look = Look()
    editor.viewport().installEventFilter(window.look)


def main() -> None:
    import novelwriter
    from novelwriter.guimain import GuiMain
    from novelwriter.shared import SharedData

    # A machine without dictionaries would be told so by a dialog that waits for a person.
    SharedData.reportSpellCheckStatus = lambda _: None
    folder = Path(sys.argv[1])
    project = str(folder / "project")
    launched = GuiMain.postLaunchTasks

    def launch(window: Any, opened: str | None) -> None:
        if len(sys.argv) > 2:
            make(window, project, Path(sys.argv[2]))
            os._exit(0)
        watch(window)
        launched(window, opened)

    GuiMain.postLaunchTasks = launch
    novelwriter.main([f"--config={folder}", f"--data={folder}", project])


if __name__ == "__main__":
    main()
