"""A version: one fixed text of an article, and the blocks it is made of."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from msgspec import Struct

from factdesk.model.ids import ArticleId, VersionId
from factdesk.text.spans import Span


class BlockKind(StrEnum):
    """What a block is in the article's own structure; whether it is furniture is a segment's business."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CODE = "code"
    TABLE_CELL = "table-cell"
    NOTE = "note"


class Block(Struct, frozen=True):
    """One visible block of the text, without the line ends around it.

    Attributes:
        span: code points of the version's text; blocks do not overlap and stand in reading order.
        level: 1 … 6 for headings, nesting depth from 1 for list items and quotations, else 0.
    """

    kind: BlockKind
    span: Span
    level: int = 0


class Link(Struct, frozen=True):
    """A link of the article's own: what it gives as its source.

    Attributes:
        span: the words that carry it, code points of the version's text.
        address: as the file had it, never opened by the program itself.
    """

    span: Span
    address: str


class PageStart(Struct, frozen=True):
    """Where a printed page begins in the text.

    Attributes:
        start: code point of its first character.
        label: what the page calls itself, or its number from 1.
    """

    start: int
    label: str


class Version(Struct, frozen=True, kw_only=True):
    """One fixed text. Never edited in place: a revision is another version.

    Attributes:
        number: 1, 2, … within the article.
        text: the words as they were read; loaded from the desk's files by ``text_sha256``.
        text_sha256: of the UTF-8 bytes of ``text``.
        file_sha256: of the bytes that were imported; equal to ``text_sha256`` for plain UTF-8.
        file_name: name of the imported file, or empty for pasted text.
        reader: which reader made the text: "plain", "html".
        blocks: in reading order.
        links: the article's own, by start.
        pages: where printed pages begin, by start; empty where the format has none.
    """

    id: VersionId
    article_id: ArticleId
    number: int
    text: str
    text_sha256: str
    file_sha256: str
    file_name: str
    reader: str
    blocks: tuple[Block, ...]
    added_at: str
    added_by: str
    links: tuple[Link, ...] = ()
    pages: tuple[PageStart, ...] = ()

    def page_at(self, index: int) -> str:
        """Return the label of the printed page that code point ``index`` stands on, or nothing where none is known."""
        return self.pages[self.page_index(index)].label if self.pages else ""

    def page_index(self, index: int) -> int:
        """Return which of ``pages`` code point ``index`` stands on, from 0; words before the first stand on it."""
        return max(0, bisect_right(self.pages, index, key=lambda page: page.start) - 1)
