"""The pencil habit: which words of a claim are ticked, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId
from factdesk.model.tick import Register
from factdesk.text.spans import Span
from factdesk.text.words import words


@dataclass(frozen=True, slots=True)
class Pencilled:
    """The words of one claim.

    Attributes:
        words: in reading order, code points of the version's text.
        ticked: those of them that are ticked.
    """

    words: tuple[Span, ...] = ()
    ticked: frozenset[Span] = frozenset()

    @property
    def next(self) -> Span | None:
        """The first word that is not ticked."""
        return next((word for word in self.words if word not in self.ticked), None)

    @property
    def last(self) -> Span | None:
        """The last word that is ticked."""
        return next((word for word in reversed(self.words) if word in self.ticked), None)


def pencilled(case: Case, claim_id: ClaimId) -> Pencilled:
    """Return the words of a claim; none where it is gone from this version."""
    segment = case.words_of().get(claim_id)
    if segment is None:
        return Pencilled()
    found = _words_of(segment.anchor.exact, segment.anchor.start)
    marked = {tick.span for tick in case.ticks if tick.register is Register.WORDS}
    return Pencilled(found, frozenset(marked.intersection(found)))


@lru_cache(maxsize=16)
def _words_of(exact: str, at: int) -> tuple[Span, ...]:
    """Return the words of ``exact``, which begins at ``at``: a claim that is worked on is looked at again and again."""
    return tuple(Span(at + start, at + end) for start, end in words(exact))
