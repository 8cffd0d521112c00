"""What a report holds, in the order it is printed: words and figures, no rendering.

Colours are part of a verdict's look and travel with it; everything a colour says, a glyph and a
word say too. Positions are paragraph numbers of the annotated copy, from 1; the PDF, which knows
its own lines, prints line numbers instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.report.appendix_parts import Appendices
from factdesk.report.copy_parts import CopyBlock, Mark
from factdesk.report.rich_text import RichText


@dataclass(frozen=True, slots=True)
class Field:
    """A name and what stands behind it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the report is about.

    Attributes:
        details: byline, publisher, dates …, those that are known.
        flags: provenance flags, each a sentence.
    """

    title: str
    dek: str
    details: tuple[Field, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims show one mark or stand in one state."""

    glyph: str
    word: str
    number: int
    light: str = ""
    dark: str = ""
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that are still open, by why; ``claims`` names them: ``3, 5–9``."""

    glyph: str
    word: str
    number: int
    claims: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A stretch that nobody accounted for; ``at`` is where it begins in the text."""

    paragraph: int
    words: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One claim in a list on the first page.

    Attributes:
        quote, short: its words, cut after some lines and after a few words; the card has all of them.
        why: the rationale of a claim to be fixed; else empty.
        notes: "high risk", "high priority".
    """

    number: str
    paragraph: int | None
    quote: str
    short: str
    mark: Mark
    state: str
    why: RichText = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The first page.

    Attributes:
        verdicts: by mark, decided ones first in the scale's order; their numbers add up to ``claims``.
        states: by state, in the order of the work.
        coverage: a sentence; ``share`` is 0 … 1.
        nothing_to_fix: what is said where ``must_fix`` is empty.
        draft_because: what keeps the report from being signed, each a sentence.
    """

    claims: int
    verdicts: tuple[Count, ...]
    states: tuple[Count, ...]
    share: float
    coverage: str
    bare: tuple[Bare, ...]
    proposals: str
    must_fix: tuple[Listed, ...]
    nothing_to_fix: str
    high_risk: tuple[Listed, ...]
    still_open: tuple[Group, ...]
    draft_because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyValue:
    """One value of a scale, as the key explains it."""

    mark: Mark
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleKey:
    """One scale, explained."""

    name: str
    version: str
    description: str
    values: tuple[KeyValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePart:
    """One source of the list.

    Attributes:
        key: ``S1``, ``S2`` … in the order the cards name them.
        title: what it is called: its title, else the person, else its host or address.
        claims: numbers of the claims it bears on.
    """

    key: str
    title: str
    type: str
    publisher: str
    person: str
    date: str
    address: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePart:
    """One piece of evidence on a card."""

    bearing_glyph: str
    bearing: str
    source: SourcePart
    locator: str
    excerpt: str
    accessed: str


@dataclass(frozen=True, slots=True)
class Telling:
    """Another place where the claim is told again; ``wording`` says what its words are to the claim's own."""

    number: str
    paragraph: int
    quote: str
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim with all that was done about it.

    Attributes:
        paragraph: None where the words are no longer in the text.
        verdict: definition of the value that was given, or empty.
        given: scale, as-of date, who gave it and when, as a line; or empty.
        traits: kind, priority, high risk: a few words each.
        made: how the claim came to be, as a sentence.
    """

    number: str
    paragraph: int | None
    mark: Mark
    state_glyph: str
    state: str
    quote: str
    restatement: str
    claimant: str
    traits: tuple[str, ...]
    high_risk: bool
    verdict: str
    given: str
    set_aside: str
    rationale: RichText
    note: RichText
    evidence: tuple[EvidencePart, ...]
    repeats: tuple[Telling, ...]
    made: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion nobody decided about; ``at`` is where it begins in the text."""

    paragraph: int
    at: int
    quote: str
    kind: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Words that were not checked, and why; ``at`` is where they begin in the text."""

    paragraph: int | None
    at: int | None
    what: str
    quote: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of the record, or a run of the like by one person.

    Attributes:
        steps: which: "4", or "4–23".
        at: when it was; of a run, from when to when.
        what: what was done; of a run, each kind with how often.
        claims: the numbers of those it touched, together.
    """

    steps: str
    at: str
    person: str
    what: str
    claims: str
    in_bulk: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on; ``name`` is filled in where it is known."""

    role: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that is printed.

    Attributes:
        organisation, case_number, record: for the head and foot of each page; may be empty.
        standing: "DRAFT", on every page.
        printed: the one thing that differs between two prints of the same desk.
        printed_at: the same as UTC in ISO form, for the file's own date.
        language: BCP 47 tag of the article, or empty.
        right_to_left: how the article reads; each paragraph of the copy has a direction of its own.
    """

    organisation: str
    case_number: str
    record: str
    standing: str
    printed: str
    printed_at: str
    language: str
    right_to_left: bool
    head: Head
    result: Result
    method: tuple[str, ...]
    scales: tuple[ScaleKey, ...]
    copy: tuple[CopyBlock, ...]
    cards: tuple[Card, ...]
    proposals: tuple[Proposal, ...]
    sources: tuple[SourcePart, ...]
    not_checked: tuple[NotChecked, ...]
    appendices: Appendices
    versions: tuple[Field, ...]
    changes: tuple[Change, ...]
    signatures: tuple[Signature, ...]
    verify: tuple[str, ...]
    hashes: tuple[Field, ...]
