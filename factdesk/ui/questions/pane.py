"""The questions to the author: those proposed, those asked, their answers, and the letter they go in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from factdesk.model.ids import QueryId
from factdesk.model.query import SETTLED, QueryKind, QueryState
from factdesk.text.spans import Span
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.controls.only_read import changing
from factdesk.ui.controls.pile import Pile
from factdesk.ui.questions import words
from factdesk.ui.questions.form import QuestionForm
from factdesk.ui.questions.items import Item, ItemsModel
from factdesk.ui.registers.list import EntryList
from factdesk.ui.style import Role, set_role


class QuestionsPane(QWidget):
    """Lists the questions and says what the person wants of them. It changes nothing itself.

    Signals:
        item_entered(object Item), item_opened(object Item): moved to; its words are wanted.
        own_asked(): a question of one's own; letter_asked(): the e-mail; answers_asked(): what came back.
    """

    item_entered = Signal(object)
    item_opened = Signal(object)
    own_asked = Signal()
    letter_asked = Signal()
    answers_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ItemsModel(self)
        self.list = EntryList(self.rows, self)
        self.list.setAccessibleName(self.tr("Questions to the author"))
        self.form = QuestionForm(self)
        self.heading, self.counts = QLabel(self.tr("Questions to the author")), QLabel()
        self.empty = QLabel(self.tr("Nothing to ask yet."))
        self.own = QPushButton(self.tr("Ask…"))
        self.letter = QPushButton(self.tr("Copy as e-mail"))
        self.answers = QPushButton(self.tr("Paste answers"))
        changing(self.own, self.letter, self.answers)
        self._stack = Pile(self)
        self._arrange()
        self._connect()
        self.show_items(())

    def show_items(self, items: Sequence[Item]) -> None:
        """Show the questions; the current one stays, or gives way to the one behind it."""
        line, begun = self._line(), self.form.begun
        before = begun.key if begun is not None else self.rows.items[line].key if line is not None else None
        with self.list.told_nobody():
            self.rows.show(items)
            at = next((nth for nth, item in enumerate(items) if item.key == before), None)
            if at is None and line is not None and items and begun is None:
                at = min(line, len(items) - 1)
            if at is not None:
                self.list.enter(at)
        self.form.show_item(items[at] if at is not None else begun)
        self._stack.turn_to(self.list if items else self.empty)
        self._tell()

    def write_own(self, item: Item) -> None:
        """Show a question that is still to be written."""
        self.list.setCurrentIndex(self.rows.index(-1))
        self.form.show_item(None)
        self.form.show_item(item)
        self.form.write()

    def show_asked(self, item: Item, query: QueryId) -> None:
        """A question was asked: go to it where it was one's own; of proposals the next one is current already."""
        self.form.forget(item)
        at = next((nth for nth, one in enumerate(self.rows.items) if one.query and one.query.id == query), None)
        if item.is_begun and at is not None:
            self.list.enter(at)
            self.list.setFocus()

    def drop(self, item: Item) -> None:
        """A question of one's own is not asked after all."""
        self.form.forget(item)
        self._leave_form()

    def enter_about(self, kind: QueryKind, span: Span) -> bool:
        """Go to the question of this kind about these words; say whether there is one."""
        at = next((nth for nth, item in enumerate(self.rows.items) if (item.kind, item.span) == (kind, span)), None)
        if at is not None:
            self.list.enter(at)
        return at is not None

    def step(self, by: int) -> None:
        """Go to the next (+1) or the previous (-1) question, if there is one."""
        line = self._line()
        to = 0 if line is None else line + by
        if 0 <= to < self.rows.rowCount():
            self.list.enter(to)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Hand the focus to the list. A focus proxy would make Tab skip what stands before it."""
        self.list.setFocus(reason)
        if self._line() is None and self.rows.rowCount():
            self.list.enter(0)

    def set_key_hint(self, key: str) -> None:
        """Show the key that asks where it acts."""
        self.own.setText(f"{self.tr('Ask…')}  {key}")
        self.own.setAccessibleName(self.tr("Ask…"))

    def keys_at_hand(self) -> str:
        """Return the keys of its list; its form tells its own."""
        return self.tr("J/K row · Space ask · Enter its words · Q a question of yours · Ctrl+1 claims")

    # --- inside

    def _line(self) -> int | None:
        return self.list.line()

    def _arrange(self) -> None:
        set_role(self.heading, Role.TITLE)
        set_role(self.counts, Role.QUIET)
        set_role(self.empty, Role.QUIET)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._stack.add(self.empty)
        self._stack.add(self.list)
        line, buttons = FlowLayout(gap=10, trailing=True), FlowLayout(gap=6)
        line.addWidget(self.heading)
        line.addWidget(self.counts)
        for button in (self.own, self.letter, self.answers):
            buttons.addWidget(button)
        self.letter.setToolTip(self.tr("Copy all questions that wait for an answer as the text of an e-mail"))
        self.answers.setToolTip(self.tr("Take answers from the clipboard; each goes to the question with its number"))
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 8)
        head.setSpacing(8)
        head.addLayout(line)
        head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for part in (self._ruler(), self._stack, self._ruler(), self.form):
            column.addWidget(part, 1 if part is self._stack else 0)

    def _ruler(self) -> QFrame:
        ruler = QFrame(self)
        set_role(ruler, Role.LINE)
        return ruler

    def _connect(self) -> None:
        self.list.ticks = self.tr("Ask what is proposed")
        self.list.entered_at.connect(self._enter)
        self.list.opened_at.connect(lambda line: self.item_opened.emit(self.rows.items[line]))
        self.list.ticked_at.connect(lambda _line: self.form.take_up_now())
        self.form.left.connect(self._leave_form)
        self.own.clicked.connect(self.own_asked)
        self.letter.clicked.connect(self.letter_asked)
        self.answers.clicked.connect(self.answers_asked)

    def _leave_form(self) -> None:
        (self.list if self.rows.rowCount() else self.own).setFocus()

    def _enter(self, line: int) -> None:
        item = self.rows.items[line]
        self.form.show_item(item)
        self.item_entered.emit(item)

    def _tell(self) -> None:
        counted = Counter(item.standing for item in self.rows.items)
        states = (None, QueryState.OPEN, QueryState.ASKED, QueryState.ANSWERED)
        shown = (words.begun(), *map(words.state, states))
        self.counts.setText(" · ".join(f"{counted[one]} {one}" for one in shown if counted[one]))
        waiting = any(item.query is not None and item.query.state not in SETTLED for item in self.rows.items)
        self.letter.setEnabled(waiting)
        self.answers.setEnabled(any(item.query is not None for item in self.rows.items))
