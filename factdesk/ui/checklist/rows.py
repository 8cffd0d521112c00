"""Rows of the checklist: everything a row shows, made when it is looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from factdesk.model.case import Case
from factdesk.model.claim import OPEN_STATES, Claim, Priority, State
from factdesk.model.scale import ScaleValue
from factdesk.model.suggestion import Reason, Suggestion
from factdesk.text.spans import Span
from factdesk.ui.claim import words

MOST_REASONS = 3
"""Reasons told on a row; the claim pane tells them all."""

Fact = Claim | Suggestion
"""What a row stands for."""


class RowKind(StrEnum):
    """What a row stands for."""

    CLAIM = "claim"
    SUGGESTION = "suggestion"


Key = tuple[str, str]
"""Kind and id of a row: ``("claim", …)`` or ``("suggestion", …)``."""

NO_ROW: Key = "", ""


def kind_of(fact: Fact) -> RowKind:
    """Say what the row of ``fact`` stands for."""
    return RowKind.CLAIM if isinstance(fact, Claim) else RowKind.SUGGESTION


def key_of(fact: Fact) -> Key:
    """Return kind and id of the row of ``fact``."""
    return kind_of(fact).value, fact.id


class Standing(NamedTuple):
    """What a row is counted and chosen by; few different ones stand for thousands of rows."""

    kind: RowKind
    verdict: ScaleValue | None = None
    state: State | None = None
    is_mine: bool = False
    high_risk: bool = False

    @property
    def is_open(self) -> bool:
        """There is still something to do or to decide."""
        return self.state is None or self.state in OPEN_STATES


class Row(Struct, frozen=True, kw_only=True):
    """One row of the checklist as it is drawn and spoken.

    Attributes:
        number: the claim's number; empty for a suggestion.
        words: its exact words on one line.
        detail: the quiet line below: reasons, kind, sources.
        verdict: what was found, or None while nothing is decided.
        verdict_words: glyph and label, "— not decided", or what a suggestion is proposed to be.
        state: where the work stands; None for a suggestion.
        state_words: glyph and word of it.
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
    high_risk: bool = False

    @property
    def spoken(self) -> str:
        """The whole row in words, as a screen reader says it."""
        if self.kind is RowKind.SUGGESTION:
            return words.spoken_suggestion(self.words, self.verdict_words, self.detail)
        return words.spoken_claim(self.number, self.words, self.verdict_words, self.state_words, self.detail)

    def being_kept(self) -> Row:
        """Return the row with the sign and word that what was done with it is still to be kept."""
        told = words.being_kept()
        return replace(self, state_words=told, detail=f"{told} · {self.detail}" if self.state is None else self.detail)


def claim_row(case: Case, claim: Claim, number: str) -> Row:
    """Return the row of a claim of ``case``."""
    found = value_of(case, claim)
    return Row(
        kind=RowKind.CLAIM,
        id=claim.id,
        number=number,
        words=_one_line(exact_words(case, claim)) or words.not_in_version(),
        detail=" · ".join(_details(case, claim)),
        verdict=found,
        verdict_words=words.verdict(found) if found else words.not_decided(),
        state=claim.state,
        state_words=f"{words.STATE_GLYPHS[claim.state]} {words.state(claim.state)}",
        high_risk=claim.high_risk,
    )


def suggestion_row(case: Case, one: Suggestion, told: str = "") -> Row:
    """Return the row of an open suggestion of ``case``; ``told`` says what it is proposed to tell again."""
    reasons = map(words.reason, reason_codes(case, one))
    return Row(
        kind=RowKind.SUGGESTION,
        id=one.id,
        words=_one_line(exact_words(case, one)),
        detail=" · ".join([told, *reasons] if told else reasons),
        verdict_words=words.suggestion_kind(one.kind),
        state_words=f"{words.SUGGESTED_GLYPH} {words.suggested()}",
    )


def told_nothing(_one: Suggestion) -> str:
    """Say of a suggestion that it is proposed to tell nothing again: so it is until that was looked for."""
    return ""


def exact_words(case: Case, fact: Fact) -> str:
    """Return the words a row shows, as they stand in the article; for a claim that is gone its restatement."""
    if isinstance(fact, Suggestion):
        return case.version.text[fact.span.start : fact.span.end]
    segment = case.words_of().get(fact.id)
    return segment.anchor.exact if segment else fact.restatement


def reason_codes(case: Case, fact: Fact) -> tuple[str, ...]:
    """Return the reasons a row tells: each once, the first ``MOST_REASONS``.

    A claim's are those whose characters begin inside its words. Suggestions stand in reading order
    and never overlap.
    """
    if isinstance(fact, Suggestion):
        return _few(fact.reasons)
    segment = case.words_of().get(fact.id)
    return _few(_reasons_inside(case.suggestions, segment.anchor.span)) if segment else ()


def value_of(case: Case, claim: Claim) -> ScaleValue | None:
    """Return the verdict's value, from the scale it was given under."""
    given = claim.verdict
    return None if given is None else case.scales[given.scale_id].value(given.value)


def _reasons_inside(suggestions: Sequence[Suggestion], span: Span) -> Iterator[Reason]:
    first = bisect_left(suggestions, span.start, key=lambda one: one.span.end)
    for one in islice(suggestions, first, None):
        if one.span.start >= span.end:
            return
        yield from (reason for reason in one.reasons if span.start <= reason.span.start < span.end)


def _few(reasons: Iterable[Reason]) -> tuple[str, ...]:
    return tuple(islice(dict.fromkeys(reason.code for reason in reasons), MOST_REASONS))


def _details(case: Case, claim: Claim) -> Iterator[str]:
    if claim.high_risk:
        yield words.high_risk()
    if claim.priority is not Priority.NORMAL:
        yield words.priority(claim.priority)
    if claim.waiting_for is not None:
        yield words.state(claim.state, claim.waiting_for)
    yield words.claim_kind(claim.kind)
    yield words.sources(case.source_count(claim.id))
    told = case.tellings_of().get(claim.id, ())
    if told:
        yield words.told_times(1 + len(told))
    yield from map(words.reason, reason_codes(case, claim))
    if claim.set_aside_reason:
        yield claim.set_aside_reason


def _one_line(text: str) -> str:
    return " ".join(text.split())
