"""Edits that decide the author's remarks: a person takes one as evidence, or lets it be."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from factdesk.model.ids import ArticleId, ClaimId, EvidenceId, RemarkId, SourceId, new_id
from factdesk.model.remark import KeptRemark
from factdesk.model.suggestion import Decision
from factdesk.store.tables.remarks import REMARK
from factdesk.store.writer import Writer
from factdesk.work.edits.edit import Stamp, refused
from factdesk.work.edits.source import AttachSource, SourceForm


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptRemark:
    """Take what the author noted as evidence on a claim: a source, tied to it, that says what ``form`` says."""

    remark_id: RemarkId
    claim_id: ClaimId
    form: SourceForm
    source_id: SourceId = field(default_factory=lambda: SourceId(new_id()))
    evidence_id: EvidenceId = field(default_factory=lambda: EvidenceId(new_id()))

    label = "Take the author’s note as evidence"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        _decide(writer, self.remark_id, Decision.ACCEPTED, stamp)
        attach = AttachSource(
            claim_id=self.claim_id, form=self.form, source_id=self.source_id, evidence_id=self.evidence_id
        )
        return attach.apply(writer, stamp)


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissRemark:
    """Say that the author's note is no evidence; it is no longer offered."""

    remark_id: RemarkId

    label = "Dismiss the author’s note"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        kept = _decide(writer, self.remark_id, Decision.REJECTED, stamp)
        return writer.article_of(kept.version_id)


def _decide(writer: Writer, remark_id: RemarkId, decision: Decision, stamp: Stamp) -> KeptRemark:
    kept = writer.load(REMARK, remark_id)
    if kept.decision is not Decision.OPEN:
        raise refused("the author’s note was decided already", "Undo that decision first.")
    writer.save(REMARK, replace(kept, decision=decision, decided_at=stamp.at, decided_by=stamp.person.name))
    return kept
