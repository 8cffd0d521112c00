"""From bytes to text: which encoding, and whether it is text at all.

Order of belief: a byte order mark, the encoding a server or a person named, strict UTF-8, UTF-16
betrayed by its NUL bytes, UTF-8 with a few damaged bytes, Windows-1252. Whatever is not certain is
said in a notice. The byte order mark is a sign about the bytes and no part of the words, so it is
not in the text; the bytes themselves are kept with the article, mark and all.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

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
_REPLACEMENT = "\ufffd"
_SURROGATE_PAIR = re.compile("([\ud800-\udbff])([\udc00-\udfff])")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes.

    Attributes:
        notices: sentences for the person at the desk; empty when nothing was in doubt.
    """

    text: str
    notices: tuple[str, ...] = ()


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
        return Decoded(declared)
    wide = _utf16_by_nuls(data)
    if wide:
        try:
            text = data.decode(wide)
        except UnicodeDecodeError:
            return None
        return Decoded(text, ("Read as UTF-16, because every other byte is empty.",))
    if _is_binary(data):
        return None
    try:
        return Decoded(data.decode("utf-8"))
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
        return Decoded(data.decode(codec))
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    lost = text.count(_REPLACEMENT)
    if lost > max(1, len(text) // 10):
        return None
    return Decoded(text, (_loss_notice(lost, f"could not be read as {name}"),))


def _as_declared(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset) if charset else None
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
        return Decoded(text, (_loss_notice(lost, "could not be read as UTF-8"),))
    western = data.decode("cp1252", "replace")
    notices = ["Read as Windows-1252, because it is not UTF-8. Look at the accents and the quotation marks."]
    if lost := western.count(_REPLACEMENT):
        notices.append(_loss_notice(lost, "stand for no character in it"))
    return Decoded(western, tuple(notices))


def _loss_notice(count: int, what: str) -> str:
    places = "1 place" if count == 1 else f"{count} places"
    return f"{places} {what}; each is shown as {_REPLACEMENT}."
