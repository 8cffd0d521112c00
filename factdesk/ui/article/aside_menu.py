"""The menu of what was set aside in an article."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from factdesk.ui.article.marks import Furniture


class AsideMenu(QMenu):
    """Offers to restore what stands at the cursor, and to hide all that was set aside; gone once it is closed.

    Signals:
        restore_asked(str): this segment of furniture is to be an ordinary part of the article again.
        hide_asked(): what was set aside is to be folded away.
    """

    restore_asked = Signal(str)
    hide_asked = Signal()

    def __init__(self, furniture: Furniture, index: int, parent: QWidget) -> None:
        """``index`` is the code point before which the cursor stands."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        segment = next((one for one in furniture.segments if index < one.anchor.end), furniture.segments[-1])
        restore = self.addAction(self.tr("Restore to the article"))
        restore.triggered.connect(lambda: self.restore_asked.emit(segment.id))
        self.addAction(self.tr("Hide what was set aside")).triggered.connect(self.hide_asked)
