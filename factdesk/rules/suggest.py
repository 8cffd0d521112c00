"""First suggestions: what each sentence of an article is proposed to be, and why."""

from __future__ import annotations

import re
from collections.abc import Callable

from factdesk.model.draft import Furniture, ProposedSuggestion
from factdesk.model.suggestion import Reason, SuggestionKind
from factdesk.model.version import Block, BlockKind
from factdesk.text.sentences import sentences
from factdesk.text.spans import Span

METHOD = "rules-1"
_NUMBER = re.compile(r"\d[\d.,]*")
_QUOTE = re.compile(r"[“\"][^”\"]+[”\"]")


def suggest(
    text: str,
    blocks: tuple[Block, ...],
    furniture: tuple[Furniture, ...] = (),
    *,
    language: str = "",
    on_progress: Callable[[int, int], None] | None = None,
) -> tuple[ProposedSuggestion, ...]:
    """Propose a kind and a check-worthiness for each sentence of ``text``, in reading order."""
    found: list[ProposedSuggestion] = []
    for nth, block in enumerate(blocks):
        if on_progress is not None:
            on_progress(nth, len(blocks))
        start = block.span.start
        whole = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
        spans = [block.span] if whole else [Span(a + start, b + start) for a, b in sentences(text[slice(*block.span)])]
        for span in spans:
            found.append(_proposed(text, span, block.kind, furniture))
    return tuple(found)


def _proposed(text: str, span: Span, block: BlockKind, furniture: tuple[Furniture, ...]) -> ProposedSuggestion:
    if any(span.overlaps(item.span) for item in furniture):
        return ProposedSuggestion(span, SuggestionKind.FURNITURE, 0.0, (Reason("boilerplate", span),))
    if block in (BlockKind.TITLE, BlockKind.HEADING):
        return ProposedSuggestion(span, SuggestionKind.HEADING, 0.5, (Reason("heading", span),))
    if text[span.end - 1] == "?":
        return ProposedSuggestion(span, SuggestionKind.QUESTION, 0.1, (Reason("question", span),))
    reasons = [Reason("number", Span(*m.span())) for m in _NUMBER.finditer(text, *span)]
    quotes = [Reason("quote", Span(*m.span())) for m in _QUOTE.finditer(text, *span)]
    kind = SuggestionKind.QUOTE if quotes else SuggestionKind.CLAIM
    return ProposedSuggestion(span, kind, 0.7 if reasons else 0.5, tuple(reasons + quotes))
