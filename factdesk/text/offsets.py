"""Offsets in text: code points (Python, the desk) and UTF-16 code units (Qt)."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct


class OffsetMap(Struct, frozen=True):
    """Converts positions in one fixed text between Python and Qt.

    Python counts an emoji as one character; Qt strings are UTF-16 and count it as two. Every
    position that enters or leaves ``factdesk.ui`` goes through this map.

    Attributes:
        length: length of the text in code points.
        astral: indexes of the characters beyond U+FFFF, ascending; Qt counts each of them twice.
    """

    length: int
    astral: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> OffsetMap:
        """Build the map for ``text`` in one pass; texts without astral characters cost no loop in Python."""
        if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
            return cls(len(text), ())
        return cls(len(text), tuple(i for i, char in enumerate(text) if char > "\uffff"))

    def to_qt(self, index: int) -> int:
        """Return the UTF-16 position of code point ``index`` (0 … ``length``, both ends allowed).

        Raises:
            IndexError: ``index`` lies outside the text. Positions are never clamped: a mark on
                the wrong words is worse than a mark that is refused.
        """
        if not 0 <= index <= self.length:
            raise IndexError(f"position {index} is outside a text of {self.length} characters")
        return index + bisect_left(self.astral, index)

    def from_qt(self, position: int) -> int:
        """Return the code point at UTF-16 ``position``; inside a pair, the character it belongs to.

        Raises:
            IndexError: ``position`` lies outside the text.
        """
        if not 0 <= position <= self.length + len(self.astral):
            raise IndexError(f"Qt position {position} is outside a text of {self.length} characters")
        if not self.astral:
            return position
        pairs_before = bisect_left(range(len(self.astral)), position, key=lambda nth: self.astral[nth] + nth)
        return position - pairs_before
