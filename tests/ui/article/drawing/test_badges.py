"""Numbers in the margin: beside their line, never over each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.spans import Span
from factdesk.ui.article.drawing.badges import badges
from factdesk.ui.article.marks import Mark, Sort


def marks(*numbers: str) -> list[tuple[Mark, str]]:
    return [(Mark(Span(nth, nth + 1), Sort.UNDECIDED, number=number), "") for nth, number in enumerate(numbers)]


def width(text: str) -> float:
    return 10.0 + 6.0 * len(text)


def test_two_numbers_stand_side_by_side_and_the_first_is_farthest_from_the_text() -> None:
    first, second = badges(marks("1", "2"), 80, width)
    assert (first.text, second.text) == ("1", "2")
    assert first.offset >= second.offset + second.width


def test_numbers_that_find_no_room_are_joined() -> None:
    shown = badges(marks("3", "4", "5", "6", "7"), 65, width)
    assert [badge.text for badge in shown] == ["3", "4–7"]
    assert [len(badge.marks) for badge in shown] == [1, 4]


def test_a_glyph_stands_with_its_number_so_that_colour_is_not_needed() -> None:
    ((mark, _),) = marks("2")
    assert [badge.text for badge in badges([(mark, "Δ")], 80, width)] == ["2 Δ"]


def test_one_number_is_shown_however_narrow_the_margin() -> None:
    assert [badge.text for badge in badges(marks("1234"), 5, width)] == ["1234"]


@given(st.lists(st.integers(1, 2000).map(str), max_size=12), st.floats(10, 200))
def test_badges_never_cover_each_other_and_lose_no_claim(numbers: list[str], room: float) -> None:
    shown = badges(marks(*numbers), room, width)
    assert [mark.number for badge in shown for mark in badge.marks] == numbers
    assert all(one.offset >= other.offset + other.width for one, other in pairwise(shown))
