"""Edits to claims: make, adjust, split, delete, fill in, move along, judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from msgspec.structs import replace

from factdesk.model.claim import NEXT_STATES, Claim, ClaimKind, Priority, State, Verdict, WaitingFor
from factdesk.model.ids import ArticleId, ClaimId, ScaleId, SegmentId, VersionId, new_id
from factdesk.model.scale import Scale
from factdesk.model.segment import Label, Segment
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.scales import SCALE
from factdesk.store.tables.segments import SEGMENT
from factdesk.store.tables.sources import EVIDENCE
from factdesk.store.writer import Writer
from factdesk.text.anchor import Anchor
from factdesk.work.edits.edit import Stamp, refused
from factdesk.work.edits.query import let_go
from factdesk.work.edits.suggestion import decide_inside
from factdesk.work.edits.wording import compare_tellings


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkClaim:
    """Make a claim of some words by hand."""

    version_id: VersionId
    anchor: Anchor
    kind: ClaimKind = ClaimKind.STATEMENT
    claim_id: ClaimId = field(default_factory=lambda: ClaimId(new_id()))
    segment_id: SegmentId = field(default_factory=lambda: SegmentId(new_id()))

    label = "Make claim"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        article = writer.article_of(self.version_id)
        for segment in writer.overlapping(SEGMENT, self.version_id, self.anchor.span):
            if segment.label is Label.CLAIM and segment.anchor.span == self.anchor.span:
                raise refused("these very words are a claim already", "Select more or fewer words.")
        writer.save(CLAIM, Claim(
            id=self.claim_id, article_id=article, kind=self.kind, made_at=stamp.at, made_by=stamp.person.name,
        ))  # fmt: skip
        writer.save(SEGMENT, _words(self.segment_id, self.version_id, self.anchor, self.claim_id, stamp))
        decide_inside(writer, self.version_id, self.anchor.span, stamp)
        return article


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustClaim:
    """Move the edges of a claim's words."""

    segment_id: SegmentId
    anchor: Anchor

    label = "Adjust claim"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        segment = replace(writer.load(SEGMENT, self.segment_id), anchor=self.anchor)
        writer.save(SEGMENT, segment)
        compare_tellings(writer, segment)
        return writer.article_of(segment.version_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitClaim:
    """Part one claim in two. The first keeps everything; the second starts new with kind and priority."""

    segment_id: SegmentId
    first: Anchor
    second: Anchor
    new_claim_id: ClaimId = field(default_factory=lambda: ClaimId(new_id()))
    new_segment_id: SegmentId = field(default_factory=lambda: SegmentId(new_id()))

    label = "Split claim"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        segment = writer.load(SEGMENT, self.segment_id)
        claim = writer.load(CLAIM, segment.claim_id or "")
        narrowed = replace(segment, anchor=self.first)
        writer.save(SEGMENT, narrowed)
        compare_tellings(writer, narrowed)
        part = Claim(
            id=self.new_claim_id,
            article_id=claim.article_id,
            kind=claim.kind,
            claimant=claim.claimant,
            priority=claim.priority,
            high_risk=claim.high_risk,
            origin="split",
            made_at=stamp.at,
            made_by=stamp.person.name,
        )
        writer.save(CLAIM, part)
        writer.save(SEGMENT, _words(self.new_segment_id, segment.version_id, self.second, part.id, stamp))
        return claim.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteClaim:
    """Delete a claim, the mark of its words and tellings, and its evidence; sources and author queries stay."""

    claim_id: ClaimId

    label = "Delete claim"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        claim = writer.load(CLAIM, self.claim_id)
        for evidence in writer.where(EVIDENCE, "claim_id", claim.id):
            writer.remove(EVIDENCE, evidence.id)
        for segment in writer.where(SEGMENT, "claim_id", claim.id):
            writer.remove(SEGMENT, segment.id)
        let_go(writer, claim.id)
        writer.remove(CLAIM, claim.id)
        return claim.article_id


class ClaimField(StrEnum):
    """A field of a claim that a person fills in."""

    RESTATEMENT = "restatement"
    KIND = "kind"
    CLAIMANT = "claimant"
    PRIORITY = "priority"
    HIGH_RISK = "high_risk"
    RATIONALE = "rationale"
    NOTE = "note"


_TYPES = {ClaimField.KIND: ClaimKind, ClaimField.PRIORITY: Priority, ClaimField.HIGH_RISK: bool}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditClaim:
    """Fill in one field of a claim. A new claim that is worked on becomes one in check."""

    claim_id: ClaimId
    field: ClaimField
    value: str | int | bool

    @property
    def label(self) -> str:
        return f"Edit {self.field.replace('_', ' ')}"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        claim = writer.load(CLAIM, self.claim_id)
        try:
            value = _TYPES.get(self.field, str)(self.value)
        except ValueError as problem:
            raise refused(f"“{self.value}” is no {self.field.replace('_', ' ')}") from problem
        changed = _with(claim, self.field, value)
        working = self.field in (ClaimField.RATIONALE, ClaimField.NOTE) and claim.state is State.NEW and bool(value)
        writer.save(CLAIM, replace(changed, state=State.IN_CHECK) if working else changed)
        return claim.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveClaim:
    """Move a claim along the table of legal states (``model.claim.NEXT_STATES``)."""

    claim_id: ClaimId
    to: State
    waiting_for: WaitingFor | None = None
    reason: str = ""

    label = "Change state"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        claim = writer.load(CLAIM, self.claim_id)
        writer.save(CLAIM, moved(claim, self.to, self.waiting_for, self.reason))
        return claim.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVerdict:
    """Give a claim a verdict of a scale, which is kept with the desk, and propose it for review."""

    claim_id: ClaimId
    scale: Scale = field(metadata={"journal": False})
    value: str
    as_of: str

    label = "Verdict"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        claim = writer.load(CLAIM, self.claim_id)
        if self.value not in {value.id for value in self.scale.values}:
            known = ", ".join(value.id for value in self.scale.values)
            raise refused(f"the scale “{self.scale.name}” has no value “{self.value}”", f"Choose one of: {known}.")
        if not writer.has(SCALE, self.scale.id):
            writer.save(SCALE, self.scale)
        verdict = Verdict(ScaleId(self.scale.id), self.value, self.as_of, stamp.at, stamp.person.name)
        onward = claim if claim.state is State.PROPOSED else moved(claim, State.PROPOSED)
        writer.save(CLAIM, replace(onward, verdict=verdict))
        return claim.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearVerdict:
    """Take a verdict away; the claim goes back into check."""

    claim_id: ClaimId

    label = "Clear verdict"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        claim = writer.load(CLAIM, self.claim_id)
        onward = moved(claim, State.IN_CHECK) if claim.state in (State.PROPOSED, State.AGREED) else claim
        writer.save(CLAIM, replace(onward, verdict=None))
        return claim.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsOf:
    """Correct the date up to which a verdict holds."""

    claim_id: ClaimId
    as_of: str

    label = "Edit as-of date"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        claim = writer.load(CLAIM, self.claim_id)
        if claim.verdict is None:
            raise refused("there is no verdict yet that the date could belong to", "Give a verdict first.")
        writer.save(CLAIM, replace(claim, verdict=replace(claim.verdict, as_of=self.as_of)))
        return claim.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class FixNumbers:
    """Fix the numbers under which claims are printed for the first time."""

    article_id: ArticleId
    numbers: tuple[tuple[ClaimId, str], ...]

    label = "Number claims for print"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        for claim_id, number in self.numbers:
            writer.save(CLAIM, replace(writer.load(CLAIM, claim_id), fixed_number=number))
        return self.article_id


def moved(claim: Claim, to: State, waiting_for: WaitingFor | None = None, reason: str = "") -> Claim:
    """Return ``claim`` in state ``to``.

    Raises:
        NotAllowedError: the state does not follow, or what it needs is missing.
    """
    if to is not claim.state and to not in NEXT_STATES[claim.state]:
        raise refused(f"a claim that is “{claim.state}” cannot become “{to}”")
    if to is State.WAITING and waiting_for is None:
        raise refused("it was not said for whom the claim waits", "Say author, source, document or editor.")
    if to is State.SET_ASIDE and not reason.strip():
        raise refused("no reason was given", "Say in a few words why the claim is not checkable.")
    return replace(
        claim,
        state=to,
        waiting_for=waiting_for if to is State.WAITING else None,
        set_aside_reason=reason.strip() if to is State.SET_ASIDE else "",
    )


def _with(claim: Claim, name: ClaimField, value: str | int | bool) -> Claim:
    return replace(claim, **{name.value: value})


def _words(segment_id: SegmentId, version_id: VersionId, anchor: Anchor, claim_id: ClaimId, stamp: Stamp) -> Segment:
    return Segment(
        id=segment_id,
        version_id=version_id,
        label=Label.CLAIM,
        anchor=anchor,
        claim_id=claim_id,
        made_at=stamp.at,
        made_by=stamp.person.name,
    )
