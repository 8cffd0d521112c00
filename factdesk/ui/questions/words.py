"""What the questions say in the person's language. The questions themselves are in the article's report language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from factdesk.model.query import QueryKind, QueryState
from factdesk.rules.shapes import QUERY_KINDS, QUERY_STATES, Sign
from factdesk.ui.claim.words import SUGGESTED_GLYPH

_PROPOSED = Sign(SUGGESTED_GLYPH, "proposed")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Questions", text)


def state(which: QueryState | None) -> str:
    """Return glyph and word of a query's state; None is a proposal nobody decided about."""
    sign = QUERY_STATES[which] if which is not None else _PROPOSED
    return f"{sign.glyph} {_tr(sign.word)}"


def begun() -> str:
    """Return glyph and word of a question of one's own that is still being written."""
    return f"✎ {_tr('begun')}"


def kind(which: QueryKind) -> str:
    """Return what a question is about, in a few words."""
    return _tr(QUERY_KINDS[which])
