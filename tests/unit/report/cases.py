"""Building cases from the facts alone: no desk, no file."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from msgspec.structs import replace

from factdesk.model.article import Article, Details, ProvenanceFlag
from factdesk.model.case import Case
from factdesk.model.claim import Claim, State, Verdict
from factdesk.model.ids import (
    ArticleId,
    ClaimId,
    EvidenceId,
    QueryId,
    SegmentId,
    SourceId,
    SuggestionId,
    TickId,
    VersionId,
)
from factdesk.model.imprint import Imprint
from factdesk.model.query import AuthorQuery, QueryKind
from factdesk.model.segment import Label, Segment
from factdesk.model.source import Bearing, Evidence, Source
from factdesk.model.suggestion import Decision, Reason, Suggestion, SuggestionKind
from factdesk.model.tick import Register, Tick
from factdesk.model.version import Block, BlockKind, Version
from factdesk.report.build import ReportSetting
from factdesk.rules.scales import shipped_scales
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span

ARTICLE = ArticleId("a")
VERSION = VersionId("v")
WHEN = "2026-03-12T16:02:00Z"
DESK_CHECK = shipped_scales()[0]

SETTING = ReportSetting(
    imprint=Imprint("The Harbour Post", "AB", "harbour.factdesk", sha256(b"head").hexdigest()),
    printed_at="2026-03-14T09:05:00Z",
    program_version="0.1.0",
)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Make a block of each line; the first is the title, ``#`` a heading, ``•`` an item, ``>`` a quotation."""
    found: list[Block] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            kind, level = _kind_of(words, first=not found)
            found.append(Block(kind, Span(start, start + len(words)), level))
        at += len(line) + 1
    return tuple(found)


def _kind_of(line: str, *, first: bool) -> tuple[BlockKind, int]:
    if first:
        return BlockKind.TITLE, 1
    marks = {"•": (BlockKind.LIST_ITEM, 1), ">": (BlockKind.QUOTATION, 1), "#": (BlockKind.HEADING, 2)}
    return marks.get(line[0], (BlockKind.PARAGRAPH, 0))


