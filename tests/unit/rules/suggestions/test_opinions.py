"""An opinion is known by how its article is written, too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.rules.sentences.article import read_article
from factdesk.rules.suggestions.opinions import LEAST, opinionated
from factdesk.rules.suggestions.suggest import suggest
from tests.unit.rules.texts import blocks_of

COLUMN = (
    "The valley is not a safe place. Nobody is in charge of it, and nothing is as it should be. "
    "The council is simply too weak for its own harbour. It is not even sure what a harbour is for. "
    "There is no plan, and there never was one. "
)
REPORT = (
    "The council closed the harbour in 2019, clerk Jane Doe said. It paid $4 million to 12 owners, records show. "
    "Doe added that 300 boats had moved to Sund by May. Engineer Bob Roe testified that the wall cracked in 2017. "
    "The builder, Ola Lind, said he repaired it twice. "
)
THE_SAME = "The harbour is far too small for such a valley."
FORETOLD = "The council will drive every boat away."


def kinds(text: str) -> dict[str, str]:
    return {text[slice(*one.span)]: one.kind.value for one in suggest(text, blocks_of(text), language="en")}


def test_the_same_words_are_an_opinion_in_a_column_and_a_claim_in_a_report() -> None:
    assert kinds(COLUMN + THE_SAME)[THE_SAME] == "opinion"
    assert kinds(REPORT + THE_SAME)[THE_SAME] == "claim"


def test_what_will_be_is_a_prediction_in_a_column_and_a_plan_in_a_report() -> None:
    assert kinds(COLUMN + FORETOLD)[FORETOLD] == "prediction"
    assert kinds(REPORT + FORETOLD)[FORETOLD] == "claim"


@pytest.mark.parametrize(
    "words",
    [
        "The council is far too weak, Jane Doe said.",
        "The council is far too weak because the wall is rotten.",
    ],
)
def test_even_in_a_column_a_source_or_a_cause_keeps_a_sentence_to_be_checked(words: str) -> None:
    assert kinds(COLUMN + words)[words] in ("attributed", "claim")


def test_advice_is_an_opinion_in_a_report_too() -> None:
    advice = "Tip: Keep an eye on your boat."
    assert kinds(REPORT + advice)[advice] == "opinion"


def test_an_article_of_a_few_sentences_has_no_habits() -> None:
    text = "The harbour is far too small. It is so sad."
    article = read_article(text, blocks_of(text), wording=True).proper
    assert len(article) < LEAST
    assert list(opinionated(text, article)) == [None, None]


@given(st.text(max_size=400))
def test_any_text_gives_one_likelihood_for_each_sentence(text: str) -> None:
    article = read_article(text, blocks_of(text), wording=True).proper
    found = list(opinionated(text, article))
    assert len(found) == len(article)
    assert all(one is None or 0 <= one <= 1 for one in found)
