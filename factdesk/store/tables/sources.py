"""Sources and evidence as rows."""

from __future__ import annotations

from factdesk.model.ids import ClaimId, EvidenceId, SourceId
from factdesk.model.source import Bearing, Evidence, Source, SourceType
from factdesk.store.tables.rows import Row, Table


def _source_row(source: Source) -> Row:
    return {
        "id": source.id,
        "title": source.title,
        "type": str(source.type),
        "publisher": source.publisher,
        "address": source.address,
        "person": source.person,
        "date": source.date,
        "made_at": source.made_at,
        "made_by": source.made_by,
    }


def _source(row: Row) -> Source:
    return Source(
        id=SourceId(str(row["id"])),
        title=str(row["title"]),
        type=SourceType(str(row["type"])),
        publisher=str(row["publisher"]),
        address=str(row["address"]),
        person=str(row["person"]),
        date=str(row["date"]),
        made_at=str(row["made_at"]),
        made_by=str(row["made_by"]),
    )


def _evidence_row(evidence: Evidence) -> Row:
    return {
        "id": evidence.id,
        "claim_id": evidence.claim_id,
        "source_id": evidence.source_id,
        "bearing": str(evidence.bearing),
        "excerpt": evidence.excerpt,
        "locator": evidence.locator,
        "accessed": evidence.accessed,
        "made_at": evidence.made_at,
        "made_by": evidence.made_by,
        "place": evidence.place,
    }


def _evidence(row: Row) -> Evidence:
    return Evidence(
        id=EvidenceId(str(row["id"])),
        claim_id=ClaimId(str(row["claim_id"])),
        source_id=SourceId(str(row["source_id"])),
        bearing=Bearing(str(row["bearing"])),
        excerpt=str(row["excerpt"]),
        locator=str(row["locator"]),
        accessed=str(row["accessed"]),
        made_at=str(row["made_at"]),
        made_by=str(row["made_by"]),
        place=int(row["place"] or 0),
    )


SOURCE = Table("source", _source_row, _source)
EVIDENCE = Table("evidence", _evidence_row, _evidence)
