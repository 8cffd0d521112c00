"""Where patterns can begin."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.beginnings import Beginnings

_SHAPE = re.compile(r"\b(?:one|two\sthree|page\s?\d+|\d+)\b", re.IGNORECASE)
_PIECES = st.lists(st.sampled_from(["one", "Two", "three", "PAGE", "page7", "12", "x9", "é", "_", " ", "\n", ".", "٣"]))


@given(_PIECES.map("".join) | st.text())
def test_trying_where_a_pattern_can_begin_finds_what_a_search_finds(text: str) -> None:
    known = Beginnings(text)
    places = [*known.digits, *known.of({"one", "two", "page"})]
    assert [found.span() for found in known.matches(_SHAPE, places)] == [
        found.span() for found in _SHAPE.finditer(text)
    ]


@given(st.text(), st.sets(st.text(min_size=1)))
def test_words_are_known_whole_and_in_any_case(text: str, words: set[str]) -> None:
    known = Beginnings(text)
    assert known.has(words) == bool(known.among(words)) == bool(known.of(words))
    assert Beginnings("Plan 9, page9").of({"plan", "page"}) in ([0, 8], [8, 0])
