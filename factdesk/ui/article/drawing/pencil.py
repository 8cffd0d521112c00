"""The pencil strokes through words that were ticked one by one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from factdesk.text.offsets import OffsetMap
from factdesk.text.spans import Span
from factdesk.ui.article.typesetting.layout import ArticleLayout
from factdesk.ui.article.typesetting.seen import SeenRow
from factdesk.ui.theme import Theme

_HEIGHT = 0.27
"""Of the stroke over the baseline, in ems: through the middle of small letters."""
_SOFT = 150
"""Opacity, of 255: the words must still be read easily."""


def draw_ticked(
    painter: QPainter, layout: ArticleLayout, seen: SeenRow, ticked: Sequence[tuple[int, int]], theme: Theme
) -> None:
    """Strike the ticked words of the lines in sight.

    Args:
        ticked: where they stand in the document, in UTF-16, ascending and apart.
    """
    ink = QColor(theme.quiet)
    ink.setAlpha(_SOFT)
    painter.setPen(QPen(ink, max(1.0, layout.measure.em / 12)))
    rise = _HEIGHT * layout.measure.em * seen.row.setting.scale
    here = seen.characters
    first = bisect_right(ticked, seen.at + here.start, key=lambda word: word[1])
    for start, end in islice(ticked, first, None):
        if start >= seen.at + here.stop:
            break
        for line, left, right in seen.pieces(start - seen.at, end - seen.at):
            y = round(line.baseline - rise) + 0.5
            painter.drawLine(QLineF(left, y, right, y))


def places(ticked: Iterable[Span], offsets: OffsetMap) -> list[tuple[int, int]]:
    """Return where the words stand, in UTF-16, ascending."""
    return [(offsets.to_qt(start), offsets.to_qt(end)) for start, end in sorted(ticked)]
