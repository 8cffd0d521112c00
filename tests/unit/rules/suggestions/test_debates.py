"""What is spoken is told from what is written, and weighed by its words; names weigh nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.suggestion import SuggestionKind
from factdesk.rules.suggestions.debates import DebateWeights, reads_as_transcript, shipped, terms, worth
from factdesk.rules.suggestions.suggest import (
    METHOD,
    SPOKEN_METHOD,
    Told,
    method_for,
    suggest,
    suggest_lines,
    suggest_told,
)
from tests.unit.rules.texts import blocks_of

DEBATE = (
    "LIND: We spent 4 million on the bridge last year.\nBERG: Thank you very much.\nLIND: It is a great town.\n"
    "BERG: You know that is not true.\nLIND: Let me answer.\n"
)
ARTICLE = "The bridge is closed.\nNote: it opens in May.\nIt cost 4 million.\nMs. Lind said: “We paid.”\nIt rained.\n"


def test_turns_of_speakers_who_come_back_are_a_transcript_and_an_article_is_not() -> None:
    assert reads_as_transcript(DEBATE, blocks_of(DEBATE))
    assert not reads_as_transcript(ARTICLE, blocks_of(ARTICLE))
    assert method_for(DEBATE, blocks_of(DEBATE), "en") == SPOKEN_METHOD
    assert method_for(ARTICLE, blocks_of(ARTICLE), "en") == METHOD
    assert method_for(DEBATE, blocks_of(DEBATE), "de") == METHOD


def test_a_list_of_different_labels_is_no_transcript() -> None:
    recipe = "Flour: 300 g\nMilk: 1 l\nEggs: 4\nSalt: a little\nSugar: none\n"
    assert not reads_as_transcript(recipe, blocks_of(recipe))


def test_questions_and_answers_of_an_article_are_no_transcript() -> None:
    asked = "Q: Is it old?\nA: Yes, it is.\n" * 5
    assert not reads_as_transcript(asked, blocks_of(asked))


def test_in_a_transcript_a_figure_outweighs_thanks_wherever_it_stands() -> None:
    found = suggest(DEBATE, blocks_of(DEBATE), language="en")
    by_words = {DEBATE[slice(*one.span)]: one.score for one in found}
    best = max(by_words, key=lambda words: by_words[words])
    assert "4 million" in best


def test_each_line_is_one_sentence_with_its_own_span() -> None:
    text = "It cost $4 million. It is old.\r\n\n  Thank you.\n"
    found = suggest_lines(text, language="en")
    assert [text[slice(*one.span)] for one in found] == ["It cost $4 million. It is old.", "Thank you."]
    assert found[0].score > 0.5 > found[1].score
    assert "money" in {reason.code for reason in found[0].reasons}


@given(st.text(alphabet="ab $1%.?!“”:\n\r\u2028\x0b日。😀\u0301", max_size=120), st.sampled_from(["", "en", "ja"]))
def test_lines_of_any_text_give_spans_inside_it_in_order(text: str, language: str) -> None:
    at = 0
    for one in suggest_lines(text, language=language):
        assert at <= one.span.start < one.span.end <= len(text)
        assert 0 <= one.score <= 1
        at = one.span.end


def test_terms_are_words_pairs_and_signs_and_any_figure_is_the_same_word() -> None:
    assert terms(["spent", "4,000"], ["number"]) == {"spent", "0", "spent 0", "<number>"}


def test_unknown_terms_neither_help_nor_harm() -> None:
    weights = DebateWeights({"spent": 2.0}, bias=-1.0)
    assert worth(["spent", "unheard"], weights) == worth(["spent"], weights) == pytest.approx(0.7310585786)
    assert worth([], weights) < 0.5


def test_no_name_has_a_weight() -> None:
    assert not {"obama", "clinton", "trump", "reagan", "dole"} & {
        word for term in shipped().terms for word in term.split()
    }


def test_place_is_no_reason_in_a_transcript_since_it_does_not_weigh_there() -> None:
    codes = {reason.code for one in suggest(DEBATE, blocks_of(DEBATE)) for reason in one.reasons}
    assert not codes & {"opening", "in-headline"}
    assert "number" in codes


def test_a_person_says_what_is_a_transcript_but_words_are_weighed_in_english_only() -> None:
    assert method_for(ARTICLE, blocks_of(ARTICLE), "en", spoken=True) == SPOKEN_METHOD
    assert method_for(DEBATE, blocks_of(DEBATE), "en", spoken=False) == METHOD
    assert method_for(ARTICLE, blocks_of(ARTICLE), "de", spoken=True) == METHOD
    read, heard = (suggest_told(ARTICLE, blocks_of(ARTICLE), (), Told("en", spoken)) for spoken in (False, True))
    assert [one.span for one in read] == [one.span for one in heard]
    assert [one.score for one in read] != [one.score for one in heard]


def test_signs_without_a_letter_or_digit_are_proposed_as_nothing() -> None:
    text = "It cost $4 million.\n🎉\n* * *\nبلغ 4\n"
    said = [text[slice(*one.span)] for one in suggest(text, blocks_of(text), language="en")]
    assert said == ["It cost $4 million.", "بلغ 4"]
    lines = suggest_lines(text, language="en")
    assert [one.kind for one in lines[1:3]] == [SuggestionKind.FURNITURE] * 2
    assert [one.score for one in lines[1:3]] == [0, 0]
