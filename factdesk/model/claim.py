"""A claim: one checkable assertion, the work done on it and what was found."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from msgspec import Struct

from factdesk.model.ids import ArticleId, ClaimId, ScaleId


class ClaimKind(StrEnum):
    """What sort of assertion it is."""

    STATEMENT = "statement"
    ATTRIBUTED = "attributed"
    QUOTATION = "quotation"
    NUMBER = "number"
    EVENT = "event"
    CAPTION = "caption"


class Priority(IntEnum):
    """How early it must be checked."""

    NONE = 0
    LOW = 1
    NORMAL = 2
    HIGH = 3


class State(StrEnum):
    """Where the *work* on a claim stands; says nothing about what was found."""

    NEW = "new"
    IN_CHECK = "in-check"
    WAITING = "waiting"
    PROPOSED = "proposed"
    IN_REVIEW = "in-review"
    AGREED = "agreed"
    RETURNED = "returned"
    STALE = "stale"
    GONE = "gone"
    SET_ASIDE = "set-aside"


class WaitingFor(StrEnum):
    """Whom a waiting claim waits for."""

    AUTHOR = "author"
    SOURCE = "source"
    DOCUMENT = "document"
    EDITOR = "editor"


OPEN_STATES = frozenset({State.NEW, State.IN_CHECK, State.WAITING, State.RETURNED, State.STALE})
"""States in which the checker still has something to do."""

_WORKING = frozenset({State.NEW, State.IN_CHECK, State.WAITING, State.PROPOSED, State.SET_ASIDE})
BY_TEXT = frozenset({State.STALE, State.GONE})
"""States that follow from the text; nobody chooses them."""

NEXT_STATES: dict[State, frozenset[State]] = {
    State.NEW: _WORKING | BY_TEXT,
    State.IN_CHECK: _WORKING | BY_TEXT,
    State.WAITING: _WORKING | BY_TEXT,
    State.PROPOSED: _WORKING | BY_TEXT | {State.IN_REVIEW, State.AGREED},
    State.IN_REVIEW: frozenset({State.AGREED, State.RETURNED, State.PROPOSED}) | BY_TEXT,
    State.AGREED: frozenset({State.RETURNED, State.IN_CHECK, State.PROPOSED}) | BY_TEXT,
    State.RETURNED: _WORKING | BY_TEXT,
    State.STALE: _WORKING | {State.GONE},
    State.GONE: frozenset({State.STALE, State.NEW}),
    State.SET_ASIDE: _WORKING | BY_TEXT,
}
"""The one table of legal changes of state."""


class Verdict(Struct, frozen=True):
    """What was found, on which scale, and as of when.

    Attributes:
        scale_id: scale and version under which it was given; kept for ever.
        value: id of a value of that scale.
        as_of: ISO date up to which the finding holds.
        given_at, given_by: UTC time and person.
    """

    scale_id: ScaleId
    value: str
    as_of: str
    given_at: str
    given_by: str


class Claim(Struct, frozen=True, kw_only=True):
    """One row of the checklist. Its words are the segments that carry its id.

    Attributes:
        fixed_number: the number it was printed under, or empty while it was never printed.
        restatement: the assertion in words that stand alone; empty while the exact words do.
        claimant: who says it, where the article says so.
        state, waiting_for, set_aside_reason: the work; the last two only in their own state.
        verdict: what was found, or None.
        rationale: why that verdict, Markdown; printed.
        note: working note, Markdown; printed on the claim's card.
        origin: how it came to be: "by-hand", "accepted", "in-bulk", "split", "merged" or "imported".
    """

    id: ClaimId
    article_id: ArticleId
    fixed_number: str = ""
    restatement: str = ""
    kind: ClaimKind = ClaimKind.STATEMENT
    claimant: str = ""
    priority: Priority = Priority.NORMAL
    high_risk: bool = False
    state: State = State.NEW
    waiting_for: WaitingFor | None = None
    set_aside_reason: str = ""
    verdict: Verdict | None = None
    rationale: str = ""
    note: str = ""
    origin: str = "by-hand"
    made_at: str
    made_by: str

    def __post_init__(self) -> None:
        if (self.state is State.WAITING) != (self.waiting_for is not None):
            raise ValueError(f"claim {self.id} is {self.state} but waits for {self.waiting_for}")
        if (self.state is State.SET_ASIDE) != bool(self.set_aside_reason):
            raise ValueError(f"claim {self.id} is {self.state} but its set-aside reason is {self.set_aside_reason!r}")
