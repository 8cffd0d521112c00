"""A draft: what a reader made of a file or of pasted text, before a person looked it over."""

from __future__ import annotations

from dataclasses import dataclass

from factdesk.model.article import Details, ProvenanceFlag
from factdesk.model.remark import Remark
from factdesk.model.suggestion import Reason, SuggestionKind
from factdesk.model.version import Block, Link, PageStart
from factdesk.text.hazards import Hazard
from factdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that looks like the page's, not the article's.

    Attributes:
        reason: plain words: "newsletter line", "related links".
        disputed: the judges disagree, so a person should look at it.
    """

    span: Span
    reason: str
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value that a second place of the file states for a detail.

    Attributes:
        field: name of the field of ``Details``.
        origin: where it was found, in words.
    """

    field: str
    value: str
    origin: str


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
        reader: name of the format that read it: "plain", "html".
        blocks: every visible block of ``text`` in reading order.
        furniture: proposed to be set aside; offsets of ``text``.
        doubted: proposed to stay, though something speaks for setting them aside.
        hazards: places whose words may show otherwise than they are.
        details: proposed title, byline, dates …
        origins: for each field of ``details`` that was proposed, where it was found ("first line").
        flags: provenance flags.
        flag_spans: where a flag was seen, for those that have a place.
        notices: sentences the person should read before adding it ("read as Windows-1252").
        links: the article's own links, in reading order.
        remarks: comments and notes of the author's file.
        pages: where printed pages begin; empty where the format has none.
        alternatives: what other places of the file state for a detail, where they disagree.
        encoding: what its bytes were read in ("utf-8"); empty where the format knows, or words were pasted.
        unsure: no encoding fits, so a person must say which it is.
        hops: the addresses it was fetched by, its own the last; empty where it was not fetched.
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
    links: tuple[Link, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pages: tuple[PageStart, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    doubted: tuple[Furniture, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    encoding: str = ""
    unsure: bool = False
    hops: tuple[str, ...] = ()
