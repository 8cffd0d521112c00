"""How an article comes on the bench: at once, its text before its rows, or read and laid out beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from factdesk.model.case import Case, Opened
from factdesk.model.ids import ArticleId
from factdesk.ui.article.typesetting.typeset import LONG
from factdesk.ui.window.bench.steps import Step, Steps
from factdesk.work.jobs import making_what_stays

TEXT_FIRST = 200_000
"""Characters from which an article's text is shown before its rows are read."""

_MANY_TO_READ = 20_000
"""Rows of an article that are read in a job."""

UNSEEN_MS = 4_000
"""After which the rows are read though the text was not painted: the window is hidden."""


class Coming(QObject):
    """Brings articles; the rows of one whose text comes first are read once that was seen.

    Attributes:
        opened: the article whose text is shown; None where no rows are waited for.

    Signals:
        text_read(object Opened): the text of an article can be shown, its rows follow.
    """

    text_read = Signal(object)

    def __init__(self, steps: Steps, put_up: Callable[[Case | None], None], parent: QObject) -> None:
        """``put_up`` puts a case on the bench, or clears it."""
        super().__init__(parent)
        self._steps, self._put_up = steps, put_up
        self.opened: Opened | None = None

    def bring(self, article: ArticleId, version: int | None) -> None:
        """Bring an article with its rows, beside the window where it is a long one; nothing if it cannot be read."""
        size = self._steps.read(lambda session: session.extent(article))
        if size is not None:
            self._bring(article, version, long=_is_long(size.text, size.rows))

    def bring_text_first(self, article: ArticleId) -> None:
        """Bring the newest version: of a longer article the text, and its rows later; any other as ``bring`` does."""
        size = self._steps.read(lambda session: session.extent(article))
        if size is None:
            return
        long = _is_long(size.text, size.rows)
        if long or size.text < TEXT_FIRST:
            self._bring(article, None, long=long)
        else:
            with making_what_stays():
                self._steps.tried(lambda session: self._wait_for(session.opened(article)))

    def seen(self) -> None:
        """The text is on the screen: read its rows."""
        if self.opened is not None:
            self._read(self.opened)

    # --- inside

    def _bring(self, article: ArticleId, version: int | None, *, long: bool) -> None:
        if long:
            self._steps.take(Step(None, self.tr("Opening the article…"), wanted=(article, version)))
        else:
            with making_what_stays():
                self._steps.tried(lambda session: self._put_up(session.case(article, version)))

    def _wait_for(self, opened: Opened) -> None:
        """Show the text; read the rows once ``seen`` is called, or when nobody has looked for long."""
        self.opened = opened
        QTimer.singleShot(UNSEEN_MS, self, lambda: self._read(opened))
        self.text_read.emit(opened)

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
                self._put_up(None)

        if not self._steps.waits(put_away):
            put_away()


def _is_long(text: int, rows: int) -> bool:
    return text > LONG or rows > _MANY_TO_READ
