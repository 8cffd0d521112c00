"""“Ranked as an article, a transcript”: how sentences are weighed, told and changed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.ui.choice import Choice
from factdesk.ui.dialogs.sheet import words


class RankedAs(QWidget):
    """One line with both ways as a menu."""

    def __init__(self, *, spoken: bool, parent: QWidget | None = None) -> None:
        """Make the line.

        Args:
            spoken: it is ranked as a transcript so far.
        """
        super().__init__(parent)
        self._spoken = spoken
        name = self.tr("Ranked as")
        label = words(name)
        self.choice = Choice(name, [(False, self.tr("An article")), (True, self.tr("A transcript"))])
        self.choice.show_value(spoken)
        self.choice.setToolTip(
            self.tr(
                "An article is ranked by place, headline and words; a transcript by its words alone, in English only. "
                "Another choice makes the suggestions anew."
            )
        )
        label.setBuddy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.choice)

    def changed_to(self) -> bool | None:
        """Return whether it is a transcript where the person chose the other way; None where it was left."""
        chosen = bool(self.choice.value)
        return chosen if chosen is not self._spoken else None
