"""Documents written out by hand, for what no program at hand writes, and for what none should."""

from __future__ import annotations

from factdesk.model.draft import Draft
from factdesk.readers.formats import read_source
from factdesk.readers.source import Source
from tests.hostile.packages import zipped

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_O = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
        ("table", "table"),
    )
)


def word(body: str, **parts: str) -> Draft:
    """Read a Word document with ``body`` in it; ``parts`` are named by the file in ``word/`` without its suffix."""
    files = {f"word/{name}.xml": f"<w:{name} {_W}>{content}</w:{name}>" for name, content in parts.items()}
    document = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    return read_source(Source(zipped({"word/document.xml": document, **files})), file_name="a.docx")


def open_document(body: str, styles: str = "") -> Draft:
    """Read an OpenDocument text with ``body`` and automatic ``styles``."""
    content = (
        f"<office:document-content {_O}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.text"
    return read_source(Source(zipped({"mimetype": mimetype, "content.xml": content})), file_name="a.odt")


def paragraph(words: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
