"""“… an article, a transcript”: how sentences are weighed, told and changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from factdesk.ui.controls.choice import Choice

translate = QCoreApplication.translate


class RankedAs(Choice):
    """Both ways as a menu."""

    def __init__(self, *, spoken: bool, parent: QWidget | None = None) -> None:
        """Make the menu.

        Args:
            spoken: it is ranked as a transcript so far.
        """
        ways = [(False, translate("RankedAs", "An article")), (True, translate("RankedAs", "A transcript"))]
        super().__init__(translate("RankedAs", "Ranked as"), ways, parent)
        self._spoken = spoken
        self.show_value(spoken)
        self.setToolTip(
            self.tr(
                "An article is ranked by place, headline and words; a transcript by its words alone, in English only. "
                "Another choice makes the suggestions anew."
            )
        )

    def changed_to(self) -> bool | None:
        """Return whether it is a transcript where the person chose the other way; None where it was left."""
        chosen = bool(self.value)
        return chosen if chosen is not self._spoken else None
