"""Where the window and the person in it were, kept for the next start."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from factdesk.model.ids import ArticleId
from factdesk.settings import save_window_state, window_state
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.checklist.rows import Key
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench
from factdesk.ui.window.frame.panes import Panes

REST_MS = 1_000
"""How long somebody stays with an article or a row before that is kept: going through a list writes nothing."""


class PlaceAtWork(QObject):
    """Keeps which article and which of its rows are worked on, so that a start after a crash finds them, too."""

    def __init__(self, bench: Workbench, row: CurrentRow, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._row, self._left = bench, row, False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._keep)
        for moved in (bench.text_shown, bench.case_shown, row.moved):
            moved.connect(lambda *_: self._rest.start())

    def leave(self) -> None:
        """Keep it now, for the last time: the window closes."""
        self._keep()
        self._left = True

    def _keep(self) -> None:
        here = {"article": self._bench.article_id or "", "row": ":".join(self._row.key) if self._row.id else ""}
        state = window_state()
        if not self._left and {name: state.get(name, "") for name in here} != here:
            save_window_state(state | here)


def keep_place(window: QMainWindow, panes: Panes, text: ArticlePane) -> None:
    """Keep where the window is, how its panes stand, and the size of the type."""
    save_window_state(window_state() | {
        "window": _told(window.saveGeometry()),
        "halves": _told(panes.halves.saveState()),
        "side": _told(panes.side.saveState()),
        "zoom": str(text.type.percent),
    })  # fmt: skip


def restore_place(window: QMainWindow, panes: Panes, text: ArticlePane) -> None:
    """Put window and panes where those of the last one were; what is not known stays as it is."""
    state = window_state()
    if "window" in state:
        window.restoreGeometry(_heard(state.get("window", "")))
        panes.halves.restoreState(_heard(state.get("halves", "")))
        panes.side.restoreState(_heard(state.get("side", "")))
    if state.get("zoom", "").isdigit():
        text.type.set_zoom(int(state["zoom"]))


def work_before() -> tuple[ArticleId | None, Key]:
    """Return the article that was worked on last, or None, and the row."""
    state = window_state()
    article, (kind, _, row) = state.get("article", ""), state.get("row", "").partition(":")
    return ArticleId(article) if article else None, (kind, row)


def _told(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _heard(told: str) -> QByteArray:
    return QByteArray.fromBase64(told.encode("ascii"))
