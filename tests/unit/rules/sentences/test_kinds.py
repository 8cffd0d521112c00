"""What a sentence is proposed to be."""

from __future__ import annotations

import pytest

from factdesk.model.suggestion import SuggestionKind
from factdesk.model.version import BlockKind
from factdesk.rules.suggestions.suggest import suggest
from tests.unit.rules.texts import blocks_of


def kind_of(sentence: str, block: BlockKind = BlockKind.PARAGRAPH, language: str = "en") -> str:
    (proposed,) = suggest(sentence, blocks_of(sentence, block), language=language)
    return proposed.kind.value


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The dam failed in 1963.", "claim"),
        ("The dam failed in 1963, according to the water board.", "attributed"),
        ("Ana Lind, head of the water board, said the dam was old.", "attributed"),
        ("Sources familiar with the talks told the paper that the dam was old.", "attributed"),
        ("“The dam was old and everybody knew it,” she said.", "quote"),
        ("The reported leak cost $4 million.", "claim"),
        ("The leak could lead to further floods in the valley.", "prediction"),
        ("The festival takes place in June.", "claim"),
        ("Studies indicate that a walk in your lunch hour could prevent it.", "attributed"),
        ("Your sleep may be shorter in summer.", "claim"),
        ("Frankly, it is an absurd and terrible idea.", "opinion"),
        ("Tip: Keep an eye on your neighbours.", "opinion"),
        ("Who built the dam?", "question"),
        ("“Who built the dam?” she asked.", "quote"),
        ("“Who built the dam?”", "quote"),
        ("Kto zbudował tamę？", "question"),
    ],
)
def test_a_sentence_is_proposed_as_what_it_does(sentence: str, kind: str) -> None:
    assert kind_of(sentence) == kind


@pytest.mark.parametrize("block", [BlockKind.TITLE, BlockKind.HEADING])
def test_titles_and_headings_are_headings_even_when_they_ask(block: BlockKind) -> None:
    assert kind_of("Who built the dam? Nobody knows.", block) == "heading"


def test_a_figure_keeps_a_judged_sentence_among_the_claims() -> None:
    assert kind_of("It is a wonderful result: 40% more.") == SuggestionKind.CLAIM


def test_the_second_sentence_of_a_quotation_is_a_quotation_too() -> None:
    text = "“The dam was old. Everybody in the valley knew it,” she said."
    kinds = [proposed.kind for proposed in suggest(text, blocks_of(text), language="en")]
    assert kinds == [SuggestionKind.QUOTE, SuggestionKind.QUOTE]


def test_words_that_only_english_has_do_not_speak_in_another_language() -> None:
    assert kind_of("Will wird Bürgermeister of course absurd.", language="de") == "claim"
