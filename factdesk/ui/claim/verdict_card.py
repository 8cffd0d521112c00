"""One verdict of the scale as a card: glyph in its colour, word, and its key in the corner."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from factdesk.model.scale import ScaleValue
from factdesk.ui import theme as themes

_NOTHING = ScaleValue(id="", label="", definition="", glyph="", light="#000000", dark="#ffffff", underline="solid")
"""What a card shows before a scale comes."""

_TOP, _MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_PAD, _SIDE, _EDGE = 10, 6, 5
"""Space at the sides of a flat card, at those of a tall one, and above and below its words."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)

_LOOKS = 6
"""Looks of a card that are kept: given or not, pointed at, with the focus."""


class VerdictCard(QPushButton):
    """A card is tall (glyph over label) where it is slim, and flat (all on a line) where it is wide.

    Signals:
        stepped(int): an arrow key asks for the next card (+1) or the one before (-1).
    """

    stepped = Signal(int)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.value = _NOTHING
        self._wide_from = 0
        self._looks: list[tuple[object, QPixmap]] = []
        self.setCheckable(True)
        self.setAutoExclusive(True)  # told as one of several, which a check box is not
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # as high as the highest card, whose label may break
        self.setSizePolicy(policy)

    def show_value(self, value: ScaleValue) -> None:
        if value == self.value:
            return  # the cards would be laid out anew at every verdict
        self.value = value
        self._looks.clear()
        self.setAccessibleName(self.tr("Verdict {0}").format(value.label))
        self.setAccessibleDescription(value.definition)
        self.setToolTip(self.tr("{0} (key {1})").format(value.definition, self.key))
        self.updateGeometry()
        self.update()

    def show_given(self, given: bool) -> None:
        """Show whether this verdict is in force. Of these none may be, which Qt lets no exclusive buttons be."""
        self.setAutoExclusive(False)
        self.setChecked(given)
        self.setAutoExclusive(True)

    def in_line(self) -> int:
        """Return the width at which everything stands on one line."""
        glyph = QFontMetrics(self._glyph()).horizontalAdvance(self.value.glyph)
        label = QFontMetrics(self._label(bold=True)).horizontalAdvance(self.value.label)
        return 2 * _PAD + glyph + 6 + label + 6 + QFontMetrics(self._small()).horizontalAdvance(self.key)

    def set_wide_from(self, width: int) -> None:
        """Be flat from ``width`` on; cards that stand together are given the same."""
        if width != self._wide_from:
            self._wide_from = width
            self._looks.clear()
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What lies below need not be painted with the card; the style sheet, which comes first, says otherwise."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows ask for another card, Enter gives the verdict as Space does."""
        key = Qt.Key(event.key())
        step = _STEPS.get(key)
        if step is not None:
            self.stepped.emit(-step if self.isRightToLeft() and key in _SIDEWAYS else step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        self._looks.clear()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def nextCheckState(self) -> None:  # noqa: N802
        """A click changes nothing by itself: the desk tells which verdict is in force."""

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(84, self.heightForWidth(84))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(self._label(bold=True))
        widest = max(map(metrics.horizontalAdvance, self.value.label.split()), default=0)
        return QSize(widest + 2 * _SIDE, self.heightForWidth(self._wide_from))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        glyph, label = QFontMetrics(self._glyph()).lineSpacing(), QFontMetrics(self._label()).lineSpacing()
        if width >= self._wide_from:
            return max(glyph, label) + 12
        breaks = QFontMetrics(self._label(bold=True)).horizontalAdvance(self.value.label) > width - 2 * _SIDE
        return _EDGE + glyph + (2 if breaks else 1) * label + _EDGE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Draw the card as it looks now; a look that was drawn before is kept, for a verdict changes two cards."""
        look = (
            self.width(), self.height(), self.devicePixelRatioF(), themes.current().name, self.isRightToLeft(),
            self.isChecked(), self.hasFocus(), self.isEnabled(), self.underMouse() or self.isDown(),
        )  # fmt: skip
        drawn = next((picture for known, picture in self._looks if known == look), None)
        if drawn is None:
            drawn = self._drawn()
            self._looks = [*self._looks[1 - _LOOKS :], (look, drawn)]
        painter = QPainter(self)
        painter.drawPixmap(0, 0, drawn)
        painter.end()

    def _drawn(self) -> QPixmap:
        made = QPixmap(self.size() * self.devicePixelRatioF())
        made.setDevicePixelRatio(self.devicePixelRatioF())
        made.fill(themes.colour(themes.current().panel))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        if self.width() >= self._wide_from:
            self._draw_flat(painter)
        else:
            self._draw_tall(painter)
        painter.end()
        return made

    def _draw_frame(self, painter: QPainter) -> None:
        theme = themes.current()
        ink, ground, edge, width = theme.verdict(self.value), QColor(theme.raised), QColor(theme.line), 1.0
        if self.isChecked():
            ground, edge, width = mixed(ink, ground), ink, 2.0
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
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

    def _draw_tall(self, painter: QPainter) -> None:
        inner = self.rect().adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        words = inner.adjusted(0, QFontMetrics(self._glyph()).lineSpacing(), 0, 0)
        self._draw_glyph(painter, inner, _TOP | _CENTRE)
        self._draw_label(painter, words, _TOP | _CENTRE | Qt.TextFlag.TextWordWrap)
        end = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        self._draw_key(painter, self.rect().adjusted(7, _EDGE, -7, 0), _TOP | end)

    def _draw_flat(self, painter: QPainter) -> None:
        inner = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        glyph = QFontMetrics(self._glyph()).horizontalAdvance(self.value.glyph) + 6
        begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        words = QStyle.visualRect(self.layoutDirection(), inner, inner.adjusted(glyph, 0, 0, 0))
        if self.isRightToLeft():
            begin, end = end, begin
        self._draw_glyph(painter, inner, _MIDDLE | begin)
        self._draw_label(painter, words, _MIDDLE | begin)
        self._draw_key(painter, inner, _MIDDLE | end)

    def _draw_glyph(self, painter: QPainter, place: QRect, how: int) -> None:
        painter.setPen(themes.current().verdict(self.value) if self._is_lit() else QColor(themes.current().quiet))
        painter.setFont(self._glyph())
        painter.drawText(place, how, self.value.glyph)

    def _draw_label(self, painter: QPainter, place: QRect, how: int) -> None:
        painter.setPen(QColor(themes.current().ink if self._is_lit() else themes.current().quiet))
        painter.setFont(self._label(bold=self.isChecked()))
        painter.drawText(place, how, self.value.label)

    def _draw_key(self, painter: QPainter, place: QRect, how: int) -> None:
        theme = themes.current()
        painter.setPen(QColor(theme.ink if self.isChecked() else theme.quiet))
        painter.setFont(self._small())
        painter.drawText(place, how, self.key)

    def _is_lit(self) -> bool:
        """Say whether the verdict is given, or can be."""
        return self.isEnabled() or self.isChecked()

    def _glyph(self) -> QFont:
        font = self._sized(1.25)
        font.setWeight(QFont.Weight.Bold)
        return font

    def _label(self, *, bold: bool = False) -> QFont:
        font = self._sized(0.92)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _small(self) -> QFont:
        return self._sized(0.82)

    def _sized(self, share: float) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * share)
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
