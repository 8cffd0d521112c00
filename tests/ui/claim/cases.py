"""Cases for the panes to show: a short article at work in every state, and a very long one."""

from __future__ import annotations

from msgspec.structs import replace

from factdesk.model.article import Article, Details
from factdesk.model.case import Case
from factdesk.model.claim import Claim, ClaimKind, Priority, State, Verdict, WaitingFor
from factdesk.model.ids import ArticleId, ClaimId, EvidenceId, SegmentId, SourceId, SuggestionId, VersionId
from factdesk.model.scale import Scale
from factdesk.model.segment import Label, Segment
from factdesk.model.source import Bearing, Evidence, Source, SourceType
from factdesk.model.suggestion import Decision, Reason, Suggestion, SuggestionKind
from factdesk.model.version import Version
from factdesk.rules.scales import shipped_scales
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span

AT = "2026-11-22T09:00:00Z"
ME = "Checker"
ARTICLE, VERSION = ArticleId("a1"), VersionId("v1")

SENTENCES = (
    "The ferry to the outer islands was stopped on Monday morning.",
    "It carries 3,400 passengers a day, more than any other line of the coast.",
    "“Nobody was told before the boats were tied up,” the harbour’s head of traffic said.",
    "The stop costs the islands about £90,000 a day, according to a trade group.",
    "People familiar with the plans expect two more lines to close.",
    "Two of the four boats failed an inspection in 2024.",
    "The company has owned the line since 1998.",
    "A report to the council had warned of cracks in the hull.",
    "It was the longest week the harbour has seen.",
    "What happens next?",
    "Tickets bought before Friday stay valid for 60 days.",
)
TEXT = "\n\n".join(SENTENCES)


def desk_check() -> Scale:
    """The default scale as it ships."""
    return shipped_scales()[0]


def truth_rating() -> Scale:
    return shipped_scales()[1]


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claim(name: str, **fields: object) -> Claim:
    """A claim called ``name``, new unless ``fields`` say otherwise."""
    plain = Claim(id=ClaimId(name), article_id=ARTICLE, made_at=AT, made_by=ME)
    return replace(plain, **fields)


def verdict(value: str, scale: Scale | None = None, by: str = ME) -> Verdict:
    return Verdict((scale or desk_check()).id, value, "2026-11-22", AT, by)


def segment(of: Claim, words: str, text: str = TEXT) -> Segment:
    return Segment(
        id=SegmentId(f"s-{of.id}"), version_id=VERSION, label=Label.CLAIM,
        anchor=anchor_of(text, place(words, text)), claim_id=of.id, made_at=AT, made_by=ME,
    )  # fmt: skip


def suggestion(
    name: str, words: str, kind: SuggestionKind = SuggestionKind.CLAIM, score: float = 0.7, codes: tuple[str, ...] = ()
) -> Suggestion:
    """An undecided suggestion over ``words``; each reason lies on the whole of them."""
    span = place(words)
    return Suggestion(
        id=SuggestionId(name), version_id=VERSION, span=span, kind=kind, score=score,
        reasons=tuple(Reason(code, span) for code in codes), method="rules-1",
    )  # fmt: skip


CLAIMS = (
    (claim("c1", state=State.AGREED, verdict=verdict("ok"), kind=ClaimKind.EVENT), SENTENCES[0]),
    (
        claim(
            "c2", state=State.PROPOSED, verdict=verdict("fix"), kind=ClaimKind.NUMBER, high_risk=True,
            priority=Priority.HIGH, claimant="the company", note="Ask for the **counts** of both years.",
            rationale="The count of 2025 says 3,120.",
        ),
        "It carries 3,400 passengers a day, more than any other line of the coast",
    ),
    (
        claim("c3", state=State.WAITING, waiting_for=WaitingFor.SOURCE, kind=ClaimKind.QUOTATION),
        "“Nobody was told before the boats were tied up,” the harbour’s head of traffic said",
    ),
    (claim("c4", state=State.IN_CHECK, kind=ClaimKind.ATTRIBUTED, claimant="a trade group"), SENTENCES[3]),
    (claim("c5", state=State.RETURNED, verdict=verdict("attribute", by="Second reader")), SENTENCES[5]),
    (claim("c6", state=State.IN_REVIEW, verdict=verdict("cut")), SENTENCES[6]),
    (claim("c7", state=State.SET_ASIDE, set_aside_reason="nobody can know this"), SENTENCES[8]),
)  # fmt: skip

