"""Text folded for search: case, accents, ligatures, quotation marks and dashes no longer matter.

The text itself is never changed; a match is told in positions of the text as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate

from msgspec import Struct

from factdesk.text.spans import Span

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‹›″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("‐‑‒–—―−⁃", "-"),
    }
)
_SILENT = frozenset({"Mn", "Me", "Cf"})


class Folded(Struct, frozen=True):
    """A text made ready for searching.

    Attributes:
        text: the folded characters.
        length: length of the text it was made from, in code points.
        ends: for each original character that folded to none or to several, the folded position
            right after it; ascending.
        shifts: how far behind it a folded position lies from its original one; parallel to
            ``ends`` with a 0 before all of them.
        odd: the original positions of those characters.
    """

    text: str
    length: int
    odd: tuple[int, ...]
    ends: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, position: int) -> int:
        """Return the position of the original character that gave folded character ``position``."""
        passed = bisect_right(self.ends, position)
        plain = position - self.shifts[passed]
        return plain if passed == len(self.odd) else min(plain, self.odd[passed])

    def folded(self, positions: list[int]) -> list[int]:
        """Return where the original characters at ``positions`` begin in the folded text."""
        if not self.odd:
            return positions
        return [position + self.shifts[bisect_left(self.odd, position)] for position in positions]


def fold(text: str, *, case: bool = False) -> Folded:
    """Fold ``text``: compatibility forms, no marks, no invisible signs, one sort of quote and dash.

    Args:
        case: keep capital and small letters apart.
    """
    table = {char: folded for char in set(text) if (folded := _fold(char, case)) != char}
    return _traced(text, text.translate({ord(char): folded for char, folded in table.items()}), table)


def casefold(text: str) -> Folded:
    """Fold nothing but case, which is many times as fast: what short words are looked for in while they are typed."""
    folded = text.casefold()
    if len(folded) == len(text):  # no character folds to less than one
        return _traced(text, folded, {})
    return _traced(text, folded, {char: char.casefold() for char in set(text)})


def _traced(text: str, folded: str, table: Mapping[str, str]) -> Folded:
    """Return what was folded with the way back; ``table`` says what characters folded to that did not stay one."""
    uneven = "".join(char for char, to in table.items() if len(to) != 1)
    if not uneven:
        return Folded(folded, len(text), (), (), (0,))
    odd = tuple(found.start() for found in re.finditer(f"[{re.escape(uneven)}]", text))
    shifts = (0, *accumulate(len(table[text[at]]) - 1 for at in odd))
    ends = tuple(at + 1 + shift for at, shift in zip(odd, shifts[1:], strict=True))
    return Folded(folded, len(text), odd, ends, shifts)


def find_all(folded: Folded, words: str, *, case: bool = False) -> list[Span]:
    """Return where ``words`` stand in a folded text, in positions of the original, without overlaps.

    A match ends before the next character that is not silent, so the marks of its last letter
    belong to it; where a match ends inside a ligature it takes the whole of it. Words of which
    folding leaves nothing are found nowhere.

    Args:
        case: as the text was folded.
    """
    sought = fold(words, case=case).text
    starts = [found.start() for found in re.finditer(re.escape(sought), folded.text)] if sought else []
    if not folded.odd:
        return [Span(start, start + len(sought)) for start in starts]
    found: list[Span] = []
    for at in starts:
        start, end = folded.original(at), at + len(sought)
        following = folded.original(end) if end < len(folded.text) else folded.length
        if not found or start >= found[-1].end:
            found.append(Span(start, max(following, folded.original(end - 1) + 1)))
    return found


def _fold(char: str, case: bool) -> str:
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", char.translate(_ALIKE))
    if not case:
        plain = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(part.translate(_ALIKE) for part in plain if unicodedata.category(part) not in _SILENT)
