"""Listed phrases are found once for each thing they show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.lexicon import Lexicon, english, stop_words, tokens


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    return [(code, text[start:end]) for code, (start, end) in lexicon.find(text, tokens(text))]


def test_the_longest_phrase_of_a_code_is_the_one_found() -> None:
    lexicon = Lexicon({"cause": ["because", "because of"], "other": ["because"]})
    assert found(lexicon, "It fell because of rain.") == [("cause", "because of"), ("other", "because")]


def test_a_phrase_is_not_put_together_across_punctuation() -> None:
    assert found(Lexicon({"cause": ["due to"]}), "It is due, to be exact. It is due\nto rain.") == [
        ("cause", "due\nto")
    ]


def test_a_word_that_is_also_a_name_counts_only_in_lower_case() -> None:
    lexicon = Lexicon({"hedge": ["may"]}, only_lower_case=["may"])
    assert found(lexicon, "In May it may rain.") == [("hedge", "may")]


def test_curly_and_straight_apostrophes_are_the_same() -> None:
    assert found(Lexicon({"no": ["won't"]}), "It won’t and won't.") == [("no", "won’t"), ("no", "won't")]


def test_a_phrase_cut_off_by_the_end_of_the_text_is_not_found() -> None:
    assert found(Lexicon({"cause": ["as a result"]}), "as a") == []


def test_a_word_says_nothing_in_a_phrase_that_takes_it_otherwise() -> None:
    lexicon = Lexicon({"trend": ["declined"], "other": ["declined to say"], "idle": ["declined to say"]})
    text = "He declined to say why sales declined."
    assert found(lexicon, text) == [("other", "declined to say"), ("trend", "declined")]


def test_the_english_list_knows_what_a_checker_looks_for() -> None:
    codes = {code for code, _ in found(english(), "Sources said the firm was accused of fraud, reportedly.")}
    assert {"unsaid-source", "saying", "accusation", "hedge"} <= codes
    assert "the" in stop_words()


@given(st.text(max_size=200))
def test_every_sign_stands_in_the_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for _, (start, end) in english().find(text, tokens(text)))


@pytest.mark.parametrize("text", ["İstanbul’s mayor", "ΟΔΟΣ’ ΣΑΣ", "It’s A-B"])
def test_words_stand_where_the_text_has_them_even_if_small_letters_are_more(text: str) -> None:
    for word, start, end in tokens(text):
        assert text[start:end].replace("’", "'").lower() == word
