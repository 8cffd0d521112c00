"""The parts of a score are told by group, against the article's average, and together make the score's place."""

from __future__ import annotations

import pytest

from factdesk.rules.sentences.article import read_article
from factdesk.rules.suggestions.debates import spoken_worth
from factdesk.rules.suggestions.features import features
from factdesk.rules.suggestions.parts import GROUPS, score_parts, spoken_parts
from factdesk.rules.suggestions.ranking import shipped
from factdesk.text.spans import Span
from tests.unit.rules.texts import blocks_of

TEXT = (
    "The mill stands by the river.\nIt was sold for $4 million, 12 percent less than in 2019.\nIt rained all day long."
)


def test_a_sentence_of_figures_stands_out_by_its_figures() -> None:
    second = Span(TEXT.index("It was"), TEXT.index("\nIt rained"))
    found = score_parts(TEXT, blocks_of(TEXT), (), second, "en")
    assert next(part.adds for part in found if part.group == "figures") > 0.5
    assert {part.group for part in found} == {*GROUPS, "words"}


def test_the_parts_of_all_sentences_cancel_out() -> None:
    own = read_article(TEXT, blocks_of(TEXT), wording=True).proper
    sums = [sum(part.adds for part in score_parts(TEXT, blocks_of(TEXT), (), one.span, "en")) for one in own]
    assert sum(sums) == pytest.approx(0, abs=1e-9)


def test_the_parts_of_a_spoken_sentence_are_its_signs_and_words_and_make_its_place() -> None:
    own = read_article(TEXT, blocks_of(TEXT), wording=True).proper
    sums = {}
    for one in own:
        found = spoken_parts(TEXT, blocks_of(TEXT), (), one.span)
        assert {part.group for part in found} == {"figures", "sources", "words"}
        sums[one.span] = sum(part.adds for part in found)
    assert sum(sums.values()) == pytest.approx(0, abs=1e-9)
    assert sorted(own, key=lambda one: sums[one.span]) == sorted(own, key=spoken_worth)


def test_where_no_sentence_stands_there_are_no_parts() -> None:
    assert score_parts(TEXT, blocks_of(TEXT), (Span(0, len(TEXT)),), Span(1, 3), "en") == []


def test_every_grouped_feature_has_a_weight() -> None:
    known = {
        *shipped().features,
        *(
            name
            for one in features(TEXT, read_article(TEXT, blocks_of(TEXT), wording=True).proper, wording=True)
            for name in one
        ),
    }
    assert frozenset().union(*GROUPS.values()) <= known
