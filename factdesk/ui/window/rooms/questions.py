"""Questions to the author in the window: taken up, asked by letter, answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from factdesk.model.case import Case
from factdesk.model.event import Changes
from factdesk.model.ids import ClaimId, QueryId
from factdesk.model.query import SETTLED, QueryKind, QueryState
from factdesk.text.spans import Span
from factdesk.ui import written
from factdesk.ui.questions.part import Part
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.case_page import CasePage
from factdesk.ui.window.frame.hints import hint_on_questions
from factdesk.ui.window.frame.lists import QUESTIONS
from factdesk.ui.window.rooms.registers import RegisterRoom
from factdesk.ui.window.rooms.room import Room

if TYPE_CHECKING:
    from factdesk.ui.questions.items import Item
    from factdesk.ui.questions.pane import QuestionsPane
    from factdesk.ui.window.rooms.begun_questions import BegunQuestions


class QuestionRoom(Room):
    """Shows the questions of the case on the bench and turns what is said of them into edits."""

    def __init__(self, bench: Workbench, row: CurrentRow, page: CasePage, registers: RegisterRoom) -> None:
        super().__init__(page)
        self._bench, self._row, self._page, self._registers = bench, row, page, registers
        self._numbers: Mapping[ClaimId, str] = {}
        bench.case_shown.connect(self._begin)
        bench.case_changed.connect(self._follow)
        registers.worked_out.connect(lambda _found: self.show())
        page.lists.questions_made.connect(self._wire)
        if page.lists.has_questions:  # their tab was opened before this room was made
            self._wire(page.lists.questions)
        page.article.text.rise_pressed.connect(self.open_rise)
        self.show()

    def commands(self) -> dict[str, Callable[[], None]]:
        return {
            "ask-author": self.ask_own,
            "next-rise": self.open_next_rise,
            "copy-questions": self.copy_letter,
            "paste-answers": self.paste_answers,
        }

    def show(self) -> None:
        """Show the questions of the case: what is still to be decided first, then what is asked."""
        items, self._numbers = tuple(self._items()), self._bench.numbers
        if self._page.lists.has_questions:
            self._page.lists.questions.show_items(items)
        waiting = sum(item.state not in SETTLED for item in items)
        self._page.lists.show_count(QUESTIONS, waiting)

    def _begin(self) -> None:
        """Another case is there: what was typed of the one before is with the desk."""
        if self._page.lists.has_questions:
            self._page.lists.questions.form.forget_all()
        self.show()

    # --- what the person does

    def open_next_rise(self) -> None:
        """Go to the next sentence whose certainty rises with no new source, and to its question."""
        span = self._page.article.text.next_rise()
        if span is None:
            self.said.emit(self.tr("No place is known here where certainty rises with no new source."))
            return
        self._page.article.select(span)
        self.open_rise(span)

    def open_rise(self, span: Span) -> None:
        """Open the questions on the one about a sentence whose certainty rises."""
        self._page.lists.turn_to(QUESTIONS)
        if not self._page.lists.questions.enter_about(QueryKind.CERTAINTY, span):
            self.said.emit(self.tr("That question was let go."))

    def ask_own(self) -> None:
        """Begin a question about the selected words, or about the current claim, or about the article."""
        case, claim = self._bench.case, self._row.claim
        if case is None:
            return
        span = self._page.article.current_span()
        anchor = self._row.anchor() if claim is not None and span is None else None
        span = span or (anchor.span if anchor else None)
        self._page.lists.turn_to(QUESTIONS)
        self._page.lists.questions.write_own(self._begun(case).new(span, claim.id if claim else None))

    def take_up(self, item: Item, words: str) -> None:
        """Ask a proposal, or a question of one's own."""
        from factdesk.work.edits.query import AddQuery

        case = self._bench.case
        if case is not None:
            claim = item.claim_id or self._claim_at(case, item.span)
            edit = AddQuery(
                article_id=case.article.id,
                kind=item.kind,
                question=words,
                claim_id=claim,
                span=item.span,
                version_id=case.version.id if item.span else None,
            )
            self._bench.run(edit, lambda: self._asked(item, edit.query_id))

    def _asked(self, item: Item, query: QueryId) -> None:
        self._page.lists.questions.show_asked(item, query)
        self.keep_typed(item, Part.QUESTION, "")

    def keep_typed(self, item: Item, part: Part, words: str) -> None:
        """Keep what is being typed of a question; none: it is with the desk, or given up."""
        case = self._bench.case
        if case is None or self._bench.only_read:
            return
        self._begun(case).take(item, part, words)
        if item.is_begun:
            self._list_begun(item, bool(words))

    def _list_begun(self, item: Item, there: bool) -> None:
        """List a question of one's own from its first letter on; one that is emptied stays while it is written."""
        pane = self._page.lists.questions
        written = pane.form.begun is not None and pane.form.begun.key == item.key
        listed = any(one.key == item.key for one in pane.rows.items)
        if there is not listed and (there or not written):
            self.show()

    def let_go(self, item: Item) -> None:
        """Do not ask a proposal; withdraw a query."""
        from factdesk.work.edits.query import DeclineQuestion, WithdrawQuery

        case = self._bench.case
        if case is None:
            return
        if item.query is not None:
            self._bench.run(WithdrawQuery(query_id=item.query.id))
        elif item.span is not None and item.question:
            declined = DeclineQuestion(
                article_id=case.article.id,
                kind=item.kind,
                question=item.question,
                version_id=case.version.id,
                span=item.span,
            )
            self._bench.run(declined, lambda: self.keep_typed(item, Part.QUESTION, ""))
        else:
            self._page.lists.questions.drop(item)
            self.keep_typed(item, Part.QUESTION, "")

    def reword(self, item: Item, words: str) -> None:
        """Put a query in other words."""
        from factdesk.work.edits.query import EditQuery

        if item.query is not None:
            edit = EditQuery(query_id=item.query.id, question=words)
            self._bench.run(edit, lambda: self.keep_typed(item, Part.QUESTION, ""))

    def answer(self, item: Item, words: str) -> None:
        """Keep what the author said."""
        from factdesk.work.edits.query import AnswerQuery

        if item.query is not None:
            edit = AnswerQuery(query_id=item.query.id, answer=words)
            self._bench.run(edit, lambda: self.keep_typed(item, Part.ANSWER, ""))

    def copy_letter(self) -> None:
        """Put all questions that wait into the clipboard, as an e-mail, and write down that they are asked."""
        from factdesk.rules.author.letters import letter, numbered
        from factdesk.rules.author.questions import words_about
        from factdesk.work.edits.query import SendQueries

        case = self._bench.case
        if case is None:
            return
        words = {str(query.id): words_about(case, query) for query in case.queries}
        text = letter(case.article.details.title, numbered(case.queries), words)
        if not text:
            self.said.emit(self.tr("No question waits to be asked."))
            return
        QApplication.clipboard().setText(text)
        to_ask = tuple(query.id for query in case.queries if query.state is QueryState.OPEN)
        told = partial(self.said.emit, self.tr("The questions are in the clipboard, as the text of an e-mail."))
        if to_ask:
            self._bench.run(SendQueries(query_ids=to_ask), told)
        else:
            told()

    def paste_answers(self) -> None:
        """Take answers out of the clipboard; each goes to the question whose number stands before it."""
        from factdesk.rules.author.letters import answers, numbered
        from factdesk.work.edits.query import AnswerQuery

        case = self._bench.case
        if case is None:
            return
        listed = numbered(case.queries)
        found = answers(QApplication.clipboard().text(), listed)
        fresh = [one for one in listed if one.number in found and one.query.answer != found[one.number]]
        kept: list[int] = []

        def count(number: int) -> None:
            kept.append(number)
            if number == fresh[-1].number:
                self.said.emit(written.counted(len(kept), self.tr("1 answer kept."), self.tr("{0} answers kept.")))

        for one in fresh:
            edit = AnswerQuery(query_id=one.query.id, answer=found[one.number])
            self._bench.run(edit, partial(count, one.number))
        if not fresh:
            self.said.emit(
                self.tr("The clipboard holds no new answer: each must begin with the number of its question.")
            )

    # --- inside

    def _wire(self, pane: QuestionsPane) -> None:
        """The tab of questions is opened for the first time."""
        hint_on_questions(pane)
        pane.show_items(tuple(self._items()))
        pane.item_entered.connect(self._show_words)
        pane.item_opened.connect(self._go)
        pane.own_asked.connect(self.ask_own)
        pane.letter_asked.connect(self.copy_letter)
        pane.answers_asked.connect(self.paste_answers)
        pane.form.typed.connect(self.keep_typed)
        pane.form.taken_up.connect(self.take_up)
        pane.form.let_go.connect(self.let_go)
        pane.form.reworded.connect(self.reword)
        pane.form.answered.connect(self.answer)

    def _follow(self, changes: Changes) -> None:
        case, tables = self._bench.case, changes.tables
        if case is None:
            return
        # A verdict changes no question; the number of a claim that one is about may change with another claim.
        renumbered = self._bench.numbers is not self._numbers
        if "author_query" in tables or (renumbered and (case.queries or self._page.lists.has_questions)):
            self.show()

    def _items(self) -> Iterator[Item]:
        case, found = self._bench.case, self._registers.found
        if case is None or not (found or case.queries or self._bench.half_typed.of(case.article.id)):
            return
        from factdesk.ui.window.rooms.question_items import items

        begun = self._begun(case)
        yield from begun.own()
        proposed = found.questions if found else ()
        yield from map(begun.completed, items(case, proposed, self._bench.numbers, self._page.lists.has_questions))

    def _begun(self, case: Case) -> BegunQuestions:
        from factdesk.ui.window.rooms.begun_questions import BegunQuestions

        return BegunQuestions(self._bench.half_typed, case)

    def _claim_at(self, case: Case, span: Span | None) -> ClaimId | None:
        """Return the claim whose words hold a question's, so that the answer comes back to it."""
        if span is None:
            return None
        over = (s for s in case.segments if s.claim_id is not None and s.anchor.span.overlaps(span))
        return next((segment.claim_id for segment in over), None)

    def _show_words(self, item: Item) -> None:
        if item.span is not None:
            self._page.article.go_to(item.span)
            self._page.article.point_at(item.span)

    def _go(self, item: Item) -> None:
        if item.span is not None:
            self._page.article.select(item.span)
            self._page.article.setFocus()
