"""From a reading to a draft: furniture, structure, details and flags, the same for every format."""

from __future__ import annotations

from collections.abc import Sequence

from factdesk.model.draft import Draft, Furniture
from factdesk.model.version import Block
from factdesk.readers.details.byline import HeadLine, head_lines
from factdesk.readers.details.flags import find_flags
from factdesk.readers.details.proposed import Page, dates_aside, propose
from factdesk.readers.furniture.own_words import find_furniture
from factdesk.readers.reading import Reading
from factdesk.readers.texts.headings import with_shapes
from factdesk.text.beats import Beat, unheard
from factdesk.text.hazards import find_hazards
from factdesk.text.spans import Span


def draft_of(reading: Reading, original: bytes, file_name: str, reader: str, beat: Beat = unheard) -> Draft:
    """Make the draft that the intake dialog shows; no word of ``reading.text`` is changed."""
    text = reading.text
    marked = {span for span, _ in reading.set_aside}
    open_blocks = [block for block in reading.blocks if block.span not in marked]
    found = [] if reading.judged else find_furniture(text, open_blocks, beat)
    taken = {piece.span for piece in found}
    own = [block for block in open_blocks if block.span not in taken]
    heads = head_lines(text, own)
    furniture = _in_order(reading, found, heads)
    aside = {piece.span for piece in furniture}
    blocks = reading.blocks
    if not reading.structured:
        blocks = with_shapes(text, blocks, aside, _credited(own, found), beat)
    page = Page(text=text, blocks=blocks, own=[block for block in blocks if block.span not in aside], heads=heads)
    details, origins = propose(page, reading.stated)
    beat()
    flags, places = find_flags(page, details, beat)
    return Draft(
        text=text,
        original=original,
        file_name=file_name,
        reader=reader,
        blocks=blocks,
        furniture=furniture,
        hazards=find_hazards(text, beat),
        doubted=tuple(Furniture(span, why, disputed=True) for span, why in reading.doubted if span not in aside),
        details=details,
        origins=origins,
        flags=flags,
        flag_spans=places,
        notices=reading.notices,
        links=reading.links,
        remarks=reading.remarks,
        pages=reading.pages,
        alternatives=(*reading.alternatives, *(() if details.published or details.updated else dates_aside(page))),
        encoding=reading.encoding,
        unsure=reading.unsure,
    )


def _in_order(reading: Reading, found: Sequence[Furniture], heads: Sequence[HeadLine]) -> tuple[Furniture, ...]:
    stated = [Furniture(span, why, span in reading.disputed) for span, why in reading.set_aside]
    lines = [Furniture(head.span, _reason(head)) for head in heads]
    return tuple(sorted((*stated, *found, *lines), key=lambda piece: piece.span))


def _reason(head: HeadLine) -> str:
    if head.byline:
        return "byline"
    return "source line" if head.publisher and not (head.published or head.updated) else "date line"


def _credited(own: Sequence[Block], found: Sequence[Furniture]) -> frozenset[Span]:
    """Blocks at whose end a picture credit stands."""
    ends = {piece.span.end for piece in found}
    return frozenset(block.span for block in own if block.span.end in ends)
