"""Word documents: what Word ties to words, and documents that no person wrote."""

from __future__ import annotations

import zipfile

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.readers.formats import read_source
from factdesk.readers.source import Source
from tests.hostile.packages import zipped
from tests.unit.readers.drafts import aside, shapes
from tests.unit.readers.papers.packages import paragraph, word


def test_hidden_text_is_read_and_set_aside() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not for print</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> and this is shown</w:t></w:r>'
    draft = word(f'<w:p><w:r><w:t xml:space="preserve">Seen. </w:t></w:r>{hidden}{shown}</w:p>')
    assert draft.text == "Seen. not for print and this is shown"
    assert aside(draft) == {"not for print": "hidden text"}


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    first = paragraph("One half", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")
    assert [words for _, _, words in shapes(word(first + paragraph(" and the other.")))] == ["One half and the other."]


def test_a_text_box_written_down_twice_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    choice, fallback = f"<w:drawing>{box}</w:drawing>", f"<w:pict>{box}</w:pict>"
    twice = f"<w:AlternateContent><w:Choice>{choice}</w:Choice><w:Fallback>{fallback}</w:Fallback></w:AlternateContent>"
    draft = word(f"<w:p><w:r><w:t>Around it.</w:t>{twice}</w:r></w:p>")
    assert [words for _, _, words in shapes(draft)] == ["Around it.", "In the box."]


def test_a_field_shows_its_result_and_carries_its_link() -> None:
    marks = [
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText>HYPERLINK "https://example.org/f"</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>the words</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ]
    draft = word("<w:p>" + "".join(f"<w:r>{mark}</w:r>" for mark in marks) + "</w:p>")
    assert draft.text == "the words"
    assert [(link.span, link.address) for link in draft.links] == [((0, 9), "https://example.org/f")]


def test_a_comment_without_a_range_notes_the_sentence_before_it() -> None:
    comments = f'<w:comment w:id="7" w:author="CD">{paragraph("Says who?")}</w:comment>'
    said = '<w:p><w:r><w:t>It leaks. It never leaked.</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>'
    (remark,) = word(said, comments=comments).remarks
    assert (remark.span, remark.text, remark.by) == ((10, 26), "Says who?", "CD")


ENTITIES = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"word/document.xml": "<w:document"}, "no sound XML"),
        ({"word/document.xml": ENTITIES}, "document type"),
        ({"word/document.xml": b"\xff\xfe" + ENTITIES.encode("utf-16-le")}, "document type"),
        ({"word/document.xml": "<a>" * 5000}, "no sound XML"),
        ({"word/document.xml": "<a/>"}, "no document of Word"),
        ({"word/document.xml": b" " * (70 * 1024 * 1024)}, "far more"),
        ({f"{nth}": "" for nth in range(10_001)} | {"word/document.xml": "<a/>"}, "parts"),
    ],
    ids=["broken", "entities", "entities in UTF-16", "deep", "another", "bomb", "many parts"],
)  # fmt: skip
def test_a_document_that_no_person_wrote_is_refused_in_a_sentence(parts: dict[str, str | bytes], said: str) -> None:
    with pytest.raises(UnreadableArticleError, match=said) as refusal:
        read_source(Source(zipped(parts)), file_name="a.docx")
    assert refusal.value.remedy


def test_a_locked_document_says_that_it_is_locked() -> None:
    data = bytearray(zipped({"word/document.xml": "<a/>"}, zipfile.ZIP_STORED))
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    with pytest.raises(UnreadableArticleError, match="password"):
        read_source(Source(bytes(data)), file_name="a.docx")


@pytest.mark.parametrize(
    ("code", "shown"), [("F0E0", "\u00e0"), ("2192", "→"), ("D83D", "\ufffd"), ("110000", "\ufffd"), ("x", "\ufffd")]
)
def test_a_sign_of_a_symbol_font_never_costs_the_document(code: str, shown: str) -> None:
    draft = word(f'<w:p><w:r><w:t>Twelve </w:t><w:sym w:char="{code}"/><w:t> thirteen</w:t></w:r></w:p>')
    assert draft.text == f"Twelve {shown} thirteen"
