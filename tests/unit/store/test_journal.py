"""The record: undo by row images, the hash chain, and what verify finds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdesk.errors import NotAllowedError, NothingToUndoError, NotInDeskError, UndoConflictError
from factdesk.model.article import Details
from factdesk.model.claim import State
from factdesk.model.draft import Draft, Furniture, ProposedSuggestion
from factdesk.model.ids import ArticleId, EvidenceId
from factdesk.model.person import Person
from factdesk.model.segment import Label
from factdesk.model.suggestion import SuggestionKind
from factdesk.model.version import Block, BlockKind
from factdesk.rules.scales import shipped_scales
from factdesk.store.content import content_hash, fingerprints, rows
from factdesk.store.verification import findings
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.edits.article import AddArticle, EditDetails, Intake, RemoveArticle
from factdesk.work.edits.claim import (
    ClaimField,
    ClearVerdict,
    DeleteClaim,
    EditClaim,
    MarkClaim,
    MergeClaims,
    MoveClaim,
    SetVerdict,
    SplitClaim,
)
from factdesk.work.edits.edit import Edit
from factdesk.work.edits.segment import LabelStretch
from factdesk.work.edits.source import AttachSource, RemoveSource, SourceForm
from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions, RejectSuggestion
from factdesk.work.session import Session

TEXT = "The dam is 41 metres high. 😀 It was built in 1911. Nobody asked the village. Subscribe now."
SENTENCES = [Span(0, 26), Span(29, 50), Span(51, 76), Span(77, 91)]
SCALE = shipped_scales()[0]
CHECKER, SECOND = Person("Checker"), Person("Second reader")


def intake() -> Intake:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),)
    details = Details(title="The dam")
    furniture = (Furniture(SENTENCES[3], "newsletter line"),)
    draft = Draft(
        text=TEXT, original=TEXT.encode(), file_name="dam.txt", reader="plain", blocks=blocks,
        furniture=furniture, details=details, origins={}, flags=frozenset(),
    )  # fmt: skip
    proposed = tuple(ProposedSuggestion(span, SuggestionKind.CLAIM, 0.5, ()) for span in SENTENCES)
    return Intake(draft=draft, details=details, furniture=furniture, suggestions=proposed, method="test")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session.create(tmp_path / "dam.factdesk", CHECKER, SCALE)
    yield session
    session.close()


@pytest.fixture
def article(session: Session) -> ArticleId:
    add = AddArticle(intake=intake())
    session.run(add)
    return add.article_id


def logical(path: Path) -> str:
    """The hash of every row, read with a second connection: what is not committed is not seen."""
    connection = sqlite3.connect(path)
    try:
        return content_hash(fingerprints(rows(connection)))
    finally:
        connection.close()


def tamper(path: Path, sql: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql, values)
    connection.close()


def some_edit(session: Session, article: ArticleId, pick: int) -> Edit | None:
    """One edit that may be possible now; which one is up to ``pick``."""
    case = session.case(article)
    words = {s.claim_id: s for s in case.segments if s.label is Label.CLAIM}
    claim = case.claims[pick % len(case.claims)] if case.claims else None
    first = next((s for s in case.suggestions if s.decision == "open"), None)
    anchor = anchor_of(TEXT, SENTENCES[pick % 3])
    if claim is None or pick % 3 == 0:
        on_words: list[Edit | None] = [
            AcceptSuggestions(
                accepted=(Acceptance(suggestion_id=first.id, anchor=anchor_of(TEXT, first.span)),)) if first else None,
            RejectSuggestion(
                suggestion_id=first.id, anchor=anchor_of(TEXT, first.span), as_label=Label.OPINION) if first else None,
            MarkClaim(version_id=case.version.id, anchor=anchor_of(TEXT, Span(pick % 7, 8 + pick % 31))),
            LabelStretch(version_id=case.version.id, anchor=anchor, as_label=Label.PREDICTION),
            EditDetails(article_id=article, details=Details(title=f"Dam {pick}"), case_number=str(pick)),
        ]  # fmt: skip
        return on_words[pick % len(on_words)]
    other = case.claims[(pick + 1) % len(case.claims)]
    on_claim: list[Edit] = [
        EditClaim(claim_id=claim.id, field=ClaimField.NOTE, value=f"note {pick} 😀"),
        SetVerdict(claim_id=claim.id, scale=SCALE, value=SCALE.values[pick % 6].id, as_of=""),
        AttachSource(claim_id=claim.id, form=SourceForm(title=f"Gauge book {pick}")),
        DeleteClaim(claim_id=claim.id),
        SplitClaim(
            segment_id=words[claim.id].id, first=anchor_of(TEXT, Span(0, 3)), second=anchor_of(TEXT, Span(4, 9))),
        MergeClaims(
            kept_segment=words[claim.id].id, other_segment=words[other.id].id, anchor=anchor_of(TEXT, Span(0, 50))),
        ClearVerdict(claim_id=claim.id),
        MoveClaim(claim_id=claim.id, to=State.SET_ASIDE, reason="a matter of taste"),
        RemoveSource(evidence_id=case.evidence[0].id if case.evidence else EvidenceId("none")),
    ]  # fmt: skip
    return on_claim[pick % len(on_claim)]


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=25), st.integers(0, 25))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_work_undone_is_the_desk_of_before_and_redone_the_desk_of_after(
    tmp_path_factory: pytest.TempPathFactory, picks: list[int], back: int
) -> None:
    path = tmp_path_factory.mktemp("desk") / "any.factdesk"
    session = Session.create(path, CHECKER, SCALE)
    add = AddArticle(intake=intake())
    session.run(add)
    moments = [logical(path)]
    for pick in picks:
        edit = some_edit(session, add.article_id, pick)
        try:
            if edit is not None and session.run(edit).rows:
                moments.append(logical(path))
        except (NotAllowedError, NotInDeskError):
            assert logical(path) == moments[-1], "a refused edit changes nothing"
    back = min(back, len(moments) - 1)
    for moment in reversed(moments[len(moments) - 1 - back : -1]):
        session.undo()
        assert logical(path) == moment
    session.close()
    session = Session.open(path, CHECKER)  # undo and redo survive a restart
    for moment in moments[len(moments) - back :]:
        session.redo()
        assert logical(path) == moment
    with pytest.raises(NothingToUndoError):
        session.redo()
    assert findings(path) == ()
    session.close()


def test_undo_ends_at_the_beginning_of_the_desk(session: Session, article: ArticleId) -> None:
    session.undo()
    assert session.articles() == ()
    with pytest.raises(NothingToUndoError):
        session.undo()


def test_a_new_step_ends_redo(session: Session, article: ArticleId) -> None:
    session.run(EditDetails(article_id=article, details=Details(title="A"), case_number=""))
    session.undo()
    session.run(EditDetails(article_id=article, details=Details(title="B"), case_number=""))
    with pytest.raises(NothingToUndoError):
        session.redo()
    session.undo()
    assert session.case(article).article.details.title == "The dam"


def test_undo_passes_over_another_persons_step_but_never_through_it(session: Session, article: ArticleId) -> None:
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0]))
    session.run(mark)
    other = Session.open(session.path, SECOND)
    other.run(EditDetails(article_id=article, details=Details(title="Elsewhere"), case_number=""))
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
    session.subscribe(lambda changes: heard.append(changes.ids("article")))
    other = Session.open(session.path, SECOND)
    other.run(EditDetails(article_id=article, details=Details(title="Elsewhere"), case_number=""))
    other.close()
    assert heard == []
    session.poll()
    assert heard == [frozenset({article})]
    session.poll()
    assert len(heard) == 1


def test_an_entry_between_two_of_ours_is_not_missed(session: Session, article: ArticleId) -> None:
    other = Session.open(session.path, SECOND)
    mark = MarkClaim(version_id=session.case(article).version.id, anchor=anchor_of(TEXT, SENTENCES[0]))
    other.run(mark)
    other.close()
    session.run(EditDetails(article_id=article, details=Details(title="Ours"), case_number=""))
    assert mark.claim_id in session.poll().ids("claim")


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
