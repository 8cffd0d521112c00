"""What a window opens: the sample, what the command line or another start names, or what was open last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factdesk import DESK_SUFFIX
from factdesk.assets import sample_article
from factdesk.model.ids import ArticleId
from factdesk.ui.window.frame.place import work_before
from factdesk.ui.window.rooms.made import Parts, Rooms


class Opening:
    """Opens desks and articles, and puts an article of each desk that was opened on the bench."""

    def __init__(self, parts: Parts, rooms: Rooms) -> None:
        self._bench, self._row, self._rooms = parts.bench, parts.row, rooms
        self._preferences, self._desks = parts.preferences, parts.desks
        self._wanted: ArticleId | None = None
        self._desks.opened.connect(self._choose_article)

    def sample(self) -> None:
        """Open the sample article on a desk of its own, made when it is wanted for the first time.

        Where steps are still to be kept, it comes after them.
        """
        if self._bench.keeping and self._bench.after_all(self.sample):
            return
        if self._desks.open_sample_desk():
            self._rooms.intake.open_as_proposed(sample_article())

    def paths(self, paths: Sequence[Path]) -> None:
        """Open desks, and articles on the desk that is open then."""
        if self._bench.keeping and self._bench.after_all(lambda: self.paths(paths)):
            return
        articles = tuple(path for path in paths if path.suffix != DESK_SUFFIX)
        for desk in (path for path in paths if path.suffix == DESK_SUFFIX):
            self._desks.open(desk, articles)
        if articles and (self._bench.session is not None or self._desks.open_usual(articles)):
            for article in articles:
                self._rooms.intake.open_as_proposed(article)

    def go_on(self) -> None:
        """Open the desk, article and row that were worked on last; nothing where there were none."""
        last, (article, row) = self._preferences.kept.last_desk, work_before()
        if last is not None and article is not None and last.is_file():
            self._wanted, self._row.first = article, row
            self._desks.open(last)

    def _choose_article(self, path: Path) -> None:
        """A desk is open: remember it, and show the article that is wanted, or the newest."""
        self._preferences.keep(self._preferences.kept.opened(path))
        articles = [card.id for card in self._bench.session.articles()] if self._bench.session else []
        if self._bench.case is None and articles:
            self._bench.open_article(self._wanted if self._wanted in articles else articles[-1])
        self._wanted = None
