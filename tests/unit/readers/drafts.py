"""Short ways to look at a draft."""

from __future__ import annotations

from pathlib import Path

from factdesk.model.article import ProvenanceFlag
from factdesk.model.draft import Draft
from factdesk.model.version import BlockKind

ARTICLES = Path(__file__).parent / "articles"


def shapes(draft: Draft) -> list[tuple[str, int, str]]:
    """Kind, level and words of each block."""
    return [(block.kind.value, block.level, draft.text[slice(*block.span)]) for block in draft.blocks]


def words_of(draft: Draft, kind: BlockKind) -> list[str]:
    return [draft.text[slice(*block.span)] for block in draft.blocks if block.kind is kind]


def aside(draft: Draft) -> dict[str, str]:
    """What is proposed to be set aside, with its reason."""
    return {draft.text[slice(*piece.span)]: piece.reason for piece in draft.furniture}


def kept(draft: Draft) -> list[str]:
    """The blocks that no furniture covers."""
    taken = {piece.span for piece in draft.furniture}
    return [draft.text[slice(*block.span)] for block in draft.blocks if block.span not in taken]


def places(draft: Draft, flag: ProvenanceFlag) -> list[str]:
    return [draft.text[slice(*span)] for one, span in draft.flag_spans if one is flag]
