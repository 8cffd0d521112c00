"""The pages of the report one below the other, drawn as far as they are seen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from factdesk.ui import theme
from factdesk.ui.jobs import RunningJob
from factdesk.ui.report.pages import Pages
from factdesk.work.jobs import Cancelled, Job, Watch

GAP = 18
LEVELS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
FIT = 0.0
WIDEST = 1.25
"""A page that fits the width grows no further: in a wide window a whole line must still be one look."""
_CACHE = 96 << 20  # bytes of pictures kept
_LONGEST = 8000  # characters of a page that assistive tools are told at once

_Key = tuple[int, int]  # page from 0, width in device pixels


class PageView(QAbstractScrollArea):
    """Draws what is seen, in a worker, at the screen's own resolution; keeps what was drawn lately.

    Signals:
        page_changed(int): the page in the middle of the view is now this one, from 1.
        zoom_changed(float): a level of ``LEVELS``, or ``FIT``.
        drawn(int): the picture of this page, from 0, was put on the screen.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    drawn = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._pages: Pages | None = None
        self._places: tuple[QRect, ...] = ()
        self._zoom = FIT
        self._page = 0
        self._pictures: OrderedDict[_Key, QImage] = OrderedDict()
        self._asked: dict[_Key, RunningJob[QImage]] = {}
        self._reading: RunningJob[str] | None = None
        self._worker = QThreadPool(self)
        self._worker.setMaxThreadCount(1)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.setAccessibleName(self.tr("Report"))

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 1; 0 where there is none."""
        return self._page

    @property
    def page_count(self) -> int:
        return len(self._places)

    def show_pages(self, pages: Pages) -> None:
        """Show these pages in place of those before; the view stays where it was as far as it can."""
        self.release()
        self._pages = pages
        self._lay_out()
        self._scrolled()

    def release(self) -> None:
        """Show nothing any more, and let go of the PDF."""
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()
        self._pictures.clear()
        if self._pages is not None:
            self._pages.close()
        self._pages, self._places, self._page = None, (), 0
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at this size: 1.0 is that of the paper, ``FIT`` that of the view (``WIDEST`` at most)."""
        if zoom == self._zoom:
            return
        self._zoom = zoom
        self._lay_out()
        self.zoom_changed.emit(zoom)
        self._scrolled()

    def step_zoom(self, by: int) -> None:
        """Go to the next larger (1) or smaller (-1) level."""
        now = self._scale() / self._per_point()
        steps = [z for z in LEVELS if z > now + 0.01] if by > 0 else [z for z in LEVELS if z < now - 0.01][::-1]
        if steps:
            self.set_zoom(steps[0])

    def go_to(self, page: int) -> None:
        """Scroll to the head of a page, from 1; beyond the last it is the last."""
        if self._places:
            place = self._places[min(max(page, 1), len(self._places)) - 1]
            self.verticalScrollBar().setValue(place.top() - GAP)

    # --- where everything lies

    def _per_point(self) -> float:
        return self.logicalDpiX() / 72

    def _scale(self) -> float:
        """Return logical pixels for one point."""
        if self._zoom != FIT or self._pages is None or not self._pages.sizes:
            return (self._zoom or 1.0) * self._per_point()
        widest = max(size.width for size in self._pages.sizes)
        return float(min(max((self.viewport().width() - 2 * GAP) / widest, 0.2), WIDEST * self._per_point()))

    def _lay_out(self) -> None:
        bar = self.verticalScrollBar()
        before = bar.value() / max(1, bar.maximum())
        scale, top, places = self._scale(), GAP, []
        sizes = self._pages.sizes if self._pages else ()
        widest = round(max((size.width for size in sizes), default=0) * scale)
        for size in sizes:
            width, height = round(size.width * scale), round(size.height * scale)
            left = GAP + (widest - width) // 2
            places.append(QRect(left, top, width, height))
            top += height + GAP
        self._places = tuple(places)
        view = self.viewport().size()
        bar.setPageStep(view.height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, top - view.height()))
        bar.setValue(round(before * bar.maximum()))
        across = self.horizontalScrollBar()
        across.setPageStep(view.width())
        across.setRange(0, max(0, widest + 2 * GAP - view.width()))
        self.viewport().update()

    def _corner(self) -> QPoint:
        """Return where the viewport's corner lies on the long strip of pages."""
        spare = self.viewport().width() - (self._places[0].width() + 2 * GAP if self._places else 0)
        return QPoint(self.horizontalScrollBar().value() - max(0, spare // 2), self.verticalScrollBar().value())

    def _in_view(self) -> range:
        """Return the pages, from 0, that the viewport's height shows: of thousands a paint looks at few."""
        top = self.verticalScrollBar().value()
        first = bisect_left(self._places, top, key=QRect.bottom)
        return range(first, bisect_right(self._places, top + self.viewport().height() - 1, key=QRect.top))

    def _scrolled(self) -> None:
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = max(bisect_right(self._places, middle, key=QRect.top), min(1, len(self._places)))
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
            self._tell_page()

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self.viewport())
        colours = theme.current()
        painter.fillRect(self.viewport().rect(), QColor(colours.chip))
        wanted: list[_Key] = []
        corner = self._corner()
        for number in self._in_view():
            seen = self._places[number].translated(-corner)
            key = (number, round(seen.width() * self.devicePixelRatioF()))
            wanted.append(key)
            painter.fillRect(seen, Qt.GlobalColor.white)
            if (picture := self._picture(key)) is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.width() != key[1])
                painter.drawImage(seen, picture)
            painter.setPen(QColor(colours.line))
            painter.drawRect(seen.adjusted(-1, -1, 0, 0))
        painter.end()
        self._ask_for(wanted)

    def _picture(self, key: _Key) -> QImage | None:
        """Return the picture itself, else one of the page in another size, until the right one is there."""
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        return next((made for (number, _), made in reversed(self._pictures.items()) if number == key[0]), None)

    def _ask_for(self, wanted: list[_Key]) -> None:
        for key in [key for key in self._asked if key not in wanted]:
            self._asked.pop(key).cancel()
        for key in wanted:
            if self._pages is not None and key not in self._pictures and key not in self._asked:
                job = RunningJob(_drawing(self._pages, key), partial(self._keep, key), _unexpected)
                self.destroyed.connect(job.cancel)
                self._asked[key] = job
                job.start(self._worker)

    def _keep(self, key: _Key, picture: QImage) -> None:
        self._asked.pop(key, None)
        self._pictures[key] = picture
        size = sum(made.sizeInBytes() for made in self._pictures.values())
        while size > _CACHE and len(self._pictures) > 1:
            size -= self._pictures.popitem(last=False)[1].sizeInBytes()
        self.viewport().update()
        self.drawn.emit(key[0])

    # --- for those who do not see it

    def _tell_page(self) -> None:
        self.setAccessibleName(self.tr("Report, page {0} of {1}").format(self._page, len(self._places)))
        if self._pages is not None and self._page:
            if self._reading is not None:
                self._reading.cancel()
            pages, number = self._pages, self._page - 1
            self._reading = RunningJob(
                lambda _: pages.words(number)[:_LONGEST], self.setAccessibleDescription, _unexpected
            )
            self.destroyed.connect(self._reading.cancel)
            self._reading.start(self._worker)

    # --- hands

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()
        self._scrolled()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                bar.setValue(bar.value() + (-bar.pageStep() if back else bar.pageStep()))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.step_zoom(1)
            case Qt.Key.Key_Minus:
                self.step_zoom(-1)
            case Qt.Key.Key_0:
                self.set_zoom(FIT)
            case _:
                super().keyPressEvent(event)


def _drawing(pages: Pages, key: _Key) -> Job[QImage]:
    def draw(watch: Watch) -> QImage:
        if watch.cancelled():  # scrolled away while it waited for its turn
            raise Cancelled
        return pages.picture(*key)

    return draw


def _unexpected(error: Exception) -> None:
    """A page of a PDF that opened can be drawn and read: anything else is a bug, and shown as one."""
    raise error
