"""Edits to labels that are not claims: label a stretch, take a label away."""

from __future__ import annotations

from dataclasses import dataclass, field

from factdesk.model.ids import ArticleId, SegmentId, VersionId, new_id
from factdesk.model.segment import NOT_A_CLAIM, Label, Segment
from factdesk.store.tables.segments import SEGMENT
from factdesk.store.writer import Writer
from factdesk.text.anchor import Anchor
from factdesk.work.edits.edit import Stamp, refused
from factdesk.work.edits.suggestion import decide_inside


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelStretch:
    """Say what a stretch is when it is no claim.

    Labels inside the stretch give way to the new one; claims keep their words. Open suggestions
    that lie wholly inside are decided by it.
    """

    version_id: VersionId
    anchor: Anchor
    as_label: Label
    reason: str = ""
    segment_id: SegmentId = field(default_factory=lambda: SegmentId(new_id()))

    label = "Label words"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        if self.as_label not in NOT_A_CLAIM:
            raise refused(f"“{self.as_label}” is not a label for words that are no claim")
        for segment in writer.overlapping(SEGMENT, self.version_id, self.anchor.span):
            if segment.claim_id is None and self.anchor.span.holds(segment.anchor.span):
                writer.remove(SEGMENT, segment.id)
        decide_inside(
            writer, self.version_id, self.anchor.span, stamp, lambda one: one.kind.value == self.as_label.value
        )
        segment = Segment(
            id=self.segment_id,
            version_id=self.version_id,
            label=self.as_label,
            anchor=self.anchor,
            reason=self.reason,
            made_at=stamp.at,
            made_by=stamp.person.name,
        )
        writer.save(SEGMENT, segment)
        return writer.article_of(self.version_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLabel:
    """Take a label away: the words are bare again. Restores furniture, too."""

    segment_id: SegmentId

    label = "Remove label"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        segment = writer.load(SEGMENT, self.segment_id)
        if segment.claim_id is not None:
            raise refused("these words belong to a claim", "Delete the claim instead.")
        writer.remove(SEGMENT, segment.id)
        return writer.article_of(segment.version_id)
