"""An article: the piece under check, and what is known of where it came from."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import ArticleId


class ProvenanceFlag(StrEnum):
    """Something about the article's origin that a reader of the report must know."""

    NO_AUTHOR = "no-author"
    ROLE_BYLINE = "role-byline"
    NO_DATE = "no-date"
    NO_PUBLISHER = "no-publisher"
    PLACEHOLDER = "placeholder"
    LINKS_LOST = "links-lost"
    TWO_HEADLINES = "two-headlines"


class Details(Struct, frozen=True, kw_only=True):
    """What the intake dialog proposes and a person edits.

    Attributes:
        published, updated: ISO dates (``2026-03-14``), or empty where the article does not say.
        language: BCP 47 tag, or empty where it is not known.
    """

    title: str
    dek: str = ""
    byline: str = ""
    publisher: str = ""
    address: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""


class Article(Struct, frozen=True, kw_only=True):
    """One article of the desk.

    Attributes:
        case_number: what the house calls the case, "2026-031"; may be empty.
        flags: provenance flags as they were at intake.
        added_at: UTC, ISO 8601 with ``Z``.
        added_by: name of the person at the desk.
    """

    id: ArticleId
    details: Details
    case_number: str = ""
    flags: frozenset[ProvenanceFlag] = frozenset()
    added_at: str
    added_by: str
