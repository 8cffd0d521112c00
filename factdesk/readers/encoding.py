"""From bytes to text: which encoding, and whether it is text at all.

A person's word is obeyed. Without one the order of belief is: a byte order mark, the encoding that a server or the file
itself named, strict UTF-8, UTF-16 betrayed by its NUL bytes, UTF-8 with a few damaged bytes, Windows-1252; where that
does not fit either a person is asked. Whatever is not certain is said in a notice.

The byte order mark is a sign about the bytes and no part of the words, so it is not in the text; the bytes themselves
are kept with the article, mark and all.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from encodings import normalize_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# UTF-32 stands before UTF-16: its little-endian mark begins with the mark of UTF-16.

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b") | {127})
_PROBE = 1 << 16
_BINARY_SHARE = 0.01
_WESTERN_SHARE = 0.4
"""Of the letters of a text in Windows-1252 fewer have an accent; Cyrillic taken for it is nearly all accents."""
_NO_CHARSETS = frozenset(
    ("punycode", "idna", "undefined", "utf_7", "utf7", "u7", "unicode_1_1_utf_7", "mbcs", "oem", "ansi", "dbcs")
)
"""Codecs that no article is written in; some take a time that grows with the square of the text."""
_REPLACEMENT = "\ufffd"
_SURROGATE_PAIR = re.compile("([\ud800-\udbff])([\udc00-\udfff])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ASKED = "No encoding fits these bytes. Say which one it is; until then it is shown as Windows-1252."


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes.

    Attributes:
        notices: sentences for the person at the desk; empty when nothing was in doubt.
        encoding: the name of what it was read in ("utf-8"); empty where it never was bytes.
        unsure: no encoding fits, so a person must say which it is.
    """

    text: str
    notices: tuple[str, ...] = ()
    encoding: str = ""
    unsure: bool = False


def decode_as(data: bytes, encoding: str) -> Decoded | None:
    """Decode ``data`` in the encoding that a person chose, or return None where there is no such encoding.

    Its own byte order mark is taken off. Bytes that stand for no character become U+FFFD and are counted in a notice.
    """
    if not _is_charset(encoding):
        return None
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name, "replace")
    except (LookupError, ValueError):
        return None
    text = text.removeprefix("\ufeff")
    lost = text.count(_REPLACEMENT)
    return Decoded(text, (_loss_notice(lost, "could not be read in the encoding you chose"),) if lost else (), name)


def decode(data: bytes, charset: str = "") -> Decoded | None:
    """Decode ``data``, changing no character, or return None where it is not text.

    Line ends stay as they are and nothing is normalised. Bytes that stand for no character become
    U+FFFD and are counted in a notice.

    Args:
        charset: the encoding as it was named from outside, or empty; where the bytes are not of it, it is not believed.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _with_losses(data[len(mark) :], codec, name)
    declared = _as_declared(data, charset)
    if declared is not None:
        return declared
    wide = _utf16_by_nuls(data)
    if wide:
        try:
            text = data.decode(wide)
        except UnicodeDecodeError:
            return None
        return Decoded(text, ("Read as UTF-16, because every other byte is empty.",), wide)
    if _is_binary(data):
        return None
    try:
        return Decoded(data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _damaged_or_western(data)


def repair_surrogates(text: str) -> Decoded:
    """Join halves of characters that stand side by side and replace lone halves by U+FFFD.

    Text from a clipboard may hold such halves; no file and no desk can.
    """
    if not _SURROGATE.search(text):
        return Decoded(text)
    joined = _SURROGATE_PAIR.sub(
        lambda pair: pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text
    )
    whole, lost = _SURROGATE.subn(_REPLACEMENT, joined)
    return Decoded(whole, (_loss_notice(lost, "stood for half a character"),) if lost else ())


def _with_losses(data: bytes, codec: str, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), encoding=codec)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    lost = text.count(_REPLACEMENT)
    if lost > max(1, len(text) // 10):
        return None
    return Decoded(text, (_loss_notice(lost, f"could not be read as {name}"),), codec)


def _is_charset(name: str) -> bool:
    plain = normalize_encoding(name).lower()
    return bool(plain) and plain not in _NO_CHARSETS and not plain.endswith("escape")


def _as_declared(data: bytes, charset: str) -> Decoded | None:
    try:
        # The look-up refuses what decoding does not: no bytes at all decode in any encoding.
        return Decoded(data.decode(charset), encoding=codecs.lookup(charset).name) if _is_charset(charset) else None
    except (LookupError, ValueError):  # no such encoding, or the bytes are not of it
        return None


def _utf16_by_nuls(data: bytes) -> str:
    probe = data[:_PROBE]
    half = len(probe) // 2
    if half < 2 or len(data) % 2:
        return ""
    first, second = probe[0::2].count(0), probe[1::2].count(0)
    if second > half * 0.3 and first < half * 0.02:
        return "utf-16-le"
    if first > half * 0.3 and second < half * 0.02:
        return "utf-16-be"
    return ""


def _is_binary(data: bytes) -> bool:
    probe = data[:_PROBE]
    controls = len(probe) - len(probe.translate(None, _CONTROLS))
    return controls > max(1, len(probe) * _BINARY_SHARE)


def _damaged_or_western(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    lost = text.count(_REPLACEMENT)
    whole = len(text.encode("utf-8")) - len(text) - 2 * lost
    if whole >= 8 * lost:
        return Decoded(text, (_loss_notice(lost, "could not be read as UTF-8"),), "utf-8")
    western = data.decode("cp1252", "replace")
    if lost := western.count(_REPLACEMENT):
        unfit = _loss_notice(lost, "stand for no character in Windows-1252")
        return Decoded(western, (_ASKED, unfit), "cp1252", unsure=True)
    if _more_accents_than_western(western):
        return Decoded(western, (_ASKED,), "cp1252", unsure=True)
    return Decoded(
        western,
        ("Read as Windows-1252, because it is not UTF-8. Look at the accents and the quotation marks.",),
        "cp1252",
    )


def _more_accents_than_western(text: str) -> bool:
    letters = [char for char in text[:_PROBE] if char.isalpha()]
    accented = sum(1 for char in letters if char > "\x7f")
    return len(letters) > 20 and accented > _WESTERN_SHARE * len(letters)


def _loss_notice(count: int, what: str) -> str:
    places = "1 place" if count == 1 else f"{count} places"
    return f"{places} {what}; each is shown as {_REPLACEMENT}."
