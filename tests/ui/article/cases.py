"""A small case to show: built from facts, with words of our own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256

from msgspec.structs import replace

from factdesk.model.article import Article, Details
from factdesk.model.case import Case
from factdesk.model.claim import Claim, State, Verdict, WaitingFor
from factdesk.model.ids import ArticleId, ClaimId, SegmentId, SuggestionId, VersionId
from factdesk.model.scale import Scale
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Suggestion, SuggestionKind
from factdesk.model.version import Block, BlockKind, Version
from factdesk.rules.coverage import coverage
from factdesk.rules.numbering import numbers
from factdesk.rules.scales import shipped_scales
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span
from factdesk.ui.article.marks import Marks, marks_of

AT = "2026-03-14T09:30:00Z"
BY = "Checker"
ARTICLE = ArticleId("a" * 32)

BRIDGE = """\
Council Shuts Old Mill Bridge After “Record” Flood, Says It Had No Choice

The county closed the Old Mill Bridge on Tuesday evening after the river Arl rose 4.2 metres in nine hours, \
the highest level since records began in 1911, officials said.

Reports suggest as many as 30 households were told to leave, though the police did not confirm the figure. \
It was the kind of night people will talk about for years.

“No choice at all”

“We had no choice at all,” said the county’s head of roads, who added that a 2019 inspection had already found \
cracks in two of the bridge’s six piers.

What is known so far:

• The bridge carries about 11,000 vehicles a day, according to the county’s 2024 traffic count.
• Closing it will cost local businesses £2 million a week, a blow the town can ill afford, and one that will be \
felt well beyond the high street.

> The water came up faster than anyone had told us it could.

Questions and answers

How high did the river rise? Over four metres in a single night, a record.

Stay dry! Subscribe to our flood newsletter.

You may also like: Ten bridges worth a walk

