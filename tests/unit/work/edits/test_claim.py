"""Claims as they are worked on: what a step on one does, and what the desk refuses."""

from __future__ import annotations

import pytest

from factdesk.errors import NotAllowedError
from factdesk.model.claim import NEXT_STATES, Claim, ClaimKind, Priority, State, WaitingFor
from factdesk.model.ids import ArticleId, ClaimId
from factdesk.model.query import QueryKind
from factdesk.model.segment import Label
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.edits.claim import (
    ClaimField,
    ClearVerdict,
    DeleteClaim,
    EditClaim,
    MarkClaim,
    MoveClaim,
    SetAsOf,
    SetVerdict,
    SplitClaim,
)
from factdesk.work.edits.query import AddQuery
from factdesk.work.edits.source import AttachSource, SourceForm
from factdesk.work.edits.telling import LinkTellings, Telling
from factdesk.work.session import Session
from tests.desks import SCALE, TEXT, logical

HALVES = anchor_of(TEXT, Span(0, 10)), anchor_of(TEXT, Span(11, 26))


def at(session: Session, claim: ClaimId) -> Claim:
    """The claim as the desk has it now."""
    found = session.case(session.articles()[0].id).claim(claim)
    assert found is not None
    return found


def fill(session: Session, claim: MarkClaim, **fields: str | int | bool) -> Claim:
    for name, value in fields.items():
        session.run(EditClaim(claim_id=claim.claim_id, field=ClaimField(name), value=value))
    return at(session, claim.claim_id)


def judge(session: Session, claim: MarkClaim) -> None:
    session.run(SetVerdict(claim_id=claim.claim_id, scale=SCALE, value=SCALE.values[0].id, as_of="2026-11-22"))


def move(session: Session, claim: MarkClaim, *states: State) -> Claim:
    for state in states:
        asked = WaitingFor.EDITOR if state is State.WAITING else None
        session.run(MoveClaim(claim_id=claim.claim_id, to=state, waiting_for=asked, reason="a matter of taste"))
    return at(session, claim.claim_id)


def test_a_split_claim_keeps_everything_and_its_part_begins_anew_with_kind_claimant_priority_and_risk(
    session: Session, claim: MarkClaim
) -> None:
    fill(session, claim, claimant="Ana Poe", priority=Priority.HIGH, high_risk=True, kind=ClaimKind.QUOTATION)
    fill(session, claim, restatement="The dam is high.", note="Read at the gauge.")
    judge(session, claim)
    before = at(session, claim.claim_id)
    split = SplitClaim(segment_id=claim.segment_id, first=HALVES[0], second=HALVES[1])
    session.run(split)
    assert at(session, claim.claim_id) == before
    part = at(session, split.new_claim_id)
    assert (part.claimant, part.priority, part.high_risk, part.kind) == (
        "Ana Poe", Priority.HIGH, True, ClaimKind.QUOTATION,
    )  # fmt: skip
    assert (part.state, part.verdict, part.restatement, part.note) == (State.NEW, None, "", "")
    words = session.case(part.article_id).words_of()
    assert (words[claim.claim_id].anchor, words[split.new_claim_id].anchor) == HALVES


def test_tellings_of_a_claim_that_was_split_are_compared_with_what_is_left_of_it(
    session: Session, claim: MarkClaim
) -> None:
    at_the = TEXT.index("the village")
    told = Telling(anchor=anchor_of(TEXT, Span(at_the, at_the + 3)))
    session.run(LinkTellings(claim_id=claim.claim_id, version_id=claim.version_id, tellings=(told,)))

    def differ() -> list[bool]:
        case = session.case(session.articles()[0].id)
        return [one.differs for one in case.segments if one.label is Label.REPEAT]

    assert differ() == [True]
    session.run(SplitClaim(segment_id=claim.segment_id, first=anchor_of(TEXT, Span(0, 3)), second=HALVES[1]))
    assert differ() == [False]


