"""The sign beside a sentence that tells plainly what was hedged before, with no new source between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from factdesk.text.offsets import OffsetMap
from factdesk.text.spans import Span
from factdesk.ui.article.layout import ArticleLayout
from factdesk.ui.article.measure import margin_font
from factdesk.ui.article.seen import SeenRow
from factdesk.ui.theme import Theme

GLYPH = "↑"
_GAP = 8.0


def draw_rises(painter: QPainter, layout: ArticleLayout, seen: SeenRow, rises: Sequence[int], theme: Theme) -> None:
    """Draw the sign on the side without numbers, at each line on which such a sentence begins.

    Args:
        rises: where they begin in the document, in UTF-16, ascending.
    """
    page = layout.measure
    painter.setFont(margin_font(layout.document().defaultFont(), bold=True))
    painter.setPen(QColor(theme.warning))
    metrics = QFontMetricsF(painter.font())
    words = f"{GLYPH} {QCoreApplication.translate('article', 'surer')}"
    for line in seen.lines:
        first = bisect_left(rises, seen.at + line.start)
        if first == len(rises) or rises[first] >= seen.at + line.end:
            continue
        beyond = page.left if page.mirrored else page.width - page.left - page.column
        sign = words if metrics.horizontalAdvance(words) + _GAP <= beyond else GLYPH
        left = page.left - _GAP - metrics.horizontalAdvance(sign) if page.mirrored else page.left + page.column + _GAP
        painter.drawText(QPointF(left, line.baseline), sign)


def starts(rises: Sequence[Span], offsets: OffsetMap) -> list[int]:
    """Return where the sentences begin, in UTF-16, ascending."""
    return sorted(offsets.to_qt(span.start) for span in rises)
