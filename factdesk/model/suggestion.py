"""A suggestion: what the program proposes for a sentence, and what a person decided about it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import SuggestionId, VersionId
from factdesk.text.spans import Span


class SuggestionKind(StrEnum):
    """What a sentence is proposed to be."""

    CLAIM = "claim"
    ATTRIBUTED = "attributed"
    QUOTE = "quote"
    PREDICTION = "prediction"
    OPINION = "opinion"
    QUESTION = "question"
    HEADING = "heading"
    FURNITURE = "furniture"


CLAIM_KINDS = frozenset({SuggestionKind.CLAIM, SuggestionKind.ATTRIBUTED, SuggestionKind.QUOTE})
"""Kinds that become claims when they are accepted; the others become labels."""

STATES = "states"
"""The reason of a title that states something: it becomes a claim, too, where a bare topic becomes a label."""


class Decision(StrEnum):
    """What a person said about a suggestion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Reason(Struct, frozen=True):
    """Why a sentence was proposed, tied to the characters that caused it.

    Attributes:
        code: key of the reason's plain words (``rules.suggestions.reasons``): "number", "unnamed-source".
        span: code points of the version's text.
    """

    code: str
    span: Span


def becomes_claim(kind: SuggestionKind, reasons: Iterable[Reason]) -> bool:
    """Say whether what is proposed becomes a claim when it is accepted, and not a label."""
    return kind in CLAIM_KINDS or any(reason.code == STATES for reason in reasons)


class Suggestion(Struct, frozen=True, kw_only=True):
    """One proposal. It is never a verdict and never accepts itself.

    Attributes:
        score: check-worthiness, 0 … 1.
        method: which rules made it, "rules-1".
        in_bulk: decided together with others.
    """

    id: SuggestionId
    version_id: VersionId
    span: Span
    kind: SuggestionKind
    score: float
    reasons: tuple[Reason, ...]
    method: str
    decision: Decision = Decision.OPEN
    in_bulk: bool = False
    decided_at: str = ""
    decided_by: str = ""

    @property
    def becomes_claim(self) -> bool:
        """Whether it becomes a claim when it is accepted, and not a label."""
        return becomes_claim(self.kind, self.reasons)
