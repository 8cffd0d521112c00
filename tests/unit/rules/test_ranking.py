"""A score is a weighted sum, kept between 0 and 1, and lowered for kinds that assert nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.suggestion import SuggestionKind
from factdesk.model.version import BlockKind
from factdesk.rules.article import read_article
from factdesk.rules.features import features
from factdesk.rules.ranking import Weights, score, share_of_kind, shipped
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
    assert set(shipped().features) - known <= {"self", "reader"}  # this article speaks to nobody
    assert len(shipped().features) > 30


def test_a_question_counts_less_and_a_title_keeps_its_score() -> None:
    assert share_of_kind(SuggestionKind.QUESTION, BlockKind.PARAGRAPH) < 1
    assert share_of_kind(SuggestionKind.HEADING, BlockKind.HEADING) < 1
    assert share_of_kind(SuggestionKind.HEADING, BlockKind.TITLE) == 1
    assert share_of_kind(SuggestionKind.CLAIM, BlockKind.PARAGRAPH) == 1
