"""A layout that runs its items like words on a line and breaks the line where the width ends."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines of items, each as wide as it asks to be, or all equally wide over the full width.

    Args:
        gap: pixels between items and between lines.
        least: with it, items are cards of one size: as many to a line as have at least this width,
            or the least width of the widest of them.
        trailing: the last item that is shown stands at the far end of its line.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, least: int = 0, trailing: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._least, self._trailing = least, trailing
        self._growing: QWidget | None = None
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def add_before(self, widget: QWidget, before: QWidget) -> None:
        """Put ``widget`` in front of ``before``, which stands in this layout."""
        self.addWidget(widget)
        self._items.insert(self.indexOf(before), self._items.pop())

    def add_growing(self, widget: QWidget) -> None:
        """Add a widget that takes the room its line leaves free in front of the trailing item."""
        self.addWidget(widget)
        self._growing = widget

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Qt asks this some dozen times for each change, so an answer is kept until something changes."""
        if width not in self._heights:
            places = self._places(QRect(0, 0, width, 0))
            self._heights[width] = max((place.bottom() + 1 for _, place in places), default=0)
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        found = QSize()
        for item in self._shown():
            found = found.expandedTo(item.minimumSize())
        return found

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for item, place in self._places(rect):
            item.setGeometry(_mirror(place, rect) if mirrored else place)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        return self._cards(rect) if self._least else self._lines(rect)

    def _lines(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        lines: list[list[tuple[QLayoutItem, QRect]]] = [[]]
        corner = rect.topLeft()
        shown = self._shown()
        for item in shown:
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), item.sizeHint().height()))
            if lines[-1] and corner.x() + size.width() > rect.left() + rect.width():
                corner = QPoint(rect.left(), corner.y() + _centre(lines[-1]) + self.spacing())
                lines.append([])
            lines[-1].append((item, QRect(corner, size)))
            corner += QPoint(size.width() + self.spacing(), 0)
        _centre(lines[-1])
        if self._trailing and len(shown) > 1:
            self._spread(lines[-1], rect.left() + rect.width() - 1)
        return list(chain.from_iterable(lines))

    def _spread(self, line: list[tuple[QLayoutItem, QRect]], right: int) -> None:
        """Move the last place of a line to ``right``, and let what grows follow up to it."""
        free, moves = right - line[-1][1].right(), False
        for item, place in line[:-1]:
            if moves:
                place.translate(free, 0)
            elif self._growing is not None and item.widget() is self._growing:
                place.setWidth(place.width() + free)
                moves = True
        line[-1][1].translate(free, 0)

    def _cards(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        items, gap = self._shown(), self.spacing()
        if not items:
            return []
        columns = self._columns(items, rect.width())
        width, height = _card(items, columns, rect.width(), gap)
        beyond = max(rect.width() - width, 0)  # spread over the gaps: first and last card stand at the edges
        places = []
        for n, item in enumerate(items):
            left = rect.left() + n % columns * beyond // max(columns - 1, 1)
            corner = QPoint(left, rect.top() + n // columns * (height + gap))
            places.append((item, QRect(corner, QSize(width, height))))
        return places

    def _columns(self, items: list[QLayoutItem], width: int) -> int:
        """Return how many cards stand on a line: all if they fit, else so many that they take the least height."""
        gap, count = self.spacing(), len(items)
        least = max(self._least, *(item.minimumSize().width() for item in items))
        fit = (width + gap) // (least + gap)
        if fit >= count:
            return count

        def height(columns: int) -> tuple[int, int]:
            lines = -(-count // columns)
            even = -(-count // lines)  # 6 cards where 5 fit make two lines of 3, not 5 and a stray one
            return lines * (_card(items, even, width, gap)[1] + gap), even

        return min(height(columns) for columns in range(1, max(fit, 1) + 1))[1]


def _card(items: list[QLayoutItem], columns: int, width: int, gap: int) -> tuple[int, int]:
    """Return width and height of each card where ``columns`` of them stand on a line."""
    each = max(1, (width - gap * (columns - 1)) // columns)
    heights = [i.heightForWidth(each) if i.hasHeightForWidth() else i.sizeHint().height() for i in items]
    return each, max(heights)


def _centre(line: list[tuple[QLayoutItem, QRect]]) -> int:
    """Centre the places of one line on each other and return its height."""
    height = max((place.height() for _, place in line), default=0)
    for _, place in line:
        place.translate(0, (height - place.height()) // 2)
    return height


def _mirror(place: QRect, within: QRect) -> QRect:
    return QRect(within.left() + within.right() - place.right(), place.top(), place.width(), place.height())
