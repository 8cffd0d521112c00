"""Every letter and digit is accounted for or bare."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.segment import Label
from factdesk.rules.coverage import coverage, coverage_again
from factdesk.text.spans import Span
from tests.timed import seconds
from tests.unit.rules.texts import labelled

texts = st.text(alphabet="ab1 é日.—\n\u0301😀", min_size=1, max_size=60)


@st.composite
def labelled_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(texts)
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=5))
    return text, [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


@given(labelled_texts())
def test_each_letter_is_in_a_segment_or_in_a_bare_stretch_and_never_in_both(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    found = coverage(text, [labelled(text, span) for span in spans])
    covered = {at for start, end in spans for at in range(start, end)}
    bare = [at for start, end in found.bare for at in range(start, end)]
    letters = {at for at, char in enumerate(text) if char.isalnum()}
    assert letters - covered == letters & set(bare)
    assert not covered & set(bare)
    assert (found.letters, found.covered) == (len(letters), len(letters & covered))


@given(labelled_texts())
def test_a_bare_stretch_is_trimmed_to_letters_and_lies_in_one_paragraph(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    found = coverage(text, [labelled(text, span) for span in spans]).bare
    assert list(found) == sorted(found)
    for start, end in found:
        assert text[start].isalnum()
        assert text[end - 1].isalnum() or category(text[end - 1]).startswith("M")
        assert "\n\n" not in text[start:end]


@given(labelled_texts(), st.data())
def test_coverage_measured_again_is_coverage_measured_whole(case: tuple[str, list[Span]], data: st.DataObject) -> None:
    text, spans = case
    before = [labelled(text, span) for span in spans]
    kept = [one for one in before if data.draw(st.booleans())]
    edges = st.integers(0, len(text) - 1)
    starts = data.draw(st.lists(edges, max_size=3))
    new = [Span(start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    after = sorted([*kept, *(labelled(text, span) for span in new)], key=lambda one: one.anchor.start)
    touched = [*new, *(one.anchor.span for one in before if one not in kept)]
    assert coverage_again(coverage(text, before), text, after, touched) == coverage(text, after)


@pytest.mark.parametrize("text", ["", " \n\n", "— … !", "_"])
def test_where_nothing_can_be_covered_all_is(text: str) -> None:
    found = coverage(text, [])
    assert found.share == 1.0
    assert found.complete
    assert found.bare == ()


def test_vowel_signs_and_accents_behind_the_last_letter_belong_to_the_bare_stretch() -> None:
    for text in ("पुल बंद किया।", "cafe\u0301."):
        (bare,) = coverage(text, ()).bare
        assert text[slice(*bare)] == text[:-1]


def test_a_claim_a_label_and_what_overlaps_count_once() -> None:
    text = "Forty came. Nobody left."
    segments = [labelled(text, Span(0, 11), Label.CLAIM), labelled(text, Span(6, 11)), labelled(text, Span(0, 5))]
    found = coverage(text, segments)
    assert (found.letters, found.covered) == (19, 9)
    assert [text[slice(*span)] for span in found.bare] == ["Nobody left"]
    assert found.share == pytest.approx(9 / 19)


def test_bare_words_of_two_paragraphs_are_two_stretches() -> None:
    assert coverage("One two.\n\nThree.", []).bare == (Span(0, 7), Span(10, 15))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_line_end_alone_is_no_paragraph_break_and_an_empty_line_is_one(line_end: str) -> None:
    text = f"One{line_end}two.{line_end}{line_end}Three."
    assert [text[slice(*span)] for span in coverage(text, []).bare] == [f"One{line_end}two", "Three"]


def test_a_megabyte_with_five_thousand_segments_is_measured_at_once() -> None:
    text = "word " * 200_000
    segments = [labelled(text, Span(at * 200, at * 200 + 99)) for at in range(5_000)]
    assert seconds(lambda: coverage(text, segments), 1) < 2
    assert len(coverage(text, segments).bare) == 5_000
