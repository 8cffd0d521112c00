"""The form of one source: what it is, and what it says to the claim."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.clock import today
from factdesk.model.source import Bearing, Source, SourceType
from factdesk.ui.actions import native
from factdesk.ui.announcing import announce
from factdesk.ui.claim import words
from factdesk.ui.claim.fields.typed import DateField, TextField
from factdesk.ui.claim.sources.begun import filled_in
from factdesk.ui.claim.view import form_of
from factdesk.ui.controls.chip import Chip
from factdesk.ui.controls.choice import Choice
from factdesk.ui.controls.flow import FlowLayout
from factdesk.ui.style import Role, set_role
from factdesk.work.edits.source import SourceForm

_PLACE = Qt.ItemDataRole.UserRole
"""Role under which a completion tells its place among the known sources."""
_LINK = re.compile(r"https?://\S{3,}", re.IGNORECASE)
"""What is pasted as a title and is none. Typed letter by letter it is never whole at once."""
_SHORT = 170
"""Pixels a short field needs with its name."""


class SourceFormBox(QFrame):
    """Fields of a source. Typing a title offers sources the desk has; a picked one is used as it is.

    Signals:
        changed(): the person typed or chose something.
        done(object, str): the ``SourceForm``, and the id of the picked source or nothing.
        cancelled(): leave everything as it was; left(): so, too, and keep what was typed for the next time.
    """

    changed = Signal()
    done = Signal(object, str)
    cancelled = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source_id = ""
        self._known: tuple[Source, ...] = ()
        self._filling = False
        self._build_fields()
        self._build_bearing()
        self._build_buttons()
        self._arrange()
        self._hear_changes()
        set_role(self, Role.RAISED)

    def set_known(self, known: tuple[Source, ...]) -> None:
        """Offer these sources while a title is typed."""
        if known == self._known:
            return
        self._known = known
        completer = QCompleter(self.title)
        model = QStandardItemModel(len(known), 1, completer)
        for n, source in enumerate(known):
            item = QStandardItem(source.title or source.person or source.address)
            item.setData(n, _PLACE)
            item.setToolTip(source.publisher)
            model.setItem(n, item)
        completer.setModel(model)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        activated = completer.activated[QModelIndex]  # type: ignore[index]  # the stubs know no overloads
        activated.connect(lambda index: self.pick(index.data(_PLACE)))
        self.title.setCompleter(completer)
        if (offered := completer.popup()) is not None:
            set_role(offered, Role.FIELD)

    def fill(self, form: SourceForm | None, source_id: str, *, editing: bool, others: int = 0) -> None:
        """Show ``form``, or an empty one accessed today."""
        self._fill(form or SourceForm(title="", accessed=today()))
        self._use(source_id)
        self.name_save(editing=editing)
        self.hint.setText(self._shared_words(others) if others else "")
        self.hint.setVisible(bool(others))

    def name_save(self, *, editing: bool) -> None:
        """Say on the button whether a source is corrected or added."""
        self.save.setText(self.tr("Save") if editing else self.tr("Add source"))

    def typed(self) -> SourceForm:
        """Return what stands in the fields, letter for letter: a date may be half of one."""
        return SourceForm(
            title=self.title.text(),
            type=SourceType(str(self.type.value)),
            publisher=self.publisher.text(),
            address=self.address.text(),
            person=self.person.text(),
            date=self.date.text(),
            bearing=next(bearing for bearing, chip in self.bearings.items() if chip.isChecked()),
            excerpt=self.excerpt.words(),
            locator=self.locator.text(),
            accessed=self.accessed.text(),
        )

    def form(self) -> SourceForm:
        """Return what the fields say; a date that is none counts as empty."""
        return filled_in(self.typed())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Give the focus to the title. A focus proxy would make Tab skip what stands before it."""
        self.title.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves, Ctrl+Enter saves, Enter in a line goes on to the next field."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._try()
        elif enter:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def keys_at_hand(self) -> str:
        """Return the keys that this form takes for itself."""
        return self.tr("Enter the next field · Ctrl+Enter keep · Esc close")

    def _build_fields(self) -> None:
        self.title = QLineEdit()
        self.publisher, self.address, self.person, self.locator = (QLineEdit() for _ in range(4))
        self.type = Choice(self.tr("Type"), [(one, words.source_type(one)) for one in SourceType])
        self.date, self.accessed = DateField(self.tr("Date of the source")), DateField(self.tr("Accessed"))
        self.excerpt = TextField(self.tr("Excerpt"), least=2, most=8)
        for field, name, hint in (
            (self.title, self.tr("Title"), self.tr("Title, or paste its link")),
            (self.publisher, self.tr("Publisher"), ""),
            (self.address, self.tr("Address"), self.tr("Link, or where the document is kept")),
            (self.person, self.tr("Person"), self.tr("Spoken to, or author")),
            (self.locator, self.tr("Locator"), self.tr("Page, minute, table")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
        self._titled = ""
        self.title.textChanged.connect(self._sort_link)
        self.excerpt.setPlaceholderText(self.tr("The words relied on  ({0} when done)").format(native(("Ctrl+Enter",))))

    def _build_bearing(self) -> None:
        self._bearing = FlowLayout(gap=6)
        self.bearings: dict[Bearing, Chip] = {}
        for bearing in Bearing:
            chip = Chip(self)
            chip.setText(f"{words.BEARING_GLYPHS[bearing]} {words.bearing(bearing)}")
            chip.setAccessibleName(self.tr("The source {0}").format(words.bearing(bearing)))
            self.bearings[bearing] = chip
            self._bearing.addWidget(chip)
        self._bearing.addWidget(self.type)

    def _build_buttons(self) -> None:
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        set_role(self.hint, Role.QUIET)
        self.other = QPushButton(self.tr("Another source"))
        set_role(self.other, Role.FLAT)
        self.other.clicked.connect(lambda: self._use(""))
        self.save = QPushButton(self.tr("Add source"))
        set_role(self.save, Role.PRIMARY)
        self.save.clicked.connect(self._try)
        self.cancel = QPushButton(self.tr("Cancel"))
        set_role(self.cancel, Role.FLAT)
        self.cancel.clicked.connect(self.cancelled)

    def _arrange(self) -> None:
        """What nearly every source has comes first, two Tabs apart: title, address, the words relied on.

        Short fields stand two on a line where there is room, so that the buttons are in sight with the title.
        """
        short = FlowLayout(gap=6, least=_SHORT)
        for label, field in (
            (self.tr("Publisher"), self.publisher), (self.tr("Locator"), self.locator),
            (self.tr("Person"), self.person), (self.tr("Date"), self.date),
        ):  # fmt: skip
            short.addWidget(self._labelled(label, field))
        last = FlowLayout(gap=6, trailing=True)
        for part in (self.save, self.cancel, self._labelled(self.tr("Accessed"), self.accessed)):
            last.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(self._bearing)
        column.addWidget(self.hint)
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(self._labelled(self.tr("Title"), self.title), 1)
        title.addWidget(self.other)
        column.addLayout(title)
        column.addWidget(self._labelled(self.tr("Address"), self.address))
        column.addWidget(self._labelled(self.tr("Excerpt"), self.excerpt))
        column.addLayout(short)
        column.addLayout(last)

    def _labelled(self, name: str, field: QWidget) -> QWidget:
        """Return a field behind its name; the names of one column are equally wide."""
        part = QWidget()
        label = QLabel(name)
        label.setBuddy(field)
        if field is not self.accessed:
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(self.tr("Publisher")) + 4)
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop if field is self.excerpt else Qt.AlignmentFlag(0))
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignLeft if isinstance(field, DateField) else Qt.AlignmentFlag(0))
        return part

    def _hear_changes(self) -> None:
        for field in (
            self.title, self.publisher, self.address, self.person, self.locator, self.date, self.accessed, self.excerpt,
        ):  # fmt: skip
            field.textChanged.connect(self._change)
        self.type.chosen.connect(self._change)
        for chip in self.bearings.values():
            chip.clicked.connect(self._change)

    def _change(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _fill(self, form: SourceForm) -> None:
        self._filling = True
        self._titled = form.title  # what a desk has as title stays the title
        self.title.setText(form.title)
        self.title.setCursorPosition(0)  # a long one is read from its beginning
        self.publisher.setText(form.publisher)
        self.address.setText(form.address)
        self.person.setText(form.person)
        self.locator.setText(form.locator)
        self.type.show_value(form.type)
        self.date.setText(form.date)
        self.accessed.setText(form.accessed)
        self.excerpt.setPlainText(form.excerpt)
        self.bearings[form.bearing].setChecked(True)
        self._filling = False

    def pick(self, place: int) -> None:
        """Use the known source at ``place`` as it is."""
        source, now = self._known[place], self.form()
        self._fill(form_of(source, now.bearing, now.excerpt, now.locator, now.accessed))
        self.excerpt.setFocus()  # before the title is taken away: Qt would hand the focus on from field to field
        self._use(source.id)
        self._change()

    def _sort_link(self, title: str) -> None:
        """A link that is pasted as title goes to the address; the caret stays, since the title is still to be said."""
        before, self._titled = self._titled, title
        if not before and not self.address.text() and _LINK.fullmatch(title.strip()):
            self.address.setText(title.strip())
            self.title.clear()
            announce(self.address, self.tr("The link is in the address."))

    def _use(self, source_id: str) -> None:
        """Take a source of the desk as it is, or (with nothing) let the fields be filled in."""
        self.source_id = source_id
        for field in (self.title, self.publisher, self.address, self.person, self.date):
            field.setReadOnly(bool(source_id))
            field.setEnabled(not source_id)
        self.type.setEnabled(not source_id)
        self.other.setVisible(bool(source_id))

    def _try(self) -> None:
        """Send the form; without a title, a person or an address there is no source."""
        form = self.form()
        if self.date.iso() is None or self.accessed.iso() is None:
            (self.date if self.date.iso() is None else self.accessed).setFocus()
        elif form.title or form.person or form.address:
            self.done.emit(form, self.source_id)
        else:
            self.hint.setText(self.tr("A source needs a title, a person or an address."))
            self.hint.show()
            self.title.setFocus()

    def _shared_words(self, others: int) -> str:
        if others == 1:
            return self.tr("One more claim rests on this source; what you change here changes there too.")
        return self.tr("{0} more claims rest on this source; what you change here changes there too.").format(others)
