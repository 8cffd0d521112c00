"""The pencil in the window: words of the current claim are ticked one by one, by key or with the mouse."""

from __future__ import annotations

from collections.abc import Callable

from factdesk.model.tick import Register
from factdesk.rules.pencil import Pencilled, pencilled
from factdesk.text.spans import Span
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.rooms.room import Room


class PencilRoom(Room):
    """Turns strokes of the pencil into edits."""

    def __init__(self, bench: Workbench, row: CurrentRow, page: CasePage) -> None:
        super().__init__(page)
        self._bench, self._row, self._page = bench, row, page
        bench.case_shown.connect(self.show)
        bench.case_changed.connect(lambda changes: self.show() if changes.ids("tick") else None)
        page.claim.word_clicked.connect(self.turn)
        self.show()

    def commands(self) -> dict[str, Callable[[], None]]:
        return {"tick-word": self.tick_next, "untick-word": self.untick_last}

    def show(self) -> None:
        """Strike the ticked words in the article."""
        case = self._bench.case
        if case is not None:
            self._page.article.show_ticked(tick.span for tick in case.ticks if tick.register is Register.WORDS)

    def tick_next(self) -> None:
        """Tick the first word of the current claim that is not ticked."""
        self._set(self._words().next, self.tr("Every word of this claim is ticked."), ticked=True)

    def untick_last(self) -> None:
        """Take the last tick of the current claim away."""
        self._set(self._words().last, self.tr("No word of this claim is ticked."), ticked=False)

    def turn(self, nth: int) -> None:
        """Tick the word that stands ``nth`` in the current claim, or take its tick away."""
        found = self._words()
        if nth < len(found.words):
            word = found.words[nth]
            self._set(word, "", ticked=word not in found.ticked)

    def _words(self) -> Pencilled:
        case, claim = self._bench.case, self._row.claim
        return pencilled(case, claim.id) if case is not None and claim is not None else Pencilled()

    def _set(self, word: Span | None, otherwise: str, *, ticked: bool) -> None:
        from factdesk.work.edits.tick import Stroke, TickStretches, UntickStretches

        case = self._bench.case
        if case is None or word is None:
            self.said.emit(otherwise)
        elif ticked:
            strokes = (Stroke(span=word),)
            self._bench.run(TickStretches(version_id=case.version.id, register=Register.WORDS, strokes=strokes))
        else:
            self._bench.run(UntickStretches(version_id=case.version.id, register=Register.WORDS, spans=(word,)))
