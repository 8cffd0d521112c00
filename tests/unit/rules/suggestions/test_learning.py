"""A desk's decisions move later suggestions when they show a habit, say so, and otherwise move nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.draft import ProposedSuggestion
from factdesk.model.ids import SuggestionId, VersionId
from factdesk.model.suggestion import Decision, Reason, Suggestion, SuggestionKind
from factdesk.rules.suggestions.learning import (
    LOWERED,
    NONE,
    RAISED,
    STEP,
    Decided,
    Habits,
    decided,
    habits,
    moved_score,
    reweighed,
    steps,
)
from factdesk.text.spans import Span

CODES = ("money", "quote", "hedge", "number")


def decisions(taste: str | None, count: int = 200) -> list[Decided]:
    """Return decisions of a checker who accepts what has the sign ``taste``; None decides by a coin."""
    chance = random.Random(7)
    found = []
    for _ in range(count):
        codes = frozenset(code for code in CODES if chance.random() < 0.4)
        score = chance.uniform(0.1, 0.9)
        luck = chance.random()
        found.append(Decided(codes, score, luck < 0.5 if taste is None else (taste in codes) != (luck < 0.1)))
    return found


def proposed(score: float, *codes: str) -> ProposedSuggestion:
    reasons = tuple(Reason(code, Span(nth, nth + 1)) for nth, code in enumerate(codes))
    return ProposedSuggestion(Span(0, 9), SuggestionKind.CLAIM, score, reasons)


def test_a_sign_that_is_always_accepted_raises_and_the_rest_is_lowered() -> None:
    learned = habits(decisions("money"))
    assert steps(["money"], learned) > 2 > 0 >= steps(["quote"], learned)


@pytest.mark.parametrize(
    "before", [decisions(None), decisions("money", 29), [Decided(frozenset(CODES), 0.5, True)] * 90]
)
def test_a_coin_few_decisions_or_only_yes_teach_nothing(before: list[Decided]) -> None:
    assert habits(before) == NONE


def test_scores_that_foretell_everything_leave_nothing_to_learn() -> None:
    chance = random.Random(3)
    before = [
        Decided(frozenset(chance.sample(CODES, 2)), score, score > 0.5)
        for score in (chance.random() for _ in range(200))
    ]
    assert habits(before) == NONE


def test_a_moved_suggestion_says_so_on_the_words_of_the_sign_that_moved_it() -> None:
    (moved,) = reweighed([proposed(0.5, "quote", "money")], Habits({"money": 0.5}))
    assert moved.score > 0.6
    assert [reason for reason in moved.reasons if reason.code == RAISED] == [Reason(RAISED, Span(1, 2))] * 2
    (moved,) = reweighed([proposed(0.5, "quote")], Habits({"quote": -0.3}))
    assert moved.score < 0.5
    assert moved.reasons[-1] == Reason(LOWERED, Span(0, 1))


def test_what_is_no_claim_is_not_moved() -> None:
    opinion = ProposedSuggestion(Span(0, 9), SuggestionKind.OPINION, 0.5, (Reason("money", Span(0, 1)),))
    assert reweighed([opinion], Habits({"money": 2.0})) == (opinion,)


@given(st.floats(0.02, 0.98), st.floats(-3, 3))
def test_the_score_before_it_was_moved_can_be_had_again(score: float, lift: float) -> None:
    (moved,) = reweighed([proposed(score, "money")], Habits({"money": lift}))
    (again,) = decided([suggestion(moved)])
    assert again.codes == {"money"}
    assert again.score == pytest.approx(score, abs=0.01)


def test_decisions_in_bulk_and_open_ones_teach_nothing() -> None:
    one = proposed(0.5, "money")
    assert decided([suggestion(one, in_bulk=True), suggestion(one, decision=Decision.OPEN)]) == []


@given(st.floats(0, 1), st.integers(-6, 6))
def test_a_moved_score_stays_between_0_and_1(score: float, by: int) -> None:
    assert 0 <= moved_score(score, by) <= 1
    assert STEP > 0


def suggestion(one: ProposedSuggestion, *, in_bulk: bool = False, decision: Decision = Decision.ACCEPTED) -> Suggestion:
    return Suggestion(
        id=SuggestionId("s"), version_id=VersionId("v"), span=one.span, kind=one.kind, score=one.score,
        reasons=one.reasons, method="rules-2", decision=decision, in_bulk=in_bulk,
        decided_at="" if decision is Decision.OPEN else "2026-01-01T00:00:00Z",
    )  # fmt: skip
