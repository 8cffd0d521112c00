"""The sign beside a sentence that tells plainly what was hedged before, with no new source between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from factdesk.text.offsets import OffsetMap
from factdesk.text.spans import Span
from factdesk.ui.article.typesetting.layout import ArticleLayout
from factdesk.ui.article.typesetting.measure import margin_face
from factdesk.ui.article.typesetting.seen import SeenRow
from factdesk.ui.theme import Theme

GLYPH = "↑"
_GAP = 8.0


class Surer(NamedTuple):
    """A sentence that tells plainly what was hedged before.

    Attributes:
        start: where it begins in the document, in UTF-16.
        span: the sentence.
        tip: both tellings in words.
    """

    start: int
    span: Span
    tip: str


class SurerSign(NamedTuple):
    """The sign of one of them: its place in the document, its baseline, and what it says."""

    place: QRectF
    baseline: float
    words: str
    about: Surer


def signs(layout: ArticleLayout, seen: SeenRow, rises: Sequence[Surer]) -> Iterator[SurerSign]:
    """Yield the signs on the side without numbers, at each line in sight on which such a sentence begins.

    Args:
        rises: ascending.
    """
    page = layout.measure
    face = margin_face(layout.document().defaultFont(), bold=True)
    words = f"{GLYPH} {QCoreApplication.translate('article', 'surer')}"
    for line in seen.lines:
        first = bisect_left(rises, seen.at + line.start, key=lambda rise: rise.start)
        if first == len(rises) or rises[first].start >= seen.at + line.end:
            continue
        beyond = page.left if page.mirrored else page.width - page.left - page.column
        sign = words if face.advance(words) + _GAP <= beyond else GLYPH
        wide = face.advance(sign)
        left = page.left - _GAP - wide if page.mirrored else page.left + page.column + _GAP
        top, bottom = seen.strip(line)
        place = QRectF(left, top, wide, bottom - top)
        yield SurerSign(place, line.baseline, sign, rises[first])


def draw_rises(painter: QPainter, layout: ArticleLayout, seen: SeenRow, rises: Sequence[Surer], theme: Theme) -> None:
    """Draw the signs of a row."""
    painter.setFont(margin_face(layout.document().defaultFont(), bold=True).font)
    painter.setPen(QColor(theme.warning))
    for sign in signs(layout, seen, rises):
        painter.drawText(QPointF(sign.place.left(), sign.baseline), sign.words)


def risen(rises: Iterable[tuple[Span, str]], offsets: OffsetMap) -> list[Surer]:
    """Return the sentences with their tips as they stand in the document, ascending."""
    return sorted(Surer(offsets.to_qt(span.start), span, tip) for span, tip in rises)
