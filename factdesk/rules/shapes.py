"""Glyph and words of states, bearings, flags and questions: the same on the screen and on paper.

The window translates the words; the report is in English.
"""

from __future__ import annotations

from msgspec import Struct

from factdesk.model.claim import State, WaitingFor
from factdesk.model.query import QueryKind, QueryState
from factdesk.model.source import Bearing


class Sign(Struct, frozen=True):
    """A glyph and the word that goes with it; neither is shown without the other."""

    glyph: str
    word: str


STATES: dict[State, Sign] = {
    State.NEW: Sign("○", "new"),
    State.IN_CHECK: Sign("◔", "in check"),
    State.WAITING: Sign("◇", "waiting"),
    State.PROPOSED: Sign("◐", "proposed"),
    State.IN_REVIEW: Sign("◑", "in review"),
    State.AGREED: Sign("●", "agreed"),
    State.RETURNED: Sign("◁", "returned"),
    State.STALE: Sign("◌", "stale"),
    State.GONE: Sign("⊗", "gone"),
    State.SET_ASIDE: Sign("⊘", "set aside"),
}
WAITING: dict[WaitingFor, str] = {
    WaitingFor.AUTHOR: "waiting for the author",
    WaitingFor.SOURCE: "waiting for a source",
    WaitingFor.DOCUMENT: "waiting for a document",
    WaitingFor.EDITOR: "waiting for the editor",
}
BEARINGS: dict[Bearing, Sign] = {
    Bearing.SUPPORTS: Sign("+", "supports"),
    Bearing.REFUTES: Sign("−", "refutes"),
    Bearing.CONTEXT: Sign("·", "context"),
}
QUERY_STATES: dict[QueryState, Sign] = {
    QueryState.OPEN: Sign("○", "to ask"),
    QueryState.ASKED: Sign("◇", "asked"),
    QueryState.ANSWERED: Sign("●", "answered"),
    QueryState.WITHDRAWN: Sign("⊘", "let go"),
}
QUERY_KINDS: dict[QueryKind, str] = {
    QueryKind.UNNAMED_SOURCE: "source not named",
    QueryKind.CERTAINTY: "certainty rises",
    QueryKind.INCONSISTENCY: "does not fit together",
    QueryKind.NUMBER: "figure",
    QueryKind.NAME: "name",
    QueryKind.DATE: "date",
    QueryKind.QUOTATION: "quotation",
    QueryKind.OTHER: "own question",
}
TICKED, OPEN = Sign("☑", "ticked"), Sign("☐", "open")
"""An entry of a register."""
CONFLICT = "≠"
"""Two places of the article do not agree."""
