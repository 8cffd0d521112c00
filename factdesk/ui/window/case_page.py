"""The page a case is worked on: article left, checklist right, claim below or beside it.

The page shows what the bench holds and passes on what the panes wish; it decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.case import Case, Opened
from factdesk.model.claim import Claim
from factdesk.model.event import Changes
from factdesk.text.spans import Span
from factdesk.ui.announcing import announce
from factdesk.ui.article.marks import Marks
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.checklist.pane import ChecklistPane
from factdesk.ui.checklist.rows import RowKind
from factdesk.ui.claim.pane import ClaimPane
from factdesk.ui.window.bench.arriving import Arrived
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.derived import Derived, Picture
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.current_card import CurrentCard
from factdesk.ui.window.frame.hints import hint_on_checklist
from factdesk.ui.window.frame.lists import CLAIMS, Lists
from factdesk.ui.window.frame.panes import Panes
from factdesk.ui.window.jobs import Jobs

_FRAME = frozenset({"article", "version", "desk", "scale"})
"""Tables that every row may rest on."""


class CasePage(QWidget):
    """Article, checklist and claim of the case on the bench.

    Signals:
        said(str): a line for the status bar.
    """

    said = Signal(str)

    def __init__(self, bench: Workbench, row: CurrentRow, jobs: Jobs) -> None:
        super().__init__()
        self._bench, self._row = bench, row
        self._marks = Marks()
        self.article = ArticlePane()
        self.checklist = ChecklistPane()
        self.claim = ClaimPane()
        self._card = CurrentCard(bench, row, jobs, self.claim)
        self.lists = Lists(self.checklist)
        self.panes = Panes(self.article, self.lists, self.claim)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        hint_on_checklist(self.checklist)
        self._wire()

    def furnish(self) -> None:
        """Show the current claim from now on; the first paint is for the article and its rows."""
        self._card.furnish()
        self._show_row()

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return the method of each command this page answers."""
        return {
            "find": self.article.open_find,
            "furniture": self._toggle_furniture,
            "printed-page": self._show_printed_page,
            "links": self._show_links,
            "next-bare": self.next_bare,
            "next-unchecked": self.next_unchecked,
            "next-row": lambda: self._step(1),
            "previous-row": lambda: self._step(-1),
            "filter": self.lists.focus_search,
            "zoom-in": lambda: self.article.type.zoom(1),
            "zoom-out": lambda: self.article.type.zoom(-1),
            "zoom-reset": lambda: self.article.type.set_zoom(100),
            **self.panes.commands(),
        }

    def next_unchecked(self) -> None:
        """Go to the next row that still wants something, in the order shown."""
        found = self.checklist.next_unchecked()
        if found is None:
            self.said.emit(self.tr("Nothing is left to check in this list."))
        else:
            self._leave_words()
            self._row.go(*found)

    def _step(self, by: int) -> None:
        """Go to the next row of the list that is shown, or to the one before."""
        self._leave_words()
        self.lists.step(by)

    def _leave_words(self) -> None:
        """Select nothing: a key after the next would act on words that nobody looks at any more."""
        if self.article.current_span() is not None:
            self.article.clear_selection()

    def next_bare(self) -> None:
        """Show the next stretch nobody has accounted for."""
        bare = self._bench.coverage.bare
        if not bare:
            self.said.emit(self.tr("Every word is accounted for."))
            return
        at = self.article.cursor_index()
        self._go_to_words(next((span for span in bare if span.start > at), bare[0]))

    # --- from the bench

    def _show_being_kept(self) -> None:
        self.checklist.show_being_kept(self._bench.about)

    def _prepare(self, arrived: Arrived) -> Iterator[tuple[int, int]]:
        """Make the page of a long text ready before it is shown."""
        case, typeset = arrived.caught.case, arrived.typeset
        if case is not None and typeset is not None:
            yield from self.article.prepare(case.article, case.version, typeset)

    def _show_case(self) -> None:
        case = self._bench.case
        if case is None:
            self.article.show_nothing()
            self.checklist.show_nothing()
            self.claim.show_nothing()
            return
        picture = self._picture(case)
        self._marks = picture.marks
        self.article.show_article(case.article, case.version, case.version_count, self._marks)
        self._show_rows(picture)
        with nullcontext() if self._bench.picture is None else self._card.in_a_turn_of_its_own():
            self._row.start()

    def _show_text(self, opened: Opened) -> None:
        """A long article is coming: its text is there to be read, its rows are being read."""
        self._marks = Marks()
        self.article.show_article(opened.article, opened.version, opened.version_count)
        self.checklist.show_reading(opened.claim_count)
        self.claim.clear()
        self.article.text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The first paint of a long article ends before its rows are read."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._bench.coming.seen)
        return False

    def _refresh(self, changes: Changes) -> None:
        case = self._bench.case
        if case is None:
            return
        if changes.ids("article"):
            self.article.show_article(case.article, case.version, case.version_count)
        if self._bench.picture is not None or self._frame_changed(changes):
            picture = self._picture(case)
            self._marks = picture.marks
            self._show_rows(picture)
        else:
            self._show_difference(changes)
        if not self._row.keep():
            self._show_row()
            if self._row.id in changes.ids("claim"):
                announce(self.checklist, self.checklist.spoken)

    def _frame_changed(self, changes: Changes) -> bool:
        """Say whether a change touched what every row may rest on, not only rows and marks one by one."""
        case, listed = self._bench.case, self.checklist.listed
        tables = changes.tables
        return listed is None or case is None or bool(tables & _FRAME) or listed.case.version is not case.version

    def _show_difference(self, changes: Changes) -> None:
        """Show again only what changed: what a step costs must not grow with the article."""
        case, bench, listed = self._bench.case, self._bench, self.checklist.listed
        if case is None or listed is None:
            return
        claim = self._claim_alone(changes)
        if claim is not None:
            self._marks = self._marks.with_work(case)
            told = [*case.tellings_of().get(claim.id, ()), *filter(None, [case.words_of().get(claim.id)])]
            self.article.show_claim(self._marks, [segment.anchor.span for segment in told])
        else:
            touched = _touched(listed.case, changes) + _touched(case, changes)
            self._marks = self._marks.after(case, bench.numbers, bench.coverage, touched)
            self.article.show_marks(self._marks)
        listed, difference = listed.after(case, bench.numbers, changes)
        self.checklist.show_change(listed, difference, bench.coverage)

    def _claim_alone(self, changes: Changes) -> Claim | None:
        """Return the one claim whose work changed, where no words, numbers or other rows did; else None."""
        case, listed, ids = self._bench.case, self.checklist.listed, changes.ids("claim")
        if case is None or listed is None or len(ids) != 1:
            return None
        alone = changes.tables <= {"claim", "evidence", "source", "remark"}
        return case.claim(*ids) if alone and self._bench.numbers is listed.numbers else None

    def _picture(self, case: Case) -> Picture:
        """Return what the panes show of a whole case: a large step has worked it out already."""
        bench = self._bench
        me = bench.session.person.name if bench.session is not None else ""
        return bench.picture or Picture.of(case, Derived(bench.numbers, bench.coverage), me)

    def _show_rows(self, picture: Picture) -> None:
        session = self._bench.session
        if session is not None:
            self.article.show_marks(picture.marks)
            self.checklist.show_case(picture.listed, self._bench.coverage, session.scale())

    # --- the current row

    def _follow(self) -> None:
        """Another row is current: every pane shows it, and the words come into sight."""
        self.claim.commit_typing()
        self._show_row()
        anchor = self._row.anchor()
        if anchor is not None and not self._at_the_caret(anchor.span):
            self.article.go_to(anchor.span)
        self._tell_row()

    def _at_the_caret(self, span: Span) -> bool:
        """Say whether the caret led to these words: the person reads there, and nothing is moved."""
        return self.article.text.hasFocus() and span.start <= self.article.text.cursor_index <= span.end

    def _tell_row(self) -> None:
        """Say the row aloud where J, K or N moved it from elsewhere; what has the focus tells its own row."""
        if self._card.furnished and not self.checklist.list.hasFocus() and not self.article.text.hasFocus():
            announce(self.checklist, self.checklist.spoken)

    def _show_row(self) -> None:
        kind, row_id = self._row.key
        self.checklist.set_current(kind, row_id)
        self.article.set_current(kind, row_id)
        self._card.show()

    # --- wiring

    def _wire(self) -> None:
        bench, row = self._bench, self._row
        bench.before_showing(self._prepare)
        bench.case_shown.connect(self._show_case)
        bench.text_shown.connect(self._show_text)
        bench.case_changed.connect(self._refresh)
        bench.about_changed.connect(self._show_being_kept)
        row.moved.connect(self._follow)
        self.lists.turned.connect(lambda tab: self.claim.setVisible(tab == CLAIMS))
        self.checklist.row_entered.connect(row.go)
        self.checklist.next_bare_asked.connect(self.next_bare)
        self.article.claim_entered.connect(lambda key: row.go(RowKind.CLAIM, key))
        self.article.suggestion_entered.connect(lambda key: row.go(RowKind.SUGGESTION, key))
        self.claim.skipped.connect(lambda _key: self.next_unchecked())
        self.claim.history_wanted.connect(self._card.show_history)
        self.claim.left.connect(lambda: self.lists.setFocus())
        self.claim.reason_hovered.connect(self.article.point_at)
        self.claim.needs.connect(self.panes.side.fit)

    def _toggle_furniture(self) -> None:
        self.article.set_furniture_shown(not self.article.furniture_shown)

    def _show_printed_page(self) -> None:
        from factdesk.ui.window.printed_page import show_printed_page

        if not show_printed_page(self._bench, self.article.cursor_index(), self.window()):
            self.said.emit(self.tr("Only an article that came as a PDF has printed pages."))

    def _show_links(self) -> None:
        from factdesk.ui.window.links import chosen_link

        if self._bench.case is not None and not self._bench.case.version.links:
            self.said.emit(self.tr("The article has no links."))
        elif (words := chosen_link(self._bench, self.window())) is not None:
            self._go_to_words(words)

    def _go_to_words(self, span: Span) -> None:
        self.article.go_to(span)
        self.article.select(span)
        self.article.setFocus()


def _touched(case: Case, changes: Changes) -> list[Span]:
    """Return what the segments and suggestions that a change names cover in ``case``."""
    segments, suggestions = map(case.segment, changes.ids("segment")), map(case.suggestion, changes.ids("suggestion"))
    found = [segment.anchor.span for segment in segments if segment is not None]
    return found + [suggestion.span for suggestion in suggestions if suggestion is not None]
