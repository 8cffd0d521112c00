"""An article that is coming on the bench: its text is shown, its rows are still to be read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from factdesk.model.case import Opened
from factdesk.ui.window.bench.steps import Step, Steps

UNSEEN_MS = 4_000
"""After which the rows are read though the text was not painted: the window is hidden."""


class Coming(QObject):
    """Reads the rows of an article once its text was seen.

    Attributes:
        opened: the article whose text is shown; None where no rows are waited for.
    """

    def __init__(self, steps: Steps, put_away: Callable[[], None], parent: QObject) -> None:
        """``put_away`` clears the bench: the rows of what is shown will not come."""
        super().__init__(parent)
        self._steps, self._put_away = steps, put_away
        self.opened: Opened | None = None

    def wait_for(self, opened: Opened) -> None:
        """Read the rows of this article once ``seen`` is called, or when nobody has looked for long."""
        self.opened = opened
        QTimer.singleShot(UNSEEN_MS, self, lambda: self._read(opened))

    def seen(self) -> None:
        """The text is on the screen: read its rows."""
        if self.opened is not None:
            self._read(self.opened)

    def _read(self, opened: Opened) -> None:
        """Read the rows beside the window, if the text is still shown.

        Where the person stops it there is nothing to work on, and the article is put away again.
        """
        if self.opened is not opened or self._steps.waits(lambda: self._read(opened)):
            return
        version = opened.version
        self._steps.take(Step(None, self.tr("Reading the claims…"), wanted=(version.article_id, version.number)))

        def put_away() -> None:
            if self.opened is opened:  # stopped, or it failed
                self._put_away()

        if not self._steps.waits(put_away):
            put_away()
