"""The words of a draft, furniture dimmed, so that a person sees what is set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import takewhile

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from factdesk.model.draft import Draft, Furniture
from factdesk.model.version import BlockKind
from factdesk.text.hazards import Hazard, HazardKind
from factdesk.text.offsets import OffsetMap
from factdesk.text.spans import Span
from factdesk.ui import theme
from factdesk.ui.article.typesetting.shown import shown
from factdesk.ui.style import Role, set_role

MOST = 200_000
"""So many code points are shown at most; nobody looks over more than that in a dialog."""


_SIGNS = {
    HazardKind.DIRECTION: "⇄",
    HazardKind.ZERO_WIDTH: "◌",
    HazardKind.TAG: "◌",
}
"""What stands in the preview for each character that would turn the line or show nothing."""


class Preview(QPlainTextEdit):
    """Read only. The text is never read back from here."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The article’s text"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        set_role(self, Role.FIELD)
        self._text = _visible(shown(draft.text[:MOST]), draft.hazards)
        self._offsets = OffsetMap.of(self._text)
        self._dimmed: frozenset[Furniture] = frozenset()
        self.setPlainText(self._text)
        seen = takewhile(lambda block: block.span.end <= MOST, draft.blocks)
        heads = [block.span for block in seen if block.kind in (BlockKind.TITLE, BlockKind.HEADING)]
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        self._format(heads, bold)
        deceives = QTextCharFormat()
        deceives.setBackground(QColor(theme.current().bare))
        deceives.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        deceives.setUnderlineColor(QColor(theme.current().danger))
        self._format([hazard.span for hazard in draft.hazards], deceives)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_set_aside(self, furniture: Collection[Furniture]) -> None:
        """Dim these stretches and no others."""
        wanted = frozenset(furniture)
        colours = theme.current()
        dim, plain = QTextCharFormat(), QTextCharFormat()
        dim.setForeground(QColor(colours.quiet))
        dim.setFontStrikeOut(True)
        plain.setForeground(QColor(colours.ink))
        plain.setFontStrikeOut(False)
        self._format([piece.span for piece in wanted - self._dimmed], dim)
        self._format([piece.span for piece in self._dimmed - wanted], plain)
        self._dimmed = wanted

    def begin_with_words(self) -> None:
        """Show the first words that are not set aside at the top: a page's menu may be long."""
        ends = sorted(piece.span for piece in self._dimmed)
        at = 0
        for start, end in ends:
            if self._text[at:start].strip():
                break
            at = max(at, end)
        if at < len(self._text):
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._offsets.to_qt(at + len(self._text[at:]) - len(self._text[at:].lstrip())))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(cursor.block().firstLineNumber())

    def look_at(self, span: Span) -> None:
        """Scroll to a stretch and select it."""
        if span.end <= len(self._text):
            self.setTextCursor(self._cursor(span))
            self.centerCursor()

    def _format(self, spans: list[Span], form: QTextCharFormat) -> None:
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for span in spans:
            if span.end <= len(self._text):
                self._cursor(span).mergeCharFormat(form)
        edit.endEditBlock()

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_qt(span.start))
        cursor.setPosition(self._offsets.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _visible(shown_text: str, hazards: Iterable[Hazard]) -> str:
    """Return a shown text in which what deceives by not being seen is a sign, one for each character."""
    pieces, end = [], 0
    for hazard in hazards:
        if hazard.kind in _SIGNS and end <= hazard.span.start and hazard.span.end <= len(shown_text):
            pieces += [shown_text[end : hazard.span.start], _SIGNS[hazard.kind] * (hazard.span.end - hazard.span.start)]
            end = hazard.span.end
    return "".join((*pieces, shown_text[end:]))
