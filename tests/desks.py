"""A small desk for tests: its words, edits that may be possible now, and how to look at a desk from outside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factdesk.errors import FactDeskError
from factdesk.model.article import Details
from factdesk.model.claim import State
from factdesk.model.draft import Draft, Furniture, ProposedSuggestion
from factdesk.model.ids import ArticleId, EvidenceId
from factdesk.model.person import Person
from factdesk.model.query import QueryKind
from factdesk.model.remark import Remark, RemarkKind
from factdesk.model.segment import Label
from factdesk.model.suggestion import SuggestionKind
from factdesk.model.tick import Register
from factdesk.model.version import Block, BlockKind, Link, PageStart
from factdesk.rules.scales import shipped_scales
from factdesk.store.content import content_hash, fingerprints, rows
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.edits.article import EditDetails, Intake
from factdesk.work.edits.claim import (
    ClaimField,
    ClearVerdict,
    DeleteClaim,
    EditClaim,
    MarkClaim,
    MoveClaim,
    SetVerdict,
    SplitClaim,
)
from factdesk.work.edits.edit import Edit
from factdesk.work.edits.merge import MergeClaims
from factdesk.work.edits.query import AddQuery, AnswerQuery, WithdrawQuery
from factdesk.work.edits.remark import AcceptRemark, DismissRemark
from factdesk.work.edits.segment import LabelStretch
from factdesk.work.edits.source import AttachSource, MoveSource, RemoveSource, SourceForm
from factdesk.work.edits.suggestion import Acceptance, AcceptSuggestions, RejectSuggestion
from factdesk.work.edits.telling import ConfirmWording, LinkTellings, MoveHead, RejectRepeat, Telling, UnlinkTelling
from factdesk.work.edits.tick import Stroke, TickStretches, UntickStretches
from factdesk.work.session import Session
from factdesk.work.verification import verify

TEXT = "The dam is 41 metres high. 😀 It was built in 1911. Nobody asked the village. Subscribe now."
SENTENCES = [Span(0, 26), Span(29, 50), Span(51, 76), Span(77, 91)]
SCALE = shipped_scales()[0]
CHECKER, SECOND = Person("Checker"), Person("Second reader")


def titled(article: ArticleId, title: str) -> EditDetails:
    """Return a small step: the article has another title, and no case number."""
    return EditDetails(article_id=article, details=Details(title=title), case_number="")


def intake(original: bytes = TEXT.encode()) -> Intake:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),)
    details = Details(title="The dam")
    furniture = (Furniture(SENTENCES[3], "newsletter line"),)
    draft = Draft(
        text=TEXT, original=original, file_name="dam.txt", reader="plain", blocks=blocks,
        furniture=furniture, details=details, origins={}, flags=frozenset(),
        links=(Link(Span(4, 7), "https://example.org/dam"),), pages=(PageStart(0, "iv"), PageStart(29, "v")),
        remarks=(Remark(SENTENCES[0], RemarkKind.FOOTNOTE, "Gauge book, p. 3: https://example.org/gauge.", "AB"),),
    )  # fmt: skip
    proposed = tuple(ProposedSuggestion(span, SuggestionKind.CLAIM, 0.5, ()) for span in SENTENCES)
    return Intake(draft=draft, details=details, furniture=furniture, suggestions=proposed, method="test")


def logical(path: Path) -> str:
    """The hash of every row, read with a second connection: what is not committed is not seen."""
    with closing(sqlite3.connect(path)) as connection:
        return content_hash(fingerprints(rows(connection)))


def tamper(path: Path, sql: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql, values)
    connection.close()


def some_edit(session: Session, article: ArticleId, pick: int) -> Edit | None:
    """One edit that may be possible now; which one is up to ``pick``."""
    case = session.case(article)
    words = {s.claim_id: s for s in case.segments if s.label is Label.CLAIM}
    told = [s for s in case.segments if s.label is Label.REPEAT]
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
            UntickStretches(version_id=case.version.id, register=Register.WORDS, spans=(SENTENCES[0],))
            if case.ticks
            else TickStretches(
                version_id=case.version.id, register=Register.WORDS, strokes=(Stroke(span=SENTENCES[0]),)),
            RejectRepeat(version_id=case.version.id, span=SENTENCES[1], of=SENTENCES[0]),
            AddQuery(article_id=article, kind=QueryKind.OTHER, question=f"Who measured {pick}?"),
        ]  # fmt: skip
        return on_words[pick % len(on_words)]
    other = case.claims[(pick + 1) % len(case.claims)]
    ties = [tie.id for tie in case.evidence_of().get(claim.id, ())]
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
        AcceptRemark(remark_id=case.remarks[0].id, claim_id=claim.id, form=SourceForm(title="Footnote")),
        DismissRemark(remark_id=case.remarks[0].id),
        *(MoveSource(evidence_id=ties[0], before=before) for before in (None, *ties[2:]) if ties),
        RemoveSource(evidence_id=case.evidence[0].id if case.evidence else EvidenceId("none")),
        LinkTellings(claim_id=claim.id, version_id=case.version.id, tellings=(Telling(anchor=anchor),)),
        *(step(segment_id=telling.id) for telling in told[:1] for step in (MoveHead, UnlinkTelling)),
        *(ConfirmWording(segment_ids=(telling.id,)) for telling in told[:1] if telling.differs),
        AddQuery(article_id=article, kind=QueryKind.NUMBER, question="Which gauge?", claim_id=claim.id),
        *(step for query in case.queries[:1] for step in (
            AnswerQuery(query_id=query.id, answer="The old one."), WithdrawQuery(query_id=query.id))),
    ]  # fmt: skip
    return on_claim[pick % len(on_claim)]


def note(claim: MarkClaim, words: str) -> EditClaim:
    return EditClaim(claim_id=claim.claim_id, field=ClaimField.NOTE, value=words)


def assert_clear(error: FactDeskError, path: Path) -> None:
    """One sentence that names the file and no code's words, and a way out."""
    said = str(error)
    assert path.name in said
    assert said.endswith(".") and "\n" not in said and "SQLITE_" not in said and "Errno" not in said
    assert error.remedy.endswith(".")


def refuses_to_open(path: Path, kind: type[FactDeskError]) -> str:
    """Open ``path`` in vain: the file keeps its bytes and the folder its files."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(kind) as refusal:
        Session.open(path, CHECKER)
    assert_clear(refusal.value, path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == beside
    with pytest.raises(kind):
        verify(path)
    assert sorted(path.parent.iterdir()) == beside
    return str(refusal.value)
