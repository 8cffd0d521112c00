"""What the claim pane shows: one claim or one suggestion, made ready before any widget sees it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from msgspec import Struct

from factdesk.model.case import Case
from factdesk.model.claim import BY_TEXT, NEXT_STATES, Claim, State
from factdesk.model.ids import ClaimId, EvidenceId, SuggestionId
from factdesk.model.scale import Scale, ScaleValue
from factdesk.model.source import Bearing, Source
from factdesk.model.suggestion import Reason, Suggestion, SuggestionKind
from factdesk.rules.pencil import pencilled
from factdesk.text.spans import Span
from factdesk.ui.claim import words
from factdesk.ui.claim.sources.proposed import ProposedSource, proposed_sources
from factdesk.work.edits.source import SourceForm

_SPOKEN = "debates-"
"""How the method of a transcript begins; it is weighed by other things than an article is."""

_OF_THE_PLACE = frozenset({"title", "states", "heading", "in-headline", "opening", "boilerplate"})
"""Reasons that lie in where a sentence stands: they single out no words of it."""


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One piece of evidence with its source.

    Attributes:
        form: its fields as the form edits them.
        others: how many other claims rest on the same source.
    """

    evidence_id: EvidenceId
    form: SourceForm
    others: int


class ClaimView(Struct, frozen=True, kw_only=True):
    """One claim as the pane shows it.

    Attributes:
        exact: its words in the article; empty when they are gone.
        caught: stretches of ``exact`` that gave reason to check it.
        reasons: their plain words, each once.
        words, ticked: stretches of ``exact``: its words, and which of them are ticked.
        verdict: the value that was given, from the scale it was given under.
        verdict_scale: that scale's name where it is not ``scale``, else empty.
        scale: the one verdicts are given from now.
        next_states: where a person may move the work.
        proposed: what the author's own file gives for these words.
        known: sources of the desk, to pick from.
        drafts: by field, words that were typed and not yet kept.
    """

    claim: Claim
    number: str
    exact: str
    caught: tuple[Span, ...]
    reasons: tuple[str, ...]
    words: tuple[Span, ...] = ()
    ticked: frozenset[Span] = frozenset()
    verdict: ScaleValue | None
    verdict_scale: str
    scale: Scale
    next_states: frozenset[State]
    sources: tuple[SourceItem, ...]
    proposed: tuple[ProposedSource, ...]
    known: tuple[Source, ...]
    drafts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReasonItem:
    """One reason of a suggestion: a few words, a sentence, and the characters that caused it."""

    chip: str
    meaning: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionView:
    """One undecided suggestion as the pane shows it.

    Attributes:
        becomes_claim: accepting it makes a claim, and not a label.
        parts: works out, when asked, what each group of signs adds to the score: (words, logarithmic odds). None
            where a sentence was not weighed by the article it stands in: furniture, transcripts.
    """

    id: SuggestionId
    exact: str
    caught: tuple[Span, ...]
    kind: SuggestionKind
    becomes_claim: bool
    score: float
    reasons: tuple[ReasonItem, ...]
    parts: Callable[[], tuple[tuple[str, float], ...]] | None


def claim_view(
    case: Case, claim_id: ClaimId, numbers: Mapping[ClaimId, str], scale: Scale, drafts: Mapping[str, str]
) -> ClaimView:
    """Return what the pane shows of one claim.

    Args:
        numbers: number of each claim (``rules.numbering``).
        scale: the desk's current one.
        drafts: half-typed words of this claim by field name.

    Raises:
        KeyError: the case has no such claim.
    """
    claim = case.claim(claim_id)
    if claim is None:
        raise KeyError(claim_id)
    segment = case.words_of().get(claim_id)
    span = segment.anchor.span if segment else None
    reasons = _reasons_inside(case, span) if span else []
    given = claim.verdict
    pencil = pencilled(case, claim_id)
    at = span.start if span else 0
    found = case.scales[given.scale_id] if given else scale
    return ClaimView(
        claim=claim,
        number=numbers.get(claim_id, ""),
        exact=segment.anchor.exact if segment else "",
        caught=_caught(span, reasons) if span else (),
        reasons=tuple(dict.fromkeys(words.reason(reason.code) for reason in reasons)),
        words=tuple(Span(one.start - at, one.end - at) for one in pencil.words),
        ticked=frozenset(Span(one.start - at, one.end - at) for one in pencil.ticked),
        verdict=found.value(given.value) if given else None,
        verdict_scale=found.name if found.id != scale.id else "",
        scale=scale,
        next_states=NEXT_STATES[claim.state] - BY_TEXT,
        sources=_sources(case, claim_id),
        proposed=proposed_sources(case, claim_id, span) if span else (),
        known=tuple(case.sources.values()),
        drafts=dict(drafts),
    )