Share this story
"""

BRIDGE_KINDS = {
    "Council": BlockKind.TITLE,
    "“No": BlockKind.HEADING,
    "•": BlockKind.LIST_ITEM,
    ">": BlockKind.QUOTATION,
    "Questions": BlockKind.HEADING,
}


def version_of(text: str, kinds: dict[str, BlockKind] | None = None, number: int = 1) -> Version:
    """Make a version whose blocks are the lines of ``text``; ``kinds`` tells a line by its beginning."""
    blocks = tuple(
        Block(_kind(line.group(), kinds or {}), Span(*line.span()), 1) for line in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    digest = sha256(text.encode()).hexdigest()
    return Version(
        id=VersionId(digest[:32]),
        article_id=ARTICLE,
        number=number,
        text=text,
        text_sha256=digest,
        file_sha256=digest,
        file_name="",
        reader="plain",
        blocks=blocks,
        added_at=AT,
        added_by=BY,
    )


def _kind(line: str, kinds: dict[str, BlockKind]) -> BlockKind:
    found = (kind for beginning, kind in kinds.items() if re.match(re.escape(beginning) + r"(?!\w)", line))
    return next(found, BlockKind.PARAGRAPH)


def article_of(**details: str) -> Article:
    return Article(id=ARTICLE, details=Details(**{"title": "", **details}), added_at=AT, added_by=BY)


BRIDGE_ARTICLE = article_of(
    title="Council Shuts Old Mill Bridge",
    byline="By staff reporter",
    publisher="The Valley Courier",
    published="2026-03-14",
    language="en",
)


@dataclass
class CaseMaker:
    """Adds claims, labels and suggestions to a version by quoting its words."""

    version: Version
    article: Article = BRIDGE_ARTICLE
    scale: Scale = field(default_factory=lambda: shipped_scales()[0])
    segments: list[Segment] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)

    def span(self, words: str, nth: int = 0) -> Span:
        """Return where ``words`` stand, the nth time."""
        start = [found.start() for found in re.finditer(re.escape(words), self.version.text)][nth]
        return Span(start, start + len(words))

    def claim(self, words: str, verdict: str = "", state: State = State.NEW) -> ClaimId:
        claim_id = ClaimId(f"claim{len(self.claims) + 1:03}")
        given = Verdict(self.scale.id, verdict, "2026-03-14", AT, BY) if verdict else None
        waiting = WaitingFor.AUTHOR if state is State.WAITING else None
        aside = "hearsay" if state is State.SET_ASIDE else ""
        self.claims.append(
            Claim(
                id=claim_id,
                article_id=ARTICLE,
                state=state,
                waiting_for=waiting,
                set_aside_reason=aside,
                verdict=given,
                made_at=AT,
                made_by=BY,
            )
        )
        self._segment(Label.CLAIM, self.span(words), claim_id)
        return claim_id

    def repeat(self, claim_id: ClaimId, words: str, nth: int = 0) -> None:
        self._segment(Label.REPEAT, self.span(words, nth), claim_id)

    def label(self, words: str, label: Label, reason: str = "") -> SegmentId:
        return self._segment(label, self.span(words), None, reason)

    def suggest(self, words: str, kind: SuggestionKind = SuggestionKind.CLAIM) -> SuggestionId:
        made = SuggestionId(f"suggestion{len(self.suggestions) + 1:03}")
        self.suggestions.append(
            Suggestion(
                id=made,
                version_id=self.version.id,
                span=self.span(words),
                kind=kind,
                score=0.5,
                reasons=(),
                method="rules-1",
            )
        )
        return made

    def _segment(self, label: Label, span: Span, claim_id: ClaimId | None, reason: str = "") -> SegmentId:
        made = SegmentId(f"segment{len(self.segments) + 1:03}")
        self.segments.append(
            Segment(
                id=made,
                version_id=self.version.id,
                label=label,
                anchor=anchor_of(self.version.text, span),
                claim_id=claim_id,
                reason=reason,
                made_at=AT,
                made_by=BY,
            )
        )
        return made

    def case(self) -> Case:
        """Return the case with segments and claims in reading order."""
        segments = sorted(self.segments, key=lambda one: (one.anchor.start, -one.anchor.end))
        order = [segment.claim_id for segment in segments if segment.label is Label.CLAIM]
        return Case(
            article=self.article,
            version=self.version,
            version_count=self.version.number,
            segments=tuple(segments),
            suggestions=tuple(sorted(self.suggestions, key=lambda one: one.span)),
            claims=tuple(sorted(self.claims, key=lambda claim: order.index(claim.id))),
            sources={},
            evidence=(),
            scales={self.scale.id: self.scale},
        )

    def marks(self) -> Marks:
        case = self.case()
        return marks_of(case, numbers(case.claims), coverage(self.version.text, case.segments))


def bridge() -> CaseMaker:
    """Return the bridge story with one mark of each sort."""
    made = CaseMaker(replace(version_of(BRIDGE, BRIDGE_KINDS, 2)))
    made.label(BRIDGE.splitlines()[0], Label.HEADING)
    made.claim("The county closed the Old Mill Bridge on Tuesday evening", "ok", State.AGREED)
    record = made.claim(
        "the river Arl rose 4.2 metres in nine hours, the highest level since records began in 1911", "fix"
    )
    made.claim("officials said", state=State.WAITING)
    made.claim("Reports suggest as many as 30 households were told to leave")
    made.label("It was the kind of night people will talk about for years.", Label.OPINION)
    made.label("“No choice at all”", Label.HEADING)
    made.claim(
        "“We had no choice at all,” said the county’s head of roads, who added that a 2019 inspection had already "
        "found cracks in two of the bridge’s six piers",
        state=State.WAITING,
    )
    made.claim("a 2019 inspection had already found cracks in two of the bridge’s six piers", "attribute")
    made.claim("The bridge carries about 11,000 vehicles a day", "ok-as-changed")
    made.claim("the county’s 2024 traffic count", state=State.STALE)
    made.suggest("Closing it will cost local businesses £2 million a week")
    made.label("a blow the town can ill afford", Label.OPINION)
    made.suggest("and one that will be felt well beyond the high street", SuggestionKind.PREDICTION)
    made.label("Questions and answers", Label.HEADING)
    made.label("How high did the river rise?", Label.QUESTION)
    made.repeat(record, "Over four metres in a single night, a record.")
    made.label("Stay dry! Subscribe to our flood newsletter.", Label.FURNITURE, "newsletter line")
    made.label("You may also like: Ten bridges worth a walk", Label.FURNITURE, "related links")
    made.label("Share this story", Label.FURNITURE, "share bar")
    return made
