"""The places where a claim is told, as the pane shows them: those that are linked and those that are proposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factdesk.model.case import Case
from factdesk.model.ids import ClaimId, SegmentId
from factdesk.model.segment import Segment
from factdesk.model.telling import wording_is_open
from factdesk.rules.tellings.parallels import Parallel, parallel
from factdesk.text.spans import Span
from factdesk.text.tellings import Change, Piece, differences, shared

_WOVEN = 0.4
"""Share of the words, the same in both, from which differences are shown inside the words."""

if TYPE_CHECKING:
    from factdesk.rules.tellings.repeats import Repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldItem:
    """One place where a claim is told again.

    Attributes:
        segment_id: of the telling; None while it is only proposed.
        span: its words, code points of the version's text.
        pieces: its words against the head's.
        words, head: the telling and its head, as they stand.
        is_open: the verdict still has to be confirmed for these other words.
        confirmed_by: who confirmed it; empty where nobody did or nothing differs.
    """

    segment_id: SegmentId | None
    span: Span
    pieces: tuple[Piece, ...]
    words: str
    head: str
    is_open: bool = False
    confirmed_by: str = ""

    @property
    def differs(self) -> bool:
        return any(piece.change is not Change.SAME for piece in self.pieces)

    @property
    def beside_head(self) -> Parallel:
        """What both wordings share in whatever form, and which figures and names only one has."""
        return parallel(self.words, self.head)

    @property
    def reads_on_its_own(self) -> bool:
        """So little is the same that the two wordings are read better one below the other than woven together."""
        return shared(self.pieces) < _WOVEN


def told_items(case: Case, claim_id: ClaimId, found: Repeats | None) -> tuple[ToldItem, ...]:
    """Return where ``claim_id`` is told beside its own words, in reading order, proposals among them."""
    head = case.words_of().get(claim_id)
    claim = case.claim(claim_id)
    if head is None or claim is None:
        return ()
    linked = [
        ToldItem(
            segment_id=one.id,
            span=one.anchor.span,
            pieces=differences(head.anchor.exact, one.anchor.exact),
            words=one.anchor.exact,
            head=head.anchor.exact,
            is_open=wording_is_open(one, claim.verdict),
            confirmed_by="" if wording_is_open(one, claim.verdict) else one.confirmed_by,
        )
        for one in case.tellings_of().get(claim_id, ())
    ]
    proposed = [
        ToldItem(
            segment_id=None, span=span, pieces=differences(head.anchor.exact, told), words=told, head=head.anchor.exact
        )
        for span in proposed_tellings(case, head, found)
        if (told := case.version.text[slice(*span)])
    ]
    return tuple(sorted([*linked, *proposed], key=lambda item: item.span))


def proposed_tellings(case: Case, head: Segment, found: Repeats | None) -> Iterator[Span]:
    """Yield the places that are proposed as tellings of ``head`` and were neither linked nor rejected."""
    tellings = (one for some in case.tellings_of().values() for one in some)
    taken = [head.anchor.span, *(one.anchor.span for one in tellings)]
    for group in found.groups if found else ():
        places = (group.head, *group.tellings)
        if not any(place.overlaps(head.anchor.span) for place in places):
            continue
        for place in places:
            if not set_apart(case, place, head.anchor.span) and not any(place.overlaps(span) for span in taken):
                yield place


def set_apart(case: Case, one: Span, other: Span) -> bool:
    """Say whether a person said that these two places do not tell the same, whichever was the head then."""
    pairs = ((each.span, each.of) for each in case.rejected_repeats)
    return any((a.overlaps(one) and b.overlaps(other)) or (b.overlaps(one) and a.overlaps(other)) for a, b in pairs)
