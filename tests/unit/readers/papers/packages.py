"""Documents written out by hand, for what no program at hand writes, and for what none should."""

from __future__ import annotations

from factdesk.model.draft import Draft
from factdesk.readers.formats import read_source
from factdesk.readers.source import Source
from tests.hostile import packages


def word(body: str, **parts: str) -> Draft:
    """Read a Word document with ``body`` in it; ``parts`` are named by the file in ``word/`` without its suffix."""
    files = {f"word__{name}_xml": f"<w:{name} {packages.W}>{content}</w:{name}>" for name, content in parts.items()}
    return read_source(Source(packages.word(body, **files)), file_name="a.docx")


def open_document(body: str, styles: str = "") -> Draft:
    """Read an OpenDocument text with ``body`` and automatic ``styles``."""
    return read_source(Source(packages.opened(body, styles)), file_name="a.odt")


def paragraph(words: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
