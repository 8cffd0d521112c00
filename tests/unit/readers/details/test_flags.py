"""Provenance flags and the places they point at."""

from __future__ import annotations

import pytest

from factdesk.model.article import ProvenanceFlag
from factdesk.readers.formats import read_file, read_text
from tests.unit.readers.drafts import ARTICLES, places

BODY = "The river rose by four metres in nine hours on Tuesday, and the county closed the old bridge at once."


def test_an_article_that_says_nothing_of_itself_is_flagged_three_times() -> None:
    assert read_file(ARTICLES / "short.txt").flags == {
        ProvenanceFlag.NO_AUTHOR,
        ProvenanceFlag.NO_DATE,
        ProvenanceFlag.NO_PUBLISHER,
    }


def test_a_role_in_the_byline_is_flagged_at_its_line_and_is_not_the_same_as_none() -> None:
    draft = read_text(f"A Title for the Day\n\nby Chief Editor\n\n{BODY}")
    assert places(draft, ProvenanceFlag.ROLE_BYLINE) == ["by Chief Editor"]
    assert ProvenanceFlag.NO_AUTHOR not in draft.flags


@pytest.mark.parametrize(
    "words",
    [
        "[Link to newsletter signup form]",
        "[insert figure]",
        "[TK]",
        "Lorem ipsum",
        "TK",
        "TKTK",
        "{{author}}",
        "<insert quote>",
    ],
)
def test_what_was_left_to_fill_in_is_flagged_at_its_place(words: str) -> None:
    draft = read_text(f"A Title for the Day\n\nIt rose to {words} that night.\n\n{BODY}")
    assert places(draft, ProvenanceFlag.PLACEHOLDER) == [words]


@pytest.mark.parametrize(
    "words", ["TK Elevator", "[sic]", "[the mayor]", "Super Bowl XXX", "[link](https://valley.example)", "a tk"]
)
def test_other_brackets_and_capitals_are_no_placeholders(words: str) -> None:
    draft = read_text(f"A Title for the Day\n\nIt was {words} that night.\n\n{BODY}")
    assert ProvenanceFlag.PLACEHOLDER not in draft.flags


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Drones were sold (as was reported – The Courier).", "– The Courier"),
        ("It rose (source: River Agency).", "(source: River Agency)"),
        ("Click here for the table of gauges.", "Click here"),
        ("The table is available here.", "available here"),
        ("Explore our coverage of floods.", "Explore our coverage"),
        ("See [link to the table].", "[link to the table]"),
    ],
)
def test_words_that_point_nowhere_are_flagged_where_the_text_holds_no_address(sentence: str, words: str) -> None:
    draft = read_text(f"A Title for the Day\n\n{BODY}\n\n{sentence}\n\n{BODY}")
    assert places(draft, ProvenanceFlag.LINKS_LOST) == [words]
    linked = read_text(f"A Title for the Day\n\n{BODY}\n\n{sentence}\n\nhttps://valley.example/table")
    assert ProvenanceFlag.LINKS_LOST not in linked.flags


def test_two_headlines_with_the_same_words_are_flagged_at_the_second() -> None:
    second = "Council Shuts Mill Bridge: What Does the Flood Mean for Trade?"
    draft = read_text(f"Council Shuts Old Mill Bridge After Flood\n\nby Staff\n\n{second}\n\n{BODY}")
    assert places(draft, ProvenanceFlag.TWO_HEADLINES) == [second]


def test_a_first_heading_about_something_else_is_no_second_headline() -> None:
    draft = read_text(f"Council Shuts Old Mill Bridge After Flood\n\nA Night on the Bank\n\n{BODY}")
    assert ProvenanceFlag.TWO_HEADLINES not in draft.flags


def test_one_shared_word_makes_no_second_headline() -> None:
    draft = read_text(f"Flood Warning\n\nFlood Season\n\n{BODY}")
    assert ProvenanceFlag.TWO_HEADLINES not in draft.flags


def test_a_heading_below_the_first_paragraph_is_no_second_headline() -> None:
    title = "Council Shuts Old Mill Bridge After Flood"
    draft = read_text(f"{title}\n\n{BODY} {BODY} {BODY}\n\n{title}: Questions\n\n{BODY}")
    assert ProvenanceFlag.TWO_HEADLINES not in draft.flags


@pytest.mark.parametrize("before", [262_130, 262_144, 300_000])
def test_in_a_long_text_a_placeholder_is_flagged_wherever_it_stands(before: int) -> None:
    text = f"{'The lock holds. ' * (before // 16 + 1)}"[:before] + " [insert name of the keeper here] and more."
    assert places(read_text(text), ProvenanceFlag.PLACEHOLDER) == ["[insert name of the keeper here]"]
