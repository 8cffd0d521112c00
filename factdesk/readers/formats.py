"""Which files become articles, and the way in for each.

A format is one row of ``FORMATS``. Everything after its ``Reading`` (furniture, details, flags) is the same for all
of them and stands in ``assemble``.

Adding a format that is more than plain text:

1. Write a module with ``read(data: bytes) -> Reading``. It is never imported here: ``guarded("its.dotted.name")``
   imports it in a process of its own, with no network, no files, little time and little memory (``guard.child`` says
   exactly what holds there). So it imports at its top whatever it will need, codecs and data files included; an import
   or an ``open`` inside ``read`` is refused.
2. It says what is wrong by raising ``UnreadableArticleError``: it reaches the person as it is. Any other exception,
   a crash, a hang or too much of anything ends in one sentence that the guard writes.
3. ``factdesk.readers.guard.telling.tell(done, total)`` shows progress from inside ``read``; it does nothing elsewhere.
4. Add the row here: its suffixes, its media types and, where its bytes show what it is, a sign from ``recognition``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath

from factdesk.errors import UnreadableArticleError
from factdesk.model.draft import Draft
from factdesk.readers.assemble import draft_of
from factdesk.readers.encoding import Decoded, decode, decode_as, repair_surrogates
from factdesk.readers.files import LARGEST, WHAT, bytes_of, too_large
from factdesk.readers.guard.way import guarded
from factdesk.readers.reading import Reading
from factdesk.readers.recognition import (
    ZIP,
    Sign,
    begins,
    foreign,
    is_bare_text,
    is_locked,
    is_saved_page,
    looks_like_a_page,
    never,
    zip_holding,
    zip_of,
)
from factdesk.readers.source import OnProgress, Source, Way, unwatched
from factdesk.readers.texts import markdown, plain
from factdesk.readers.web.way import read_archive, read_page
from factdesk.text.beats import Beat


@dataclass(frozen=True, slots=True)
class Format:
    """One way to read bytes.

    Attributes:
        name: what a version remembers as its reader.
        label: what the open dialog calls it.
        suffixes: lower case, with the dot; the first is the usual one.
        media_types: what a server calls it.
        holds: says of bytes that they are of this format for certain, whatever the file is called.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    read: Way
    media_types: tuple[str, ...] = ()
    holds: Sign = never


_STEPS = 3
"""Of reading a text, as progress tells them: its blocks, what they are, done."""


class _NoTextError(Exception):
    """The bytes are of no encoding."""


def _text(read: Callable[[str, Beat], Reading]) -> Way:
    """Return the way of a text format: decoded first, and what was in doubt is said."""

    def way(source: Source, on_progress: OnProgress) -> Reading:
        decoded = decode_as(source.data, source.encoding) if source.encoding else decode(source.data, source.charset)
        if decoded is None:
            raise _NoTextError
        if not decoded.text.strip():
            return Reading(text="", blocks=(), structured=False)
        return _as_decoded(read(decoded.text, lambda: on_progress(1, _STEPS)), decoded)

    return way


