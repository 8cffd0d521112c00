"""How the words of tellings compare with those of their head, kept right by every edit that moves either."""

from __future__ import annotations

from msgspec.structs import replace

from factdesk.model.segment import Label, Segment
from factdesk.store.tables.segments import SEGMENT
from factdesk.store.writer import Writer
from factdesk.text.tellings import same_words


def compared(telling: Segment, head: Segment) -> Segment:
    """Return ``telling`` with what its words are to the head's; nothing of it is confirmed."""
    differs = not same_words(telling.anchor.exact, head.anchor.exact)
    return replace(telling, differs=differs, confirmed_at="", confirmed_by="")


def compare_tellings(writer: Writer, moved: Segment) -> None:
    """Compare anew after the words of ``moved`` changed: all tellings where it is a head, itself where it is one."""
    if moved.claim_id is None:
        return
    told = [s for s in writer.where(SEGMENT, "claim_id", moved.claim_id) if s.version_id == moved.version_id]
    head = next((segment for segment in told if segment.label is Label.CLAIM), None)
    for telling in told:
        touched = moved.label is Label.CLAIM or telling.id == moved.id
        if head is not None and telling.label is Label.REPEAT and touched:
            writer.save(SEGMENT, compared(telling, head))
