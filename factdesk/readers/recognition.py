"""What a file is, told by its first bytes or by what a zip holds, whatever it is called.

Nothing is parsed here: these bytes were not looked at by any guard yet, so they are only compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factdesk import DESK_SUFFIX

Sign = Callable[[bytes], bool]
"""Says whether bytes are of one format for certain."""

_FIRST_ENTRY = 30
"""A zip's first entry has a header of this many bytes before its name."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_PROBE = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
ZIP = "a zip file without a document in it that can be read"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How files of old office programs begin, and those new ones lock with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    (b"PK\x03\x04", ZIP),
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "a rich text file"),
    (_OLD_OFFICE, "an old Word document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_FOREIGN_SUFFIXES = {
    "an old Word document": ".doc .dot",
    "a flat OpenDocument text": ".fodt",
    "a web archive": ".webarchive .warc .wacz",
    "an e-book": ".mobi .azw3",
    "an e-mail": ".msg",
    "a desk of FactDesk": DESK_SUFFIX,
    "a spreadsheet": ".xlsx .xls .ods",
    "a picture": ".png .jpg .jpeg .gif .webp .tif .tiff .heic .svg",
}
_BY_SUFFIX = {suffix: what for what, suffixes in _FOREIGN_SUFFIXES.items() for suffix in suffixes.split()}


def never(_data: bytes) -> bool:
    """The sign of a format that only a suffix tells."""
    return False


def begins(*starts: bytes) -> Sign:
    """Return the sign of a format that begins with one of ``starts``."""
    return lambda data: data.startswith(starts)


def zip_holding(name: str) -> Sign:
    """Return the sign of a zip with an entry called ``name``."""
    entry = name.encode("ascii")
    return lambda data: data.startswith(b"PK\x03\x04") and entry in data


def zip_of(mimetype: str) -> Sign:
    """Return the sign of a zip whose first entry is ``mimetype`` (OpenDocument, EPUB)."""
    first = b"mimetype" + mimetype.encode("ascii")
    return lambda data: data.startswith(b"PK\x03\x04") and data.startswith(first, _FIRST_ENTRY)


def is_saved_page(data: bytes) -> bool:
    """Say whether ``data`` is a page saved whole by a browser (MHTML); an e-mail with a page in it is not."""
    head = re.split(rb"\r?\n\r?\n", data[:_PROBE], maxsplit=1)[0].lower()
    related = b"content-type: multipart/related" in head
    return related and (
        b"snapshot-content-location:" in head or b"from: <saved by" in head or b'from: "saved by' in head
    )


def looks_like_a_page(data: bytes) -> bool:
    """Say whether ``data`` begins as the source of a web page does."""
    return bool(_HTML.match(data[:_PROBE].lstrip(b"\xef\xbb\xbf")))


def is_locked(data: bytes) -> bool:
    """Say whether ``data`` is an office document that is locked with a password."""
    return data.startswith(_OLD_OFFICE) and _LOCKED in data


def is_bare_text(data: bytes) -> bool:
    """Say whether ``data`` is text and nothing else, as far as its beginning tells: UTF-8, no control characters."""
    try:
        head = data[:_PROBE].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < min(len(data), _PROBE) - 3:  # else the probe parted a character
            return False
        head = data[: error.start].decode("utf-8")
    return bool(head.strip()) and not _CONTROL.search(head)


def foreign(data: bytes, suffix: str) -> str:
    """Return what a file of no readable format is ("a picture"), by suffix and first bytes, or ""."""
    return _BY_SUFFIX.get(suffix) or next((what for start, what in _FOREIGN if data.startswith(start)), "")
