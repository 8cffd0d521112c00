"""Building cases from the facts alone: no desk, no file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from factdesk.model.article import Article, Details, ProvenanceFlag
from factdesk.model.case import Case
from factdesk.model.claim import Claim, ClaimKind, Priority, State, Verdict, WaitingFor
from factdesk.model.event import Event
from factdesk.model.ids import ArticleId, ClaimId, EvidenceId, SegmentId, SourceId, SuggestionId, VersionId
from factdesk.model.segment import Label, Segment
from factdesk.model.source import Bearing, Evidence, Source, SourceType
from factdesk.model.suggestion import Decision, Reason, Suggestion, SuggestionKind
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
    organisation="The Harbour Post",
    checker="AB",
    printed_at="2026-03-14T09:05:00Z",
    desk_name="harbour.factdesk",
    chain_head=sha256(b"head").hexdigest(),
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
                **more,
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
            scales={DESK_CHECK.id: DESK_CHECK},
        )


FERRY = Path(__file__).with_name("ferry.txt").read_text(encoding="utf-8")


def ferry() -> CaseMaker:
    """Return a case in the middle of the work: every kind of mark is in it."""
    made = CaseMaker(
        FERRY,
        dek="Islanders welcome it. The county pays for it.",
        byline="By our harbour reporter",
        publisher="The Harbour Post",
        address="https://harbour.example/news/ferry-doubles-its-crossings",
        published="2026-03-10",
        language="en",
    )
    made.flags = frozenset({ProvenanceFlag.ROLE_BYLINE, ProvenanceFlag.LINKS_LOST})
    timetable = made.source(
        "t", "Summer timetable, outer islands", type=SourceType.PRIMARY, publisher="Arden Line", date="2026-04-28",
        address="https://arden.example/timetable-summer.pdf",
    )  # fmt: skip
    counts = made.source(
        "p", "Passenger counts by month, 2008 to date", type=SourceType.DOCUMENT, publisher="Harbour board"
    )
    budget = made.source(
        "b", "Transport budget", type=SourceType.PRIMARY, publisher="County council", date="2026-02-01"
    )
    officer = made.source(
        "o", "Telephone call with the press office", type=SourceType.INTERVIEW, person="Press officer, Arden Line"
    )

    doubled = made.claim(
        "The Arden Line has doubled its crossings to the outer islands since May, from six to twelve a day", "ok",
        state=State.AGREED, kind=ClaimKind.NUMBER, priority=Priority.HIGH, origin="accepted",
        restatement="Since May 2026 the Arden Line has run twelve crossings a day to the outer islands instead of six.",
        rationale="Both timetables give the figures; **six** until 30 April, **twelve** from 1 May.",
    )  # fmt: skip
    made.tie(
        doubled,
        timetable,
        locator="p. 2, table 1",
        excerpt="Daily, 1 May to 30 September: 12 departures",
        accessed="2026-03-12",
    )
    made.tie(doubled, officer, accessed="2026-03-12", locator="11:40, by telephone")
    made.repeat("Twelve times a day, twice as often as in spring", doubled)
    whole = made.claim(
        "“We carried 41,000 people in July alone,” said the line’s head of operations, "
        "who called it the best month in the line’s history",
        "attribute", kind=ClaimKind.QUOTATION, claimant="Head of operations, Arden Line", origin="by-hand",
        rationale="The words are on the recording. The superlative is the line’s own and must be given as such.",
    )  # fmt: skip
    made.tie(whole, officer, Bearing.CONTEXT)
    figure = made.claim(
        "41,000 people in July alone", "fix", kind=ClaimKind.NUMBER, priority=Priority.HIGH, high_risk=True,
        rationale="The harbour board counted **38,900**:\n\n- July 2025: 38,900\n- August 2025: 41,020\n\n"
        "The figure is that of August. See [the table](https://harbour.example/counts).",
        note="Told the desk on 13 March; the reporter agrees.",
    )  # fmt: skip
    made.tie(
        figure,
        counts,
        Bearing.REFUTES,
        locator="row 211",
        excerpt="2025-07  38,900\n2025-08  41,020",
        accessed="2026-03-13",
    )
    made.claim("the best month in the line’s history", state=State.IN_CHECK, high_risk=True)
    made.claim("Two of the four boats were built in 1974", state=State.WAITING, waiting_for=WaitingFor.DOCUMENT)
    made.claim(
        "says the owner of the only store on Lesser Holm",
        "ok-as-changed",
        rationale="There are two. Now reads “a store”.",
    )
    rents = made.claim("Rents on the islands rose by 18% in a year, according to the housing office", "unverifiable",
                       kind=ClaimKind.ATTRIBUTED, claimant="Housing office",
                       rationale="The office publishes no figures for the islands alone.")  # fmt: skip
    made.tie(rents, budget, Bearing.CONTEXT, excerpt="No line for the islands.")
    made.claim("The line is paid £3.2 million a year by the county, more than any other route", origin="accepted")
    made.claim("more than any other route", "cut", rationale="Two bus routes are paid more (budget, p. 14).")
    made.claim("The fare for a resident has stayed at £4 since 2019", state=State.SET_ASIDE,
               set_aside_reason="Checked last week for another piece; see case 2026-027.")  # fmt: skip
    made.label("Nobody in the harbour can remember a busier summer", Label.OPINION, reason="a way of speaking")
    made.label("The school will take in nine more children in autumn", Label.PREDICTION)
    made.label("Is the old pier strong enough?", Label.QUESTION)
    made.label(FERRY.split("\n")[0], Label.HEADING)
    made.label("# What it means for the islands", Label.HEADING, in_bulk=True)
    made.label("# Questions and answers", Label.HEADING, in_bulk=True)
    made.label("How often does the ferry go?", Label.QUESTION)
    made.label(
        "Sign up for our weekly letter from the harbour", Label.FURNITURE, reason="newsletter line", in_bulk=True
    )
    made.label(
        "You may also like: Ten beaches you can reach by bus", Label.FURNITURE, reason="related links", in_bulk=True
    )
    made.suggest(
        "The Arden Line has doubled its crossings to the outer islands since May, from six to twelve a day",
        decision=Decision.ACCEPTED,
    )
    made.suggest(
        "The line is paid £3.2 million a year by the county, more than any other route",
        decision=Decision.ACCEPTED,
        in_bulk=True,
        reasons=("money", "superlative"),
    )
    made.suggest("Nobody in the harbour can remember a busier summer", decision=Decision.REJECTED)
    made.suggest("The harbour board has asked for a survey.", SuggestionKind.ATTRIBUTED, reasons=("named-source",))
    made.suggest(
        "“The shop is open on Sundays now,” says the owner", SuggestionKind.QUOTE, reasons=("quote", "unnamed-source")
    )
    return made


def ferry_events() -> tuple[Event, ...]:
    """Return the record that goes with ``ferry()``."""
    steps: list[tuple[str, str, int | None, frozenset[str]]] = [
        ("AddArticle", "Add article", None, frozenset()),
        ("AcceptSuggestions", "Accept suggestions", None, frozenset({"c0", "c7"})),
        ("SetVerdict", "Verdict", None, frozenset({"c0"})),
        ("SetVerdict", "Verdict", None, frozenset({"c2"})),
        ("undo", "Verdict", 4, frozenset({"c2"})),
        ("redo", "Verdict", 5, frozenset({"c2"})),
        ("DeleteClaim", "Delete claim", None, frozenset({"c99"})),
    ]
    return tuple(
        Event(
            seq=n, at=WHEN, person="AB", kind=kind, label=label, of=of, article_id=ARTICLE, claims=claims, hash="0" * 64
        )
        for n, (kind, label, of, claims) in enumerate(steps, start=1)
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
