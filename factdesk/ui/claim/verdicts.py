"""The verdicts of the scale as cards: glyph, word, key and colour; one of them may be given."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from factdesk.model.scale import Scale, ScaleValue
from factdesk.rules.scales import MOST_VALUES
from factdesk.ui import theme as themes
from factdesk.ui.flow import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}

_NOTHING = ScaleValue(id="", label="", definition="", glyph="", light="#000000", dark="#ffffff", underline="solid")
"""What a card shows before a scale comes."""


class VerdictCards(QWidget):
    """One card for each value of a scale. Arrows go from card to card, Space or Enter gives the verdict.

    Signals:
        chosen(str): id of the value the person gives; also when it is the one already given.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Verdict"))
        # As many as a scale may have, made once: cards made later would come last in the order of the Tab key.
        self._all = [VerdictCard(str(n), self) for n in range(1, MOST_VALUES + 1)]
        self.cards = self._all
        flow = FlowLayout(self, gap=6, least=76)
        for card in self._all:
            card.installEventFilter(self)
            card.clicked.connect(lambda _=False, card=card: self.chosen.emit(card.value.id))
            flow.addWidget(card)

    def show_scale(self, scale: Scale, given: str | None) -> None:
        """Show the values of ``scale``, with ``given`` as the one in force."""
        self.cards = self._all[: len(scale.values)]
        for card, value in zip(self.cards, scale.values, strict=True):
            card.show_value(value)
            card.setChecked(value.id == given)
        for n, card in enumerate(self._all):
            card.setVisible(n < len(self.cards))
        self._set_tab_stop(next((card for card in self.cards if card.isChecked()), self.cards[0]))

    def eventFilter(self, card: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the arrows move between cards without giving a verdict."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(card, VerdictCard):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                step = -step if self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) else step
                target = self.cards[(self.cards.index(card) + step) % len(self.cards)]
                self._set_tab_stop(target)
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                card.click()
                return True
        return super().eventFilter(card, event)

    def _set_tab_stop(self, stop: VerdictCard) -> None:
        self.setFocusProxy(stop)
        for card in self._all:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus)


class VerdictCard(QPushButton):
    """One value: glyph in its colour, label on up to two lines, the key that gives it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.value = _NOTHING
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(self, value: ScaleValue) -> None:
        self.value = value
        self.setAccessibleName(self.tr("Verdict {0}").format(value.label))
        self.setAccessibleDescription(value.definition)
        self.setToolTip(self.tr("{0} (key {1})").format(value.definition, self.key))
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802
        """A click changes nothing by itself: the desk tells which verdict is in force."""

    def sizeHint(self) -> QSize:  # noqa: N802
        line = self.fontMetrics().lineSpacing()
        return QSize(84, 6 + self._glyph_height() + 2 * line + QFontMetrics(self._small()).lineSpacing() + 5)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        widest = max(map(QFontMetrics(bold).horizontalAdvance, self.value.label.split()), default=0)
        return QSize(widest + 10, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        self._draw_words(painter)
        painter.end()

    def _draw_frame(self, painter: QPainter) -> None:
        theme = themes.current()
        ink, ground, edge, width = theme.verdict(self.value), QColor(theme.raised), QColor(theme.line), 1.0
        if self.isChecked():
            ground, edge, width = mixed(ink, ground), ink, 2.0
        elif self.underMouse() or self.isDown():
            ground, edge = QColor(theme.selected), ink
        if self.hasFocus():
            edge, width = QColor(theme.accent), 2.0
        painter.setBrush(ground)
        painter.setPen(edge)
        pen = painter.pen()
        pen.setWidthF(width)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 6, 6)
        if self.hasFocus() and self.isChecked():  # the ring tells the focus, the line inside the verdict
            pen.setColor(ink)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(4, 4, -4, -4), 4, 4)

    def _draw_words(self, painter: QPainter) -> None:
        theme = themes.current()
        inner = self.rect().adjusted(4, 6, -4, -5)
        painter.setPen(theme.verdict(self.value))
        painter.setFont(self._glyph())
        top, centre = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignHCenter
        painter.drawText(
            QRect(inner.left(), inner.top(), inner.width(), self._glyph_height()), centre, self.value.glyph
        )
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        words = inner.adjusted(0, self._glyph_height(), 0, 0)
        painter.drawText(words, top | centre | Qt.TextFlag.TextWordWrap, self.value.label)
        painter.setFont(self._small())
        painter.setPen(QColor(theme.ink if self.isChecked() else theme.quiet))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | centre, self.key)

    def _glyph(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setWeight(QFont.Weight.Bold)
        return font

    def _glyph_height(self) -> int:
        return QFontMetrics(self._glyph()).lineSpacing()

    def _small(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font


def mixed(ink: QColor, ground: QColor, share: float = 0.14) -> QColor:
    """Return the ground with a little of the ink in it: the words on it keep their contrast."""
    return QColor.fromRgbF(
        *(
            a * share + b * (1 - share)
            for a, b in zip(
                (ink.redF(), ink.greenF(), ink.blueF()), (ground.redF(), ground.greenF(), ground.blueF()), strict=True
            )
        )
    )
