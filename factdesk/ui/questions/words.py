"""What the questions say in the person's language. The questions themselves are in the article's report language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from factdesk.model.query import QueryKind, QueryState

PROPOSED_GLYPH = "◌"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Questions", text)


def state(which: QueryState | None) -> str:
    """Return glyph and word of a query's state; None is a proposal nobody decided about."""
    return {
        None: f"{PROPOSED_GLYPH} {_tr('proposed')}",
        QueryState.OPEN: f"○ {_tr('to ask')}",
        QueryState.ASKED: f"◇ {_tr('asked')}",
        QueryState.ANSWERED: f"● {_tr('answered')}",
        QueryState.WITHDRAWN: f"⊘ {_tr('let go')}",
    }[which]


def kind(which: QueryKind) -> str:
    """Return what a question is about, in a few words."""
    return {
        QueryKind.UNNAMED_SOURCE: _tr("source not named"),
        QueryKind.CERTAINTY: _tr("certainty rises with no new source"),
        QueryKind.INCONSISTENCY: _tr("does not fit together"),
        QueryKind.NUMBER: _tr("a figure"),
        QueryKind.NAME: _tr("a name"),
        QueryKind.DATE: _tr("a date"),
        QueryKind.QUOTATION: _tr("a quotation"),
        QueryKind.OTHER: _tr("own question"),
    }[which]