def _reasons_inside(case: Case, span: Span) -> list[Reason]:
    """Return the reasons whose characters lie in ``span``. Suggestions stand in reading order and never overlap."""
    first = bisect_right(case.suggestions, span.start, key=lambda one: one.span.start) - 1
    near = takewhile(lambda one: one.span.start < span.end, islice(case.suggestions, max(0, first), None))
    return [r for one in near for r in one.reasons if span.holds(r.span)]


def suggestion_view(case: Case, suggestion_id: SuggestionId) -> SuggestionView:
    """Return what the pane shows of one suggestion.

    Raises:
        KeyError: the case has no such suggestion.
    """
    found = case.suggestion(suggestion_id)
    if found is None:
        raise KeyError(suggestion_id)
    first: dict[str, Reason] = {}
    for reason in found.reasons:
        first.setdefault(reason.code, reason)
    return SuggestionView(
        id=found.id,
        exact=case.version.text[slice(*found.span)],
        caught=_caught(found.span, found.reasons),
        kind=found.kind,
        becomes_claim=found.becomes_claim,
        score=found.score,
        reasons=tuple(
            ReasonItem(words.reason(code), words.reason_meaning(code), reason.span) for code, reason in first.items()
        ),
        parts=(lambda: _parts(case, found)) if _has_parts(found) else None,
    )


def _has_parts(one: Suggestion) -> bool:
    return one.kind is not SuggestionKind.FURNITURE and one.method.startswith(("rules-", _SPOKEN))


def _parts(case: Case, one: Suggestion) -> tuple[tuple[str, float], ...]:
    from factdesk.rules.suggestions.parts import score_parts, spoken_parts

    aside = [one.span for one in case.suggestions if one.kind is SuggestionKind.FURNITURE]
    version, language = case.version, case.article.details.language
    if one.method.startswith(_SPOKEN):
        found = spoken_parts(version.text, version.blocks, aside, one.span)
    else:
        found = score_parts(version.text, version.blocks, aside, one.span, language)
    return tuple((words.score_part(part.group), part.adds) for part in found)


def _sources(case: Case, claim_id: ClaimId) -> tuple[SourceItem, ...]:
    mine = case.evidence_of().get(claim_id, ())
    if not mine:
        return ()
    known = {one.source_id for one in mine}
    users = Counter(source for source, _ in {(e.source_id, e.claim_id) for e in case.evidence if e.source_id in known})
    items = []
    for one in mine:
        source = case.sources[one.source_id]
        form = form_of(source, one.bearing, one.excerpt, one.locator, one.accessed)
        items.append(SourceItem(one.id, form, users[one.source_id] - 1))
    return tuple(items)


def form_of(
    source: Source, bearing: Bearing = Bearing.SUPPORTS, excerpt: str = "", locator: str = "", accessed: str = ""
) -> SourceForm:
    """Return the fields of a source, and what it says to one claim."""
    return SourceForm(
        title=source.title,
        type=source.type,
        publisher=source.publisher,
        address=source.address,
        person=source.person,
        date=source.date,
        bearing=bearing,
        excerpt=excerpt,
        locator=locator,
        accessed=accessed,
    )


def _caught(span: Span, reasons: Iterable[Reason]) -> tuple[Span, ...]:
    """Return the stretches behind ``reasons``, counted from the start of ``span`` and joined where they overlap."""
    found: list[Span] = []
    for one in sorted(reason.span for reason in reasons if reason.code not in _OF_THE_PLACE):
        start, end = max(one.start, span.start) - span.start, min(one.end, span.end) - span.start
        if end <= start or (start, end) == (0, span.end - span.start):
            continue  # a reason that lies on everything points at nothing
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return tuple(found)
