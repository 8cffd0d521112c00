"""A case that is brought up to date after each step is the case read whole, and so is all that is looked up in it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.errors import NotAllowedError, NothingToUndoError, NotInDeskError
from factdesk.model.case import Case
from factdesk.model.event import Changes
from factdesk.model.ids import ArticleId, new_id
from factdesk.work.edits.article import AddArticle
from factdesk.work.edits.claim import ClaimField, EditClaim, MarkClaim
from factdesk.work.session import Session
from tests.desks import CHECKER, SCALE, SECOND, intake, some_edit


def looked_up(case: Case) -> tuple[object, ...]:
    """Ask for everything a case can be asked for by id."""
    return (
        case.claims_by_id(), case.words_of(), case.tellings_of(), case.evidence_of(),
        [case.segment(one.id) for one in case.segments], [case.suggestion(one.id) for one in case.suggestions],
    )  # fmt: skip


def note(claim: MarkClaim, words: str) -> EditClaim:
    return EditClaim(claim_id=claim.claim_id, field=ClaimField.NOTE, value=words)


@given(picks=st.lists(st.integers(0, 10_000), min_size=5, max_size=40))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_done_the_case_kept_up_is_the_case_read_whole(tmp_path: Path, picks: list[int]) -> None:
    session = Session.create(tmp_path / f"{new_id()}.factdesk", CHECKER, SCALE)
    add = AddArticle(intake=intake())
    session.run(add)
    case = session.case(add.article_id)
    looked_up(case)  # so that there are indexes to keep up
    heard = [case]  # while a step is told of, its rows are taken from it and not read again

    def hear(changes: Changes) -> None:
        with suppress(NotInDeskError):
            heard.append(session.refreshed(heard[-1], changes))

    session.hearing.subscribe(hear)
    for pick in picks:
        before = case
        try:
            edit = some_edit(session, add.article_id, pick)
            if pick % 5 == 0:
                changes = session.undo() if pick % 2 else session.redo()
            elif edit is not None:
                changes = session.run(edit)
            else:
                continue
            case = session.refreshed(case, changes)
        except (NotAllowedError, NotInDeskError, NothingToUndoError):
            if not session.articles():  # the article itself was taken back
                break
            continue
        whole = session.case(add.article_id)
        assert case == whole == heard[-1]
        assert looked_up(case) == looked_up(whole) == looked_up(heard[-1])
        assert [case.segment(one.id) for one in before.segments] == [whole.segment(one.id) for one in before.segments]
    session.close()


def test_what_somebody_else_wrote_while_a_step_is_told_of_is_read_from_the_desk(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    other, case = Session.open(session.path, SECOND), [session.case(article)]

    def hear(changes: Changes) -> None:
        case.append(session.refreshed(case[-1], changes))
        if len(case) == 2:
            other.run(note(claim, "theirs"))
            session.hearing.poll()

    session.hearing.subscribe(hear)
    session.run(note(claim, "mine"))
    assert [one.claims[0].note for one in case] == ["", "mine", "theirs"]
    other.close()


def test_what_was_told_once_is_read_anew_when_it_is_asked_for_later(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    """The rows a step left are good only while it is told: afterwards anybody may have written them."""
    before = session.case(article)
    told = session.run(note(claim, "mine"))
    other = Session.open(session.path, SECOND)
    other.run(note(claim, "theirs"))
    other.close()
    assert session.refreshed(before, told).claims[0].note == "theirs"


def test_a_step_made_while_another_is_told_is_what_those_told_last_read(
    session: Session, article: ArticleId, claim: MarkClaim
) -> None:
    case, answers = [session.case(article)], iter(("second",))

    def answer(changes: Changes) -> None:
        for words in answers:
            session.run(note(claim, words))

    session.hearing.subscribe(answer)
    session.hearing.subscribe(lambda changes: case.append(session.refreshed(case[-1], changes)))
    session.run(note(claim, "first"))
    assert [one.claims[0].note for one in case] == ["", "second", "second"]
