"""A button that says what it does and, more quietly, with which key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QActionEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from factdesk.ui import theme as themes
from factdesk.ui.mirror import placed

_GAP, _APART = 7, 9
"""Pixels between the icon and the words, and between them and the key."""
_AROUND, _ROUND = QSize(17, 11), 6
"""Pixels around what it says, and the radius of its corners."""
_LONGEST = "Undo “Add article”"
"""Words as wide as this are shown whole in any window; longer ones are cut where they would push a tool out."""


class KeyedButton(QToolButton):
    """A tool: icon, words, and its key in smaller, quieter type, so that the eye reads the words first.

    What it does comes from its action (``setDefaultAction``) or is said by ``setText``; the key by ``show_key``. A
    screen reader is told the words, and the key as their description.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._hint, self._least = QSize(), QSize()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._has_icon = self._shows_icon = False

    def show_key(self, key: str) -> None:
        """Show ``key`` behind the words; nothing where it is empty."""
        self._key = key
        self.setAccessibleDescription(key)
        self._forget()
        self.updateGeometry()
        self.update()

    def keep_room_for_icon(self) -> None:
        """Leave the place of an icon that is given later, so that the words do not move when it comes."""
        self._has_icon = True

    def show_icon(self) -> None:
        """Show the icon that was given, too. Before, nobody asks for it: the first paint has none."""
        self._shows_icon = self._has_icon
        self.update()

    def setText(self, text: str) -> None:  # noqa: N802
        self._forget()
        super().setText(text)

    def actionEvent(self, event: QActionEvent) -> None:  # noqa: N802
        self._forget()
        super().actionEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        self._forget()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size that shows all words; measured once: layouts ask for it some forty times at the start."""
        if not self._hint.isValid():
            self._hint = self._measured(self._whole())
        return self._hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size that shows as many of the words as any window has room for."""
        if not self._least.isValid():
            self._least = self._measured(self._cut(self.fontMetrics().horizontalAdvance(_LONGEST)))
        return self._least

    def _forget(self) -> None:
        self._hint, self._least = QSize(), QSize()

    def _measured(self, words: str) -> QSize:
        high = max(self.iconSize().height(), self.fontMetrics().lineSpacing())
        return QSize(self._width(words), high) + _AROUND

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter, theme = QPainter(self), themes.current()
        self._draw_ground(painter)
        beside = self._width("") + _AROUND.width()
        words = self._cut(self.width() - beside)
        at = (self.width() - self._width(words)) // 2
        if self._shows_icon:
            size = self.iconSize()
            self._put_icon(painter, QRect(at, (self.height() - size.height()) // 2, size.width(), size.height()))
        at += self._icon_room()
        at = self._put(painter, at, words, (self.font(), theme.ink if self.isEnabled() else theme.quiet))
        self._put(painter, at + _APART, self._key, (self._small(), theme.quiet))
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        """Draw what lies under the words while the tool is pointed at, pressed or has the focus."""
        theme, pointed_at = themes.current(), self.isEnabled() and self.underMouse()
        if not (pointed_at or self.isDown() or self.isChecked() or self.hasFocus()):
            return
        ground = theme.chip if pointed_at else theme.selected if self.isDown() or self.isChecked() else theme.panel
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(themes.colour(theme.accent if self.hasFocus() else ground))
        painter.setBrush(themes.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)

    def _put(self, painter: QPainter, left: int, words: str, how: tuple[QFont, str]) -> int:
        """Draw words from ``left`` on, mirrored where the window is; return where they end."""
        font, ink = how
        width = QFontMetrics(font).horizontalAdvance(words)
        place = placed(self.layoutDirection(), self.rect(), QRect(left, 0, width + 2, self.height()))
        painter.setFont(font)
        painter.setPen(themes.colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        return left + width

    def _put_icon(self, painter: QPainter, place: QRect) -> None:
        place = placed(self.layoutDirection(), self.rect(), place)
        mode = self.icon().Mode.Normal if self.isEnabled() else self.icon().Mode.Disabled
        self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)

    def _whole(self) -> str:
        return self.text().replace("&", "")

    def _cut(self, most: int) -> str:
        """Return as many of the words as ``most`` pixels hold."""
        words, metrics = self._whole(), self.fontMetrics()
        if metrics.horizontalAdvance(words) <= most:  # Qt measures finer and would cut words that lack half a pixel
            return words
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, most)

    def _small(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def _icon_room(self) -> int:
        return self.iconSize().width() + _GAP if self._has_icon else 0

    def _width(self, words: str) -> int:
        key = _APART + QFontMetrics(self._small()).horizontalAdvance(self._key) if self._key else 0
        return self._icon_room() + self.fontMetrics().horizontalAdvance(words) + key
