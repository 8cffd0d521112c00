"""What a window says of itself: its title, and the keys that matter now."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

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


def keys_on_case(session: Session, parts: Iterable[QWidget | None], *, only_read: bool) -> str:
    """Return the keys that matter while an article is worked on, or only read.

    Args:
        parts: what has the focus, and what speaks for it where neither it nor what it stands in tells keys of its own.
    """
    if only_read:
        return QCoreApplication.translate("MainWindow", "J/K row · N next · Ctrl+P print · F1 all keys")
    own = next(filter(None, map(_told_around, parts)), "")
    if own:
        return QCoreApplication.translate("MainWindow", "{0} · F1 all keys").format(own)
    told = QCoreApplication.translate(
        "MainWindow", "J/K row · A accept · M claim · {0} verdict · V verified · N next · F1 all keys"
    )
    return told.format(f"1–{min(len(session.scale().values), _MOST_KEYS)}")


def _told_around(part: QWidget | None) -> str:
    """Return the keys told by ``part``, or by the nearest that it stands in; "" where none of them has its own.

    A part in which other keys matter than beside it tells them, and what they do, by ``keys_at_hand``: "Space tick ·
    Enter its words"; "" where the usual ones matter. (To ask for a protocol of that name takes ten times as long.)
    """
    while part is not None:
        tells: Callable[[], str] | None = getattr(part, "keys_at_hand", None)
        if tells is not None and (told := tells()):
            return told
        part = part.parentWidget()
    return ""
