"""A long list is written and read in pieces, and is the same JSON as if it were one."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factdesk.store.tables.rows import Row, canonical, canonical_list, canonical_row, listed

items = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='ab"\\],[{}é😀\n', max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None)
@example([["paragraph", 1, 2, 0]], 5_000)
@example([[[1], [2]], "],[", ["],["]], 3_000)
@given(st.lists(items, max_size=12), st.integers(1, 2_000))
def test_a_list_made_in_pieces_is_the_one_json_text_and_comes_back_item_by_item(made: list[object], times: int) -> None:
    long = made * times
    stored = canonical_list(long)
    assert stored == canonical(long)
    assert list(listed(stored)) == json.loads(stored)


@pytest.mark.parametrize(
    "stored", ["", "[", "[1", "[1,", "[1,]", "[,1]", "[1]]", "{}", "1", "[1,2", "null", f"[{'[1],' * 9_999}[1]]]"]
)
def test_what_is_no_such_list_is_refused(stored: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        list(listed(stored))


@given(st.text(st.characters(), max_size=40), st.integers(1, 2_000))
def test_a_row_with_a_long_cell_is_the_one_json_text_wherever_it_is_parted(words: str, times: int) -> None:
    row: Row = {"text": words * times + "x" * 70_000 + words * times, "id": words, "number": 1.5, "none": None}
    assert canonical_row(row) == canonical(row)
    assert canonical_row(None) == "null"
