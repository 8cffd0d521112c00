"""Edits to tellings: link the places where one statement is made, move the head, confirm other words."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from factdesk.model.ids import ArticleId, ClaimId, RejectedRepeatId, SegmentId, VersionId, new_id
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Decision
from factdesk.model.telling import RejectedRepeat
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.segments import SEGMENT, SUGGESTION
from factdesk.store.tables.tellings import REJECTED_REPEAT
from factdesk.store.writer import Writer
from factdesk.text.anchor import Anchor
from factdesk.text.spans import Span
from factdesk.work.edits.edit import Stamp, refused
from factdesk.work.edits.merge import absorb
from factdesk.work.edits.suggestion import AcceptSuggestions, decide_inside
from factdesk.work.edits.wording import compare_tellings, compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Words that tell a claim again, and the id of their segment."""

    anchor: Anchor
    segment_id: SegmentId = field(default_factory=lambda: SegmentId(new_id()))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTellings:
    """Say that words tell a claim again: its verdict is theirs.

    Labels inside the words give way. A claim made of the very words joins the head, with its notes, evidence
    and own tellings. Open suggestions inside are decided.

    Attributes:
        claim_id: the head.
        first: accepts the head's own suggestion first, where it is no claim yet.
        in_bulk: accepted together, not each by a look of its own; printed as such.
    """

    claim_id: ClaimId
    version_id: VersionId
    tellings: tuple[Telling, ...]
    first: AcceptSuggestions | None = None
    in_bulk: bool = False

    @property
    def label(self) -> str:
        return "Link telling" if len(self.tellings) == 1 else "Link tellings"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        if self.first is not None:
            self.first.apply(writer, stamp)
        head = _head(writer, self.claim_id, self.version_id)
        for telling in self.tellings:
            if telling.anchor.span.overlaps(head.anchor.span):
                raise refused("these words are the claim’s own", "Choose words that stand elsewhere.")
            _give_way(writer, head, telling.anchor)
            decide_inside(writer, self.version_id, telling.anchor.span, stamp)
            linked = Segment(
                id=telling.segment_id, version_id=self.version_id, label=Label.REPEAT, anchor=telling.anchor,
                claim_id=self.claim_id, in_bulk=self.in_bulk, made_at=stamp.at, made_by=stamp.person.name,
            )  # fmt: skip
            writer.save(SEGMENT, compared(linked, head))
        return writer.article_of(self.version_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkTelling:
    """Say that a telling is none: its words are bare, its suggestion is open again, and the pair is remembered."""

    segment_id: SegmentId
    rejected_id: RejectedRepeatId = field(default_factory=lambda: RejectedRepeatId(new_id()))

    label = "Unlink telling"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        telling = _telling(writer, self.segment_id)
        head = _head(writer, telling.claim_id or ClaimId(""), telling.version_id)
        writer.remove(SEGMENT, telling.id)
        for suggestion in writer.overlapping(SUGGESTION, telling.version_id, telling.anchor.span):
            if suggestion.span == telling.anchor.span:
                reopened = replace(suggestion, decision=Decision.OPEN, in_bulk=False, decided_at="", decided_by="")
                writer.save(SUGGESTION, reopened)
        reject = RejectRepeat(
            version_id=telling.version_id, span=telling.anchor.span, of=head.anchor.span, rejected_id=self.rejected_id
        )
        return reject.apply(writer, stamp)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveHead:
    """Make a telling the head: the claim's own words are now these, and the old ones tell it again.

    The wordings are compared anew, so what was confirmed is open again where they differ.
    """

    segment_id: SegmentId

    label = "Make this telling the head"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        telling = _telling(writer, self.segment_id)
        head = _head(writer, telling.claim_id or ClaimId(""), telling.version_id)
        writer.save(SEGMENT, replace(head, label=Label.REPEAT))
        raised = replace(telling, label=Label.CLAIM, differs=False, confirmed_at="", confirmed_by="")
        writer.save(SEGMENT, raised)
        compare_tellings(writer, raised)
        return writer.article_of(telling.version_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmWording:
    """Say that the head's verdict holds for tellings whose words differ."""

    segment_ids: tuple[SegmentId, ...]

    label = "Confirm wording"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId | None:
        article: ArticleId | None = None
        for segment_id in self.segment_ids:
            telling = _telling(writer, segment_id)
            if writer.load(CLAIM, telling.claim_id or "").verdict is None:
                raise refused("there is no verdict yet that could hold for these words", "Give a verdict first.")
            if telling.differs:
                writer.save(SEGMENT, replace(telling, confirmed_at=stamp.at, confirmed_by=stamp.person.name))
            article = writer.article_of(telling.version_id)
        return article


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectRepeat:
    """Say that a proposed telling is none; the pair is not proposed again."""

    version_id: VersionId
    span: Span
    of: Span
    rejected_id: RejectedRepeatId = field(default_factory=lambda: RejectedRepeatId(new_id()))

    label = "Reject repeat"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        writer.save(REJECTED_REPEAT, RejectedRepeat(
            id=self.rejected_id, version_id=self.version_id, span=self.span, of=self.of,
            made_at=stamp.at, made_by=stamp.person.name,
        ))  # fmt: skip
        return writer.article_of(self.version_id)


def _head(writer: Writer, claim_id: ClaimId, version_id: VersionId) -> Segment:
    for segment in writer.where(SEGMENT, "claim_id", claim_id):
        if segment.label is Label.CLAIM and segment.version_id == version_id:
            return segment
    raise refused("the claim has no words of its own in this version", "Choose the claim again.")


def _telling(writer: Writer, segment_id: SegmentId) -> Segment:
    segment = writer.load(SEGMENT, segment_id)
    if segment.label is not Label.REPEAT:
        raise refused("these words are no telling of a claim", "Choose one of the claim’s tellings.")
    return segment


def _give_way(writer: Writer, head: Segment, anchor: Anchor) -> None:
    """Clear the words for a telling: labels inside go, and a claim or telling of the very words joins the head."""
    for segment in writer.overlapping(SEGMENT, head.version_id, anchor.span):
        if segment.claim_id is None:
            if anchor.span.holds(segment.anchor.span):
                writer.remove(SEGMENT, segment.id)
        elif segment.anchor.span == anchor.span and segment.label is Label.CLAIM:
            absorb(writer, head.claim_id or ClaimId(""), segment.claim_id)
        elif segment.anchor.span == anchor.span:
            raise refused("these words tell a claim already", "Unlink them there first.")
