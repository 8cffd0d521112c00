"""A button that says what it does and, more quietly, with which key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QActionEvent, QColor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QToolButton, QWidget

from factdesk.ui import theme as themes

_GAP, _APART = 7, 9
"""Pixels between the icon and the words, and between them and the key."""
_LONGEST = "Undo “Add article”"
"""Words as wide as this are shown whole; longer ones are cut, so that they push no other tool out of the bar."""


class KeyedButton(QToolButton):
    """A tool: icon, words, and its key in smaller, quieter type, so that the eye reads the words first.

    What it does comes from its action (``setDefaultAction``) or is said by ``setText``; the key by ``show_key``. A
    screen reader is told the words, and the key as their description.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._hint = QSize()
        self._icon_comes = False

    def show_key(self, key: str) -> None:
        """Show ``key`` behind the words; nothing where it is empty."""
        self._key = key
        self.setAccessibleDescription(key)
        self._hint = QSize()
        self.updateGeometry()
        self.update()

    def keep_room_for_icon(self) -> None:
        """Leave the place of an icon that is given later, so that the words do not move when it comes."""
        self._icon_comes = True

    def setText(self, text: str) -> None:  # noqa: N802
        self._hint = QSize()
        super().setText(text)

    def setIcon(self, icon: QIcon | QPixmap) -> None:  # noqa: N802
        self._hint = QSize()
        super().setIcon(icon)

    def actionEvent(self, event: QActionEvent) -> None:  # noqa: N802
        self._hint = QSize()
        super().actionEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hint = QSize()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size that is wanted; measured once: layouts ask for it some forty times at the start."""
        if not self._hint.isValid():
            self._hint = self._measured()
        return self._hint

    def _measured(self) -> QSize:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        inner = QSize(self._width(), max(self.iconSize().height(), self.fontMetrics().lineSpacing()))
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ToolButton, option, inner, self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", type(option.icon)()
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        theme, enabled = themes.current(), self.isEnabled()
        inner = QRect((self.width() - self._width()) // 2, 0, self._width(), self.height())
        at = inner.left()
        if not self.icon().isNull():
            size = self.iconSize()
            self._put_icon(painter, QRect(at, (self.height() - size.height()) // 2, size.width(), size.height()))
        at += self._icon_room()
        ink = self.palette().color(QPalette.ColorRole.ButtonText) if enabled else QColor(theme.quiet)
        at = self._put(painter, at, self._words(), (self.font(), ink))
        self._put(painter, at + _APART, self._key, (self._small(), QColor(theme.quiet)))
        painter.end()

    def _put(self, painter: QPainter, left: int, words: str, how: tuple[QFont, QColor]) -> int:
        """Draw words from ``left`` on, mirrored where the window is; return where they end."""
        font, ink = how
        width = QFontMetrics(font).horizontalAdvance(words)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, 0, width + 2, self.height()))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        return left + width

    def _put_icon(self, painter: QPainter, place: QRect) -> None:
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        mode = self.icon().Mode.Normal if self.isEnabled() else self.icon().Mode.Disabled
        self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)

    def _words(self) -> str:
        metrics = self.fontMetrics()
        most = metrics.horizontalAdvance(_LONGEST)
        return metrics.elidedText(self.text().replace("&", ""), Qt.TextElideMode.ElideRight, most)

    def _small(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def _icon_room(self) -> int:
        return self.iconSize().width() + _GAP if self._icon_comes or not self.icon().isNull() else 0

    def _width(self) -> int:
        key = _APART + QFontMetrics(self._small()).horizontalAdvance(self._key) if self._key else 0
        return self._icon_room() + self.fontMetrics().horizontalAdvance(self._words()) + key
