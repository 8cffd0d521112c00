"""The claim cards and the list of sources they name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from string import ascii_lowercase
from urllib.parse import urlsplit

from factdesk.model.case import Case
from factdesk.model.claim import Claim, State
from factdesk.model.ids import ClaimId, SegmentId, SourceId
from factdesk.model.segment import Label, Segment
from factdesk.model.source import Evidence
from factdesk.model.telling import wording_is_open
from factdesk.report.copy import Paragraphs
from factdesk.report.copy import Telling as MarkedTelling
from factdesk.report.look import mark_of, value_of
from factdesk.report.parts import Card, EvidencePart, SourcePart, Telling
from factdesk.report.rich_text import rich_text
from factdesk.report.words import KINDS, PRIORITIES, SOURCE_TYPES, day, moment, state_words
from factdesk.rules.pencil import pencilled
from factdesk.rules.shapes import BEARINGS

_MADE = {
    "by-hand": "Marked by hand by {who}, {when}.",
    "accepted": "Suggested by the program, accepted by {who}, {when}.",
    "in-bulk": "Suggested by the program, accepted in bulk by {who}, {when}.",
    "split": "Split off another claim by {who}, {when}.",
    "merged": "Merged from other claims by {who}, {when}.",
    "imported": "Imported by {who}, {when}.",
}


class Tellings:
    """Which number stands beside which segment: a claim's own, or ``4a``, ``4b`` … for its repeats."""

    def __init__(self, case: Case, numbers: dict[ClaimId, str], paragraphs: Paragraphs) -> None:
        marks = {claim.id: mark_of(claim, case) for claim in case.claims}
        self.of_segment: dict[SegmentId, MarkedTelling] = {}
        self.repeats: defaultdict[ClaimId, list[Telling]] = defaultdict(list)
        for segment in case.segments:
            claim = segment.claim_id
            if claim is None or claim not in numbers:
                continue
            number = card = numbers[claim]
            if segment.label is Label.REPEAT:
                told = self.repeats[claim]
                number += _letters(len(told))
                place, wording = paragraphs.number_at(segment.anchor.start), _wording(segment, case.claim(claim))
                told.append(Telling(number, place, segment.anchor.exact, wording))
            self.of_segment[segment.id] = MarkedTelling(number=number, card=card, mark=marks[claim])


def _wording(telling: Segment, claim: Claim | None) -> str:
    """Say whether a telling's words differ, whether the verdict was confirmed for them, and if linked in bulk."""
    bulk = "; linked in bulk" if telling.in_bulk else ""
    return _difference(telling, claim) + bulk


def _difference(telling: Segment, claim: Claim | None) -> str:
    if not telling.differs:
        return "same words"
    verdict = claim.verdict if claim else None
    if telling.confirmed_at and not wording_is_open(telling, verdict):
        return f"wording differs; verdict confirmed for it by {telling.confirmed_by}, {moment(telling.confirmed_at)}"
    return "≠ wording differs; not confirmed" if verdict else "wording differs"


def _ticked(case: Case, claim: Claim) -> str:
    """Say how many of the claim's words were ticked; nothing where none was."""
    pencil = pencilled(case, claim.id)
    return f"{len(pencil.ticked)} of {len(pencil.words)} words ticked" if pencil.ticked else ""


def _letters(index: int) -> str:
    """Return a, b … z, aa, ab … for 0, 1 …"""
    rest, last = divmod(index, len(ascii_lowercase))
    return (_letters(rest - 1) if rest else "") + ascii_lowercase[last]


def source_parts(case: Case, numbers: dict[ClaimId, str]) -> dict[SourceId, SourcePart]:
    """Number the sources in the order in which the cards name them; unused ones come last."""
    evidence = case.evidence_of()
    claims: dict[SourceId, list[str]] = {}
    for claim in case.claims:
        for item in evidence.get(claim.id, ()):
            named = claims.setdefault(item.source_id, [])
            if numbers[claim.id] not in named:
                named.append(numbers[claim.id])
    for source in case.sources:
        claims.setdefault(source, [])
    return {
        source_id: _source(f"S{n}", case, source_id, tuple(named))
        for n, (source_id, named) in enumerate(claims.items(), start=1)
    }


@dataclass(frozen=True, slots=True)
class _Found:
    """What belongs to one claim: its number, its words, what was found about it."""

    number: str
    segment: Segment | None
    paragraph: int | None
    evidence: tuple[EvidencePart, ...]
    repeats: tuple[Telling, ...]


def cards(
    case: Case, numbers: dict[ClaimId, str], tellings: Tellings, paragraphs: Paragraphs
) -> tuple[tuple[Card, ...], tuple[SourcePart, ...]]:
    """Return a card for each claim in reading order, and the sources those cards name."""
    sources = source_parts(case, numbers)
    words, evidence = case.words_of(), case.evidence_of()
    made = []
    for claim in case.claims:
        segment = words.get(claim.id)
        found = _Found(
            numbers[claim.id],
            segment,
            paragraphs.number_at(segment.anchor.start) if segment else None,
            tuple(_evidence(item, sources) for item in evidence.get(claim.id, ())),
            tuple(tellings.repeats.get(claim.id, ())),
        )
        made.append(_card(case, claim, found))
    return tuple(made), tuple(sources.values())


def _card(case: Case, claim: Claim, found: _Found) -> Card:
    state = state_words(claim)
    value = value_of(claim, case)
    traits = (KINDS[claim.kind], PRIORITIES[claim.priority], _ticked(case, claim))
    quote = found.segment.anchor.exact if found.segment else ""
    return Card(
        number=found.number,
        paragraph=found.paragraph,
        mark=mark_of(claim, case),
        state_glyph=state.glyph,
        state=state.word,
        quote=quote,
        restatement=claim.restatement,
        claimant=claim.claimant,
        traits=tuple(trait for trait in traits if trait),
        high_risk=claim.high_risk,
        verdict=f"{value.label}: {value.definition}" if value else "",
        given=_given(claim, case),
        set_aside=claim.set_aside_reason if claim.state is State.SET_ASIDE else "",
        rationale=rich_text(claim.rationale),
        note=rich_text(claim.note),
        evidence=found.evidence,
        repeats=found.repeats,
        made=_MADE.get(claim.origin, "Made by {who}, {when}.").format(who=claim.made_by, when=moment(claim.made_at)),
    )


def _given(claim: Claim, case: Case) -> str:
    verdict = claim.verdict
    if verdict is None:
        return ""
    scale = case.scales[verdict.scale_id]
    as_of = f", as of {day(verdict.as_of)}" if verdict.as_of else ""
    return f"{scale.name} {scale.version}{as_of}; given by {verdict.given_by}, {moment(verdict.given_at)}"


def _evidence(item: Evidence, sources: dict[SourceId, SourcePart]) -> EvidencePart:
    sign = BEARINGS[item.bearing]
    return EvidencePart(
        bearing_glyph=sign.glyph,
        bearing=sign.word,
        source=sources[item.source_id],
        locator=item.locator,
        excerpt=item.excerpt,
        accessed=day(item.accessed),
    )


def _source(key: str, case: Case, source_id: SourceId, claims: tuple[str, ...]) -> SourcePart:
    source = case.sources[source_id]
    named = source.title or source.person or _host(source.address) or source.address
    return SourcePart(
        key=key,
        title=named,
        type=SOURCE_TYPES[source.type],
        publisher=source.publisher,
        person=source.person if source.title else "",
        date=day(source.date),
        address=source.address,
        claims=claims,
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
