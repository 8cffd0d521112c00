"""One statement told in several places has one verdict; linking, moving and confirming are steps like any other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factdesk.errors import NotAllowedError
from factdesk.model.case import Case
from factdesk.model.draft import ProposedSuggestion
from factdesk.model.ids import ArticleId
from factdesk.model.query import QueryKind
from factdesk.model.segment import Label
from factdesk.model.suggestion import Decision, SuggestionKind
from factdesk.rules.registers.reading import reading_of
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.edits.article import AddArticle, RemoveArticle
from factdesk.work.edits.claim import AdjustClaim, DeleteClaim, FixNumbers, MarkClaim, SetVerdict
from factdesk.work.edits.merge import MergeClaims
from factdesk.work.edits.query import AddQuery
from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions
from factdesk.work.edits.telling import ConfirmWording, LinkTellings, MoveHead, RejectRepeat, Telling, UnlinkTelling
from factdesk.work.exchange import export_desk, import_desk
from factdesk.work.session import Session
from factdesk.work.verification import verify
from tests.desks import CHECKER, SCALE, SENTENCES, TEXT, intake, logical, note

OTHER = anchor_of(TEXT, SENTENCES[1])
SAME_WORDS = anchor_of(TEXT, Span(0, 25))


def link(session: Session, article: ArticleId, claim: MarkClaim, *tellings: Telling) -> Case:
    version = session.case(article).version.id
    session.run(LinkTellings(claim_id=claim.claim_id, version_id=version, tellings=tellings))
    return session.case(article)


@pytest.fixture
def told(session: Session, article: ArticleId, claim: MarkClaim) -> Telling:
    """A telling of ``claim`` in other words."""
    telling = Telling(anchor=OTHER)
    link(session, article, claim, telling)
    return telling


def verdict(session: Session, claim: MarkClaim, value: str = "ok") -> None:
    session.run(SetVerdict(claim_id=claim.claim_id, scale=SCALE, value=value, as_of=""))


def test_a_linked_telling_belongs_to_the_claim_and_says_that_its_words_differ(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling
) -> None:
    case = session.case(article)
    (segment,) = case.tellings_of()[claim.claim_id]
    assert (segment.label, segment.anchor, segment.differs) == (Label.REPEAT, OTHER, True)
    assert len(case.claims) == 1
    assert next(s for s in case.suggestions if s.span == SENTENCES[1]).decision is Decision.ACCEPTED


def test_a_head_that_is_only_proposed_is_accepted_by_the_same_step(session: Session, article: ArticleId) -> None:
    before = logical(session.path)
    case = session.case(article)
    acceptance = Acceptance(suggestion_id=case.suggestions[0].id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(LinkTellings(
        claim_id=acceptance.claim_id, version_id=case.version.id, tellings=(Telling(anchor=OTHER),),
        first=AcceptSuggestions(accepted=(acceptance,), as_claim=True),
    ))  # fmt: skip
    assert list(session.case(article).tellings_of()) == [acceptance.claim_id]
    session.undo()
    assert logical(session.path) == before


def test_a_claim_made_of_the_very_words_joins_the_head_with_its_notes(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    version = session.case(article).version.id
    second = MarkClaim(version_id=version, anchor=OTHER)
    session.run(second)
    session.run(note(second, "Asked the builder."))
    asked = AddQuery(article_id=article, kind=QueryKind.OTHER, question="Who built it?", claim_id=second.claim_id)
    session.run(asked)
    case = link(session, article, claim, Telling(anchor=OTHER))
    (only,) = case.claims
    assert (only.id, only.note) == (claim.claim_id, "Asked the builder.")
    assert [query.claim_id for query in case.queries] == [claim.claim_id]
    assert [(s.label, s.claim_id) for s in case.segments if s.anchor == OTHER] == [(Label.REPEAT, claim.claim_id)]


def test_two_verdicts_do_not_become_one_by_linking(session: Session, article: ArticleId, claim: MarkClaim) -> None:
    version = session.case(article).version.id
    second = MarkClaim(version_id=version, anchor=OTHER)
    session.run(second)
    verdict(session, claim)
    session.run(SetVerdict(claim_id=second.claim_id, scale=SCALE, value="fix", as_of=""))
    before = logical(session.path)
    with pytest.raises(NotAllowedError, match="different verdicts"):
        link(session, article, claim, Telling(anchor=OTHER))
    assert logical(session.path) == before


def test_the_heads_own_words_and_anothers_telling_are_refused(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling
) -> None:
    with pytest.raises(NotAllowedError, match="claim’s own"):
        link(session, article, claim, Telling(anchor=SAME_WORDS))
    with pytest.raises(NotAllowedError, match="tell a claim already"):
        link(session, article, claim, Telling(anchor=OTHER))


def test_unlinked_words_are_bare_open_again_and_the_pair_is_remembered(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling
) -> None:
    before = logical(session.path)
    session.run(UnlinkTelling(segment_id=told.segment_id))
    case = session.case(article)
    assert case.tellings_of() == {}
    assert next(s for s in case.suggestions if s.span == SENTENCES[1]).decision is Decision.OPEN
    assert [(r.span, r.of) for r in case.rejected_repeats] == [(SENTENCES[1], SENTENCES[0])]
    session.undo()
    assert logical(session.path) == before


def test_unlinking_opens_the_suggestion_of_the_very_words_and_no_other(session: Session) -> None:
    inner = Span(SENTENCES[1].start + 3, SENTENCES[1].end - 5)
    proposed = (*intake().suggestions, ProposedSuggestion(inner, SuggestionKind.CLAIM, 0.5, ()))
    add = AddArticle(intake=replace(intake(), suggestions=proposed))
    session.run(add)
    version = session.case(add.article_id).version.id
    head = MarkClaim(version_id=version, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(head)
    telling = Telling(anchor=OTHER)
    link(session, add.article_id, head, telling)
    before = {one.span: one.decision for one in session.case(add.article_id).suggestions}
    session.run(UnlinkTelling(segment_id=telling.segment_id))
    after = {one.span: one.decision for one in session.case(add.article_id).suggestions}
    assert before[inner] is not Decision.OPEN
    assert after == before | {SENTENCES[1]: Decision.OPEN}


def test_what_was_linked_and_what_was_set_apart_is_what_the_registers_read(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling
) -> None:
    reading = reading_of(session.case(article))
    assert (reading.linked, reading.apart) == (((SENTENCES[0], SENTENCES[1]),), ())
    session.run(UnlinkTelling(segment_id=told.segment_id))
    reading = reading_of(session.case(article))
    assert (reading.linked, reading.apart) == ((), ((SENTENCES[1], SENTENCES[0]),))


def test_the_head_moves_to_a_telling_and_the_words_are_compared_anew(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling
) -> None:
    third = Telling(anchor=anchor_of(TEXT, SENTENCES[2]))
    link(session, article, claim, third)
    verdict(session, claim)
    session.run(ConfirmWording(segment_ids=(told.segment_id, third.segment_id)))
    session.run(MoveHead(segment_id=told.segment_id))
    case = session.case(article)
    assert case.words_of()[claim.claim_id].anchor == OTHER
    state = {s.anchor.span: (s.differs, s.confirmed_at) for s in case.tellings_of()[claim.claim_id]}
    assert state == {SENTENCES[0]: (True, ""), SENTENCES[2]: (True, "")}
    assert case.claims[0].verdict is not None, "the verdict stays with the claim"


def test_a_wording_is_confirmed_for_a_verdict_and_not_before_there_is_one(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling
) -> None:
    with pytest.raises(NotAllowedError, match="no verdict yet"):
        session.run(ConfirmWording(segment_ids=(told.segment_id,)))
    verdict(session, claim)
    session.run(ConfirmWording(segment_ids=(told.segment_id,)))
    (segment,) = session.case(article).tellings_of()[claim.claim_id]
    assert segment.confirmed_by == CHECKER.name


def test_moved_edges_of_either_are_compared_anew(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling
) -> None:
    head = session.case(article).words_of()[claim.claim_id]
    dam, was = TEXT.index("am is"), TEXT.index("as built")
    session.run(AdjustClaim(segment_id=head.id, anchor=anchor_of(TEXT, Span(dam, dam + 1))))
    session.run(AdjustClaim(segment_id=told.segment_id, anchor=anchor_of(TEXT, Span(was, was + 1))))
    (segment,) = session.case(article).tellings_of()[claim.claim_id]
    assert (segment.anchor.exact, segment.differs) == ("a", False)
    session.run(AdjustClaim(segment_id=head.id, anchor=anchor_of(TEXT, SENTENCES[0])))
    (segment,) = session.case(article).tellings_of()[claim.claim_id]
    assert segment.differs


def merged_into_another(session: Session, article: ArticleId, claim: MarkClaim) -> MarkClaim:
    """A second claim is made, and the first one merged into it."""
    second = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[2]))
    session.run(second)
    words = session.case(article).words_of()
    session.run(MergeClaims(
        kept_segment=words[second.claim_id].id, other_segment=words[claim.claim_id].id,
        anchor=anchor_of(TEXT, SENTENCES[2]),
    ))  # fmt: skip
    return second


def test_tellings_of_a_merged_claim_stay_and_those_of_a_deleted_one_go(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling
) -> None:
    second = merged_into_another(session, article, claim)
    assert [s.anchor for s in session.case(article).tellings_of()[second.claim_id]] == [OTHER]
    session.run(DeleteClaim(claim_id=second.claim_id))
    assert session.case(article).tellings_of() == {}
    assert verify(session.path) == ()


def test_the_number_a_claim_was_printed_under_outlives_a_merge(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    session.run(FixNumbers(article_id=article, numbers=((claim.claim_id, "7"),)))
    second = merged_into_another(session, article, claim)
    (kept,) = session.case(article).claims
    assert (kept.id, kept.fixed_number) == (second.claim_id, "7")


def test_only_what_changed_is_read_again(session: Session, article: ArticleId, claim: MarkClaim, told: Telling) -> None:
    before = session.case(article)
    rejected = RejectRepeat(version_id=before.version.id, span=SENTENCES[2], of=SENTENCES[0])
    for step in (rejected, UnlinkTelling(segment_id=told.segment_id)):
        after = session.refreshed(before, session.run(step))
        assert after == session.case(article)
        assert after.version is before.version
        before = after


def test_a_removed_article_takes_all_of_it_along_and_undo_and_an_export_bring_it_back(
    session: Session, article: ArticleId, claim: MarkClaim, told: Telling, tmp_path: Path
) -> None:
    case = session.case(article)
    session.run(RejectRepeat(version_id=case.version.id, span=SENTENCES[2], of=SENTENCES[0]))
    before = logical(session.path)
    session.run(RemoveArticle(article_id=article))
    assert verify(session.path) == ()
    session.undo()
    assert logical(session.path) == before
    import_desk(export_desk(session), tmp_path / "again.factdesk")
    again = Session.open(tmp_path / "again.factdesk", CHECKER)
    assert again.case(article) == session.case(article)
    again.close()


def test_what_was_linked_together_is_kept_as_linked_in_bulk(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    link(session, article, claim, Telling(anchor=OTHER))
    together = (Telling(anchor=anchor_of(TEXT, SENTENCES[2])),)
    session.run(LinkTellings(claim_id=claim.claim_id, version_id=claim.version_id, tellings=together, in_bulk=True))
    told = session.case(article).tellings_of()[claim.claim_id]
    assert {one.anchor.span: one.in_bulk for one in told} == {SENTENCES[1]: False, SENTENCES[2]: True}


def test_the_same_words_need_no_confirming(session: Session, article: ArticleId, claim: MarkClaim) -> None:
    at = TEXT.index("the village")
    session.run(AdjustClaim(segment_id=claim.segment_id, anchor=anchor_of(TEXT, Span(0, 3))))
    same = Telling(anchor=anchor_of(TEXT, Span(at, at + 3)))
    link(session, article, claim, same)
    verdict(session, claim)
    session.run(ConfirmWording(segment_ids=(same.segment_id,)))
    (segment,) = session.case(article).tellings_of()[claim.claim_id]
    assert (segment.differs, segment.confirmed_by) == (False, "")
