"""OpenDocument texts: white space, hidden text, boxes, annotations."""

from __future__ import annotations

from tests.unit.readers.drafts import aside, shapes
from tests.unit.readers.papers.packages import open_document

HIDDEN = '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'


def test_white_space_counts_once_and_what_is_said_to_be_space_counts_as_said() -> None:
    draft = open_document(
        '<text:p>\n  One\n  two<text:s text:c="3"/>three<text:tab/>four<text:line-break/>five</text:p>'
    )
    assert draft.text == "One two   three\tfour\nfive"


def test_hidden_text_is_read_and_set_aside() -> None:
    draft = open_document('<text:p>Seen. <text:span text:style-name="T1">Not seen.</text:span></text:p>', HIDDEN)
    assert aside(draft) == {"Not seen.": "hidden text"}


def test_a_text_box_follows_its_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>"
    assert [words for _, _, words in shapes(open_document(f"<text:p>Around {box}it.</text:p>"))] == [
        "Around it.",
        "In the box.",
    ]


def test_what_was_deleted_lies_apart_and_is_not_read() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    draft = open_document(f"{changes}<text:p>Still here.</text:p>")
    assert draft.text == "Still here."
    assert draft.notices == ("Tracked deletions were left out: 1.",)


def test_nested_lists_have_their_depth() -> None:
    inner = "<text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list>"
    body = f"<text:list><text:list-item><text:p>Outer</text:p>{inner}</text:list-item></text:list>"
    assert shapes(open_document(body)) == [("list-item", 1, "Outer"), ("list-item", 2, "Inner")]
