"""What the window shows while no article is open: the ways in, and the desks used before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from factdesk.ui import theme
from factdesk.ui.controls.card import Card
from factdesk.ui.controls.labels import heading, quiet, title
from factdesk.ui.style import Role, set_role
from factdesk.ui.welcome.recent import RecentDesks

WIDTH = 680
NARROW = 520


class WelcomePage(QScrollArea):
    """A calm page; also the place to drop an article on.

    Signals:
        open_asked(), paste_asked(), sample_asked(), first_steps_asked(), open_desk_asked(), new_desk_asked(): the
            buttons.
        desk_chosen(object Path): open this desk.
        desk_forgotten(object Path): take it off the list; the file stays.
        files_dropped(object tuple[Path, ...]): files of this machine were dropped.
    """

    open_asked = Signal()
    paste_asked = Signal()
    sample_asked = Signal()
    first_steps_asked = Signal()
    open_desk_asked = Signal()
    new_desk_asked = Signal()
    desk_chosen = Signal(object)
    desk_forgotten = Signal(object)
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = False  # a file is held over the page
        self.setWidgetResizable(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch(2)
        column.addWidget(_name())
        column.addWidget(quiet(self.tr("Check an article line by line, and print the record that proves it.")))
        column.addSpacing(20)
        column.addLayout(self._ways_in())
        column.addSpacing(6)
        column.addLayout(self._beside_the_ways())
        column.addSpacing(26)
        column.addLayout(self._desks())
        column.addWidget(self.recent)
        column.addStretch(3)
        self._centre(column)
        self.show_recent(())

    def show_recent(self, desks: Sequence[Path]) -> None:
        """List the desks used before, newest first."""
        self._recent_title.setText(self.tr("Desks you worked at") if desks else self.tr("Desks"))
        self.recent.show_desks(desks)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if _files(event):
            event.acceptProposedAction()
            self._show_held(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802, ARG002
        self._show_held(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._show_held(False)
        if files := _files(event):
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._held:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.current().accent), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.viewport().rect().adjusted(10, 10, -10, -10), 10, 10)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._ways.setDirection(way.TopToBottom if self.viewport().width() < NARROW else way.LeftToRight)

    def _show_held(self, held: bool) -> None:
        self._held = held
        self.viewport().update()

    def _ways_in(self) -> QBoxLayout:
        self.open_button = Card(self.tr("Open an article…"), self.tr("A text from your disk"), sign="open")
        self.paste_button = Card(self.tr("Paste an article"), self.tr("From the clipboard"), sign="paste")
        self.sample_button = Card(self.tr("Open the sample"), self.tr("To see how it goes"), sign="article")
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(10)
        for way, asked in (
            (self.open_button, self.open_asked),
            (self.paste_button, self.paste_asked),
            (self.sample_button, self.sample_asked),
        ):
            way.clicked.connect(asked)
            self._ways.addWidget(way, 1)
        return self._ways

    def _beside_the_ways(self) -> QHBoxLayout:
        self.first_steps_button = QPushButton(self.tr("First steps"))
        self.first_steps_button.setToolTip(self.tr("The way from an article to its report"))
        self.first_steps_button.clicked.connect(self.first_steps_asked)
        set_role(self.first_steps_button, Role.FLAT)
        row = QHBoxLayout()
        row.addWidget(quiet(self.tr("Or drop a file, or words, anywhere on this window.")), 1)
        row.addWidget(self.first_steps_button)
        return row

    def _desks(self) -> QHBoxLayout:
        self._recent_title = title("")
        self.open_desk_button = QPushButton(self.tr("Open a desk…"))
        self.new_desk_button = QPushButton(self.tr("New desk…"))
        self.open_desk_button.clicked.connect(self.open_desk_asked)
        self.new_desk_button.clicked.connect(self.new_desk_asked)
        self.recent = RecentDesks()
        self.recent.chosen.connect(self.desk_chosen)
        self.recent.forgotten.connect(self.desk_forgotten)
        row = QHBoxLayout()
        row.addWidget(self._recent_title, 1)
        for button in (self.open_desk_button, self.new_desk_button):
            set_role(button, Role.FLAT)
            row.addWidget(button)
        return row

    def _centre(self, column: QVBoxLayout) -> None:
        page, inner = QWidget(), QWidget()
        inner.setMaximumWidth(WIDTH)
        inner.setLayout(column)
        row = QHBoxLayout(page)
        row.setContentsMargins(28, 20, 28, 20)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self.setWidget(page)
        page.setAutoFillBackground(False)  # else it hides the frame that is drawn while a file is held over it


def _name() -> QLabel:
    label = heading("FactDesk")
    font = QFont("Source Serif 4")
    font.setPointSizeF(label.font().pointSizeF() * 1.6)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def _files(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
