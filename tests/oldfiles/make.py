"""Make the small desk of today's schema that every later FactDesk must open: ``python -m tests.oldfiles.make``.

Run once, when the schema gets a new step, before anything is released with it; files of older schemas stay as they are.
"""

from __future__ import annotations

from pathlib import Path

from factdesk.model.article import Details
from factdesk.model.claim import ClaimKind, State, WaitingFor
from factdesk.model.draft import Draft, Furniture, ProposedSuggestion
from factdesk.model.person import Person
from factdesk.model.query import QueryKind
from factdesk.model.remark import Remark, RemarkKind
from factdesk.model.segment import Label
from factdesk.model.source import SourceType
from factdesk.model.suggestion import SuggestionKind
from factdesk.model.tick import Register
from factdesk.model.version import Block, BlockKind, Link, PageStart
from factdesk.rules.scales import shipped_scales
from factdesk.store.connection import SCHEMA
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.edits.article import AddArticle, Intake
from factdesk.work.edits.claim import ClaimField, EditClaim, MarkClaim, MoveClaim, SetVerdict
from factdesk.work.edits.desk import SetDesk
from factdesk.work.edits.query import AddQuery, AnswerQuery
from factdesk.work.edits.remark import AcceptRemark
from factdesk.work.edits.segment import LabelStretch
from factdesk.work.edits.source import AttachSource, MoveSource, SourceForm
from factdesk.work.edits.telling import ConfirmWording, LinkTellings, RejectRepeat, Telling
from factdesk.work.edits.tick import Stroke, TickStretches
from factdesk.work.session import Session

FOLDER = Path(__file__).parent
SENTENCES = (
    "The lighthouse was lit in 1884. 😀",
    "“No keeper has slept here since,” the harbour master said.",
    "It ought to be painted.",
    "Share this page.",
)
TEXT = "\n\n".join(SENTENCES) + "\n"
CHECKER = Person("Checker")


def span_of(sentence: str) -> Span:
    at = TEXT.index(sentence)
    return Span(at, at + len(sentence))


def make(path: Path) -> None:
    """Write a desk that holds something of everything."""
    spans = [span_of(sentence) for sentence in SENTENCES]
    details = Details(title="The lighthouse", byline="AB", publisher="The Harbour Sheet", language="en")
    remarks = (
        Remark(spans[0], RemarkKind.FOOTNOTE, "See the log."),
        Remark(spans[1], RemarkKind.COMMENT, "By phone.", "AB"),
    )
    draft = Draft(
        text=TEXT, original=TEXT.encode("utf-16"), file_name="lighthouse.txt", reader="plain",
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in spans),
        furniture=(Furniture(spans[3], "share bar"),), details=details, origins={}, flags=frozenset(),
        links=(Link(Span(4, 14), "https://example.org/lighthouse"),),
        pages=(PageStart(0, "1"), PageStart(spans[2].start, "2")), remarks=remarks,
    )  # fmt: skip
    suggestions = tuple(ProposedSuggestion(span, SuggestionKind.CLAIM, 0.5, ()) for span in spans[:3])
    session = Session.create(path, CHECKER, shipped_scales()[0])
    add = AddArticle(
        intake=Intake(draft=draft, details=details, furniture=draft.furniture, suggestions=suggestions, method="made")
    )
    lit = MarkClaim(version_id=add.version_id, anchor=anchor_of(TEXT, spans[0]), kind=ClaimKind.NUMBER)
    slept = MarkClaim(version_id=add.version_id, anchor=anchor_of(TEXT, spans[1]), kind=ClaimKind.QUOTATION)
    book = SourceForm(title="Log of the lighthouse", type=SourceType.PRIMARY, locator="p. 1", excerpt="Lit this night.")
    for edit in (
        SetDesk(desk_id=session.desk_row().id, organisation="The Harbour Sheet", scale=session.scale()),
        add,
        lit,
        slept,
        LabelStretch(version_id=add.version_id, anchor=anchor_of(TEXT, spans[2]), as_label=Label.OPINION),
        EditClaim(claim_id=lit.claim_id, field=ClaimField.NOTE, value="The log says **1884**."),
        AttachSource(claim_id=lit.claim_id, form=book),
        SetVerdict(claim_id=lit.claim_id, scale=shipped_scales()[0], value="ok", as_of="2026-11-22"),
        MoveClaim(claim_id=slept.claim_id, to=State.WAITING, waiting_for=WaitingFor.SOURCE),
        EditClaim(claim_id=slept.claim_id, field=ClaimField.NOTE, value="Undone again."),
    ):
        session.run(edit)
    session.undo()
    footnote = session.case(add.article_id).remarks[0]
    form = SourceForm(title="Footnote", excerpt=footnote.remark.text)
    session.run(AcceptRemark(remark_id=footnote.id, claim_id=lit.claim_id, form=form))
    _tell_tick_and_ask(session, add, lit, slept)
    log, note = session.case(add.article_id).evidence_of()[lit.claim_id]
    session.run(MoveSource(evidence_id=note.id, before=log.id))
    session.keep_typing(slept.claim_id, ClaimField.NOTE, "Asked the harbour mas")
    session.close()


def _tell_tick_and_ask(session: Session, add: AddArticle, lit: MarkClaim, slept: MarkClaim) -> None:
    """What schema 3 brought."""
    version, words = add.version_id, [span_of(sentence) for sentence in SENTENCES]
    again = Telling(anchor=anchor_of(TEXT, words[2]))
    asks = AddQuery(
        article_id=add.article_id, kind=QueryKind.UNNAMED_SOURCE, question="Who said so?",
        version_id=version, span=words[1], claim_id=slept.claim_id,
    )  # fmt: skip
    strokes = (Stroke(span=Span(4, 14)), Stroke(span=Span(26, 30)))
    for step in (
        LinkTellings(claim_id=lit.claim_id, version_id=version, tellings=(again,)),
        ConfirmWording(segment_ids=(again.segment_id,)),
        RejectRepeat(version_id=version, span=words[1], of=words[0]),
        TickStretches(version_id=version, register=Register.WORDS, strokes=strokes),
        asks,
        AnswerQuery(query_id=asks.query_id, answer="Her deputy."),
    ):
        session.run(step)


if __name__ == "__main__":
    make(FOLDER / f"schema-{SCHEMA}.factdesk")
