"""A claim's past in words, for the claim pane and the history dialog."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from factdesk.model.event import Event
from factdesk.ui.actions import said


def local_time(at: str) -> str:
    """Return a moment of the journal as the person's own clock and country write it."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def event_words(event: Event) -> str:
    """Return what was done: "Verdict", "Undo: Verdict"."""
    what = said(event.label)
    if event.kind == "undo":
        return QCoreApplication.translate("History", "Undo: {0}").format(what)
    if event.kind == "redo":
        return QCoreApplication.translate("History", "Redo: {0}").format(what)
    return what


def claim_history(events: Iterable[Event], claim_id: str) -> tuple[str, ...]:
    """Return the steps that touched a claim, newest first, each as one line."""
    line = QCoreApplication.translate("History", "{0} · {1} · {2}")
    mine = [event for event in events if claim_id in event.claims]
    return tuple(line.format(local_time(e.at), event_words(e), e.person) for e in reversed(mine))