def test_a_deleted_claim_takes_its_words_and_evidence_along_and_leaves_sources_and_questions(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    session.run(AttachSource(claim_id=claim.claim_id, form=SourceForm(title="Gauge book")))
    session.run(AddQuery(article_id=article, kind=QueryKind.NUMBER, question="Which gauge?", claim_id=claim.claim_id))
    before = logical(session.path)
    session.run(DeleteClaim(claim_id=claim.claim_id))
    case = session.case(article)
    assert (case.claims, case.evidence, [one for one in case.segments if one.label is Label.CLAIM]) == ((), (), [])
    assert [source.title for source in session.sources()] == ["Gauge book"]
    assert [(query.question, query.claim_id) for query in case.queries] == [("Which gauge?", None)]
    session.undo()
    assert logical(session.path) == before


@pytest.mark.parametrize("field", [ClaimField.NOTE, ClaimField.RATIONALE])
def test_words_on_a_new_claim_put_it_in_check_and_words_taken_away_do_not(
    session: Session, claim: MarkClaim, field: ClaimField
) -> None:
    assert fill(session, claim, claimant="Ana Poe", restatement="It is high.").state is State.NEW
    assert fill(session, claim, **{field: ""}).state is State.NEW
    assert fill(session, claim, **{field: "Read at the gauge."}).state is State.IN_CHECK
    judge(session, claim)
    assert fill(session, claim, **{field: "Read again."}).state is State.PROPOSED


def test_a_claim_waits_for_somebody_and_no_longer_once_it_goes_on(session: Session, claim: MarkClaim) -> None:
    with pytest.raises(NotAllowedError, match="for whom"):
        session.run(MoveClaim(claim_id=claim.claim_id, to=State.WAITING))
    assert move(session, claim, State.WAITING).waiting_for is WaitingFor.EDITOR
    session.run(MoveClaim(claim_id=claim.claim_id, to=State.IN_CHECK))
    assert at(session, claim.claim_id).waiting_for is None


def test_a_claim_is_set_aside_with_a_reason_that_goes_when_it_is_taken_up_again(
    session: Session, claim: MarkClaim
) -> None:
    for reason in ("", " \n"):
        with pytest.raises(NotAllowedError, match="no reason"):
            session.run(MoveClaim(claim_id=claim.claim_id, to=State.SET_ASIDE, reason=reason))
    assert move(session, claim, State.SET_ASIDE).set_aside_reason == "a matter of taste"
    session.run(MoveClaim(claim_id=claim.claim_id, to=State.IN_CHECK))
    assert at(session, claim.claim_id).set_aside_reason == ""


def test_a_state_that_does_not_follow_is_refused_and_nothing_is_changed(session: Session, claim: MarkClaim) -> None:
    judge(session, claim)
    move(session, claim, State.AGREED)
    before = logical(session.path)
    for state in set(State) - NEXT_STATES[State.AGREED] - {State.AGREED}:
        with pytest.raises(NotAllowedError, match="cannot become"):
            move(session, claim, state)
    assert logical(session.path) == before


@pytest.mark.parametrize("way", [(), (State.AGREED,)])
def test_a_claim_whose_verdict_is_cleared_is_in_check_again(
    session: Session, claim: MarkClaim, way: tuple[State, ...]
) -> None:
    judge(session, claim)
    move(session, claim, *way)
    session.run(ClearVerdict(claim_id=claim.claim_id))
    cleared = at(session, claim.claim_id)
    assert (cleared.verdict, cleared.state) == (None, State.IN_CHECK)


def test_a_cleared_verdict_leaves_alone_a_claim_that_was_set_aside(session: Session, claim: MarkClaim) -> None:
    judge(session, claim)
    move(session, claim, State.SET_ASIDE)
    session.run(ClearVerdict(claim_id=claim.claim_id))
    assert at(session, claim.claim_id).state is State.SET_ASIDE


def test_what_the_desk_does_not_know_is_refused_in_words(session: Session, claim: MarkClaim) -> None:
    before = logical(session.path)
    with pytest.raises(NotAllowedError, match="has no value “perhaps”"):
        session.run(SetVerdict(claim_id=claim.claim_id, scale=SCALE, value="perhaps", as_of=""))
    with pytest.raises(NotAllowedError, match="no kind"):
        fill(session, claim, kind="poem")
    with pytest.raises(NotAllowedError, match="no verdict yet"):
        session.run(SetAsOf(claim_id=claim.claim_id, as_of="2026-11-22"))
    assert logical(session.path) == before
