"""A long text is proposed part by part: the next part begins behind what was proposed, and every block is in one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.ids import ArticleId, SegmentId, SuggestionId, VersionId
from factdesk.model.segment import Label, Segment
from factdesk.model.suggestion import Suggestion, SuggestionKind
from factdesk.model.version import Block, BlockKind, Version
from factdesk.rules.suggestions.reach import PART, next_part
from factdesk.text.anchor import anchor_of
from factdesk.text.spans import Span

KEY = VersionId("v")


def version(lengths: list[int]) -> Version:
    spans, at = [], 0
    for length in lengths:
        spans.append(Span(at, at + length))
        at += length + 1
    text = "\n".join("x" * length for length in lengths)
    return Version(
        id=KEY, article_id=ArticleId("a"), number=1, text=text, text_sha256="", file_sha256="", file_name="", reader="",
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in spans), added_at="", added_by="",
    )  # fmt: skip


def proposed(span: Span) -> Suggestion:
    return Suggestion(
        id=SuggestionId(str(span.start)), version_id=KEY, span=span, kind=SuggestionKind.CLAIM, score=0.5, reasons=(),
        method="",
    )  # fmt: skip


def test_a_text_of_one_part_has_no_next_one() -> None:
    assert next_part(version([1000] * 400), (), ()) is None


@given(st.lists(st.integers(1, 400_000), min_size=2, max_size=12).filter(lambda lengths: sum(lengths) > PART))
def test_the_parts_follow_each_other_and_hold_every_block_once(lengths: list[int]) -> None:
    whole = version(lengths)
    suggestions: list[Suggestion] = []
    held: list[Block] = []
    while (part := next_part(whole, suggestions, ())) is not None:
        inside = [block for block in whole.blocks if part.start <= block.span.start and block.span.end <= part.end]
        assert inside
        assert len(inside) == 1 or part.end - part.start <= PART
        held += inside
        suggestions += [proposed(block.span) for block in inside]
    assert held == list(whole.blocks)


def test_what_is_set_aside_at_the_end_is_no_part() -> None:
    whole = version([400_000, 90_000, 50_000])
    last = whole.blocks[-1].span
    aside = Segment(
        id=SegmentId("s"), version_id=KEY, label=Label.FURNITURE, anchor=anchor_of(whole.text, last), made_at="",
        made_by="",
    )  # fmt: skip
    suggestions = [proposed(block.span) for block in whole.blocks[:2]]
    assert next_part(whole, suggestions, ()) == last
    assert next_part(whole, suggestions, (aside,)) is None
