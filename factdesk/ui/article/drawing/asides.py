"""Draws what stands between the words and is not theirs: stubs of furniture, the note, rules and the caret."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from factdesk.ui.article.typesetting.layout import ArticleLayout, LaidRow
from factdesk.ui.article.typesetting.lines import x_of
from factdesk.ui.article.typesetting.measure import margin_face, note_font
from factdesk.ui.article.typesetting.seen import SeenRow
from factdesk.ui.theme import Theme, colour, fill


def draw_stub(painter: QPainter, layout: ArticleLayout, laid: LaidRow, said: tuple[str, str], theme: Theme) -> None:
    """Draw the stub of a row: what was set aside, and the verb that shows or hides it."""
    place, mirrored = layout.stub(laid), layout.measure.mirrored
    painter.setPen(QPen(QColor(theme.line), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    face = margin_face(layout.document().defaultFont(), bold=False)
    painter.setFont(face.font)
    words, verb = said
    inside = place.adjusted(12, 0, -12, 0)
    room = inside.width() - face.advance(verb)
    if face.advance(words) > room:
        gap = " "  # else the dots run into the verb
        words = face.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - face.advance(gap)) + gap
    taken = face.advance(words)
    flags = Qt.AlignmentFlag.AlignVCenter | _side(mirrored=mirrored)
    painter.setPen(QColor(theme.quiet))
    painter.drawText(inside, flags, words)
    painter.setPen(QColor(theme.accent))
    painter.drawText(inside.translated(-taken if mirrored else taken, 0), flags, verb)


def draw_note(painter: QPainter, layout: ArticleLayout, theme: Theme) -> None:
    """Draw what is known of the article, below its title."""
    if not layout.note:
        return
    mirrored = layout.measure.mirrored
    painter.setFont(note_font(layout.document().defaultFont()))
    painter.setPen(QColor(theme.quiet))
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom | _side(mirrored=mirrored)
    painter.drawText(layout.note_place(), flags, layout.note)


def draw_rule(painter: QPainter, layout: ArticleLayout, seen: SeenRow, theme: Theme) -> None:
    """Draw the rule along a quotation's leading edge."""
    page = layout.measure
    first = seen.block.layout().lineAt(0)
    indent = page.indent(seen.row.setting) * 0.55
    from_right = first.x() <= page.left
    x = page.left + page.column - indent if from_right else page.left + indent - 3
    above = first.y() - 2
    fill(painter, QRectF(x, seen.top + above, 3, seen.height - above), colour(theme.line))


def draw_caret(painter: QPainter, seen: SeenRow, position: int, theme: Theme) -> None:
    """Draw the caret before a character, given in UTF-16 from the row's start."""
    line = seen.block.layout().lineForTextPosition(position)
    if line.isValid():
        fill(painter, QRectF(x_of(line, position) - 1, seen.top + line.y(), 2, line.height()), colour(theme.accent))


def _side(*, mirrored: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
