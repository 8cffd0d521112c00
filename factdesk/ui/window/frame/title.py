"""What a window says of itself: its title, and the keys that matter now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from factdesk.model.case import Case
from factdesk.work.session import Session

_MOST_KEYS = 9
"""Values of a scale that have a key of their own."""


def title(case: Case | None, session: Session | None) -> str:
    """Return the title: the article, the desk's file, the program."""
    if session is None:
        return "FactDesk"
    shown = [case.article.details.title] if case is not None else []
    return " — ".join([*shown, session.path.name, "FactDesk"])


def keys_on_report() -> str:
    """Return the keys that matter while the report is looked at."""
    return QCoreApplication.translate("MainWindow", "Ctrl+P print · Ctrl+Shift+S save · Esc the article · F1 all keys")


def keys_on_case(session: Session, *, only_read: bool) -> str:
    """Return the keys that matter while an article is worked on, or only read."""
    if only_read:
        return QCoreApplication.translate("MainWindow", "J/K row · N next · Ctrl+P print · F1 all keys")
    told = QCoreApplication.translate(
        "MainWindow", "J/K row · A accept · M claim · {0} verdict · V verified · N next · F1 all keys"
    )
    return told.format(f"1–{min(len(session.scale().values), _MOST_KEYS)}")
