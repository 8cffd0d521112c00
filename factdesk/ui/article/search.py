"""The search for words in one article: the bar above the text, and what is found lit in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from factdesk.ui.article.text_view import ArticleText

if TYPE_CHECKING:
    from factdesk.ui.article.find_bar import FindBar
    from factdesk.ui.article.finding import Finding


class Search:
    """Seeks words in the text that a view shows; bar and search are made when they are wanted first."""

    def __init__(self, view: ArticleText, column: QVBoxLayout) -> None:
        """Search in ``view``; the bar will stand first in ``column``."""
        self._view, self._column, self._text = view, column, ""

    def take(self, text: str) -> None:
        """Seek in another text from now on."""
        self._text = text
        vars(self).pop("_finding", None)

    @cached_property
    def bar(self) -> FindBar:
        """Where the words are typed."""
        from factdesk.ui.article.find_bar import FindBar

        bar = FindBar()
        bar.hide()
        bar.sought.connect(self._seek)
        bar.stepped.connect(self._step)
        bar.closed.connect(self.close)
        self._column.insertWidget(0, bar)
        return bar

    def open(self, words: str = "") -> None:
        """Open the bar; ``words``, or else those selected, are sought at once."""
        span = self._view.selected
        self.bar.show()
        wanted = words or (self._text[slice(*span)] if span is not None else "")
        if wanted and "\n" not in wanted:
            self.bar.field.setText(wanted)
        self.go_on()
        self.bar.field.selectAll()
        self.bar.field.setFocus()

    def go_on(self) -> None:
        """Seek what is in the bar, if it is open, in the text as it is now."""
        if self._is_open:
            self._seek(self.bar.field.text(), self.bar.case.isChecked())

    def close(self) -> None:
        """Close the bar; the cursor stays at the place that was looked at, and the row there is the current one."""
        if self._is_open:
            self.bar.hide()
            self._view.set_found((), -1)
            self._view.setFocus()
            if self._finding.place is not None:
                self._view.enter_here()

    @property
    def _is_open(self) -> bool:
        return "bar" in vars(self) and not self.bar.isHidden()

    @cached_property
    def _finding(self) -> Finding:
        from factdesk.ui.article.finding import Finding

        return Finding(self._text)

    def _seek(self, sought: str, case: bool) -> None:
        selected, looked_at = self._view.selected, self._finding.place
        start = selected.start if selected else looked_at.start if looked_at else self._view.cursor_index
        self._finding.seek(sought, start, case=case)
        self._show()

    def _step(self, by: int) -> None:
        self._finding.step(by)
        self._show()

    def _show(self) -> None:
        self.bar.show_count(self._finding.at, len(self._finding.places))
        self._view.set_found(self._finding.places, self._finding.at)
        if self._finding.place is not None:
            self._view.go_to(self._finding.place)
