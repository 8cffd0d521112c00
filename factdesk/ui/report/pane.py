"""The report in the window: exactly the pages that will print, and what can be done with them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIntValidator, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factdesk.errors import FactDeskError
from factdesk.ui.controls.choice import Choice
from factdesk.ui.controls.labels import quiet, title
from factdesk.ui.jobs import JobBar, RunningJob, T
from factdesk.ui.report.page_view import FIT, LEVELS, PageView
from factdesk.ui.report.pages import Pages
from factdesk.ui.style import Role, set_role


class ReportPane(QWidget):
    """Shows a PDF. It makes no report and prints none; it says what was asked for.

    Signals:
        save_asked(str): write the report as this kind of file: ".pdf", ".html" or ".md".
        print_asked(): send it to a printer.
        paper_chosen(str): make the pages for this paper: "a4" or "letter".
        closed(): go back to the article.
    """

    save_asked = Signal(str)
    print_asked = Signal()
    paper_chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._building: RunningJob[Any] | None = None
        self._opening: RunningJob[Pages] | None = None
        self.view = PageView()
        self.bar = JobBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tools())
        column.addWidget(self.bar)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._note())
        column.addLayout(self._stack, 1)
        self.view.page_changed.connect(self._show_page)
        self.view.zoom_changed.connect(self._show_zoom)
        QShortcut(Qt.Key.Key_Escape, self, self.closed.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_ready(False)

    def show_paper(self, paper: str) -> None:
        """Say which paper the pages are made for."""
        self.paper.show_value(paper)

    def show_building(self, running: RunningJob[T]) -> None:
        """Tell of the job that makes the pages; those shown before stay until the new ones are there.

        A job that makes older ones is stopped.
        """
        self.stop_building()
        self._building = running
        self.bar.watch(running, self.tr("Building the report…"))
        running.ended.connect(lambda: self._built(running))
        if not self.view.page_count:
            self._say(self.tr("Building the report…"), "")

    def stop_building(self) -> bool:
        """Stop the job that makes the pages; return whether there was one. What it made does not come any more."""
        building, self._building = self._building, None
        if building is not None:
            building.cancel()
        return building is not None

    def show_pdf(self, data: bytes) -> None:
        """Show these pages: the very bytes that will be printed or saved."""
        self._stop_opening()  # else older pages could come after newer ones
        self._opening = RunningJob(lambda _: Pages(data), self._opened, self.show_failure)
        self.destroyed.connect(self._opening.cancel)
        self._opening.start()

    def show_failure(self, error: Exception) -> None:
        """Say why there are no pages; of a bug only that it is one."""
        self._building = self._opening = None
        self.view.release()
        if isinstance(error, FactDeskError):
            self._say(error.what, f"{error.why}. {error.remedy}")
            return
        self._say(self.tr("The report could not be shown"), self.tr("FactDesk made a mistake; your work is kept."))
        raise error

    def release(self) -> None:
        """Let go of the pages, and of those on their way: the report is not looked at any more."""
        self.stop_building()
        self._stop_opening()
        self.view.release()
        self._show_ready(False)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """Give the focus to the pages. A focus proxy would make Tab skip what stands before them."""
        self.view.setFocus(reason)

    # --- making

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        self.back_button = QPushButton(self.tr("← Back to the article"))
        self.back_button.clicked.connect(self.closed)
        set_role(self.back_button, Role.FLAT)
        self.smaller, self.larger = self._zoom_button("−", -1), self._zoom_button("+", 1)
        self.smaller.setAccessibleName(self.tr("Smaller"))
        self.larger.setAccessibleName(self.tr("Larger"))
        levels = [(FIT, self.tr("Fit width")), *((level, f"{level:.0%}") for level in LEVELS)]
        self.zoom = Choice(self.tr("Size of the pages"), levels)
        self.zoom.chosen.connect(self.view.set_zoom)
        self.paper = Choice(self.tr("Paper"), [("a4", "A4"), ("letter", "Letter")])
        self.paper.chosen.connect(lambda paper: self.paper_chosen.emit(paper))
        self.print_button = QPushButton(self.tr("Print…"))
        self.print_button.clicked.connect(self.print_asked)
        set_role(self.print_button, Role.PRIMARY)
        row.addWidget(self.back_button)
        row.addStretch(1)
        self._add_page_field(row)
        row.addSpacing(12)
        for part in (self.smaller, self.zoom, self.larger, self.paper, self._save_button(), self.print_button):
            row.addWidget(part)
        return row

    def _add_page_field(self, row: QHBoxLayout) -> None:
        self.page_field = QLineEdit()
        self.page_field.setAccessibleName(self.tr("Page"))
        self.page_field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page_field.setFixedWidth(48)
        self.page_field.setValidator(QIntValidator(1, 99_999, self))
        self.page_field.returnPressed.connect(self._go)
        self._of = QLabel()
        row.addWidget(self.page_field)
        row.addWidget(self._of)

    def _zoom_button(self, text: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(button, Role.FLAT)
        button.clicked.connect(lambda: self.view.step_zoom(by))
        return button

    def _save_button(self) -> QPushButton:
        self.save_button = QPushButton(self.tr("Save as…"))
        menu = QMenu(self.save_button)
        for words, suffix in (
            (self.tr("PDF, as it prints"), ".pdf"),
            (self.tr("Web page in one file"), ".html"),
            (self.tr("Markdown"), ".md"),
        ):
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, suffix=suffix: self.save_asked.emit(suffix))
            menu.addAction(action)
        self.save_button.setMenu(menu)
        return self.save_button

    def _note(self) -> QWidget:
        """Return what stands where pages would be."""
        self._note_title, self._note_text = title(""), quiet("")
        note = QWidget()
        column = QVBoxLayout(note)
        column.setContentsMargins(48, 24, 48, 24)
        column.addStretch(2)
        for label in (self._note_title, self._note_text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)
        return note

    # --- while it is shown

    def _stop_opening(self) -> None:
        opening, self._opening = self._opening, None
        if opening is not None:
            opening.cancel()

    def _opened(self, pages: Pages) -> None:
        self._opening = None
        self.view.show_pages(pages)
        self._stack.setCurrentWidget(self.view)
        self._show_ready(True)
        self._show_page(self.view.page)
        if self.isVisible():
            self.view.setFocus()

    def _built(self, building: RunningJob[T]) -> None:
        """Whatever came of the job was told by now: ``show_pdf``, ``show_failure``, or a cancel."""
        if building is not self._building:
            return
        self._building = None
        if self._opening is not None or self.view.page_count:
            return
        if building.cancelled():
            self.closed.emit()
        else:
            self._say(self.tr("There are no pages to show"), self.tr("The report was not made."))

    def _say(self, head: str, text: str) -> None:
        self._note_title.setText(head)
        self._note_text.setText(text)
        self._stack.setCurrentIndex(1)
        self._show_ready(False)

    def _show_ready(self, ready: bool) -> None:
        """Printing and saving make the report anew, so they wait for no pages; going through them does."""
        for part in (self.page_field, self.smaller, self.larger, self.zoom):
            part.setEnabled(ready)
        if not ready:
            self.page_field.clear()
            self._of.clear()

    def _show_page(self, page: int) -> None:
        self.page_field.setText(str(page))
        self._of.setText(self.tr("of {0}").format(self.view.page_count))

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.show_value(zoom)

    def _go(self) -> None:
        self.view.go_to(int(self.page_field.text()))
        self.view.setFocus()
