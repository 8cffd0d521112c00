"""Documents that pandoc, LibreOffice and Typst made of one article: what survives is the same everywhere."""

from __future__ import annotations

import pytest

from factdesk.model.draft import Draft
from factdesk.model.version import BlockKind
from factdesk.readers.formats import read_file
from tests.unit.readers.drafts import aside, shapes, words_of
from tests.unit.readers.papers.make import MADE

WRITTEN = [
    ("heading", 1, "The old lock holds"),
    ("paragraph", 0, "The lock was built in 1884, says the log. It has two gates."),
    ("heading", 2, "What was found"),
    ("quotation", 1, "It never leaked, not once."),
    ("list-item", 1, "Oak, from the valley"),
    ("list-item", 2, "seasoned for ten years"),
    ("list-item", 1, "Iron, with a stamp"),
    *(("table-cell", 0, words) for words in ("Year", "Ships", "1900", "12", "1901", "14")),
    ("paragraph", 0, "Twelve ships passed in its first year 😀, says the harbour master."),
    ("paragraph", 0, "Closing words with ünïcode."),
    ("note", 0, "Log of the lock, page 3."),
]
FILES = ["pandoc.docx", "office.docx", "pandoc.odt", "office.odt", "pandoc.rtf", "office.rtf"]
COMMENTED = ["pandoc.docx", "office.odt", "office.rtf"]


def linked(draft: Draft) -> list[tuple[str, str]]:
    return [(draft.text[slice(*link.span)], link.address) for link in draft.links]


def noted(draft: Draft) -> list[tuple[str, str, str, str]]:
    return [(draft.text[slice(*one.span)], one.kind.value, one.text, one.by) for one in draft.remarks]


@pytest.mark.parametrize("name", COMMENTED)
def test_structure_and_words_survive(name: str) -> None:
    draft = read_file(MADE / name)
    found = [shape for shape in shapes(draft) if shape[2] != "AB"]
    assert found[0][2] == "The old lock holds"
    assert found[1:] == WRITTEN
    assert (draft.details.title, draft.details.byline) == ("The old lock holds", "AB")


@pytest.mark.parametrize("name", FILES)
def test_links_and_notes_hang_on_their_own_words(name: str) -> None:
    draft = read_file(MADE / name)
    assert linked(draft) == [("the log", "https://example.org/log"), ("a stamp", "https://example.org/stamp")]
    sentence = "The lock was built in 1884, says the log."
    assert (sentence, "footnote", "Log of the lock, page 3.", "") in noted(draft)


@pytest.mark.parametrize("name", COMMENTED)
def test_a_comment_is_a_remark_on_its_words_and_no_words_of_the_article(name: str) -> None:
    draft = read_file(MADE / name)
    assert ("Twelve ships", "comment", "Who counted them?", "CD") in noted(draft)
    assert "Who counted them" not in draft.text


@pytest.mark.parametrize("name", COMMENTED)
def test_tracked_deletions_are_left_out_and_told(name: str) -> None:
    draft = read_file(MADE / name)
    assert "last year" not in draft.text
    assert any("deletions were left out" in notice for notice in draft.notices)


def test_a_pdf_gives_paragraphs_headings_items_and_links() -> None:
    draft = read_file(MADE / "office.pdf")
    assert words_of(draft, BlockKind.TITLE) == ["The old lock holds"]
    assert "What was found" in words_of(draft, BlockKind.HEADING)
    assert "• Oak, from the valley" in words_of(draft, BlockKind.LIST_ITEM)
    assert linked(draft) == [("the log", "https://example.org/log"), ("a stamp", "https://example.org/stamp")]


def test_columns_are_read_one_after_the_other_and_parted_words_are_joined() -> None:
    draft = read_file(MADE / "two-columns.pdf")
    wanted = [
        f"Keeper {nth} of the municipality acknowledged extraordinary circumstances, documented in a comprehensive "
        "investigation of deterioration."
        for nth in range(1, 25)
    ]
    assert [words for words in words_of(draft, BlockKind.PARAGRAPH) if words.startswith("Keeper")] == wanted
    assert linked(draft) == [("documented", f"https://example.org/{nth}") for nth in range(1, 25)]


def test_running_heads_are_set_aside_and_each_stretch_knows_its_page() -> None:
    draft = read_file(MADE / "two-columns.pdf")
    assert aside(draft) == {"The Valley Sheet March": "running head", "1": "page number", "2": "page number"}
    assert [page.label for page in draft.pages] == ["1", "2"]
    assert draft.text.index("Keeper 19") < draft.pages[1].start < draft.text.index("Keeper 20")
