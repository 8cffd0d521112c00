"""The first page: what was found, what is still open, and what keeps the report a draft."""

from __future__ import annotations

from collections.abc import Sequence

from factdesk.model.case import Case
from factdesk.model.claim import OPEN_STATES, Claim, Priority, State
from factdesk.model.ids import ClaimId
from factdesk.model.segment import Segment
from factdesk.model.suggestion import Decision
from factdesk.report.copy import Paragraphs
from factdesk.report.look import counts_by_mark, counts_by_state, mark_of
from factdesk.report.parts import Bare, Group, Listed, Result
from factdesk.report.rich_text import rich_text
from factdesk.report.words import count, percent, ranges, shortened, state_words
from factdesk.rules.coverage import Coverage
from factdesk.rules.shapes import Sign

SHORT, LONG = 90, 320
"""Characters of a passage where its place is what matters, and where its words are."""


def result(case: Case, numbers: dict[ClaimId, str], covered: Coverage, paragraphs: Paragraphs) -> Result:
    """Sum the case up."""
    rows = _Rows(case, numbers, paragraphs)
    marks = {claim.id: mark_of(claim, case) for claim in case.claims}
    checkable = [claim for claim in case.claims if claim.state is not State.SET_ASIDE]
    undecided = [claim for claim in checkable if not marks[claim.id].decided]
    return Result(
        claims=len(case.claims),
        verdicts=counts_by_mark(case.claims, case),
        states=counts_by_state(case.claims),
        share=covered.share,
        coverage=_coverage_words(covered),
        bare=tuple(
            Bare(paragraphs.number_at(span.start), shortened(case.version.text[slice(*span)], SHORT), span.start)
            for span in covered.bare
        ),
        proposals=_proposal_words(case),
        must_fix=rows.of([c for c in case.claims if marks[c.id].decided and not marks[c.id].verified], why=True),
        nothing_to_fix=_nothing_to_fix(case, undecided),
        high_risk=rows.of([claim for claim in case.claims if claim.high_risk]),
        still_open=_groups([c for c in checkable if c.state in OPEN_STATES or not marks[c.id].decided], numbers),
        draft_because=_draft_because(case, covered, undecided),
    )


class _Rows:
    """Writes claims as rows of a list."""

    def __init__(self, case: Case, numbers: dict[ClaimId, str], paragraphs: Paragraphs) -> None:
        self._case, self._numbers, self._paragraphs = case, numbers, paragraphs
        self._words = case.words_of()

    def of(self, claims: Sequence[Claim], *, why: bool = False) -> tuple[Listed, ...]:
        return tuple(self._row(claim, self._words.get(claim.id), why) for claim in claims)

    def _row(self, claim: Claim, segment: Segment | None, why: bool) -> Listed:
        notes = ("high risk",) * claim.high_risk + ("high priority",) * (claim.priority is Priority.HIGH)
        quote = segment.anchor.exact if segment else claim.restatement
        return Listed(
            number=self._numbers[claim.id],
            paragraph=self._paragraphs.number_at(segment.anchor.start) if segment else None,
            quote=shortened(quote, LONG),
            short=shortened(quote, SHORT),
            mark=mark_of(claim, self._case),
            state=state_words(claim).word,
            why=rich_text(claim.rationale) if why else (),
            notes=notes,
        )


def _groups(claims: Sequence[Claim], numbers: dict[ClaimId, str]) -> tuple[Group, ...]:
    groups: dict[Sign, list[str]] = {}
    for claim in sorted(claims, key=lambda claim: list(State).index(claim.state)):
        groups.setdefault(state_words(claim), []).append(numbers[claim.id])
    return tuple(Group(sign.glyph, sign.word, len(found), ranges(found)) for sign, found in groups.items())


def _coverage_words(covered: Coverage) -> str:
    share = percent(covered.covered, covered.letters)
    if covered.complete:
        return f"{share} of the text is accounted for"
    return f"{share} of the text is accounted for; {count(len(covered.bare), 'bare stretch', 'bare stretches')}"


def _proposal_words(case: Case) -> str:
    waiting = sum(suggestion.decision is Decision.OPEN for suggestion in case.suggestions)
    return f"{count(waiting, 'proposal')} of the program not decided" if waiting else ""


def _nothing_to_fix(case: Case, undecided: Sequence[Claim]) -> str:
    if not case.claims:
        return "No claim was marked."
    if undecided:
        return "No verdict given so far asks for a change; what is still open is named above."
    return "No verdict asks for a change."


def _draft_because(case: Case, covered: Coverage, undecided: Sequence[Claim]) -> tuple[str, ...]:
    """Say, each as a sentence, what a signature would have to overlook."""
    reasons = []
    if undecided:
        what = "has no standing verdict" if len(undecided) == 1 else "have no standing verdict"
        reasons.append(f"{count(len(undecided), 'claim')} {what}.")
    if _proposal_words(case):
        reasons.append(f"{_proposal_words(case)}.")
    if not covered.complete:
        reasons.append(f"{count(len(covered.bare), 'stretch', 'stretches')} of the text not accounted for.")
    if not case.claims:
        reasons.append("No claim was marked in this text.")
    return (*reasons, "Nobody has signed it.")
