"""One question to be taken up, put in other words, answered or let go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from factdesk.model.query import SETTLED, QueryState
from factdesk.ui.actions import native
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.controls.only_read import changing
from factdesk.ui.questions.items import Item
from factdesk.ui.questions.part import Part
from factdesk.ui.style import Role, set_role

_LINES = 4


class QuestionForm(QFrame):
    """Shows one question and says what the person wants of it. Ctrl+Enter does what its first button does.

    Words that were typed stay with their question while others are looked at.

    Signals:
        typed(object Item, object Part, str): the words so far; none where they are the desk's, or all were deleted.
        taken_up(object Item, str): ask it, in these words.
        let_go(object Item): do not ask it.
        reworded(object Item, str): ask it in these words.
        answered(object Item, str): this is what the author said.
        left(): the list is wanted.
    """

    typed = Signal(object, object, str)
    taken_up = Signal(object, str)
    let_go = Signal(object)
    reworded = Signal(object, str)
    answered = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self._typed: dict[object, tuple[str, str]] = {}
        self._showing = False
        self.about, self.earlier = QLabel(), QLabel()
        self._earlier_name, self._later_name = QLabel(self.tr("First told")), QLabel(self.tr("Told here"))
        self.question, self.answer = QPlainTextEdit(), QPlainTextEdit()
        self.take_up = QPushButton(self.tr("Ask this  {0}").format(native(("Ctrl+Enter",))))
        self.take_up.setAccessibleName(self.tr("Ask this"))
        self.drop = QPushButton(self.tr("Let it go"))
        self.keep = QPushButton(self.tr("Keep the words"))
        self.answer_button = QPushButton(self.tr("Keep the answer"))
        changing(self.take_up, self.drop, self.keep, self.answer_button)
        self._dress()
        self._arrange()
        self._connect()
        self.show_item(None)

    def show_item(self, item: Item | None) -> None:
        """Show a question, or none; words being typed in the same question stay."""
        same = item is not None and self._item is not None and item.key == self._item.key
        before, typed = self._item, self._present()
        if before is not None and not same:
            self._typed[before.key] = typed
        self._item = item
        self.setVisible(item is not None)
        if item is None:
            return
        self._showing = True
        if before is None or not same:
            question, answer = self._typed.pop(item.key, (item.typed, item.typed_answer))
        else:
            question, answer = typed
        for field, words in ((self.question, question or item.question), (self.answer, answer or _answer(item))):
            if field.toPlainText() != words:
                field.setPlainText(words)
        self._showing = False
        query = item.query
        settled = query is not None and query.state in SETTLED
        self.question.setReadOnly(settled)
        self.about.setText(item.about)
        self.earlier.setText(item.earlier)
        for widget in (self.earlier, self._earlier_name, self._later_name):
            widget.setVisible(bool(item.earlier))
        self._tellings.setColumnStretch(0, 1 if item.earlier else 0)  # else the words would stand half-way across
        self._tellings.setColumnStretch(1, 1)
        # The question quotes them as a rule; they are shown again only where it does not.
        self.about.setVisible(bool(item.earlier) or not item.about_is_quoted)
        self.take_up.setVisible(query is None)
        self.drop.setVisible(not settled)
        self.keep.setVisible(query is not None and not settled)
        answerable = query is not None and query.state is not QueryState.WITHDRAWN
        self.answer.setVisible(answerable)
        self.answer_button.setVisible(answerable)
        self._enable()

    @property
    def begun(self) -> Item | None:
        """The question of one's own that is being written, if it is that."""
        return self._item if self._item is not None and self._item.is_begun else None

    def forget(self, item: Item) -> None:
        """What was typed of a question became a step, or is given up."""
        if item == self.begun:
            self.show_item(None)
        self._typed.pop(item.key, None)

    def forget_all(self) -> None:
        """Show none, and forget what was typed: other questions come."""
        self.show_item(None)
        self._typed.clear()

    def write(self) -> None:
        """Put the caret into the question, behind what was begun."""
        self.question.moveCursor(QTextCursor.MoveOperation.End)
        self.question.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+Enter asks, or keeps what was typed; Escape goes to the list."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            buttons = (self.answer_button, self.keep) if self.answer.hasFocus() else (self.take_up, self.keep)
            if (first := next((one for one in buttons if one.isVisible() and one.isEnabled()), None)) is not None:
                first.click()
        else:
            super().keyPressEvent(event)

    def keys_at_hand(self) -> str:
        """Return the keys that this form takes for itself."""
        return self.tr("Ctrl+Enter ask or keep · Esc the list")

    def take_up_now(self) -> None:
        """Ask the proposal that is shown, in the words it has now."""
        if self._item is not None and self._item.query is None and self.question.toPlainText().strip():
            self.taken_up.emit(self._item, self.question.toPlainText().strip())

    # --- inside

    def _present(self) -> tuple[str, str]:
        """Return what is typed in question and answer; nothing where it is what the desk has."""
        question, answer = self.question.toPlainText(), self.answer.toPlainText()
        if self._item is None:
            return "", ""
        return question if question != self._item.question else "", answer if answer != _answer(self._item) else ""

    def _tell(self, part: Part) -> None:
        if not self._showing and self._item is not None:
            question, answer = self._present()
            self.typed.emit(self._item, part, question if part is Part.QUESTION else answer)

    def _dress(self) -> None:
        self.setAccessibleName(self.tr("Question"))
        for label in (self.about, self.earlier):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._earlier_name, self._later_name):
            set_role(label, Role.QUIET)
        names = (self.tr("Question to the author"), self.tr("What the author said"))
        for field, name in zip((self.question, self.answer), names, strict=True):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.setTabChangesFocus(True)
            field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing() + 18)
            set_role(field, Role.FIELD)
        set_role(self.take_up, Role.PRIMARY)

    def _arrange(self) -> None:
        self._tellings = tellings = QGridLayout()
        tellings.setHorizontalSpacing(14)
        tellings.setVerticalSpacing(2)
        for column, (name, text) in enumerate(((self._earlier_name, self.earlier), (self._later_name, self.about))):
            tellings.addWidget(name, 0, column)
            tellings.addWidget(text, 1, column, Qt.AlignmentFlag.AlignTop)
        buttons = FlowLayout(gap=6)
        for button in (self.take_up, self.keep, self.drop):
            buttons.addWidget(button)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(16, 10, 16, 10)
        column_of_all.setSpacing(8)
        column_of_all.addLayout(tellings)
        column_of_all.addWidget(self.question)
        column_of_all.addLayout(buttons)
        column_of_all.addWidget(self.answer)
        column_of_all.addWidget(self.answer_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.question.textChanged.connect(self._enable)
        self.answer.textChanged.connect(self._enable)
        self.question.textChanged.connect(lambda: self._tell(Part.QUESTION))
        self.answer.textChanged.connect(lambda: self._tell(Part.ANSWER))
        self.take_up.clicked.connect(self.take_up_now)
        self.drop.clicked.connect(lambda: self.let_go.emit(self._item))
        self.keep.clicked.connect(lambda: self.reworded.emit(self._item, self.question.toPlainText().strip()))
        self.answer_button.clicked.connect(lambda: self.answered.emit(self._item, self.answer.toPlainText().strip()))

    def _enable(self) -> None:
        question, answer = self.question.toPlainText().strip(), self.answer.toPlainText().strip()
        query = self._item.query if self._item else None
        self.take_up.setEnabled(bool(question))
        self.keep.setEnabled(bool(question) and query is not None and question != query.question)
        self.answer_button.setEnabled(bool(answer) and query is not None and answer != query.answer)


def _answer(item: Item) -> str:
    """Return what the desk has as the author's answer."""
    return item.query.answer if item.query else ""
