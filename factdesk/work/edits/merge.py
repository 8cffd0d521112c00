"""Making one claim of two."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from factdesk.model.claim import Claim, State, Verdict
from factdesk.model.ids import ArticleId, ClaimId, ScaleId, SegmentId
from factdesk.model.segment import Label, Segment
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.segments import SEGMENT
from factdesk.store.tables.sources import EVIDENCE
from factdesk.store.writer import Writer
from factdesk.text.anchor import Anchor
from factdesk.work.edits.edit import Stamp, refused
from factdesk.work.edits.query import let_go
from factdesk.work.edits.source import evidence_of, next_place
from factdesk.work.edits.wording import compare_tellings


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeClaims:
    """Make one claim of two: the kept one's words reach over both, and all that belongs to the other joins it."""

    kept_segment: SegmentId
    other_segment: SegmentId
    anchor: Anchor

    label = "Merge claims"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        kept, other = writer.load(SEGMENT, self.kept_segment), writer.load(SEGMENT, self.other_segment)
        if kept.claim_id is None or other.claim_id is None or kept.claim_id == other.claim_id:
            raise refused("only two different claims can be merged")
        claim = absorb(writer, kept.claim_id, other.claim_id)
        joined = replace(kept, anchor=self.anchor)
        writer.save(SEGMENT, joined)
        compare_tellings(writer, joined)
        return claim.article_id


def absorb(writer: Writer, claim_id: ClaimId, other_id: ClaimId) -> Claim:
    """Let one claim take over another's notes, evidence, queries and tellings; the other's own words are unmarked.

    Raises:
        NotAllowedError: the two have different verdicts.
    """
    claim, absorbed = writer.load(CLAIM, claim_id), writer.load(CLAIM, other_id)
    if claim.verdict and absorbed.verdict and _found(claim.verdict) != _found(absorbed.verdict):
        raise refused("the two have different verdicts", "Take one verdict away, then merge them.")
    behind = next_place(writer, claim.id)
    for place, evidence in enumerate(evidence_of(writer, absorbed.id), behind):
        writer.save(EVIDENCE, replace(evidence, claim_id=claim.id, place=place))
    joined = _joined(claim, absorbed)
    writer.save(CLAIM, joined)
    for segment in writer.where(SEGMENT, "claim_id", absorbed.id):
        _take_over(writer, segment, claim.id)
    let_go(writer, absorbed.id, claim.id)
    writer.remove(CLAIM, absorbed.id)
    return joined


def _take_over(writer: Writer, segment: Segment, claim_id: ClaimId) -> None:
    if segment.label is Label.CLAIM:
        writer.remove(SEGMENT, segment.id)
        return
    telling = replace(segment, claim_id=claim_id)
    writer.save(SEGMENT, telling)
    compare_tellings(writer, telling)


def _found(verdict: Verdict) -> tuple[ScaleId, str]:
    return verdict.scale_id, verdict.value  # one word may mean something else in another scale


def _joined(kept: Claim, other: Claim) -> Claim:
    def both(a: str, b: str) -> str:
        return "\n\n".join(text for text in (a, b) if text)

    return replace(
        kept,
        fixed_number=kept.fixed_number or other.fixed_number,
        note=both(kept.note, other.note),
        rationale=both(kept.rationale, other.rationale),
        restatement=both(kept.restatement, other.restatement),
        claimant=kept.claimant or other.claimant,
        priority=max(kept.priority, other.priority),
        high_risk=kept.high_risk or other.high_risk,
        verdict=kept.verdict or other.verdict,
        state=kept.state if kept.verdict or not other.verdict else State.PROPOSED,
        waiting_for=kept.waiting_for if kept.verdict or not other.verdict else None,
        set_aside_reason=kept.set_aside_reason if kept.verdict or not other.verdict else "",
        origin="merged",
    )
