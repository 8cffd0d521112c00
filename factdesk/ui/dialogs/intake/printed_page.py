"""The page of a PDF beside its words: what is printed there, to be compared with what the text layer says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from factdesk.errors import FactDeskError
from factdesk.ui.dialogs.sheet import Sheet
from factdesk.ui.jobs import RunningJob
from factdesk.work.printed_page import PagePicture, picture_job

WIDTH = 760
"""Of the page in the dialog, in pixels before the screen's own scale."""


class PrintedPage(Sheet):
    """Shows one page after the other. It is not modal: the article stays at hand beside it.

    Args:
        pdf: the bytes of the file as they came.
        labels: what its pages call themselves, in order.
        page: which is shown first, from 0.
    """

    def __init__(self, pdf: bytes, labels: Sequence[str], page: int, parent: QWidget | None = None) -> None:
        super().__init__(QSize(WIDTH + 80, 900), parent)
        self.say(self.tr("The printed page"), self.tr("What a page shows counts; the words under it may differ."))
        self._pdf, self._labels, self.page = pdf, tuple(labels), page
        self._drawing: RunningJob[PagePicture] | None = None
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area = QScrollArea()
        area.setWidget(self.picture)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("The page"))
        area.setAccessibleDescription(self.tr("A picture; arrow keys move it."))
        self.body.addWidget(area, 1)
        self.where = QLabel()
        self.foot.insertWidget(0, self.where)
        self.before = self.add_button(self.tr("Page before"), lambda: self.turn_to(self.page - 1))
        self.after = self.add_button(self.tr("Next page"), lambda: self.turn_to(self.page + 1))
        self.add_button(self.tr("Close"), self.reject, primary=True)
        for key, by in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, +1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self.turn_to(self.page + by))
        self.finished.connect(self._stop)
        self.turn_to(page)

    def turn_to(self, page: int) -> None:
        """Show another page, if there is such a one."""
        if not 0 <= page < len(self._labels):
            return
        self.page = page
        self._stop()
        name = self.tr("Page {0} · {1} of {2}").format(self._labels[page], page + 1, len(self._labels))
        self.where.setText(name)
        self.picture.setAccessibleName(name)
        self.picture.setText(self.tr("Drawing the page…"))
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < len(self._labels))
        job = picture_job(self._pdf, page, round(WIDTH * self.devicePixelRatioF()))
        self._drawing = RunningJob(job, partial(self._show, page), self._fail)
        self._drawing.start()

    def _show(self, page: int, drawn: PagePicture) -> None:
        if page != self.page:
            return
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(picture)

    def _fail(self, trouble: Exception) -> None:
        if not isinstance(trouble, FactDeskError):
            raise trouble
        self.picture.setText(f"{trouble.why}. {trouble.remedy}")

    def _stop(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
