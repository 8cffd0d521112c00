"""Positions go to Qt and come back without moving."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.offsets import OffsetMap

texts = st.text(alphabet="ab é😀𝕏\n", max_size=60)


@given(texts)
def test_positions_survive_the_way_to_qt_and_back(text: str) -> None:
    offsets = OffsetMap.of(text)
    assert [offsets.from_qt(offsets.to_qt(at)) for at in range(len(text) + 1)] == list(range(len(text) + 1))


@given(texts)
def test_a_qt_position_counts_utf16_units(text: str) -> None:
    offsets = OffsetMap.of(text)
    for at in range(len(text) + 1):
        assert offsets.to_qt(at) == len(text[:at].encode("utf-16-le")) // 2


def test_inside_a_pair_the_character_it_belongs_to_is_meant() -> None:
    offsets = OffsetMap.of("a😀b")
    assert [offsets.from_qt(at) for at in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize("position", [-1, 4])
def test_a_position_outside_the_text_is_refused(position: int) -> None:
    offsets = OffsetMap.of("a😀")
    with pytest.raises(IndexError):
        offsets.from_qt(position)
    with pytest.raises(IndexError):
        offsets.to_qt(position)
