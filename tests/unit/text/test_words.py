"""Edges of a claim move by whole words, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.spans import Span
from factdesk.text.words import length, length_without, next_word_edge, previous_word_edge, words

hard_texts = st.text(alphabet="ab1.,$%'-  \u0301日の👩\u200d🏽🇫🇷ก้ह\u093f\n", max_size=30)


def in_words(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s a well-known fact.", ["It’s", "a", "well-known", "fact"]),
        ("It cost $1,000.50, or 20% more.", ["It", "cost", "$1,000.50", "or", "20%", "more"]),
        ("cafe\u0301 crème", ["cafe\u0301", "crème"]),
        ("東京に行く。", ["東", "京", "に", "行", "く"]),
        ("هذا نصٌّ عربيّ.", ["هذا", "نصٌّ", "عربيّ"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("👩🏽\u200d🚀 🇫🇷🇩🇪!", ["👩🏽\u200d🚀", "🇫🇷", "🇩🇪"]),
        ("ends.Here 3:45", ["ends", "Here", "3:45"]),
        ("— “ … ”", []),
    ],
)
def test_words_are_what_a_reader_calls_words(text: str, expected: list[str]) -> None:
    assert in_words(text) == expected


@given(st.one_of(hard_texts, st.text(max_size=40)))
def test_edges_are_those_of_the_whole_text_though_only_a_part_is_looked_at(text: str) -> None:
    found = words(text)
    for at in range(len(text) + 1):
        assert next_word_edge(text, at) == next((word.end for word in found if word.end > at), len(text))
        assert previous_word_edge(text, at) == next((word.start for word in reversed(found) if word.start < at), 0)


@given(st.text(max_size=60))
def test_every_letter_and_digit_is_in_a_word_and_words_do_not_overlap(text: str) -> None:
    covered = [at for start, end in words(text) for at in range(start, end)]
    assert covered == sorted(set(covered))
    assert {at for at, char in enumerate(text) if char.isalnum()} <= set(covered)


def test_a_word_longer_than_the_stretch_looked_at_is_found_whole() -> None:
    text = "see " + "a" * 3000 + " there"
    assert next_word_edge(text, 10) == 3004
    assert previous_word_edge(text, 2900) == 4


@pytest.mark.parametrize("index", [-1, 6])
def test_a_place_outside_the_text_is_refused(index: int) -> None:
    with pytest.raises(IndexError):
        next_word_edge("five.", index)
    with pytest.raises(IndexError):
        previous_word_edge("five.", index)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (0, "word")),
        ("• One – two, three!", (3, "word")),
        ("Vingt-deux €2.3 l’eau", (3, "word")),
        ("市政府星期二关闭了旧水坝。水坝高41米，建于1911年。专家表示", (32, "character")),
        ("سد شهر بسته شد", (4, "word")),
    ],
)
def test_a_text_is_as_long_as_its_words_or_its_characters(text: str, found: tuple[int, str]) -> None:
    assert length(text) == found


@pytest.mark.parametrize(
    ("text", "aside", "left"),
    [
        ("Menu Home\n\nThe river rose.\n\nShare this", [(0, 9), (28, 38)], (3, "word")),
        ("菜单\n" + "县政府关闭了老磨坊桥。" * 9, [(0, 2)], (99, "character")),
        ("The river rose.", [], (3, "word")),
    ],
)
def test_what_is_set_aside_is_not_counted(text: str, aside: list[tuple[int, int]], left: tuple[int, str]) -> None:
    assert length_without(length(text), text, [Span(*span) for span in aside]) == left
