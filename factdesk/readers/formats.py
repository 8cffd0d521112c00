"""Which files become articles, and the way in for each.

A format is one row of ``FORMATS``: from bytes to a ``Reading``. Everything after that (furniture, details,
flags) is the same for all of them and stands in ``assemble``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG

from factdesk.errors import UnreadableArticleError
from factdesk.model.draft import Draft
from factdesk.readers import markdown, plain
from factdesk.readers.assemble import draft_of
from factdesk.readers.encoding import decode, repair_surrogates
from factdesk.readers.reading import Reading

LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is no article."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to read text.

    Attributes:
        name: what a version remembers as its reader.
        label: what the open dialog calls it.
        suffixes: lower case, with the dot; the first is the usual one.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    read: Callable[[str], Reading]


PLAIN = Format("plain", "Plain text", (".txt", ".text"), plain.read)
MARKDOWN = Format("markdown", "Markdown", (".md", ".markdown", ".mdown", ".mkd"), markdown.read)
FORMATS = (PLAIN, MARKDOWN)

SUFFIXES: dict[str, str] = {suffix: one.label for one in FORMATS for suffix in one.suffixes}
"""What the open dialog lists: suffix → what a file with it is called."""

_BY_SUFFIX = {suffix: one for one in FORMATS for suffix in one.suffixes}
_OTHERS = {
    "a Word document": ".docx .doc .dotx",
    "an OpenDocument text": ".odt .ott .fodt",
    "a rich text file": ".rtf",
    "a PDF file": ".pdf",
    "a web page": ".html .htm .xhtml .mhtml .mht .webarchive .warc .wacz",
    "an e-book": ".epub .mobi .azw3",
    "an e-mail": ".eml .msg",
    "a desk of FactDesk": ".factdesk",
    "a spreadsheet": ".xlsx .xls .ods",
    "a picture": ".png .jpg .jpeg .gif .webp .tif .tiff .heic .svg",
}
_OTHER_SUFFIXES = {suffix: what for what, suffixes in _OTHERS.items() for suffix in suffixes.split()}
_IN_LETTERS = ((b"%PDF-", "a PDF file"), (b"{\\rtf", "a rich text file"))
"""Formats that could be taken for text."""

_IN_BYTES = (
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_WEB_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_WHAT = "The article was not read"


def read_file(path: Path) -> Draft:
    """Read the file at ``path``.

    Raises:
        UnreadableArticleError: it is missing, no file, empty, too large, not allowed to be read, not
            text, or of a format FactDesk does not read. Nothing was changed.
    """
    return read_bytes(_bytes_of(path), file_name=path.name)


def read_bytes(data: bytes, *, file_name: str) -> Draft:
    """Read the bytes of a file called ``file_name``; its suffix says how.

    A suffix that belongs to no format is read as plain text, or as Markdown where it looks like it.

    Raises:
        UnreadableArticleError: as for ``read_file``.
    """
    shown = file_name or "The file"
    if len(data) > LARGEST:
        raise _too_large(shown, len(data))
    if not data.strip():
        raise UnreadableArticleError(_WHAT, f"{shown} is empty", "Choose a file that holds the article's words.")
    suffix = PurePath(file_name).suffix.lower()
    if other := _OTHER_SUFFIXES.get(suffix) or _named(data, _IN_LETTERS):
        raise _unknown(shown, other)
    decoded = decode(data)
    if decoded is None:
        raise _unknown(shown, _named(data, _IN_BYTES) or "no text")
    return _draft(decoded.text, decoded.notices, data, file_name)


def read_text(text: str, *, file_name: str = "") -> Draft:
    """Read pasted text. Half characters that a clipboard left over become U+FFFD, with a notice.

    Raises:
        UnreadableArticleError: there is nothing but white space, or too much.
    """
    repaired = repair_surrogates(text)
    original = repaired.text.encode("utf-8")
    if len(original) > LARGEST:
        raise _too_large(file_name or "The pasted text", len(original))
    return _draft(repaired.text, repaired.notices, original, file_name)


def _draft(text: str, notices: tuple[str, ...], original: bytes, file_name: str) -> Draft:
    if not text.strip():
        raise UnreadableArticleError(
            _WHAT,
            f"{file_name or 'The pasted text'} holds no words",
            "Choose or paste a text that holds the article's words.",
        )
    suffix = PurePath(file_name).suffix.lower()
    way = _BY_SUFFIX.get(suffix) or (MARKDOWN if markdown.looks_like_markdown(text) else PLAIN)
    reading = way.read(text)
    page = ("This is the source of a web page, tags and all. Paste the words from the browser instead.",)
    told = (*notices, *(page if _WEB_PAGE.match(text) else ()), *reading.notices)
    return draft_of(replace(reading, notices=told), original, file_name, way.name)


def _named(data: bytes, starts: tuple[tuple[bytes, str], ...]) -> str:
    return next((what for start, what in starts if data.startswith(start)), "")


def _bytes_of(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise UnreadableArticleError(_WHAT, f"{path} is a folder", "Choose a file inside it.")
        if not S_ISREG(mode):
            # A pipe or a device would be read for ever.
            raise UnreadableArticleError(_WHAT, f"{path} is no ordinary file", "Copy its words into a file first.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableArticleError(_WHAT, f"there is no file {path}", "Look at the name and the folder.") from None
    except PermissionError:
        remedy = "Ask for the right to read it, or copy the words and paste them."
        raise UnreadableArticleError(_WHAT, f"you may not read {path}", remedy) from None
    except (OSError, ValueError) as trouble:
        remedy = "Copy it to this computer's own disk and try again."
        raise UnreadableArticleError(_WHAT, f"{path} could not be read ({trouble})", remedy) from None
    if len(data) > LARGEST:
        raise _too_large(str(path), path.stat().st_size)
    return data


def _too_large(name: str, size: int) -> UnreadableArticleError:
    most = LARGEST // (1024 * 1024)
    return UnreadableArticleError(
        _WHAT,
        f"{name} has {size / (1024 * 1024):.0f} MB and the most is {most} MB",
        "Cut out the part that is to be checked.",
    )


def _unknown(name: str, what: str) -> UnreadableArticleError:
    return UnreadableArticleError(
        _WHAT,
        f"{name} is {what}",
        f"FactDesk reads {_known()}. Save the article as one of them, or copy its words and paste them.",
    )


def _known() -> str:
    return " and ".join(f"{one.label} ({', '.join(one.suffixes[:2])})" for one in FORMATS)
