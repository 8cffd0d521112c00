"""A score is a weighted sum, kept between 0 and 1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.rules.sentences.article import read_article
from factdesk.rules.suggestions.features import features
from factdesk.rules.suggestions.ranking import Weights, score, shipped
from tests.unit.rules.texts import EVERYTHING, blocks_of

WEIGHTS = Weights({"money": 2.0, "asks": -1.0}, bias=-1.0)


def test_a_feature_moves_the_score_by_its_weight() -> None:
    assert score({}, WEIGHTS) < score({"money": 1.0}, WEIGHTS)
    assert score({"asks": 1.0}, WEIGHTS) < score({}, WEIGHTS)
    assert score({"money": 0.5}, WEIGHTS) == pytest.approx(0.5)
    assert score({"unheard-of": 9.0}, WEIGHTS) == score({}, WEIGHTS)


@given(st.dictionaries(st.sampled_from(["money", "asks"]), st.floats(-1e6, 1e6)))
def test_a_score_is_never_outside_0_and_1(found: dict[str, float]) -> None:
    assert 0.0 <= score(found, WEIGHTS) <= 1.0


def test_the_weights_that_ship_are_those_of_features_that_exist() -> None:
    text, kinds, _ = EVERYTHING
    known = {
        name
        for own in features(text, read_article(text, blocks_of(text, *kinds), wording=True).proper, wording=True)
        for name in own
    }
    assert set(shipped().features) - known <= {"self", "reader", "loose"}  # this article speaks to nobody, and soberly
    assert len(shipped().features) > 30


@pytest.mark.parametrize("words", ["1,500 homes", "12000 homes", "two million homes", "$3.2bn", "1.500 Häuser"])
def test_a_figure_of_a_thousand_or_more_is_large(words: str) -> None:
    assert feature_of(f"It cost {words}.", "large-figure") == 1


@pytest.mark.parametrize("words", ["150 homes", "3.14159 homes", "in 2019", "12%"])
def test_a_small_figure_a_share_and_a_year_are_not(words: str) -> None:
    assert feature_of(f"It was {words}.", "large-figure") == 0


def test_two_different_figures_are_several_and_the_same_twice_is_not() -> None:
    assert feature_of("It was 5 or 7.", "several-figures") == 1
    assert feature_of("It was 5 and 5.", "several-figures") == 0


def feature_of(text: str, name: str) -> float:
    (found,) = features(text, read_article(text, blocks_of(text), wording=True).proper, wording=True)
    return found[name]
