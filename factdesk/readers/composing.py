"""Composing a text block by block, for formats whose words do not stand in the file as one text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from msgspec.structs import replace

from factdesk.model.remark import Remark, RemarkKind
from factdesk.model.version import Block, BlockKind, Link, PageStart
from factdesk.readers.reading import Reading, Stated
from factdesk.text.sentences import sentences
from factdesk.text.spans import Span

sentences("One. Two.")  # has its lists loaded now: where readers run, no file is opened once they read

_APART = "\n\n"
_CLOSE = {BlockKind.LIST_ITEM: "\n", BlockKind.TABLE_CELL: "\t"}
"""What stands between two blocks of one kind, where it is not a blank line."""


class Composer:
    """Takes words in reading order and keeps where everything stands, in code points of the text so far.

    White space at the ends of a block belongs to no block; a block without words leaves no trace.
    """

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.stated: dict[str, Stated] = {}
        self._parts: list[str] = []
        self._length = 0
        self._open: tuple[BlockKind, int, int] | None = None
        self._blocks: list[Block] = []
        self._links: list[tuple[Span, str]] = []
        self._aside: list[tuple[Span, str]] = []
        self._remarks: list[Remark] = []
        self._pages: list[PageStart] = []
        self._counts: Counter[str] = Counter()
        self._row_ended = False

    @property
    def at(self) -> int:
        """Where the next character will stand, once a block is open."""
        return self._length

    # --- blocks

    def open(self, kind: BlockKind, level: int = 0) -> None:
        """Begin a block; one that is still open is closed."""
        self.close()
        before = len(self._parts)
        if self._blocks:
            last = self._blocks[-1].kind
            between = _CLOSE.get(kind, _APART) if last is kind else _APART
            self._write("\n" if kind is BlockKind.TABLE_CELL and last is kind and self._row_ended else between)
        self._open = (kind, level, before)

    def say(self, words: str) -> None:
        """Add words to the open block; a paragraph is opened where none is."""
        if self._open is None:
            self.open(BlockKind.PARAGRAPH)
        self._write(words)

    def close(self) -> None:
        """End the open block, if there is one."""
        if self._open is None:
            return
        kind, level, first = self._open
        self._open = None
        words = "".join(self._parts[first:])
        if not words.strip():
            del self._parts[first:]
            self._length -= len(words)
            return
        end = self._length - (len(words) - len(words.rstrip()))
        self._blocks.append(Block(kind, Span(self._length - len(words.lstrip()), end), level))
        self._row_ended = False

    def end_row(self) -> None:
        """Say that the next table cell begins a row of its own."""
        self.close()
        self._row_ended = True

    # --- what hangs on the words

    def link(self, span: Span, address: str) -> None:
        """Let the words of ``span`` carry a link, where there is an address."""
        if address:
            self._links.append((span, address))

    def set_aside(self, span: Span, reason: str) -> None:
        """Propose the words of ``span`` as furniture."""
        self._aside.append((span, reason))

    def remark(self, span: Span, kind: RemarkKind, text: str, by: str = "") -> None:
        """Tie a remark to ``span``; an empty one is a mark, and then it notes its sentence as far as the mark."""
        if text.strip():
            self._remarks.append(Remark(span, kind, text.strip(), by))

    def page(self, label: str) -> None:
        """Begin a printed page here."""
        self._pages.append(PageStart(self._length, label))

    def count(self, what: str) -> None:
        """Count one thing of which the notices shall tell."""
        self._counts[what] += 1

    def counted(self, what: str) -> int:
        return self._counts[what]

    def reading(self) -> Reading:
        """Return what was composed."""
        self.close()
        text = "".join(self._parts)
        return Reading(
            text=text,
            blocks=tuple(self._blocks),
            structured=any(block.kind in (BlockKind.TITLE, BlockKind.HEADING) for block in self._blocks),
            stated=self.stated,
            set_aside=tuple(sorted((span, why) for raw, why in self._aside if (span := _trimmed(text, raw)))),
            notices=tuple(self.notices),
            links=tuple(
                sorted((Link(span, to) for raw, to in self._links if (span := _trimmed(text, raw))), key=_start)
            ),
            remarks=tuple(sorted((one for raw in self._remarks if (one := self._placed(text, raw))), key=_start)),
            pages=tuple(self._pages),
        )

    # --- inside

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _placed(self, text: str, remark: Remark) -> Remark | None:
        """Return the remark with the words it notes, or None where the text has none."""
        span = _trimmed(text, remark.span) or self._before(text, remark.span.start)
        return replace(remark, span=span) if span else None

    def _before(self, text: str, mark: int) -> Span | None:
        """Return the sentence that ends at ``mark`` or stands open there; of a block before it, where it starts one."""
        nth = bisect_left(self._blocks, mark, key=lambda block: block.span.start)
        if not nth:
            return None
        start, end = self._blocks[nth - 1].span
        words = text[start : min(end, mark)]
        last = sentences(words)[-1]
        return Span(start + last.start, start + last.end)


def _start(one: Link | Remark) -> Span:
    return one.span


def _trimmed(text: str, span: Span) -> Span | None:
    """Return ``span`` without white space at its ends, or None where nothing is left."""
    piece = text[slice(*span)]
    words = piece.strip()
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(words)) if words else None