class CaseMaker:
    """Adds facts to one text; ``case()`` gives them back as a case."""

    def __init__(self, text: str, **details: str) -> None:
        self.text = text
        self.details = Details(**({"title": text.split("\n")[0]} | details))
        self.flags: frozenset[ProvenanceFlag] = frozenset()
        self.segments: list[Segment] = []
        self.suggestions: list[Suggestion] = []
        self.claims: list[Claim] = []
        self.sources: dict[SourceId, Source] = {}
        self.evidence: list[Evidence] = []
        self.queries: list[AuthorQuery] = []
        self.ticks: list[Tick] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def claim(self, words: str | Span, verdict: str = "", **traits: object) -> Claim:
        """Mark the first place of ``words`` as a claim; ``verdict`` is a value of the desk check."""
        claim = Claim(
            id=ClaimId(f"c{len(self.claims)}"),
            article_id=ARTICLE,
            verdict=Verdict(DESK_CHECK.id, verdict, "2026-03-13", WHEN, "AB") if verdict else None,
            made_at=WHEN,
            made_by="AB",
            **({"state": State.PROPOSED if verdict else State.NEW} | traits),  # type: ignore[arg-type]
        )
        self.claims.append(claim)
        self.label(words, Label.CLAIM, claim_id=claim.id)
        return claim

    def gone(self, **traits: object) -> Claim:
        """Add a claim whose words are no longer in the text."""
        claim = Claim(
            id=ClaimId(f"c{len(self.claims)}"),
            article_id=ARTICLE,
            state=State.GONE,
            made_at=WHEN,
            made_by="AB",
            **traits,  # type: ignore[arg-type]
        )
        self.claims.append(claim)
        return claim

    def repeat(self, words: str, claim: Claim) -> None:
        self.label(words, Label.REPEAT, claim_id=claim.id)
        self.segments[-1] = replace(self.segments[-1], differs=True)

    def label(
        self, words: str | Span, label: Label, reason: str = "", in_bulk: bool = False, claim_id: ClaimId | None = None
    ) -> None:
        span = self.span(words) if isinstance(words, str) else words
        self.segments.append(
            Segment(
                id=SegmentId(f"s{len(self.segments)}"),
                version_id=VERSION,
                label=label,
                anchor=anchor_of(self.text, span),
                claim_id=claim_id,
                reason=reason,
                in_bulk=in_bulk,
                made_at=WHEN,
                made_by="AB",
            )
        )

    def suggest(
        self,
        words: str | Span,
        kind: SuggestionKind = SuggestionKind.CLAIM,
        decision: Decision = Decision.OPEN,
        in_bulk: bool = False,
        reasons: Iterable[str] = ("number",),
    ) -> None:
        span = self.span(words) if isinstance(words, str) else words
        decided = decision is not Decision.OPEN
        self.suggestions.append(
            Suggestion(
                id=SuggestionId(f"g{len(self.suggestions)}"),
                version_id=VERSION,
                span=span,
                kind=kind,
                score=0.7,
                reasons=tuple(Reason(code, span) for code in reasons),
                method="rules-1",
                decision=decision,
                in_bulk=in_bulk,
                decided_at=WHEN if decided else "",
                decided_by="AB" if decided else "",
            )
        )

    def source(self, key: str, title: str, **more: object) -> SourceId:
        made = Source(id=SourceId(key), title=title, made_at=WHEN, made_by="AB", **more)  # type: ignore[arg-type]
        self.sources[made.id] = made
        return made.id

    def tie(self, claim: Claim, source: SourceId, bearing: Bearing = Bearing.SUPPORTS, **more: str) -> None:
        self.evidence.append(
            Evidence(
                id=EvidenceId(f"e{len(self.evidence)}"),
                claim_id=claim.id,
                source_id=source,
                bearing=bearing,
                made_at=WHEN,
                made_by="AB",
                **more,  # type: ignore[arg-type]
            )
        )

    def ask(self, question: str, words: str = "", kind: QueryKind = QueryKind.OTHER, **traits: object) -> None:
        """Put a question to the author, about the first place of ``words`` or about the whole."""
        query = AuthorQuery(
            id=QueryId(f"q{len(self.queries)}"), article_id=ARTICLE, kind=kind, question=question,
            version_id=VERSION if words else None, span=self.span(words) if words else None, made_at=WHEN, made_by="AB",
        )  # fmt: skip
        self.queries.append(replace(query, **traits))

    def tick(self, register: Register, words: str) -> None:
        """Tick the first place of ``words``."""
        self.ticks.append(
            Tick(
                id=TickId(f"t{len(self.ticks)}"),
                version_id=VERSION,
                register=register,
                span=self.span(words),
                made_at=WHEN,
                made_by="AB",
            )
        )

    def case(self, blocks: tuple[Block, ...] | None = None) -> Case:
        digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        starts = {s.claim_id: s.anchor.start for s in self.segments if s.label is Label.CLAIM}
        return Case(
            article=Article(
                id=ARTICLE,
                details=self.details,
                case_number="2026-031",
                flags=self.flags,
                added_at=WHEN,
                added_by="AB",
            ),
            version=Version(
                id=VERSION,
                article_id=ARTICLE,
                number=1,
                text=self.text,
                text_sha256=digest,
                file_sha256=digest,
                file_name="ferry.txt",
                reader="plain",
                blocks=blocks_of(self.text) if blocks is None else blocks,
                added_at=WHEN,
                added_by="AB",
            ),
            version_count=1,
            segments=tuple(sorted(self.segments, key=lambda s: (s.anchor.start, -s.anchor.end))),
            suggestions=tuple(sorted(self.suggestions, key=lambda s: s.span)),
            claims=tuple(sorted(self.claims, key=lambda claim: starts.get(claim.id, len(self.text)))),
            sources=self.sources,
            evidence=tuple(self.evidence),
            queries=tuple(self.queries),
            ticks=tuple(self.ticks),
            scales={DESK_CHECK.id: DESK_CHECK},
        )


def decided(case: Case) -> Case:
    """Return the case with every claim verified, every word accounted for and no proposal open."""
    verdict = Verdict(DESK_CHECK.id, "ok", "2026-03-13", WHEN, "AB")
    claims = tuple(
        replace(claim, state=State.AGREED, verdict=verdict, waiting_for=None, set_aside_reason="")
        for claim in case.claims
    )
    cover = Segment(
        id=SegmentId("all"), version_id=VERSION, label=Label.OPINION,
        anchor=anchor_of(case.version.text, Span(0, len(case.version.text))), made_at=WHEN, made_by="AB",
    )  # fmt: skip
    return replace(case, claims=claims, segments=(cover, *case.segments), suggestions=())
