"""Edits that decide suggestions: a person accepts or rejects, one by one or in bulk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec.structs import replace

from factdesk.model.claim import Claim, ClaimKind, Priority
from factdesk.model.draft import ProposedSuggestion
from factdesk.model.ids import ArticleId, ClaimId, SegmentId, SuggestionId, VersionId, new_id
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Decision, Suggestion, SuggestionKind
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.segments import SEGMENT, SUGGESTION
from factdesk.store.writer import Writer
from factdesk.text.anchor import Anchor
from factdesk.text.spans import Span, left_free
from factdesk.work.edits.edit import Stamp, refused

_CLAIM_KIND = {
    SuggestionKind.ATTRIBUTED: ClaimKind.ATTRIBUTED,
    SuggestionKind.QUOTE: ClaimKind.QUOTATION,
}

_HIGH, _LOW = 0.7, 0.3
"""Check-worthiness from which a claim starts with high priority, and below which with low."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """One suggestion to be accepted: the words it covers, and the ids of what it becomes."""

    suggestion_id: SuggestionId
    anchor: Anchor
    claim_id: ClaimId = field(default_factory=lambda: ClaimId(new_id()))
    segment_id: SegmentId = field(default_factory=lambda: SegmentId(new_id()))


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptSuggestions:
    """Accept suggestions: those of claim kinds and titles that state something become claims, the others labels.

    Attributes:
        in_bulk: they were accepted together, not each by a look of its own; printed as such.
        as_claim: make claims of them whatever their kind.
    """

    accepted: tuple[Acceptance, ...]
    in_bulk: bool = False
    as_claim: bool = False

    @property
    def label(self) -> str:
        return "Accept suggestion" if len(self.accepted) == 1 else "Accept suggestions"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId | None:
        article: ArticleId | None = None
        for acceptance in self.accepted:
            suggestion = _open(writer, acceptance.suggestion_id)
            article = writer.article_of(suggestion.version_id)
            decide(writer, suggestion, Decision.ACCEPTED, stamp, in_bulk=self.in_bulk)
            is_claim = self.as_claim or suggestion.becomes_claim
            if is_claim:
                writer.save(CLAIM, self._claim(acceptance.claim_id, suggestion, article, stamp))
            segment = Segment(
                id=acceptance.segment_id,
                version_id=suggestion.version_id,
                label=Label.CLAIM if is_claim else Label(str(suggestion.kind)),
                anchor=acceptance.anchor,
                claim_id=acceptance.claim_id if is_claim else None,
                in_bulk=self.in_bulk,
                made_at=stamp.at,
                made_by=stamp.person.name,
            )
            writer.save(SEGMENT, segment)
        return article

    def _claim(self, claim_id: ClaimId, suggestion: Suggestion, article: ArticleId, stamp: Stamp) -> Claim:
        score = suggestion.score
        return Claim(
            id=claim_id,
            article_id=article,
            kind=_CLAIM_KIND.get(suggestion.kind, ClaimKind.STATEMENT),
            priority=Priority.HIGH if score >= _HIGH else Priority.LOW if score < _LOW else Priority.NORMAL,
            origin="in-bulk" if self.in_bulk else "accepted",
            made_at=stamp.at,
            made_by=stamp.person.name,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectSuggestion:
    """Say that a suggestion is not what it was taken for; with a label, the words get that one.

    Without a label the words stay bare: they still have to be accounted for.
    """

    suggestion_id: SuggestionId
    anchor: Anchor
    as_label: Label | None = None
    segment_id: SegmentId = field(default_factory=lambda: SegmentId(new_id()))

    label = "Reject suggestion"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        suggestion = _open(writer, self.suggestion_id)
        decide(writer, suggestion, Decision.REJECTED, stamp)
        if self.as_label is not None:
            segment = Segment(
                id=self.segment_id,
                version_id=suggestion.version_id,
                label=self.as_label,
                anchor=self.anchor,
                made_at=stamp.at,
                made_by=stamp.person.name,
            )
            writer.save(SEGMENT, segment)
        return writer.article_of(suggestion.version_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeSuggestions:
    """Propose claims in a further part of a text. Words that a segment holds by now are left alone.

    Attributes:
        method: which rules made them.
    """

    version_id: VersionId
    proposed: tuple[ProposedSuggestion, ...] = field(metadata={"journal": False})
    method: str

    label = "Propose claims further on"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        whole = Span(self.proposed[0].span.start, self.proposed[-1].span.end) if self.proposed else Span(0, 0)
        held = [one.anchor.span for one in writer.overlapping(SEGMENT, self.version_id, whole)]
        for proposed in left_free(self.proposed, held):
            writer.save(SUGGESTION, as_suggestion(proposed, self.version_id, self.method))
        return writer.article_of(self.version_id)


def as_suggestion(proposed: ProposedSuggestion, version_id: VersionId, method: str) -> Suggestion:
    """Return what is proposed as a row of the desk, with an id of its own."""
    return Suggestion(
        id=SuggestionId(new_id()),
        version_id=version_id,
        span=proposed.span,
        kind=proposed.kind,
        score=proposed.score,
        reasons=proposed.reasons,
        method=method,
    )


def decide(writer: Writer, suggestion: Suggestion, decision: Decision, stamp: Stamp, *, in_bulk: bool = False) -> None:
    """Write down what a person said about a suggestion."""
    decided = replace(suggestion, decision=decision, in_bulk=in_bulk, decided_at=stamp.at, decided_by=stamp.person.name)
    writer.save(SUGGESTION, decided)


def decide_inside(
    writer: Writer,
    version_id: VersionId,
    span: Span,
    stamp: Stamp,
    agrees: Callable[[Suggestion], bool] = lambda suggestion: suggestion.becomes_claim,
) -> None:
    """Decide the open suggestions whose words were marked by hand: accepted where they say the same, else rejected.

    Args:
        agrees: whether a suggestion says what the words were marked as: a claim, where nothing else is said.
    """
    for suggestion in writer.overlapping(SUGGESTION, version_id, span):
        if suggestion.decision is Decision.OPEN and span.holds(suggestion.span):
            decide(writer, suggestion, Decision.ACCEPTED if agrees(suggestion) else Decision.REJECTED, stamp)


def _open(writer: Writer, suggestion_id: SuggestionId) -> Suggestion:
    suggestion = writer.load(SUGGESTION, suggestion_id)
    if suggestion.decision is not Decision.OPEN:
        raise refused("the suggestion was decided already", "Undo that decision first, or mark the words yourself.")
    return suggestion
