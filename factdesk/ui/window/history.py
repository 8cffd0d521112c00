"""A claim's past in words, for the claim pane and the history dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from factdesk.model.event import Event
from factdesk.ui import written
from factdesk.ui.actions import said


def event_words(event: Event) -> str:
    """Return what was done: "Verdict", "Undo: Verdict"."""
    what = said(event.label)
    if event.kind == "undo":
        return QCoreApplication.translate("History", "Undo: {0}").format(what)
    if event.kind == "redo":
        return QCoreApplication.translate("History", "Redo: {0}").format(what)
    return what


def claim_history(past: Sequence[Event]) -> tuple[str, ...]:
    """Return the steps that touched a claim, oldest first in ``past``, newest first, each as one line."""
    line = QCoreApplication.translate("History", "{0} · {1} · {2}")
    return tuple(line.format(written.moment(e.at), event_words(e), e.person) for e in reversed(past))
