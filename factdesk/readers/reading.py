"""What every reader hands over, whatever the format was."""

from __future__ import annotations

from dataclasses import dataclass, field

from factdesk.model.draft import Alternative
from factdesk.model.remark import Remark
from factdesk.model.version import Block, Link, PageStart
from factdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Stated:
    """Something the file says about itself in a place made for it (front matter, document properties).

    Attributes:
        value: the words as stated.
        origin: where, in words for the intake dialog: "front matter".
    """

    value: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Text and structure of one article, before anybody asked what is furniture.

    Attributes:
        text: the words; never changed after this.
        blocks: every visible block, in order; together they hold every visible character.
        structured: the format itself said which blocks are headings, so none are guessed by shape.
        stated: details by field name of ``Details``.
        set_aside: stretches the format itself marks as not the article's words, with the reason.
        judged: the reader said itself what is set aside; no words of blocks are looked at again.
        disputed: those spans of ``set_aside`` on which the judges disagree.
        doubted: stretches that are kept and may not be the article's, with the reason.
        notices: sentences the person should read.
        links, remarks, pages, alternatives, encoding, unsure: as in ``Draft``.
    """

    text: str
    blocks: tuple[Block, ...]
    structured: bool
    judged: bool = False
    stated: dict[str, Stated] = field(default_factory=dict)
    set_aside: tuple[tuple[Span, str], ...] = ()
    disputed: frozenset[Span] = frozenset()
    doubted: tuple[tuple[Span, str], ...] = ()
    notices: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pages: tuple[PageStart, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    encoding: str = ""
    unsure: bool = False
