"""Folding: what a search finds, and where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdesk.text.folding import casefold, find_all, fold
from factdesk.text.spans import Span

# Letters that fold to none (marks, joiners), to several (ß, ligatures, …) and to one; an astral pair.
texts = st.text(alphabet="abE ée\u0301ßﬁ…\u00ad\u200dİΐ“’—😀𝐀한\u00a0\n", max_size=60) | st.text(max_size=60)


@given(texts, st.booleans())
@example("e\u0301\u00adß", False)
def test_every_folded_character_comes_from_the_character_it_is_traced_to(text: str, case: bool) -> None:
    folded = fold(text, case=case)
    traced = [folded.original(at) for at in range(len(folded.text))]
    assert traced == [at for at, char in enumerate(text) for _ in fold(char, case=case).text]


@given(texts)
@example("Weiß İzmir ﬁn")
def test_every_stretch_of_a_text_has_its_own_words_in_the_folded_one(text: str) -> None:
    folded = casefold(text)
    assert folded.text == text.casefold()
    places = folded.folded(list(range(len(text) + 1)))
    assert [folded.text[start:end] for start, end in pairwise(places)] == [char.casefold() for char in text]


@given(texts, st.booleans())
def test_folding_twice_changes_nothing_more(text: str, case: bool) -> None:
    once = fold(text, case=case).text
    assert fold(once, case=case).text == once


@given(texts, st.data())
def test_any_passage_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end]
    found = find_all(fold(text), words)
    if not fold(words).text:
        assert found == []
        return
    assert found
    for span in found:
        assert span.within(len(text))
        assert fold(words).text in fold(text[slice(*span)]).text


@given(texts, texts)
@example("weiß", "s")
def test_matches_come_in_order_and_share_no_character(text: str, words: str) -> None:
    found = find_all(fold(text), words)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "words", "matched"),
    [
        ("The Café closed", "cafe", "Café"),
        ("the cafe\u0301 closed", "CAFE", "cafe\u0301"),
        ("He said “no”", '"no"', "“no”"),
        ("the county’s men", "county's", "county’s"),
        ("2019–2024", "2019-2024", "2019–2024"),
        ("Straße 5", "strasse", "Straße"),
        ("eﬃcient", "effi", "eﬃ"),
        ("4\u00a0000 people", "4 000", "4\u00a0000"),
        ("می\u200cخواهد", "میخواهد", "می\u200cخواهد"),
        ("l´eau", "l'eau", "l´eau"),
        ("😀😀 forty", "forty", "forty"),
    ],
)
def test_what_a_person_types_finds_what_the_article_says(text: str, words: str, matched: str) -> None:
    (span,) = find_all(fold(text), words)
    assert text[slice(*span)] == matched


def test_case_matters_only_when_asked() -> None:
    text = "May may may"
    assert find_all(fold(text), "may") == [Span(0, 3), Span(4, 7), Span(8, 11)]
    assert find_all(fold(text, case=True), "may", case=True) == [Span(4, 7), Span(8, 11)]


def test_words_of_which_nothing_is_left_are_found_nowhere() -> None:
    assert find_all(fold("abc"), "\u0301\u200b") == []
    assert find_all(fold(""), "a") == []
