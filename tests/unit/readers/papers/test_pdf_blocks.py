"""How printed lines become paragraphs."""

from __future__ import annotations

from dataclasses import replace

from factdesk.model.version import BlockKind
from factdesk.readers.papers.pdf.blocks import blocks_of
from factdesk.readers.papers.pdf.heads import running_heads
from factdesk.readers.papers.pdf.lines import Line

FULL = Line("a line as wide as its column is", page=0, first=0, left=60, right=300, base=500, size=10)


def lines(*changes: dict[str, object]) -> list[Line]:
    """Lines of one column, 12 points apart, each with its changes."""
    return [
        replace(FULL, **({"base": 500 - 12 * nth, "first": nth} | change))  # type: ignore[arg-type]
        for nth, change in enumerate(changes)
    ]


def paragraphs(found: list[Line]) -> list[int]:
    return [len(block.lines) for block in blocks_of(found)]


def test_a_short_last_line_ends_a_paragraph() -> None:
    ended: dict[str, object] = {"words": "and here it ends.", "right": 120}
    assert paragraphs(lines({}, {}, ended, {}, {}, {})) == [3, 3]


def test_an_indent_begins_a_paragraph() -> None:
    assert paragraphs(lines({}, {}, {"left": 72}, {}, {})) == [2, 3]


def test_a_parted_word_goes_on_over_any_gap() -> None:
    found = lines({}, {"parted": True}, {}, {})
    found[2:] = [replace(line, page=1) for line in found[2:]]
    assert paragraphs(found) == [4]


def test_larger_type_makes_headings_and_smaller_numbers_notes() -> None:
    found = lines({"size": 20.0, "words": "Large"}, *[{}] * 5, {"size": 8.0, "words": "1. A note"})
    assert [block.kind for block in blocks_of(found)] == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.NOTE]


def test_ink_without_width_is_set_like_any_other() -> None:
    assert paragraphs(lines({"left": 60.4, "right": 60.4, "words": "|"})) == [1]


def test_a_line_inside_the_body_is_no_running_head_however_often_it_stands_there() -> None:
    pages = [replace(line, page=page) for page in range(4) for line in lines({"base": 790.0, "words": "Head"}, {})]
    again = [replace(FULL, page=page, base=60.0 + 12 * nth, words="Chorus") for page in range(4) for nth in (0, 9)]
    found = running_heads([*pages, *again], [842.0] * 4)
    assert {line.words for line in found} == {"Head", "Chorus"}
    assert {line.base for line in found if line.words == "Chorus"} == {60.0}
