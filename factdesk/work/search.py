"""Search over a whole desk, beside whoever works in it."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from factdesk.model.hit import Found
from factdesk.store.search import SearchIndex
from factdesk.work.jobs import Job, Unwatched, Watch
from factdesk.work.session import Session


class DeskSearch:
    """Searches one desk as it stood when the first words were asked for.

    Made for one visit: whoever searches again later makes another. One job at a time may use it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._index: SearchIndex | None = None

    @classmethod
    def of(cls, session: Session) -> Self:
        """Return a search of the desk that a session has open.

        Raises:
            MissingDeskError: another file has its name (``Session.still_there``).
        """
        session.still_there()
        return cls(session.path)

    def find(self, words: str, watch: Watch | None = None) -> Found:
        """Return what holds all of ``words``: claims, articles and sources.

        Raises:
            DeskOpenError, DeskBusyError: the desk could not be read.
        """
        if self._index is None:
            self._index = SearchIndex.of(self._path, (watch or Unwatched()).cancelled)
        return self._index.find(words)

    def job(self, words: str) -> Job[Found]:
        """Return ``find`` as a job."""
        return lambda watch: self.find(words, watch)

    def close(self) -> None:
        """Forget the desk's words."""
        if self._index is not None:
            self._index.close()
