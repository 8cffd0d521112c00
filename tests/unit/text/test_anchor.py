"""A mark is found again where it was made."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdesk.text.anchor import CONTEXT, Anchor, anchor_of, resolve
from factdesk.text.spans import Span

# Few letters, so that passages repeat; an astral one, because it is one code point and two for Qt.
texts = st.text(alphabet="ab .😀\n", min_size=1, max_size=80)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(marked())
@example(("ha" * 100, Span(100, 102)))  # the context agrees everywhere: only the old place decides
def test_a_mark_is_found_where_it_was_made(case: tuple[str, Span]) -> None:
    text, span = case
    assert resolve(text, anchor_of(text, span)) == span


@given(marked())
def test_an_anchor_holds_the_words_and_what_stands_around_them(case: tuple[str, Span]) -> None:
    text, span = case
    anchor = anchor_of(text, span)
    assert text[: span.start].endswith(anchor.prefix)
    assert text[span.end :].startswith(anchor.suffix)
    assert anchor.exact == text[slice(*span)]
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT


@given(marked(), texts)
def test_a_mark_keeps_its_words_when_something_is_put_before_it(case: tuple[str, Span], added: str) -> None:
    text, span = case
    found = resolve(added + text, anchor_of(text, span))
    assert found is not None
    assert (added + text)[slice(*found)] == text[slice(*span)]


def test_the_same_words_with_the_right_neighbours_win_over_the_nearer_ones() -> None:
    text = "The mayor said no. The council said no."
    anchor = anchor_of(text, Span(31, 38))
    shifted = "Yesterday it rained and nobody came. " + text
    found = resolve(shifted, anchor)
    assert found == Span(31 + 37, 38 + 37)


def test_words_that_are_gone_are_not_found() -> None:
    assert resolve("He said four.", anchor_of("He said forty.", Span(8, 13))) is None


@pytest.mark.parametrize("span", [Span(2, 2), Span(3, 1), Span(-1, 2), Span(0, 6)])
def test_a_span_that_marks_nothing_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="empty or outside"):
        anchor_of("abcde", span)


def test_an_anchor_whose_place_does_not_fit_its_words_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        Anchor("abc", "", "", 4, 6)


def test_a_mark_whose_words_overlap_themselves_is_found_at_its_own_place() -> None:
    assert resolve("banana", anchor_of("banana", Span(3, 6))) == Span(3, 6)
