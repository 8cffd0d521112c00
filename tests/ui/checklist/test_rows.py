from __future__ import annotations

import pytest
from msgspec.structs import replace

from factdesk.model.claim import Priority, State, WaitingFor
from factdesk.model.source import Bearing
from factdesk.model.suggestion import Decision
from factdesk.rules.numbering import numbers
from factdesk.ui.checklist.listed import Listed
from factdesk.ui.checklist.rows import Row, RowKind, Standing
from factdesk.ui.claim import words
from tests.ui.claim import cases


def listed(**changes: object) -> Listed:
    case = cases.case(**changes)
    return Listed.of(case, numbers(case.claims), cases.ME)


def rows(**changes: object) -> tuple[Row, ...]:
    found = listed(**changes)
    return tuple(found.row(fact) for fact in found.facts)


def standing(row_id: str, **changes: object) -> Standing:
    found = listed(**changes)
    return next(found.standing(fact) for fact in found.facts if fact.id == row_id)


def row(row_id: str, **changes: object) -> Row:
    return next(one for one in rows(**changes) if one.id == row_id)


def test_claims_and_undecided_suggestions_stand_together_in_reading_order() -> None:
    assert [one.id for one in rows()] == ["c1", "c2", "c3", "c4", "g1", "c5", "c6", "g2", "c7", "g3", "g4"]


def test_a_suggestion_somebody_decided_is_no_row() -> None:
    decided = tuple(replace(one, decision=Decision.REJECTED) for one in cases.SUGGESTIONS)
    assert all(one.kind is RowKind.CLAIM for one in rows(suggestions=decided))


def test_a_claim_whose_words_are_gone_comes_last_and_shows_its_restatement() -> None:
    gone = cases.claim("c8", state=State.GONE, restatement="The line closed in May.")
    claims = tuple(one for one, _ in cases.CLAIMS)
    last = rows(claims=(*claims, gone))[-1]
    assert (last.id, last.words, last.state_words) == ("c8", "The line closed in May.", "⊗ gone")


def test_words_that_run_over_lines_of_the_article_stand_on_one_line() -> None:
    text = "The ferry\n\t was   stopped."
    claim = cases.claim("c1")
    version = replace(cases.case().version, text=text)
    found = row("c1", version=version, claims=(claim,), segments=(cases.segment(claim, text, text),), suggestions=())
    assert found.words == "The ferry was stopped."


def test_the_quiet_line_tells_risk_priority_kind_sources_and_the_reasons_inside_the_words() -> None:
    assert row("c2").detail == "high risk · high priority · number · 2 sources · says first, most or only"
    assert row("c1").detail == "event · 1 source"
    assert row("c4").detail == "attributed · no source"
    assert row("g1").detail == "does not name its source · speaks of the future"


def test_a_source_cited_at_two_places_is_one_source() -> None:
    again = cases.evidence("e9", "c1", cases.TALK, Bearing.SUPPORTS, locator="p. 9")
    assert row("c1", evidence=(*cases.EVIDENCE, again)).detail == "event · 1 source"


def test_a_reason_given_by_many_words_is_told_once_and_no_more_than_three_are() -> None:
    codes = ("number", "number", "date", "quote", "cause")
    many = (cases.suggestion("g9", cases.SENTENCES[0], codes=codes),)
    wanted = "gives a number · gives a date · quotes words"
    assert row("g9", suggestions=many).detail == wanted
    assert row("c1", suggestions=many).detail == f"event · 1 source · {wanted}"


def test_whom_a_claim_waits_for_and_why_one_was_set_aside_is_said() -> None:
    assert row("c3").detail.startswith("waiting for a source")
    assert row("c7").detail.endswith("nobody can know this")


def test_a_row_without_a_verdict_never_looks_like_one_that_has_one() -> None:
    assert row("c1").verdict_words == "✓ OK"
    for undecided in ("c3", "c4", "c7"):
        assert row(undecided).verdict is None
        assert row(undecided).verdict_words == words.not_decided() == "— not decided"
    assert (row("g1").verdict_words, row("g1").state_words) == ("attributed?", "? suggested")


@pytest.mark.parametrize(
    ("row_id", "is_open"), [("c1", False), ("c2", False), ("c3", True), ("c5", True), ("g3", True)]
)
def test_open_is_what_still_calls_for_the_checker(row_id: str, is_open: bool) -> None:
    assert standing(row_id).is_open is is_open


def test_mine_is_what_I_made_or_judged() -> None:  # noqa: N802
    other = "Second reader"
    theirs = tuple(replace(one, made_by=other) for one, _ in cases.CLAIMS)
    assert {one.id for one in theirs if standing(one.id, claims=theirs).is_mine} == {"c1", "c2", "c6"}


def test_a_row_is_spoken_with_number_words_verdict_and_work() -> None:
    waiting = cases.claim("c1", state=State.WAITING, waiting_for=WaitingFor.EDITOR, priority=Priority.LOW)
    found = row("c1", claims=(waiting,))
    assert found.spoken.startswith("Claim 1: “The ferry to the outer islands was stopped on Monday morning.”")
    for said in ("— not decided", "waiting for the editor", "low priority", "◇ waiting"):
        assert said in found.spoken
    assert row("g3").spoken == "Suggested, not decided: “What happens next?” question? asks"


def test_a_verdict_given_under_another_scale_keeps_its_own_words() -> None:
    rating = cases.truth_rating()
    old = cases.claim("c1", verdict=cases.verdict("half-true", rating), state=State.PROPOSED)
    assert row("c1", claims=(old,), scales={rating.id: rating}).verdict_words == "½ Half true"
