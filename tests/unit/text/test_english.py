"""A few English words are known as such; other languages are not taken for English."""

from __future__ import annotations

import pytest

from factdesk.text.english import looks_english


@pytest.mark.parametrize("text", ["Unemployment fell to 3.9% in March.", "He didn’t say why it was so."])
def test_english_is_known_by_its_small_words(text: str) -> None:
    assert looks_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123 456",
        "Die Arbeitslosigkeit fiel im März auf 3,9 Prozent.",
        "Le chômage est tombé à 3,9 % en mars.",
        "De werkloosheid daalde in maart naar 3,9 procent.",
        "失业率降至百分之三点九。",
        "تراجعت البطالة في مارس.",
    ],
)
def test_other_languages_are_not_taken_for_english(text: str) -> None:
    assert not looks_english(text)
