"""Edits to evidence: tie a source to a claim, correct it, move it up or down, untie it."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from factdesk.model.claim import State
from factdesk.model.ids import ArticleId, ClaimId, EvidenceId, SourceId, new_id
from factdesk.model.source import Bearing, Evidence, Source, SourceType
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.sources import EVIDENCE, SOURCE
from factdesk.store.writer import Writer
from factdesk.work.edits.edit import Stamp, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceForm:
    """What a person fills in about a source and what it says to the claim; dates are ISO or empty."""

    title: str
    type: SourceType = SourceType.SECONDARY
    publisher: str = ""
    address: str = ""
    person: str = ""
    date: str = ""
    bearing: Bearing = Bearing.SUPPORTS
    excerpt: str = ""
    locator: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachSource:
    """Tie a source to a claim: one the desk has already (``source_id`` of it), or a new one."""

    claim_id: ClaimId
    form: SourceForm
    source_id: SourceId = field(default_factory=lambda: SourceId(new_id()))
    evidence_id: EvidenceId = field(default_factory=lambda: EvidenceId(new_id()))

    label = "Add source"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        claim = writer.load(CLAIM, self.claim_id)
        if not writer.has(SOURCE, self.source_id):
            new = Source(id=self.source_id, title="-", made_at=stamp.at, made_by=stamp.person.name)
            writer.save(SOURCE, _filled(new, self.form))
        tie = Evidence(
            id=self.evidence_id,
            claim_id=self.claim_id,
            source_id=self.source_id,
            bearing=self.form.bearing,
            excerpt=self.form.excerpt,
            locator=self.form.locator,
            accessed=self.form.accessed,
            place=next_place(writer, self.claim_id),
            made_at=stamp.at,
            made_by=stamp.person.name,
        )
        writer.save(EVIDENCE, tie)
        if claim.state is State.NEW:
            writer.save(CLAIM, replace(claim, state=State.IN_CHECK))
        return claim.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSource:
    """Correct a source and what it says to one claim; the source changes for every claim it is tied to."""

    evidence_id: EvidenceId
    form: SourceForm

    label = "Edit source"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        tie = writer.load(EVIDENCE, self.evidence_id)
        writer.save(SOURCE, _filled(writer.load(SOURCE, tie.source_id), self.form))
        changed = replace(
            tie,
            bearing=self.form.bearing,
            excerpt=self.form.excerpt,
            locator=self.form.locator,
            accessed=self.form.accessed,
        )
        writer.save(EVIDENCE, changed)
        return writer.load(CLAIM, tie.claim_id).article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSource:
    """Put evidence before another of the same claim, or behind them all (``before`` is None).

    It names a neighbour, not a number: what another window added or removed meanwhile changes nothing of what is meant.
    """

    evidence_id: EvidenceId
    before: EvidenceId | None

    label = "Move source"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        tie = writer.load(EVIDENCE, self.evidence_id)
        ties = evidence_of(writer, tie.claim_id)
        others = [one for one in ties if one.id != tie.id]
        known = [one.id for one in others]
        if self.before is not None and self.before not in known:
            raise refused("the source it was to stand before is gone", "Look at the order, then move it again.")
        at = len(others) if self.before is None else known.index(self.before)
        moved = [*others[:at], tie, *others[at:]]
        if moved == ties:
            raise refused("the source stands there already")
        for one, place in zip(moved, _places(ties), strict=True):
            if one.place != place:
                writer.save(EVIDENCE, replace(one, place=place))
        return writer.load(CLAIM, tie.claim_id).article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSource:
    """Untie a source from a claim; a source no claim uses any more leaves the desk."""

    evidence_id: EvidenceId

    label = "Remove source"

    def apply(self, writer: Writer, stamp: Stamp) -> ArticleId:
        tie = writer.load(EVIDENCE, self.evidence_id)
        writer.remove(EVIDENCE, tie.id)
        if not writer.where(EVIDENCE, "source_id", tie.source_id):
            writer.remove(SOURCE, tie.source_id)
        return writer.load(CLAIM, tie.claim_id).article_id


def evidence_of(writer: Writer, claim_id: ClaimId) -> list[Evidence]:
    """Return a claim's evidence in its order."""
    return sorted(writer.where(EVIDENCE, "claim_id", claim_id), key=lambda one: one.order)


def next_place(writer: Writer, claim_id: ClaimId) -> int:
    """Return the place behind all evidence of a claim."""
    return max((one.place + 1 for one in writer.where(EVIDENCE, "claim_id", claim_id)), default=0)


def _places(ties: list[Evidence]) -> list[int]:
    """Return the places to be given out again: those there are (few rows change), or new ones where two agree."""
    there = [one.place for one in ties]
    return there if len(set(there)) == len(there) else list(range(len(ties)))


def _filled(source: Source, form: SourceForm) -> Source:
    if not (form.title.strip() or form.person.strip() or form.address.strip()):
        raise refused("a source needs a title, a person or an address", "Fill in at least one of the three.")
    return replace(
        source,
        title=form.title.strip(),
        type=form.type,
        publisher=form.publisher.strip(),
        address=form.address.strip(),
        person=form.person.strip(),
        date=form.date,
    )
