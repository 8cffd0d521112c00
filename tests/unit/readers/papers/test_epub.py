"""E-books: chapters in reading order, notes on their words, locks told."""

from __future__ import annotations

import pytest

from factdesk.errors import UnreadableArticleError
from factdesk.readers.formats import read_file, read_source
from factdesk.readers.source import Source
from tests.hostile.packages import zipped
from tests.unit.readers.drafts import shapes
from tests.unit.readers.papers.make import MADE

CONTAINER = (
    '<container><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
BOOK = """<package><metadata><title>Two chapters</title><creator>AB</creator></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="two%20b.xhtml"/>
<item id="a" href="one.xhtml"/>
</manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def book(**more: str) -> bytes:
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": BOOK}
    pages = {"OPS/nav.xhtml": "<p>Contents</p>", "OPS/one.xhtml": "<h1>One</h1><p>First.</p>"}
    return zipped({**parts, **pages, "OPS/two b.xhtml": "<p>Second.</p>", **more})


def test_chapters_are_read_in_their_order_without_the_list_of_contents() -> None:
    draft = read_source(Source(book()), file_name="a.epub")
    assert shapes(draft) == [("heading", 1, "One"), ("paragraph", 0, "First."), ("paragraph", 0, "Second.")]
    assert (draft.details.title, draft.details.byline) == ("Two chapters", "AB")


def test_a_note_of_a_book_hangs_on_the_sentence_before_its_mark() -> None:
    draft = read_file(MADE / "pandoc.epub")
    (remark,) = draft.remarks
    assert draft.text[slice(*remark.span)] == "The lock was built in 1884, says the log."
    assert remark.text == "Log of the lock, page 3."


def test_a_locked_book_says_so() -> None:
    lock = "<encryption><EncryptedData/></encryption>"
    with pytest.raises(UnreadableArticleError, match="locked"):
        read_source(Source(book(**{"META-INF/encryption.xml": lock})), file_name="a.epub")


def test_a_book_that_names_no_content_is_refused() -> None:
    with pytest.raises(UnreadableArticleError, match="nowhere"):
        read_source(
            Source(zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"})),
            file_name="a.epub",
        )
