"""The words of a rich text file out of its bytes: code pages, fonts, \\u with what stands in for it."""

from __future__ import annotations

from factdesk.readers.papers.encodings_at_hand import load_encodings

_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Charset of a font → encoding of its bytes; all others follow the file's own."""
_PAGES = {number: f"cp{number}" for number in (437, 850, 852, 866, 874, 932, 949, 950, *range(1250, 1259))} | {
    708: "iso8859-6", 936: "gbk", 10000: "mac_roman", 10007: "mac_cyrillic", 20866: "koi8-r", 28591: "latin-1",
    65001: "utf-8",
}  # fmt: skip
"""Code page of a file → encoding of its bytes."""
load_encodings()
_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000


class Decoder:
    """Turns bytes and ``\\u`` numbers into words, in the order they come.

    Attributes:
        codec: encoding of the file.
        fonts: font number → encoding of what is set in it, where it is another.
    """

    def __init__(self) -> None:
        self.codec = "cp1252"
        self.fonts: dict[int, str] = {}
        self._bytes = b""
        self._skip = 0
        self._high = 0

    def page(self, number: int) -> None:
        """Take code page ``number`` for the whole file, if it is known."""
        self.codec = _PAGES.get(number, self.codec)

    def font(self, number: int, charset: int) -> None:
        """Let what is set in font ``number`` be of the encoding that ``charset`` stands for."""
        if charset in _CHARSETS:
            self.fonts[number] = _CHARSETS[charset]

    def take(self, data: bytes) -> None:
        """Take bytes; they become words with the next ``words``."""
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        self._bytes += data[skipped:]

    def words(self, font: int) -> str:
        """Return what the bytes taken so far say, set in ``font``."""
        data, self._bytes = self._bytes, b""
        return data.decode(self.fonts.get(font, self.codec), "replace") if data else ""

    def unicode(self, number: int, stand_ins: int) -> str:
        """Return the character of ``\\u number``; the ``stand_ins`` bytes after it are for older programs."""
        self._skip = stand_ins
        unit = number % 0x10000
        high, self._high = self._high, 0
        if _HIGH <= unit < _LOW:
            self._high = unit
            return ""
        if _LOW <= unit < _AFTER:
            return chr(0x10000 + ((high - _HIGH) << 10) + unit - _LOW) if high else "\ufffd"
        return chr(unit)

    def end_skipping(self) -> None:
        """A group or a control word ends what stands in for a character."""
        self._skip = 0
