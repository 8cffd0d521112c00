from __future__ import annotations

import pytest
from msgspec.structs import replace

from factdesk.model.claim import ClaimKind
from factdesk.rules.numbering import numbers
from factdesk.ui.checklist.choosing import (
    NOT_DECIDED,
    Filter,
    Order,
    Which,
    chosen,
    counts,
    following,
    ordered,
    place_in,
)
from factdesk.ui.checklist.listed import Listed
from tests.ui.claim import cases


@pytest.fixture
def listed() -> Listed:
    case = cases.case()
    return Listed.of(case, numbers(case.claims), cases.ME)


def kept(listed: Listed, wanted: Filter) -> list[str]:
    return [fact.id for fact in chosen(listed.facts, wanted, listed)]


@pytest.mark.parametrize(
    ("which", "ids"),
    [
        (Which.OPEN, ["c3", "c4", "c5"]),
        (Which.HIGH_RISK, ["c2"]),
        (Which.SUGGESTIONS, ["g1", "g2", "g3", "g4"]),
        (Which.MINE, ["c1", "c2", "c3", "c4", "c5", "c6", "c7"]),
    ],
)
def test_each_chip_shows_its_rows_and_counts_them(listed: Listed, which: Which, ids: list[str]) -> None:
    assert kept(listed, Filter(which)) == ids
    assert counts(listed.tally)[which] == len(ids)


def test_a_plain_filter_keeps_everything(listed: Listed) -> None:
    assert len(kept(listed, Filter())) == len(listed.facts) == counts(listed.tally)[Which.ALL]


def test_a_verdict_or_its_absence_is_found_among_claims_only(listed: Listed) -> None:
    assert kept(listed, Filter(verdict="fix")) == ["c2"]
    assert kept(listed, Filter(verdict=NOT_DECIDED)) == ["c3", "c4", "c7"]


def test_conditions_hold_together(listed: Listed) -> None:
    assert kept(listed, Filter(Which.OPEN, verdict=NOT_DECIDED, kind=ClaimKind.ATTRIBUTED)) == ["c4"]
    assert kept(listed, Filter(Which.OPEN, verdict="fix")) == []


def test_every_word_typed_must_stand_in_the_row_in_any_case(listed: Listed) -> None:
    assert kept(listed, Filter(words="BOATS  inspection")) == ["c5"]
    assert kept(listed, Filter(words="company")) == ["c2", "c6"]  # the claimant of c2, the words of c6
    assert kept(listed, Filter(words="unnamed boats")) == []


def test_by_priority_claims_lead_and_suggestions_follow_by_score(listed: Listed) -> None:
    assert [row.id for row in ordered(listed, Order.PRIORITY)] == [
        "c2", "c1", "c3", "c4", "c5", "c6", "c7", "g2", "g1", "g4", "g3",
    ]  # fmt: skip


def test_a_claim_of_high_risk_comes_before_those_of_its_priority_and_behind_higher_ones() -> None:
    risky = tuple(replace(one, high_risk=one.id in ("c5", "c7")) for one, _ in cases.CLAIMS)
    case = cases.case(claims=risky)
    listed = Listed.of(case, numbers(case.claims), cases.ME)
    assert [row.id for row in ordered(listed, Order.PRIORITY)][:7] == ["c2", "c5", "c7", "c1", "c3", "c4", "c6"]
    place = place_in(Order.PRIORITY, listed)
    assert sorted(listed.facts, key=place) == list(ordered(listed, Order.PRIORITY))


def test_what_somebody_else_made_and_judged_is_not_mine_and_what_i_judged_is() -> None:
    theirs = tuple(replace(one, made_by="Second reader") for one, _ in cases.CLAIMS)
    case = cases.case(claims=theirs)
    listed = Listed.of(case, numbers(case.claims), cases.ME)
    assert kept(listed, Filter(Which.MINE)) == ["c1", "c2", "c6"]  # c5 has the second reader's verdict
    assert counts(listed.tally)[Which.MINE] == 3


def test_by_state_what_calls_for_the_checker_comes_first(listed: Listed) -> None:
    assert [row.id for row in ordered(listed, Order.STATE)] == [
        "c5", "c4", "c3", "g1", "g2", "g3", "g4", "c2", "c6", "c1", "c7",
    ]  # fmt: skip


def test_reading_order_is_left_as_it_is(listed: Listed) -> None:
    assert ordered(listed, Order.READING) == listed.facts


def test_the_next_row_is_looked_for_ahead_and_then_from_the_other_end(listed: Listed) -> None:
    def go(after: int, step: int, wrap: bool) -> str | None:
        found = following(listed.facts, after, step, lambda row: row.id in {"c3", "c5"}, wrap=wrap)
        return found.id if found else None

    assert go(2, +1, wrap=False) == "c5"
    assert go(5, +1, wrap=False) is None
    assert go(5, +1, wrap=True) == "c3"
    assert go(2, -1, wrap=False) is None
    assert go(2, -1, wrap=True) == "c5"
    assert go(-1, +1, wrap=False) == "c3"
    assert go(len(listed.facts), -1, wrap=False) == "c5"


def test_the_only_wanted_row_is_found_again_when_the_search_goes_round(listed: Listed) -> None:
    found = following(listed.facts, 0, +1, lambda row: row.id == "c1", wrap=True)
    assert found is listed.facts[0]
    assert following((), 0, +1, lambda row: True, wrap=True) is None