SOURCE = Source(
    id=SourceId("q1"), title="Passenger counts of the coast, 2025", type=SourceType.PRIMARY, publisher="Port office",
    address="https://port.example/counts", date="2026-02-01", made_at=AT, made_by=ME,
)  # fmt: skip
TALK = Source(
    id=SourceId("q2"), title="Talk with the timetable desk", type=SourceType.INTERVIEW, person="AB", made_at=AT,
    made_by=ME,
)  # fmt: skip


def evidence(name: str, of: str, source: Source, bearing: Bearing, **fields: str) -> Evidence:
    return Evidence(
        id=EvidenceId(name),
        claim_id=ClaimId(of),
        source_id=source.id,
        bearing=bearing,
        made_at=AT,
        made_by=ME,
        **fields,  # type: ignore[arg-type]
    )


EVIDENCE = (
    evidence("e1", "c2", SOURCE, Bearing.REFUTES, excerpt="3,120 a day", locator="p. 4", accessed="2026-11-20"),
    evidence("e2", "c2", TALK, Bearing.CONTEXT, excerpt="Weekends are not counted."),
    evidence("e3", "c1", TALK, Bearing.SUPPORTS),
)  # fmt: skip

SUGGESTIONS = (
    suggestion("g1", SENTENCES[4], SuggestionKind.ATTRIBUTED, 0.62, ("unnamed-source", "prediction")),
    suggestion("g2", SENTENCES[7], SuggestionKind.CLAIM, 0.81, ("named-source", "accusation")),
    suggestion("g3", SENTENCES[9], SuggestionKind.QUESTION, 0.05, ("question",)),
    suggestion("g4", SENTENCES[10], SuggestionKind.CLAIM, 0.55, ("number", "date")),
    replace(
        suggestion("g5", "more than any other line of the coast", codes=("superlative",)), decision=Decision.ACCEPTED
    ),
)


def case(**changes: object) -> Case:
    """The ferry article with seven claims and four undecided suggestions."""
    scale = desk_check()
    plain = Case(
        article=Article(id=ARTICLE, details=Details(title="Ferry"), added_at=AT, added_by=ME),
        version=_version(TEXT),
        version_count=1,
        segments=tuple(segment(one, words) for one, words in CLAIMS),
        suggestions=tuple(sorted(SUGGESTIONS, key=lambda one: one.span)),
        claims=tuple(one for one, _ in CLAIMS),
        sources={SOURCE.id: SOURCE, TALK.id: TALK},
        evidence=EVIDENCE,
        scales={scale.id: scale},
    )
    return replace(plain, **changes)


def long_case(count: int) -> Case:
    """An article of ``count`` sentences, each of them a claim, in all states and verdicts in turn."""
    scale = desk_check()
    texts = [
        f"In year {n} the line carried {n * 37} people, which was more than in year {n - 1}." for n in range(count)
    ]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    whole = "\n".join(texts)
    states = (State.NEW, State.IN_CHECK, State.PROPOSED, State.AGREED)
    claims = []
    for n in range(count):
        found = verdict(scale.values[n % len(scale.values)].id) if n % 3 else None
        claims.append(claim(f"c{n}", state=states[n % 4], verdict=found))
    segments = tuple(
        Segment(
            id=SegmentId(f"s{n}"), version_id=VERSION, label=Label.CLAIM, claim_id=claims[n].id, made_at=AT, made_by=ME,
            anchor=anchor_of(whole, Span(starts[n], starts[n] + len(texts[n]))),
        )
        for n in range(count)
    )  # fmt: skip
    return case(
        version=_version(whole), segments=segments, claims=tuple(claims), suggestions=(), evidence=(), sources={}
    )


def _version(text: str) -> Version:
    return Version(
        id=VERSION, article_id=ARTICLE, number=1, text=text, text_sha256="0" * 64, file_sha256="0" * 64, file_name="",
        reader="plain", blocks=(), added_at=AT, added_by=ME,
    )  # fmt: skip
