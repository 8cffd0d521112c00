"""The ways in of web pages: decoded here, as any text is; parsed behind the guard."""

from __future__ import annotations

from dataclasses import replace

from factdesk.errors import UnreadableArticleError
from factdesk.readers.encoding import decode, decode_as
from factdesk.readers.files import WHAT
from factdesk.readers.guard.way import guarded
from factdesk.readers.reading import Reading
from factdesk.readers.source import OnProgress, Source, with_address
from factdesk.readers.web.declared import declared

_page = guarded("factdesk.readers.web.page")
read_archive = guarded("factdesk.readers.web.archive")
"""The way of a page saved whole by a browser."""


def read_page(source: Source, on_progress: OnProgress) -> Reading:
    """Read the source of a web page.

    Raises:
        UnreadableArticleError: it is of no encoding, or the guard stopped its reader.
    """
    if source.encoding:
        decoded = decode_as(source.data, source.encoding)
    else:
        decoded = decode(source.data, source.charset or declared(source.data))
    if decoded is None:
        raise UnreadableArticleError(WHAT, "the page is in no encoding that is known", "Copy its words and paste them.")
    reading = _page(
        replace(
            source,
            data=with_address(decoded.text.encode("utf-8", "replace"), source.address, selection=source.selection),
        ),
        on_progress,
    )
    return replace(
        reading, notices=(*decoded.notices, *reading.notices), encoding=decoded.encoding, unsure=decoded.unsure
    )
