"""Fields a person types in: several lines, one line, a date. Each says its words once when it is left."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from factdesk.ui.claim.fields.held import Held, one_line_ends
from factdesk.ui.style import Role, set_role

_COMES_BACK = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The focus went to a menu or another program: the field was not left."""


class TextField(QPlainTextEdit):
    """Plain text that grows with its words, from ``least`` to ``most`` lines.

    Signals:
        typed(str): the person changed the words; sent at each change.
        committed(str): the field was left with words the desk does not have.
    """

    typed = Signal(str)
    committed = Signal(str)

    def __init__(self, name: str, *, least: int = 1, most: int = 14, parent: QWidget | None = None) -> None:
        """Make the field; with ``least=1`` Enter leaves it instead of breaking the line."""
        super().__init__(parent)
        self._held = Held()
        self._least, self._most = least, most
        self._showing = False
        self._frame = 2 * self.frameWidth()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        set_role(self, Role.FIELD)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, of: str, kept: str, draft: str | None = None) -> None:
        """Show the words of row ``of``; words being typed there stay as they are, and so does the caret."""
        words = self._held.take(of, kept, draft, self.words())
        if words is None:
            return
        self._showing = True
        self.setPlainText(words)
        self._showing = False

    def words(self) -> str:
        """Return the words as typed; ``toPlainText`` would change no-break spaces."""
        return one_line_ends(self.document().toRawText())

    def commit(self) -> None:
        """Send the words, if the desk does not have them."""
        words = self._held.give(self.words())
        if words is not None:
            self.committed.emit(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._least == 1 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._frame = self.height() - self.viewport().height()  # known now only: while hidden the two change apart
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(80, super().minimumSizeHint().height())

    def _changed(self) -> None:
        if not self._showing:
            self.typed.emit(self.words())

    def _fit(self) -> None:
        """A plain text document measures its height in lines."""
        lines = round(self.document().size().height())
        wanted = min(max(lines, self._least), self._most) * self.fontMetrics().lineSpacing() + self._frame + 4
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)


class LineField(QLineEdit):
    """One line of words; signals as ``TextField``."""

    typed = Signal(str)
    committed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = Held()
        self.setAccessibleName(name)
        self.textEdited.connect(self.typed)
        self.returnPressed.connect(self.commit)

    def show_text(self, of: str, kept: str, draft: str | None = None) -> None:
        """Show the words of row ``of``; words being typed there stay as they are."""
        words = self._held.take(of, kept, draft, self.text())
        if words is not None:
            self.setText(words)

    def commit(self) -> None:
        words = self._held.give(self.text())
        if words is not None:
            self.committed.emit(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.commit()


class DateField(LineField):
    """A date as ``2026-03-14``, or nothing. Up and Down go by a day; what is no date is never sent."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.setMaxLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("A date as year-month-day; Up and Down go by a day."))
        self.textChanged.connect(self._mark)

    def iso(self) -> str | None:
        """Return the date, an empty string, or None where the words are no date."""
        return as_iso(self.text())

    def commit(self) -> None:
        if self.iso() is not None:
            super().commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        iso = self.iso()
        try:
            moved = date.fromisoformat(iso) + timedelta(days=step) if iso else date.today()
        except OverflowError:  # the calendar has a first and a last day
            return
        self.setText(moved.isoformat())

    def sizeHint(self) -> QSize:  # noqa: N802
        widest = max(map(self.fontMetrics().horizontalAdvance, ("0000-00-00", self.placeholderText())))
        return QSize(widest + 22, super().sizeHint().height())

    def _mark(self) -> None:
        wrong = self.iso() is None
        if bool(self.property("invalid")) != wrong:
            self.setProperty("invalid", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
            self.setAccessibleDescription(self.tr("This is no date.") if wrong else "")


def as_iso(words: str) -> str | None:
    """Return ``words`` as an ISO date, an empty string for none, or None where they are no date."""
    words = words.strip()
    if not words:
        return ""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return None
