"""Small articles for the tests of the rules, in our own words."""

from __future__ import annotations

from factdesk.model.claim import Claim
from factdesk.model.draft import Furniture
from factdesk.model.ids import ArticleId, ClaimId, SegmentId, VersionId
from factdesk.model.segment import Label, Segment
from factdesk.model.version import Block, BlockKind
from factdesk.text.anchor import Anchor
from factdesk.text.spans import Span

NOW = "2026-01-05T10:00:00Z"


def blocks_of(text: str, *kinds: BlockKind) -> tuple[Block, ...]:
    """Return each line of ``text`` as a block: of these kinds in turn, then paragraphs."""
    found: list[Block] = []
    at = 0
    for nth, line in enumerate(text.split("\n")):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            kind = kinds[nth] if nth < len(kinds) else BlockKind.PARAGRAPH
            found.append(Block(kind, Span(start, start + len(line.strip()))))
        at += len(line) + 1
    return tuple(found)


def labelled(text: str, span: Span, label: Label = Label.OPINION) -> Segment:
    return Segment(
        id=SegmentId(f"s{span.start}-{span.end}"),
        version_id=VersionId("v"),
        label=label,
        anchor=Anchor(text[slice(*span)], "", "", *span),
        claim_id=ClaimId("c") if label is Label.CLAIM else None,
        made_at=NOW,
        made_by="AB",
    )


def claim(name: str, fixed_number: str = "") -> Claim:
    return Claim(id=ClaimId(name), article_id=ArticleId("a"), fixed_number=fixed_number, made_at=NOW, made_by="AB")


_LINES = (
    ("Council closes old bridge after crash", BlockKind.TITLE),
    ("What happens next", BlockKind.HEADING),
    (
        "The council closed the old bridge on 3 May because a lorry killed two people. "
        "Ana Lind, the mayor, said repairs cost $4 million, or 12% of the budget. "
        "Sources said the firm was accused of fraud. "
        "It is the largest sum ever and higher than in 2019, and costs rose.",
        BlockKind.PARAGRAPH,
    ),
    (
        "“We were warned,” Lind said. She said it twice. It may reportedly open again. "
        "The bridge will become a museum. Of course it is a beautiful and wonderful place. Who pays?",
        BlockKind.PARAGRAPH,
    ),
    ("Subscribe to our letter", BlockKind.PARAGRAPH),
)
_TEXT = "\n".join(line for line, _ in _LINES)

EVERYTHING = (
    _TEXT,
    tuple(kind for _, kind in _LINES),
    (Furniture(Span(_TEXT.index("Subscribe"), len(_TEXT)), "newsletter line"),),
)
"""Text, kinds of its lines and furniture of an article that gives the rules something of every sort."""
