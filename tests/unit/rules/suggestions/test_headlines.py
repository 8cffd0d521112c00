"""Which titles state something, and what becomes of them when they are accepted."""

from __future__ import annotations

import pytest

from factdesk.model.draft import ProposedSuggestion
from factdesk.model.suggestion import STATES, SuggestionKind, becomes_claim
from factdesk.model.version import BlockKind
from factdesk.rules.suggestions.suggest import suggest
from tests.unit.rules.texts import blocks_of


def proposed(words: str, block: BlockKind = BlockKind.TITLE, language: str = "en") -> ProposedSuggestion:
    (found,) = suggest(words, blocks_of(words, block), language=language)
    return found


@pytest.mark.parametrize(
    "title",
    [
        "Valley council accuses water board of fraud",
        "Ministry to close the old harbour",
        "Man arrested after flood in the valley",
        "Thieves rob bank in Sund",
        "The dam is older than its builders said",
        "At least 12 dead in bridge collapse",
        "Water board doesn’t know its dams",
        "Rivers carry less water than ever",
    ],
)
def test_a_title_that_states_something_becomes_a_claim_and_stays_a_heading_in_kind(title: str) -> None:
    found = proposed(title)
    assert found.kind is SuggestionKind.HEADING
    assert STATES in {reason.code for reason in found.reasons}
    assert becomes_claim(found.kind, found.reasons)


@pytest.mark.parametrize(
    "title",
    [
        "Valley news, week 12",
        "The old harbour of the valley",
        "Reports from the northern coast",
        "A guide to harbours and rivers",
        "How the council lost its dam",
        "Who built the old dam?",
        "Flood warnings lifted",
        "Sales report of the water board",
    ],
)
def test_a_bare_topic_a_question_and_a_title_of_three_words_become_labels(title: str) -> None:
    found = proposed(title)
    assert STATES not in {reason.code for reason in found.reasons}
    assert not becomes_claim(found.kind, found.reasons)


def test_a_heading_between_paragraphs_and_a_title_in_another_language_become_labels() -> None:
    words = "Valley council accuses water board of fraud"
    heading, foreign = proposed(words, BlockKind.HEADING), proposed(words, language="de")
    assert not becomes_claim(heading.kind, heading.reasons)
    assert not becomes_claim(foreign.kind, foreign.reasons)


@pytest.mark.parametrize("line", ["Ashby 2 – 1 Selwick", "Rokeby d. Ashby 70-44", "Selwick 14 11 6 — 44 Rokeby"])
def test_a_heading_that_gives_a_result_becomes_a_claim(line: str) -> None:
    found = proposed(line, BlockKind.HEADING)
    assert becomes_claim(found.kind, found.reasons)


@pytest.mark.parametrize("line", ["Pages 10-12", "Ashby 2019-20 to Selwick", "Open 9–5", "Ashby and Selwick 4711-0-15"])
def test_a_range_or_a_number_with_hyphens_is_no_result(line: str) -> None:
    found = proposed(line, BlockKind.HEADING)
    assert not becomes_claim(found.kind, found.reasons)
