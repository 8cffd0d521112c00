"""Claims as rows; a verdict is five columns of its claim, all empty or all filled."""

from __future__ import annotations

from factdesk.model.claim import Claim, ClaimKind, Priority, State, Verdict, WaitingFor
from factdesk.model.ids import ArticleId, ClaimId, ScaleId
from factdesk.store.tables.rows import Row, Table, members

_KINDS, _PRIORITIES, _STATES = members(ClaimKind), members(Priority), members(State)


def _claim_row(claim: Claim) -> Row:
    verdict = claim.verdict
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "fixed_number": claim.fixed_number,
        "restatement": claim.restatement,
        "kind": str(claim.kind),
        "claimant": claim.claimant,
        "priority": int(claim.priority),
        "high_risk": int(claim.high_risk),
        "state": str(claim.state),
        "waiting_for": None if claim.waiting_for is None else str(claim.waiting_for),
        "set_aside_reason": claim.set_aside_reason,
        "scale_id": None if verdict is None else verdict.scale_id,
        "verdict": None if verdict is None else verdict.value,
        "as_of": None if verdict is None else verdict.as_of,
        "verdict_at": None if verdict is None else verdict.given_at,
        "verdict_by": None if verdict is None else verdict.given_by,
        "rationale": claim.rationale,
        "note": claim.note,
        "origin": claim.origin,
        "made_at": claim.made_at,
        "made_by": claim.made_by,
    }


def _claim(row: Row) -> Claim:
    return Claim(
        id=ClaimId(str(row["id"])),
        article_id=ArticleId(str(row["article_id"])),
        fixed_number=str(row["fixed_number"]),
        restatement=str(row["restatement"]),
        kind=_KINDS[row["kind"]],
        claimant=str(row["claimant"]),
        priority=_PRIORITIES[row["priority"]],
        high_risk=bool(row["high_risk"]),
        state=_STATES[row["state"]],
        waiting_for=None if row["waiting_for"] is None else WaitingFor(str(row["waiting_for"])),
        set_aside_reason=str(row["set_aside_reason"]),
        verdict=_verdict(row),
        rationale=str(row["rationale"]),
        note=str(row["note"]),
        origin=str(row["origin"]),
        made_at=str(row["made_at"]),
        made_by=str(row["made_by"]),
    )


def _verdict(row: Row) -> Verdict | None:
    if row["verdict"] is None:
        return None
    return Verdict(
        scale_id=ScaleId(str(row["scale_id"])),
        value=str(row["verdict"]),
        as_of=str(row["as_of"]),
        given_at=str(row["verdict_at"]),
        given_by=str(row["verdict_by"]),
    )


CLAIM = Table("claim", _claim_row, _claim)
