"""Rows of the checklist: everything a row shows, made ready before it is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from factdesk.model.case import Case
from factdesk.model.claim import OPEN_STATES, Claim, ClaimKind, Priority, State
from factdesk.model.ids import ClaimId
from factdesk.model.scale import ScaleValue
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.text.spans import Span
from factdesk.ui.claim import words

MOST_REASONS = 3
"""Reasons told on a row; the claim pane tells them all."""


class RowKind(StrEnum):
    """What a row stands for."""

    CLAIM = "claim"
    SUGGESTION = "suggestion"


class Standing(NamedTuple):
    """What a row is counted by; few different ones stand for thousands of rows."""

    kind: RowKind
    verdict: ScaleValue | None
    state: State | None
    is_open: bool
    is_mine: bool
    high_risk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the checklist.

    Attributes:
        number: the claim's number; empty for a suggestion.
        words: its exact words on one line.
        detail: the quiet line below: reasons, kind, sources.
        verdict: what was found, or None while nothing is decided.
        verdict_words: glyph and label, "— not decided", or what a suggestion is proposed to be.
        state: where the work stands; None for a suggestion.
        state_words: glyph and word of it.
        score: check-worthiness of a suggestion, 0 for a claim.
        is_mine: made or judged by the person at the desk.
        is_open: there is still something to do or to decide.
        start: code point its words begin at; past the text for a claim whose words are gone.
        sought: what a search looks in, casefolded.
        reasons: why its words are worth checking, in plain words.
    """

    kind: RowKind
    id: str
    number: str = ""
    words: str
    detail: str
    verdict: ScaleValue | None = None
    verdict_words: str
    state: State | None = None
    state_words: str
    claim_kind: ClaimKind | None = None
    priority: Priority = Priority.NORMAL
    high_risk: bool = False
    sources: int = 0
    score: float = 0.0
    is_mine: bool = False
    is_open: bool
    start: int
    sought: str
    reasons: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        return Standing(self.kind, self.verdict, self.state, self.is_open, self.is_mine, self.high_risk)

    @property
    def key(self) -> tuple[RowKind, str]:
        return self.kind, self.id

    @property
    def spoken(self) -> str:
        """The whole row in words, as a screen reader says it."""
        if self.kind is RowKind.SUGGESTION:
            return words.spoken_suggestion(self.words, self.verdict_words, self.detail)
        return words.spoken_claim(self.number, self.words, self.verdict_words, self.state_words, self.detail)


def rows_of(case: Case, numbers: dict[ClaimId, str], *, me: str) -> tuple[Row, ...]:
    """Return claims and undecided suggestions together, in reading order; claims that are gone last.

    Args:
        numbers: number of each claim (``rules.numbering``).
        me: name of the person at the desk, as the record has it.
    """
    rows = [*_claim_rows(case, numbers, me)]
    rows += [_suggestion_row(case, one) for one in case.suggestions if one.decision is Decision.OPEN]
    return tuple(sorted(rows, key=lambda row: row.start))


def row_again(row: Row, case: Case, claim: Claim, *, me: str) -> Row:
    """Return the row of a claim whose work changed but none of its words, nor its number.

    A thousandth of what ``rows_of`` takes for a long checklist.
    """
    seen = _Seen(
        number=row.number,
        exact=row.words,
        start=row.start,
        reasons=row.reasons,
        sources=sum(tie.claim_id == claim.id for tie in case.evidence),
        verdict=_value(case, claim),
        is_mine=_is_mine(claim, me),
    )
    return _claim_row(claim, seen)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the case says of one claim beyond the claim itself."""

    number: str
    exact: str
    start: int
    reasons: tuple[str, ...]
    sources: int
    verdict: ScaleValue | None
    is_mine: bool


def _claim_rows(case: Case, numbers: dict[ClaimId, str], me: str) -> Iterator[Row]:
    segments, evidence = case.words_of(), case.evidence_of()
    reasons = (reason for one in case.suggestions for reason in one.reasons)
    caught = sorted((reason.span.start, n, reason.code) for n, reason in enumerate(reasons))
    for claim in case.claims:
        segment = segments.get(claim.id)
        span = Span(segment.anchor.start, segment.anchor.end) if segment else None
        first, last = (bisect_left(caught, (at, -1, "")) for at in span) if span else (0, 0)
        yield _claim_row(
            claim,
            _Seen(
                number=numbers.get(claim.id, ""),
                exact=_one_line(segment.anchor.exact if segment else claim.restatement) or words.not_in_version(),
                start=span.start if span else len(case.version.text),
                reasons=tuple(words.reason(code) for _, _, code in caught[first:last]),
                sources=len(evidence.get(claim.id, ())),
                verdict=_value(case, claim),
                is_mine=_is_mine(claim, me),
            ),
        )


def _is_mine(claim: Claim, me: str) -> bool:
    return claim.made_by == me or (claim.verdict is not None and claim.verdict.given_by == me)


def _claim_row(claim: Claim, seen: _Seen) -> Row:
    state = words.state(claim.state, claim.waiting_for)
    verdict_words = words.verdict(seen.verdict) if seen.verdict else words.not_decided()
    detail = " · ".join(_details(claim, seen))
    sought = (seen.number, seen.exact, claim.restatement, claim.claimant, detail, verdict_words, state)
    return Row(
        kind=RowKind.CLAIM,
        id=claim.id,
        number=seen.number,
        words=seen.exact,
        detail=detail,
        verdict=seen.verdict,
        verdict_words=verdict_words,
        state=claim.state,
        state_words=f"{words.STATE_GLYPHS[claim.state]} {words.state(claim.state)}",
        claim_kind=claim.kind,
        priority=claim.priority,
        high_risk=claim.high_risk,
        sources=seen.sources,
        is_mine=seen.is_mine,
        is_open=claim.state in OPEN_STATES,
        start=seen.start,
        sought=" ".join(sought).casefold(),
        reasons=seen.reasons,
    )


def _details(claim: Claim, seen: _Seen) -> Iterator[str]:
    if claim.high_risk:
        yield words.high_risk()
    if claim.priority is not Priority.NORMAL:
        yield words.priority(claim.priority)
    if claim.waiting_for is not None:
        yield words.state(claim.state, claim.waiting_for)
    yield words.claim_kind(claim.kind)
    yield words.sources(seen.sources)
    yield from _few(seen.reasons)
    if claim.set_aside_reason:
        yield claim.set_aside_reason


def _suggestion_row(case: Case, one: Suggestion) -> Row:
    line = _one_line(case.version.text[slice(*one.span)])
    detail = " · ".join(_few(words.reason(reason.code) for reason in one.reasons))
    kind = words.suggestion_kind(one.kind)
    return Row(
        kind=RowKind.SUGGESTION,
        id=one.id,
        words=line,
        detail=detail,
        verdict_words=kind,
        state_words=f"{words.SUGGESTED_GLYPH} {words.suggested()}",
        score=one.score,
        is_open=True,
        start=one.span.start,
        sought=f"{line} {detail} {kind}".casefold(),
    )


def _few(reasons: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice(dict.fromkeys(reasons), MOST_REASONS))


def _value(case: Case, claim: Claim) -> ScaleValue | None:
    if claim.verdict is None:
        return None
    return case.scales[claim.verdict.scale_id].value(claim.verdict.value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
