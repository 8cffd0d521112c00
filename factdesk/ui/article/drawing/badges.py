"""Which numbers stand in the margin beside a line, and where: they never cover each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from factdesk.ui.article.marks import Mark

GAP = 4.0


class Badge(Struct, frozen=True):
    """One number, or several joined ("3–7"), beside a line.

    Attributes:
        marks: the claims it stands for, in reading order.
        offset: from the text's edge to the badge's nearer edge; width: of the badge.
    """

    text: str
    marks: tuple[Mark, ...]
    offset: float
    width: float

    @property
    def joined(self) -> bool:
        return len(self.marks) > 1


def badges(starting: Sequence[tuple[Mark, str]], room: float, width_of: Callable[[str], float]) -> list[Badge]:
    """Place the numbers of the marks that start on one line, in the order in which they are read.

    Side by side while there is room, the first farthest from the text; the later ones that find
    none are joined into one.

    Args:
        starting: marks that have a number, each with the glyph that tells its verdict or state without colour.
        room: pixels of margin beside the text.
        width_of: how wide a badge with a text is.
    """
    shown: list[tuple[str, tuple[Mark, ...]]] = [
        (f"{mark.number} {glyph}" if glyph else mark.number, (mark,)) for mark, glyph in starting
    ]
    while len(shown) > 1 and sum(width_of(text) + GAP for text, _ in shown) > room:
        marks = shown[-2][1] + shown[-1][1]
        shown[-2:] = [(f"{marks[0].number}–{marks[-1].number}", marks)]
    placed: list[Badge] = []
    offset = GAP * 2
    for text, marks in reversed(shown):
        placed.append(Badge(text, marks, offset, width_of(text)))
        offset += width_of(text) + GAP
    return placed[::-1]
