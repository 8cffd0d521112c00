"""Scope and method: what was and was not checked, by whom, and with what."""

from __future__ import annotations

from collections import Counter

from factdesk.model.case import Case
from factdesk.model.claim import Claim, State
from factdesk.model.ids import ClaimId
from factdesk.model.segment import NOT_A_CLAIM, Label, Segment
from factdesk.model.suggestion import Decision
from factdesk.report.copy import Paragraphs
from factdesk.report.furniture import folded_list
from factdesk.report.parts import NotChecked
from factdesk.report.words import LABELS, count, day, listed, shortened

LONGEST_QUOTE = 160
_PLURALS = {"furniture": "stretches of furniture", "heading": "headings"}


def method(case: Case) -> tuple[str, ...]:
    """Return the paragraphs of the section."""
    return tuple(
        text
        for text in (
            _about(case),
            _suggested(case),
            _by_hand(case),
            _told_again(case),
            _left_out(case),
            _as_of(case),
        )
        if text
    )


def not_checked(case: Case, numbers: dict[ClaimId, str], paragraphs: Paragraphs) -> tuple[NotChecked, ...]:
    """List the claims set aside and the words labelled as no claim, in that order.

    Headings are named only where a reason was given; the copy shows them all. Long runs of furniture are one row each.
    """
    words = case.words_of()
    aside = [
        _set_aside(claim, words.get(claim.id), numbers, paragraphs)
        for claim in case.claims
        if claim.state is State.SET_ASIDE
    ]
    labelled = [
        NotChecked(
            paragraphs.number_at(segment.anchor.start),
            segment.anchor.start,
            LABELS[segment.label],
            shortened(segment.anchor.exact, LONGEST_QUOTE),
            segment.reason,
            f"{segment.made_by}, in bulk" if segment.in_bulk else segment.made_by,
        )
        for segment in case.segments
        if segment.label in NOT_A_CLAIM and (segment.label is not Label.HEADING or segment.reason)
    ]
    return (*aside, *folded_list(labelled))


def _set_aside(
    claim: Claim, segment: Segment | None, numbers: dict[ClaimId, str], paragraphs: Paragraphs
) -> NotChecked:
    return NotChecked(
        paragraphs.number_at(segment.anchor.start) if segment else None,
        segment.anchor.start if segment else None,
        f"claim {numbers[claim.id]}, set aside",
        shortened(segment.anchor.exact if segment else claim.restatement, LONGEST_QUOTE),
        claim.set_aside_reason,
        "",
    )


def _about(case: Case) -> str:
    return (
        f"What was checked is the text of version {case.version.number} as it was received, and nothing else: "
        "not its pictures, links or layout. Every claim is tied to its exact words."
    )


def _suggested(case: Case) -> str:
    if not case.suggestions:
        return "No suggestions of a program were used."
    decisions = Counter(suggestion.decision for suggestion in case.suggestions)
    in_bulk = sum(suggestion.in_bulk for suggestion in case.suggestions)
    methods = listed(sorted({suggestion.method for suggestion in case.suggestions}))
    bulk = f" ({in_bulk:,} of them in bulk, not one by one)" if in_bulk else ""
    return (
        f"Sentences were suggested by a program ({methods}) and decided by people. "
        f"Of {count(len(case.suggestions), 'suggestion')}, {decisions[Decision.ACCEPTED]:,} were accepted{bulk}, "
        f"{decisions[Decision.REJECTED]:,} rejected and {decisions[Decision.OPEN]:,} not decided. "
        "No state and no verdict was given by a program."
    )


def _by_hand(case: Case) -> str:
    by_hand = sum(claim.origin == "by-hand" for claim in case.claims)
    if not by_hand:
        return ""
    return f"{count(by_hand, 'claim')} {'was' if by_hand == 1 else 'were'} marked by hand."


def _told_again(case: Case) -> str:
    linked = [segment for segment in case.segments if segment.label is Label.REPEAT and segment.claim_id is not None]
    if not linked:
        return ""
    in_bulk = sum(segment.in_bulk for segment in linked)
    bulk = f", {in_bulk:,} of them in bulk, not one by one" if in_bulk else ""
    were = "was" if len(linked) == 1 else "were"
    return (
        f"{count(len(linked), 'place')} where a claim is told again {were} linked to it "
        f"by people{bulk}; the claim’s verdict is theirs, and where the wording differs its card says so."
    )


def _left_out(case: Case) -> str:
    labels = Counter(segment.label for segment in case.segments if segment.label in NOT_A_CLAIM)
    aside = sum(claim.state is State.SET_ASIDE for claim in case.claims)
    parts = [
        count(
            number, LABELS[label] if label is not Label.FURNITURE else "stretch of furniture", _PLURALS.get(label, "")
        )
        for label, number in sorted(labels.items())
    ]
    if aside:
        parts.append(f"{count(aside, 'claim')} set aside")
    if not parts:
        return ""
    return (
        f"Not checked, because nothing in them can be verified or because they are not the article’s: {listed(parts)}."
    )


def _as_of(case: Case) -> str:
    dates = sorted({claim.verdict.as_of for claim in case.claims if claim.verdict and claim.verdict.as_of})
    if not dates:
        return ""
    if len(dates) == 1:
        return f"Verdicts hold as of {day(dates[0])}."
    return f"Verdicts hold as of the day stated with each, {day(dates[0])} to {day(dates[-1])}."