PLAIN = Format("plain", "Plain text", (".txt", ".text"), _text(plain.read), ("text/plain",))
MARKDOWN = Format(
    "markdown",
    "Markdown",
    (".md", ".markdown", ".mdown", ".mkd"),
    _text(lambda text, _beat: markdown.read(text)),
    ("text/markdown",),
)
WORD = Format(
    "word", "Word document", (".docx", ".docm", ".dotx"), guarded("factdesk.readers.papers.word.document"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",), zip_holding("word/document.xml"),
)  # fmt: skip
OPEN_DOCUMENT = Format(
    "opendocument", "OpenDocument text", (".odt", ".ott"), guarded("factdesk.readers.papers.opendocument.document"),
    ("application/vnd.oasis.opendocument.text",), zip_of("application/vnd.oasis.opendocument.text"),
)  # fmt: skip
RICH_TEXT = Format(
    "rtf", "Rich text", (".rtf",), guarded("factdesk.readers.papers.rtf.document"), ("application/rtf", "text/rtf"),
    begins(b"{\\rtf"),
)  # fmt: skip
PDF = Format(
    "pdf", "PDF", (".pdf",), guarded("factdesk.readers.papers.pdf.document"), ("application/pdf",), begins(b"%PDF-")
)
HTML = Format(
    "html", "Web page", (".html", ".htm", ".xhtml", ".shtml"), read_page, ("text/html", "application/xhtml+xml")
)
MHTML = Format("mhtml", "Saved web page", (".mhtml", ".mht"), read_archive, ("multipart/related",), is_saved_page)
EPUB = Format(
    "epub", "E-book", (".epub",), guarded("factdesk.readers.papers.epub"), ("application/epub+zip",),
    zip_of("application/epub+zip"),
)  # fmt: skip
MAIL = Format("mail", "E-mail", (".eml",), guarded("factdesk.readers.papers.mail"), ("message/rfc822",))
FORMATS = (PLAIN, MARKDOWN, HTML, MHTML, WORD, OPEN_DOCUMENT, RICH_TEXT, PDF, EPUB, MAIL)

DECODED = frozenset(one.name for one in (PLAIN, MARKDOWN, HTML))
"""Formats whose bytes can be read in another encoding; the others say within themselves how they are written."""

SUFFIXES: dict[str, str] = {suffix: one.label for one in FORMATS for suffix in one.suffixes}
"""What the open dialog lists: suffix → what a file with it is called."""

_TOLD_BY_BYTES = (WORD, OPEN_DOCUMENT, PDF, EPUB)
"""Formats whose files never look like text; one that does has the wrong suffix."""

_BY_SUFFIX = {suffix: one for one in FORMATS for suffix in one.suffixes}
_BY_MEDIA_TYPE = {media_type: one for one in FORMATS for media_type in one.media_types}


def read_file(path: Path, on_progress: OnProgress = unwatched, *, encoding: str = "") -> Draft:
    """Read the file at ``path``.

    Args:
        encoding: the encoding of its text as a person chose it; formats that know their own are read as ever.

    Raises:
        UnreadableArticleError: it is missing, no file, empty, too large, not allowed to be read, not
            text, of a format FactDesk does not read, or its reader was stopped. Nothing was changed.
        Exception: whatever ``on_progress`` raised; the reading was stopped.
    """
    source = Source(bytes_of(path, LARGEST), encoding=encoding)
    return read_source(source, file_name=path.name, on_progress=on_progress)


def read_again(draft: Draft, encoding: str, on_progress: OnProgress = unwatched) -> Draft:
    """Read the bytes of ``draft`` anew, in the encoding that a person chose.

    Raises:
        UnreadableArticleError, Exception: as for ``read_file``.
    """
    one = next(one for one in FORMATS if one.name == draft.reader)
    address = draft.hops[-1] if draft.hops else ""
    shown = _shown(draft.file_name, address)
    reading = _read(one, Source(draft.original, address, encoding=encoding), shown, on_progress)
    return replace(_draft(reading, draft.original, draft.file_name, one.name, on_progress), hops=draft.hops)


def read_source(source: Source, *, file_name: str, media_type: str = "", on_progress: OnProgress = unwatched) -> Draft:
    """Read bytes; what they are is told by what they hold, then ``media_type``, then the suffix of ``file_name``.

    What none of them tells is read as text, or as Markdown or a web page where it looks like one.

    Args:
        file_name: as the person knows it, or empty.
        media_type: as a server or the clipboard gave it, with its charset: "text/html; charset=koi8-r".

    Raises:
        UnreadableArticleError, Exception: as for ``read_file``.
    """
    data = source.data
    shown = _shown(file_name, source.address or "The file")
    if len(data) > LARGEST:
        raise too_large(shown, len(data), LARGEST)
    if not data.strip():
        raise UnreadableArticleError(WHAT, f"{shown} is empty", "Choose a file that holds the article's words.")
    kind, _, rest = media_type.partition(";")
    one = _recognised(data, file_name, kind.strip().lower(), shown)
    reading = _read(one, replace(source, charset=_charset(rest)), shown, on_progress)
    return _draft(reading, data, file_name, one.name, on_progress)


def read_text(text: str, on_progress: OnProgress = unwatched) -> Draft:
    """Read pasted text. Half characters that a clipboard left over become U+FFFD, with a notice.

    Raises:
        UnreadableArticleError: there is nothing but white space, or too much.
    """
    repaired = repair_surrogates(text)
    original = repaired.text.encode("utf-8")
    if len(original) > LARGEST:
        raise too_large("The pasted text", len(original), LARGEST)
    one = _looks_like(repaired.text)
    read = markdown.read if one is MARKDOWN else partial(plain.read, beat=lambda: on_progress(1, _STEPS))
    return _draft(_as_decoded(read(repaired.text), repaired), original, "", one.name, on_progress)


def _read(one: Format, source: Source, shown: str, on_progress: OnProgress) -> Reading:
    try:
        return one.read(source, on_progress)
    except UnreadableArticleError as refusal:  # readers do not know what the file is called
        raise UnreadableArticleError(f"{shown} was not read", refusal.why, refusal.remedy) from None
    except _NoTextError:
        if source.encoding:
            remedy = "Name it as KOI8-R, Windows-1251 or Shift_JIS are named."
            raise UnreadableArticleError(WHAT, f"there is no encoding “{source.encoding}”", remedy) from None
        raise _unknown(shown, foreign(source.data, "") or "no text") from None


def _recognised(data: bytes, file_name: str, media_type: str, shown: str) -> Format:
    suffix = PurePath(file_name).suffix.lower()
    held = next((one for one in FORMATS if one.holds(data)), None)
    one = held or _BY_MEDIA_TYPE.get(media_type) or _BY_SUFFIX.get(suffix)
    if is_locked(data):
        raise UnreadableArticleError(
            f"{shown} was not read", "it is locked with a password", "Save a copy without the password first."
        )
    if one in _TOLD_BY_BYTES and held is None:  # its name may be wrong
        one = None if foreign(data, "") not in ("", ZIP) or is_bare_text(data) else one
    if one and (one not in (PLAIN, MARKDOWN) or not foreign(data, "")):
        return one
    if other := foreign(data, suffix):
        raise _unknown(shown, other)
    if looks_like_a_page(data) and "text/html" in _BY_MEDIA_TYPE:
        return _BY_MEDIA_TYPE["text/html"]
    decoded = decode(data)
    return _looks_like(decoded.text) if decoded else PLAIN


def _looks_like(text: str) -> Format:
    return MARKDOWN if markdown.looks_like_markdown(text) else PLAIN


def _as_decoded(reading: Reading, decoded: Decoded) -> Reading:
    """Return ``reading`` with what is to be said of its encoding, and of text that is the source of a page."""
    source = looks_like_a_page(reading.text[:4096].encode("utf-8", "replace"))
    page = ("This is the source of a web page, tags and all. Open it as a web page (.html) instead.",)
    notices = (*decoded.notices, *(page if source else ()), *reading.notices)
    return replace(reading, notices=notices, encoding=decoded.encoding, unsure=decoded.unsure)


def _draft(
    reading: Reading, original: bytes, file_name: str, reader: str, on_progress: OnProgress = unwatched
) -> Draft:
    if not reading.text.strip():
        raise UnreadableArticleError(
            WHAT,
            f"{_shown(file_name, 'The pasted text')} holds no words",
            "Choose or paste a text that holds the article's words.",
        )
    return draft_of(reading, original, file_name, reader, lambda: on_progress(2, _STEPS))


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""


def _shown(file_name: str, otherwise: str) -> str:
    return f"“{file_name}”" if file_name else otherwise


def _unknown(name: str, what: str) -> UnreadableArticleError:
    remedy = "Save the article as a Word document, PDF, web page or plain text, or copy its words and paste them."
    if what == ZIP:
        remedy = "Unpack it, and open the article that was packed into it."
    return UnreadableArticleError(WHAT, f"{name} is {what}", remedy)
