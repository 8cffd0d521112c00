"""The fields of an article's details, each with where its proposal was found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from factdesk.model.article import Details
from factdesk.ui.controls.labels import quiet, words
from factdesk.ui.dialogs.combo import Combo
from factdesk.ui.style import Role, set_role

DATES = ("published", "updated")
# Field → row, column, columns taken.
_PLACES = {
    "title": (0, 0, 2),
    "dek": (1, 0, 2),
    "byline": (2, 0, 1),
    "publisher": (2, 1, 1),
    "published": (3, 0, 1),
    "updated": (3, 1, 1),
    "address": (4, 0, 2),
    "language": (5, 0, 1),
    "case_number": (5, 1, 1),
}
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def labels() -> dict[str, str]:
    """Return what each field is called."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("DetailsForm", text)

    return {
        "title": tr("Title"),
        "dek": tr("Line under the title"),
        "byline": tr("Byline"),
        "publisher": tr("Publisher"),
        "published": tr("Published"),
        "updated": tr("Updated"),
        "address": tr("Address"),
        "language": tr("Language"),
        "case_number": tr("Case number"),
    }


class DetailsForm(QWidget):
    """Shows details for editing and says whether they may be kept.

    Signals:
        complete_changed(bool): a title is there and the dates are dates, or no longer so.
    """

    complete_changed = Signal(bool)

    def __init__(
        self,
        details: Details,
        origins: Mapping[str, str],
        case_number: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form.

        Args:
            origins: for each proposed field, where it was found; empty for an article of the desk.
            case_number: shown for editing, or None where there is none yet.
        """
        super().__init__(parent)
        self._proposed, self._origins = details, origins
        self._fields: dict[str, QLineEdit] = {}
        self._hints: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for name, label in labels().items():
            if name == "language":
                self.language = _languages(details.language, self.tr("Not known"))
                self._place(name, label, self.language)
            elif name != "case_number":
                self._add_line(name, label, getattr(details, name))
            elif case_number is not None:
                self._add_line(name, label, case_number)
        self.language.currentIndexChanged.connect(self._changed)
        self._complete = self.complete
        self._changed()

    @property
    def complete(self) -> bool:
        """Whether the details may be kept as they stand."""
        return bool(self._text("title")) and all(self._is_date(name) for name in DATES)

    @property
    def case_number(self) -> str:
        return self._text("case_number") if "case_number" in self._fields else ""

    def details(self) -> Details:
        """Return what stands in the fields, without white space around it."""
        return Details(
            **{name: self._text(name) for name in self._fields if name != "case_number"},
            language=str(self.language.currentData()),
        )

    def field(self, name: str) -> QLineEdit:
        """Return the field of ``name``, as ``Details`` calls it."""
        return self._fields[name]

    def hint(self, name: str) -> str:
        """Return what stands under a field."""
        return self._hints[name].text()

    def take(self, name: str, value: str) -> None:
        """Put ``value`` into the field ``name``, as if the person had typed it."""
        if name == "language":
            self.language.setCurrentIndex(max(0, self.language.findData(value)))
        elif name in self._fields:
            self._fields[name].setText(value)

    def typed(self) -> dict[str, str]:
        """Return the fields that no longer hold what was proposed, with what they hold."""
        now = self.details()
        names = (*(name for name in self._fields if name != "case_number"), "language")
        return {name: getattr(now, name) for name in names if getattr(now, name) != getattr(self._proposed, name)}

    def _add_line(self, name: str, label: str, text: str) -> None:
        field = QLineEdit(text)
        field.setCursorPosition(0)
        field.setMinimumWidth(60)
        field.textChanged.connect(self._changed)
        if name in DATES:
            field.setPlaceholderText(self.tr("year-month-day"))
        elif self._origins and name != "title":
            field.setPlaceholderText(self.tr("not found in the text"))
        self._fields[name] = field
        self._place(name, label, field)

    def _place(self, name: str, label: str, field: QLineEdit | QComboBox) -> None:
        above = words(label)
        above.setBuddy(field)
        field.setAccessibleName(label)
        hint = quiet("")
        self._hints[name] = hint
        cell = QVBoxLayout()
        self._grid.addLayout(cell, *_PLACES[name][:2], 1, _PLACES[name][2])
        cell.setSpacing(2)
        for part in (above, field, hint):
            cell.addWidget(part)
        cell.addStretch(1)

    def _text(self, name: str) -> str:
        return self._fields[name].text().strip()

    def _is_date(self, name: str) -> bool:
        text = self._text(name)
        if not text:
            return True
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
        return bool(_ISO.fullmatch(text))

    def _changed(self) -> None:
        for name, hint in self._hints.items():
            said, wrong = self._said(name)
            hint.setText(said)
            hint.setVisible(bool(said))
            set_role(hint, Role.WARNING if wrong else Role.QUIET)
            described = self.language if name == "language" else self._fields[name]
            described.setAccessibleDescription(said)
            if described.property("invalid") != wrong:
                described.setProperty("invalid", wrong)
                described.style().unpolish(described)
                described.style().polish(described)
        if self.complete != self._complete:
            self._complete = self.complete
            self.complete_changed.emit(self._complete)

    def _said(self, name: str) -> tuple[str, bool]:
        """Return the words under a field, and whether they tell of something wrong."""
        if name == "title" and not self._text(name):
            return self.tr("An article needs a title; the first line of the text will do."), True
        if name in DATES and not self._is_date(name):
            return self.tr("A date is written like 2026-03-14; leave it empty where it is not known."), True
        if name not in self._origins:
            return "", False
        now = self.language.currentData() if name == "language" else self._fields[name].text()
        if now != getattr(self._proposed, name):
            return self.tr("Changed by you"), False
        return self.tr("Proposed from {0}").format(self._origins[name]), False


def _languages(tag: str, not_known: str) -> QComboBox:
    """Return the list of the world's languages, ``tag`` chosen, even one that Qt has no name for."""
    box = Combo()
    box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)  # the longest of three hundred names is no measure
    box.addItem(not_known, "")
    names = {QLocale.languageToCode(language): QLocale.languageToString(language) for language in QLocale.Language}
    for code, name in sorted(names.items(), key=lambda item: item[1].casefold()):
        if code and code not in ("C", "und"):
            box.addItem(f"{name} ({code})", code)
    if box.findData(tag) < 0:
        known = names.get(tag.partition("-")[0].lower())
        box.addItem(f"{known} ({tag})" if known else tag, tag)
    box.setCurrentIndex(box.findData(tag))
    return box
