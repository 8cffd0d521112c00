"""How lines are set: one row for each of Qt's blocks, set by the article's own structure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import overload

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.version import Block, BlockKind
from factdesk.text.spans import Span
from factdesk.ui.article.typesetting.heights import Heights
from factdesk.ui.article.typesetting.rows import Row, Rows, SetRows
from factdesk.ui.article.typesetting.setting import FURNITURE, MARKUP, setting_of
from tests.ui.article.cases import version_of

TEXT = "Title\n\nA heading\nFirst words\n\n• one\n• two\n---\nLast words"
KINDS = {"Title": BlockKind.TITLE, "A heading": BlockKind.HEADING, "•": BlockKind.LIST_ITEM}


def test_lines_are_set_by_the_block_they_belong_to() -> None:
    blocks = [one for one in version_of(TEXT, KINDS).blocks if TEXT[one.span.start] != "-"]
    rows = SetRows(TEXT, blocks)
    assert [row.empty for row in rows] == [False, True, False, False, True, False, False, False, False]
    assert rows[0].setting.loud
    assert rows[2].setting.bold
    assert rows[5].setting.hanging
    assert rows[5].bullet == len("• ")
    assert rows[7].setting is MARKUP


def test_blocks_keep_their_distance_with_and_without_blank_lines_between() -> None:
    close, apart = "One.\nTwo.", "One.\n\n\nTwo."
    distance = [[row.above for row in SetRows(text, version_of(text).blocks) if row.shows] for text in (close, apart)]
    assert distance[0] == distance[1]
    assert distance[0][1] > 0


def test_an_answer_stands_close_to_its_question_where_blank_lines_part_the_pairs() -> None:
    text = "Q: Why?\nA: Because.\n\nQ: When?\nA: Then."
    rows = [row for row in SetRows(text, version_of(text).blocks) if row.shows]
    assert rows[1].above < rows[2].above
    assert rows[3].above == rows[1].above


def test_lines_of_one_block_stand_close_together() -> None:
    text = "A poem\nof two lines"
    rows = SetRows(text, [Block(BlockKind.PARAGRAPH, Span(0, len(text)))])
    assert [row.above for row in rows] == [0, 0]


def test_text_right_after_a_heading_stands_nearer_to_it_than_the_heading_to_what_is_before() -> None:
    text = "Words.\n\nHeading\n\nWords.\n\nMore words."
    rows = [row for row in SetRows(text, version_of(text, {"Heading": BlockKind.HEADING}).blocks) if row.shows]
    assert rows[2].above < rows[3].above < rows[1].above


def test_a_bullet_is_told_from_words_that_look_like_one() -> None:
    for line, bullet in (("• x", 2), ("  • x", 4), ("12. x", 4), ("a) x", 3), ("- x", 2), ("–x", 0), ("and x", 0)):
        rows = SetRows(line, [Block(BlockKind.LIST_ITEM, Span(0, len(line)), 1)])
        assert rows[0].bullet == bullet, line


def test_furniture_is_hidden_behind_one_stub_for_each_group() -> None:
    text = "Words.\n  Share \n\nSubscribe\nMore words."
    rows = SetRows(text, version_of(text).blocks)
    folded = rows.folded([Span(text.index("Share"), text.index("\nMore"))], hidden=True)
    assert [row.hidden for row in folded] == [False, True, False, True, False]
    assert [row.stub for row in folded] == [-1, 0, -1, -1, -1]
    shown = rows.folded([Span(text.index("Share"), text.index("\nMore"))], hidden=False)
    assert [row.setting is FURNITURE for row in shown] == [False, True, False, True, False]


def test_a_line_that_is_only_partly_furniture_stays_in_sight() -> None:
    text = "Words and a share bar"
    rows = SetRows(text, version_of(text).blocks)
    assert list(rows.folded([Span(10, len(text))], hidden=True)) == list(rows)


@given(st.text(alphabet="ab \n\u200b", max_size=60))
def test_rows_follow_the_text_line_by_line(text: str) -> None:
    rows = SetRows(text, version_of(text).blocks)
    assert "\n".join(text[slice(*row.span)] for row in rows) == text
    assert all(text[slice(*row.span)].strip(" \u200b") == "" for row in rows if row.empty)


@given(
    st.lists(st.sampled_from(["", "", " ", "\u200b", "One.", "Share", "• two"]), min_size=100, max_size=300),
    st.lists(st.integers(0, 1200), max_size=40),
)
def test_a_row_is_the_same_whichever_was_looked_at_before(lines: list[str], edges: list[int]) -> None:
    text = "\n".join(lines)
    cut = sorted({min(edge, len(text)) for edge in edges})
    spans = [Span(a, b) for a, b in pairwise(cut)]
    blocks = [Block((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)[n % 2], span) for n, span in enumerate(spans[::2])]

    def rows() -> list[Rows]:
        made = SetRows(text, blocks)
        return [made, made.folded(spans[1::2], hidden=True)]

    for whole, some in zip(rows(), rows(), strict=True):
        every = list(whole)
        assert [some[n] for n in reversed(range(len(some)))] == every[::-1]
        assert some.characters(0, len(some)) == len(text) + 1
        assert all(some.at(row.start) == some.at(row.span.end) == n for n, row in enumerate(every))


class _Looked(Sequence[Block]):
    """Blocks that keep which of them were looked at."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks, self.at = blocks, set[int]()

    def __len__(self) -> int:
        return len(self._blocks)

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | Sequence[Block]:
        self.at |= {at} if isinstance(at, int) else set(range(*at.indices(len(self))))
        return self._blocks[at]


def test_the_height_of_a_long_text_is_guessed_from_a_few_of_its_paragraphs() -> None:
    text = "\n\n".join("word " * (3 + n % 50) for n in range(6_000))
    blocks = _Looked(version_of(text).blocks)

    def expected(rows: Sequence[Row]) -> list[float]:
        return [0.0 if row.empty else 10.0 + row.length for row in rows]

    heights = Heights(SetRows(text, blocks), expected, 0.0)
    guessed = heights.top(len(blocks) * 2 - 1)
    assert 0 < heights.row_at(900.0) < 40
    assert len(blocks.at) < len(blocks) / 5
    assert guessed == pytest.approx(sum(expected(list(SetRows(text, blocks)))), rel=0.1)


@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_of_block_is_set(kind: BlockKind) -> None:
    assert setting_of(kind, 1).scale > 0
