"""Markdown: the source is kept, its blocks are known."""

from __future__ import annotations

import pytest

from factdesk.model.draft import Draft
from factdesk.readers.formats import read_file, read_source
from factdesk.readers.source import Source
from tests.unit.readers.drafts import ARTICLES, aside, shapes


def markdown(source: str) -> Draft:
    return read_source(Source(source.encode()), file_name="a.md")


def found(source: str) -> list[tuple[str, int, str]]:
    return shapes(markdown(source))


def test_a_whole_article_keeps_its_source_and_its_structure() -> None:
    draft = read_file(ARTICLES / "markdown.md")
    assert draft.text == (ARTICLES / "markdown.md").read_text(encoding="utf-8")
    assert [(kind, level) for kind, level, _ in shapes(draft)] == [
        ("code", 0),
        ("title", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("quotation", 1),
        ("quotation", 1),
        ("quotation", 2),
        ("list-item", 1),
        ("list-item", 1),
        ("list-item", 2),
        ("list-item", 2),
        ("heading", 2),
        ("code", 0),
        ("caption", 0),
        ("paragraph", 0),
        ("code", 0),
    ]
    assert sorted(aside(draft).values()) == ["dividing line", "front matter", "link definition"]


def test_the_front_matter_states_the_details() -> None:
    draft = read_file(ARTICLES / "markdown.md")
    details = draft.details
    assert details.title == "River closes the old bridge"
    assert (details.byline, details.published, details.language) == ("AB", "2026-03-14", "en-GB")
    assert details.address == "https://valley.example/bridge"
    assert set(draft.origins.values()) == {"front matter"}


def test_authors_may_be_a_list_and_odd_values_are_not_proposed() -> None:
    source = (
        "---\nauthors:\n  - AB\n  - CD\ndate: last week\nurl: javascript:alert(1)\nlang: not a language\n---\nWords."
    )
    details = markdown(source).details
    assert details.byline == "AB, CD"
    assert (details.published, details.address, details.language) == ("", "", "")


def test_a_front_matter_is_set_aside_once_whatever_its_words_are() -> None:
    draft = markdown("---\ntitle: One\nrights: All rights reserved\n---\nWords.")
    assert [piece.reason for piece in draft.furniture] == ["front matter"]


def test_of_two_names_for_one_detail_the_first_is_proposed() -> None:
    assert markdown("---\ntitle: One\nheadline: Two\n---\nWords.").details.title == "One"


def test_a_line_of_dashes_without_names_is_no_front_matter() -> None:
    assert found("---\n\nWords.\n\n---\n")[0] == ("paragraph", 0, "---")


def test_the_title_loses_its_marks_only_in_the_proposal() -> None:
    draft = markdown("# A *quiet* [river](https://valley.example) #\n\nWords.")
    assert draft.details.title == "A quiet river"
    assert shapes(draft)[0] == ("title", 1, "# A *quiet* [river](https://valley.example) #")


@pytest.mark.parametrize("source", ["River\n=====\n\nWords.", "River\r\n===\r\n\r\nWords."])
def test_an_underlined_line_is_a_heading_with_its_line(source: str) -> None:
    kind, level, words = found(source)[0]
    assert (kind, level) == ("title", 1)
    assert words.startswith("River") and words.endswith("===")


def test_paragraph_lines_belong_together_until_something_else_begins() -> None:
    assert found("One\ntwo\n- three\nfour\n\nfive\n# six") == [
        ("paragraph", 0, "One\ntwo"),
        ("list-item", 1, "- three\nfour"),
        ("paragraph", 0, "five"),
        ("title", 1, "# six"),
    ]


def test_hashes_without_a_space_are_words() -> None:
    assert found("#news is a tag")[0][0] == "paragraph"


def test_nothing_inside_a_fence_is_a_mark_and_an_open_fence_ends_with_the_text() -> None:
    assert found("~~~\n# no heading\n\n- no item\n~~~\nafter") == [
        ("code", 0, "~~~\n# no heading\n\n- no item\n~~~"),
        ("paragraph", 0, "after"),
    ]
    assert found("```\n```python\nstill\n```\nafter") == [
        ("code", 0, "```\n```python\nstill\n```"),
        ("paragraph", 0, "after"),
    ]
    assert found("```\nopen\n\nstill") == [("code", 0, "```\nopen\n\nstill")]


def test_headings_are_never_guessed_where_the_format_can_say_them() -> None:
    body = "The river rose by four metres in nine hours on Tuesday."
    assert [kind for kind, _, _ in found(f"{body}\n\nWhat Comes Next\n\n{body}")] == ["paragraph"] * 3


def test_a_list_goes_on_after_an_indented_paragraph_of_an_item() -> None:
    assert [(kind, level) for kind, level, _ in found("- a\n  - b\n\n    more of b\n\n  - c")] == [
        ("list-item", 1),
        ("list-item", 2),
        ("paragraph", 0),
        ("list-item", 2),
    ]


def test_a_clipped_page_is_told_from_its_article_though_its_lines_are_links() -> None:
    source = (
        "[Skip to content](#main)\n\n- [Home](/)\n- [News](/news)\n- [Sport](/sport)\n\n# River closes the bridge\n\n"
        "By [AB](/people/ab)\n\nThe county shut the bridge on Tuesday evening.\n\n"
        "**Read more:** [Five bridges](/five)\n\n## [You may also like](/more)\n"
    )
    draft = markdown(source)
    assert list(aside(draft).values()) == ["page control", *["menu"] * 3, "byline", *["related links"] * 2]
    assert draft.details.byline == "AB"


def test_a_text_that_begins_with_a_lower_heading_has_no_title_block() -> None:
    assert [kind for kind, _, _ in found("Words.\n\n## Part one\n\nWords.\n\n# Part two")] == [
        "paragraph",
        "heading",
        "paragraph",
        "heading",
    ]
