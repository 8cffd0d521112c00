"""The way from an article to its report, in six steps, with the keys that go them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from factdesk.ui.actions import COMMANDS, native
from factdesk.ui.controls.labels import words
from factdesk.ui.dialogs.sheet import Sheet, scrolled
from factdesk.ui.style import Role, set_role

_BEGINNINGS = {"label": "label-opinion", "wait": "wait-author"}
"""A name in the steps → a command whose keys begin with the one that is meant."""


class FirstSteps(Sheet):
    """``exec`` returns ``SAMPLE`` where the person wants to try it on the sample article."""

    SAMPLE = QDialog.DialogCode.Accepted.value + 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QSize(600, 420), parent)
        self.say(
            self.tr("First steps"),
            self.tr("The program proposes what may be checked; a person decides, and the record says who."),
        )
        steps = QWidget()
        grid = QGridLayout(steps)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for nth, step in enumerate(self._steps(), 1):
            number = QLabel(str(nth))
            set_role(number, Role.TITLE)
            grid.addWidget(number, nth, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(step), nth, 1)
        grid.setRowStretch(len(self._steps()) + 1, 1)
        self.body.addWidget(scrolled(steps), 1)
        self.add_side_button(self.tr("Try it on the sample"), lambda: self.done(self.SAMPLE))
        self.add_button(self.tr("Close"), self.accept, primary=True)

    def _steps(self) -> tuple[str, ...]:
        keys = {command.id: native(command.keys[:1]) for command in COMMANDS}
        keys |= {name: keys[first].split(",")[0] for name, first in _BEGINNINGS.items()}
        steps = (
            self.tr(
                "Open an article ({open-article}), paste it ({paste-article}) or drop it on the window. Look over what "
                "is proposed for its title, byline and date, and add it to the desk."
            ),
            self.tr(
                "Go through the rows at the right ({next-row}, {previous-row}): {accept} makes a claim of a "
                "suggestion, {label} and a letter says what the words are instead, {next-unchecked} skips it."
            ),
            self.tr(
                "Select words and press {make-claim} for a claim that was not proposed. {next-bare} goes to the next "
                "words that nobody has accounted for, until all of them are."
            ),
            self.tr(
                "Check a claim: a number gives a verdict, {write} writes why, {add-source} adds a source, {wait} and a "
                "letter says whom it waits for."
            ),
            self.tr(
                "Nothing has to be saved: every step is on the disk at once. {undo} takes back any of yours, tomorrow, "
                "too; {history} shows them all."
            ),
            self.tr("{report} shows the report, {print} prints it. {keys} lists all keys."),
        )
        return tuple(step.format_map(keys) for step in steps)
