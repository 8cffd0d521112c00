"""A desk with a checklist of as many rows as are wanted: of five rows three are claims, two are proposed."""

from __future__ import annotations

from contextlib import closing
from itertools import accumulate, cycle
from pathlib import Path

from factdesk.model.article import Details
from factdesk.model.claim import Claim, State, Verdict
from factdesk.model.draft import Draft, ProposedSuggestion
from factdesk.model.ids import ArticleId, ClaimId, SegmentId, new_id
from factdesk.model.person import Person
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Reason, SuggestionKind
from factdesk.model.version import Block, BlockKind
from factdesk.rules.scales import shipped_scales
from factdesk.store.connection import connect
from factdesk.store.tables.claims import CLAIM
from factdesk.store.tables.segments import SEGMENT
from factdesk.store.writer import Writer
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.work.edits.article import AddArticle, Intake
from factdesk.work.session import Session

AT, ME = "2026-01-01T00:00:00Z", "Checker"
PARAGRAPH = 5
"""Sentences in a paragraph."""


def sentence(nth: int) -> str:
    """Return a sentence of some 110 characters; each is another, one in fifty speaks of ferries."""
    what = "ferries" if nth % 50 == 0 else "passengers"
    return f"In the week of report {nth} the line carried {nth * 37 + 5:,} {what}, more than ever, as the company said."


def make_rows(path: Path, rows: int) -> ArticleId:
    """Make a desk whose one article has so many rows; returns the article's id."""
    spans, text = _text(rows)
    session = Session.create(path, Person(ME), shipped_scales()[0])
    add = AddArticle(intake=_intake(text, spans))
    session.run(add)
    session.close()
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        writer, scale = Writer(connection), shipped_scales()[0]
        values = cycle(value.id for value in scale.values)
        for nth, span in enumerate(spans):
            if nth % 5 < 3:
                given = Verdict(scale.id, next(values), "2026-01-01", AT, ME) if nth % 4 == 0 else None
                state = State.PROPOSED if given else State.NEW
                key = ClaimId(new_id())
                writer.save(
                    CLAIM, Claim(id=key, article_id=add.article_id, state=state, verdict=given, made_at=AT, made_by=ME)
                )
                words = Segment(
                    id=SegmentId(new_id()), version_id=add.version_id, label=Label.CLAIM, anchor=anchor_of(text, span),
                    claim_id=key, made_at=AT, made_by=ME,
                )  # fmt: skip
                writer.save(SEGMENT, words)
        connection.execute("COMMIT")
    return add.article_id


def _text(rows: int) -> tuple[list[Span], str]:
    sentences = [sentence(nth) for nth in range(rows)]
    gaps = ["\n\n" if (nth + 1) % PARAGRAPH == 0 else " " for nth in range(rows)]
    ends = list(accumulate(len(one) + len(gap) for one, gap in zip(sentences, gaps, strict=True)))
    starts = [0, *ends[:-1]]
    spans = [Span(start, start + len(one)) for start, one in zip(starts, sentences, strict=True)]
    return spans, "".join(one + gap for one, gap in zip(sentences, gaps, strict=True))


def _intake(text: str, spans: list[Span]) -> Intake:
    kinds = {3: SuggestionKind.CLAIM, 4: SuggestionKind.OPINION}
    proposed = tuple(
        ProposedSuggestion(span, kinds[nth % 5], 0.5, (Reason("number", Span(span.start + 22, span.start + 23)),))
        for nth, span in enumerate(spans)
        if nth % 5 in kinds
    )
    groups = (spans[at : at + PARAGRAPH] for at in range(0, len(spans), PARAGRAPH))
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(group[0].start, group[-1].end)) for group in groups)
    draft = Draft(
        text=text, original=text.encode(), file_name="rows.txt", reader="plain",
        blocks=blocks, furniture=(), details=Details(title="Rows"), origins={}, flags=frozenset(),
    )  # fmt: skip
    return Intake(draft=draft, details=draft.details, furniture=(), suggestions=proposed, method="rows")
