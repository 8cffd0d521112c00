"""The record: undo by row images, the hash chain, and what verify finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.errors import NotAllowedError, NothingToUndoError, NotInDeskError, UndoConflictError
from factdesk.model.ids import ArticleId, new_id
from factdesk.model.segment import Label
from factdesk.store.verification import findings
from factdesk.text.anchor import anchor_of
from factdesk.work.edits.article import AddArticle, RemoveArticle
from factdesk.work.edits.claim import ClaimField, EditClaim, MarkClaim
from factdesk.work.edits.segment import LabelStretch
from factdesk.work.edits.source import AttachSource, SourceForm
from factdesk.work.session import Session
from tests.desks import CHECKER, SCALE, SECOND, SENTENCES, TEXT, intake, logical, some_edit, tamper, titled


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=25), st.integers(0, 25))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_work_undone_is_the_desk_of_before_and_redone_the_desk_of_after(
    memory: Path, picks: list[int], back: int
) -> None:
    path = memory / f"{new_id()}.factdesk"
    session = Session.create(path, CHECKER, SCALE)
    add = AddArticle(intake=intake())
    session.run(add)
    moments = [logical(path)]
    shown = [session.case(add.article_id)]
    session.hearing.subscribe(lambda changes: shown.append(session.refreshed(shown[-1], changes)))
    for pick in picks:
        edit = some_edit(session, add.article_id, pick)
        try:
            if edit is not None and session.run(edit).rows:
                moments.append(logical(path))
        except (NotAllowedError, NotInDeskError):
            assert logical(path) == moments[-1], "a refused edit changes nothing"
        assert shown[-1] == session.case(add.article_id), "a refreshed case is the case read whole"
        assert session.next_labels() == labels(session)
    back = min(back, len(moments) - 1)
    for moment in reversed(moments[len(moments) - 1 - back : -1]):
        session.undo()
        assert logical(path) == moment
        assert session.next_labels() == labels(session)
    session.close()
    session = Session.open(path, CHECKER)  # undo and redo survive a restart
    for moment in moments[len(moments) - back :]:
        session.redo()
        assert logical(path) == moment
        assert session.next_labels() == labels(session)
    with pytest.raises(NothingToUndoError):
        session.redo()
    assert findings(path) == ()
    session.close()


def labels(session: Session) -> tuple[str | None, str | None]:
    """What the record says that Undo and Redo would do."""
    undo, redo = session.next_undo(), session.next_redo()
    return undo.label if undo else None, redo.label if redo else None


def test_what_undo_is_called_follows_who_works_at_the_desk(session: Session, article: ArticleId) -> None:
    session.run(titled(article, "The dike"))
    assert session.next_labels() == ("Edit article details", None)
    session.hand_over(SECOND)
    assert session.next_labels() == labels(session) == (None, None)


def test_what_undo_is_called_follows_what_the_same_person_does_in_another_window(
    session: Session, article: ArticleId
) -> None:
    span = intake().suggestions[0].span
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, span))
    session.run(mark)
    other = Session.open(session.path, session.person)
    other.run(EditClaim(claim_id=mark.claim_id, field=ClaimField.NOTE, value="called the mill"))
    session.hearing.poll()
    assert session.next_labels() == labels(session) == ("Edit note", None)
    other.undo()
    session.run(EditClaim(claim_id=mark.claim_id, field=ClaimField.CLAIMANT, value="the mill"))
    assert session.next_labels() == labels(session)
    other.close()


def test_undo_ends_at_the_beginning_of_the_desk(session: Session, article: ArticleId) -> None:
    session.undo()
    assert session.articles() == ()
    with pytest.raises(NothingToUndoError):
        session.undo()


def test_a_new_step_ends_redo(session: Session, article: ArticleId) -> None:
    session.run(titled(article, "A"))
    session.undo()
    session.run(titled(article, "B"))
    with pytest.raises(NothingToUndoError):
        session.redo()
    session.undo()
    assert session.case(article).article.details.title == "The dam"


def test_undo_passes_over_another_persons_step_but_never_through_it(session: Session, article: ArticleId) -> None:
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(mark)
    other = Session.open(session.path, SECOND)
    other.run(titled(article, "Elsewhere"))
    session.undo()
    assert session.case(article).claims == ()
    session.redo()
    other.run(EditClaim(claim_id=mark.claim_id, field=ClaimField.NOTE, value="mine"))
    before = logical(session.path)
    with pytest.raises(UndoConflictError, match=r"Edit note.*Second reader"):
        session.undo()
    assert logical(session.path) == before
    other.close()


def test_a_change_by_another_connection_is_told_to_the_listeners(session: Session, article: ArticleId) -> None:
    heard: list[frozenset[str]] = []
    session.hearing.subscribe(lambda changes: heard.append(changes.ids("article")))
    other = Session.open(session.path, SECOND)
    other.run(titled(article, "Elsewhere"))
    other.close()
    assert heard == []
    session.hearing.poll()
    assert heard == [frozenset({article})]
    session.hearing.poll()
    assert len(heard) == 1


def test_an_entry_between_two_of_ours_is_not_missed(session: Session, article: ArticleId) -> None:
    other = Session.open(session.path, SECOND)
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0]))
    other.run(mark)
    other.close()
    session.run(titled(article, "Ours"))
    assert session.step_count() == len(session.events()), "one of them is not heard of yet"
    assert mark.claim_id in session.hearing.poll().ids("claim")
    assert session.step_count() == len(session.events())


def test_removing_an_article_lists_every_row_and_undo_brings_all_of_it_back(
    session: Session, article: ArticleId
) -> None:
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(mark)
    session.run(AttachSource(claim_id=mark.claim_id, form=SourceForm(title="Gauge book")))
    whole = session.case(article)
    session.run(RemoveArticle(article_id=article))
    assert session.articles() == ()
    session.undo()
    assert session.case(article) == whole


def test_half_typed_text_survives_and_leaves_no_step(session: Session, article: ArticleId) -> None:
    steps = len(session.events())
    session.keep_typing("claim-1", "note", "half a sent")
    other = Session.open(session.path, CHECKER)
    assert other.typed("claim-1") == {"note": "half a sent"}
    other.keep_typing("claim-1", "note", None)
    other.close()
    assert session.typed("claim-1") == {}
    assert len(session.events()) == steps


def test_a_sound_desk_has_no_findings(session: Session, article: ArticleId) -> None:
    session.run(MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0])))
    assert findings(session.path) == ()


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE claim SET note = 'verified!'", r"table claim: row .* changed by another hand in note"),
        ("DELETE FROM suggestion WHERE start_at = 0", r"table suggestion: row .* was deleted by another hand"),
        ("INSERT INTO source VALUES ('s', 't', 'primary', '', '', '', '', '', '')", r"table source: row s was added"),
        ("UPDATE desk SET organisation = 'Us'", r"table desk: row .* was changed by another hand"),
        ("UPDATE scale SET definition = json('{}')", r"table scale: row desk-check@1.0 was changed"),
        ("UPDATE file_chunk SET bytes = x'00'", r"file .*: its bytes are not the ones that were kept"),
        ("DELETE FROM file_chunk", r"file .*: its bytes are not the ones that were kept"),
        ("UPDATE journal SET label = 'Nothing' WHERE seq = 2", r"journal: what entry 2 says was changed"),
        ("UPDATE journal SET at = '2001' WHERE seq = 2", r"journal: the head of entry 2 was changed"),
        ("DELETE FROM journal WHERE seq = 2", r"journal: entry 2 is missing"),
        ("UPDATE segment SET reason = 'x'", r"table segment: row .* changed by another hand in reason"),
        ("CREATE TRIGGER t AFTER INSERT ON claim BEGIN SELECT 1; END", r"the definition of “t” is not the one"),
    ],
)
def test_verify_names_what_another_hand_touched(session: Session, article: ArticleId, sql: str, found: str) -> None:
    session.run(MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0])))
    session.close()
    tamper(session.path, sql)
    assert any(re.search(found, line) for line in findings(session.path))


def test_the_text_is_stored_once_and_comes_back_to_the_letter(session: Session, article: ArticleId) -> None:
    case = session.case(article)
    assert case.version.text == TEXT
    assert case.version.text_sha256 == case.version.file_sha256
    assert session.original(case.version.file_sha256) == TEXT.encode()


def test_furniture_is_set_aside_and_its_sentences_are_not_proposed(session: Session, article: ArticleId) -> None:
    case = session.case(article)
    assert [(s.label, s.anchor.span, s.in_bulk) for s in case.segments] == [(Label.FURNITURE, SENTENCES[3], True)]
    assert [s.span for s in case.suggestions] == SENTENCES[:3]


def test_an_event_names_the_claims_it_touched_and_no_words_that_look_like_one(
    session: Session, article: ArticleId
) -> None:
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(mark)
    like = '["claim","a"], {"claim_id":"b"} claim","c"'
    session.run(EditClaim(claim_id=mark.claim_id, field=ClaimField.NOTE, value=like))
    attach = AttachSource(claim_id=mark.claim_id, form=SourceForm(title="Gauge book"))
    session.run(attach)
    session.run(LabelStretch(version_id=mark.version_id, anchor=anchor_of(TEXT, SENTENCES[2]), as_label=Label.OPINION))
    claims = [event.claims for event in session.events(article)]
    assert claims == [frozenset(), *[frozenset({mark.claim_id})] * 3, frozenset()]
