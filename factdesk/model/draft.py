"""A draft: what a reader made of a file or of pasted text, before a person looked it over."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.model.article import Details, ProvenanceFlag
from factdesk.model.suggestion import Reason, SuggestionKind
from factdesk.model.version import Block
from factdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that looks like the page's, not the article's.

    Attributes:
        reason: plain words: "newsletter line", "related links".
    """

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class ProposedSuggestion:
    """A suggestion before it has an id: what the rules say of one sentence."""

    span: Span
    kind: SuggestionKind
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article on its way in.

    Attributes:
        text: the words, unchanged; what the version will hold.
        original: the bytes as they came; kept by their SHA-256.
        file_name: empty for pasted text.
        reader: "plain" or "markdown".
        blocks: every visible block of ``text`` in reading order.
        furniture: proposed to be set aside; offsets of ``text``.
        details: proposed title, byline, dates …
        origins: for each field of ``details`` that was proposed, where it was found ("first line").
        flags: provenance flags.
        flag_spans: where a flag was seen, for those that have a place.
        notices: sentences the person should read before adding it ("read as Windows-1252").
    """

    text: str
    original: bytes
    file_name: str
    reader: str
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]
    details: Details
    origins: dict[str, str]
    flags: frozenset[ProvenanceFlag]
    flag_spans: tuple[tuple[ProvenanceFlag, Span], ...] = ()
    notices: tuple[str, ...] = ()
