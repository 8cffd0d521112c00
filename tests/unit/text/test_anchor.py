"""An anchor holds the words of a mark, what stands around them and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.anchor import CONTEXT, Anchor, anchor_of
from factdesk.text.spans import Span

# Few letters, so that passages repeat; an astral one, because it is one code point and two for Qt.
texts = st.text(alphabet="ab .😀\n", min_size=1, max_size=80)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(marked())
def test_an_anchor_holds_the_words_and_what_stands_around_them(case: tuple[str, Span]) -> None:
    text, span = case
    anchor = anchor_of(text, span)
    assert text[: span.start].endswith(anchor.prefix)
    assert text[span.end :].startswith(anchor.suffix)
    assert anchor.exact == text[slice(*span)]
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT


@pytest.mark.parametrize("span", [Span(2, 2), Span(3, 1), Span(-1, 2), Span(0, 6)])
def test_a_span_that_marks_nothing_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="empty or outside"):
        anchor_of("abcde", span)


def test_an_anchor_whose_place_does_not_fit_its_words_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        Anchor("abc", "", "", 4, 6)
