"""Where the window was: geometry, dividers, zoom and article, kept for the next start."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from factdesk.model.ids import ArticleId
from factdesk.settings import save_window_state, window_state
from factdesk.ui.article.pane import ArticlePane
from factdesk.ui.window.frame.panes import Panes


def keep_place(window: QMainWindow, panes: Panes, text: ArticlePane, shown: ArticleId | None) -> None:
    """Keep where the window is, how its panes stand, the size of the type and which article is shown."""
    save_window_state(window_state() | {
        "window": _told(window.saveGeometry()),
        "halves": _told(panes.halves.saveState()),
        "side": _told(panes.side.saveState()),
        "article": shown or "",
        "zoom": str(text.zoom_percent),
    })  # fmt: skip


def restore_place(window: QMainWindow, panes: Panes, text: ArticlePane) -> None:
    """Put window and panes where those of the last one were; what is not known stays as it is."""
    state = window_state()
    if "window" in state:
        window.restoreGeometry(_heard(state.get("window", "")))
        panes.halves.restoreState(_heard(state.get("halves", "")))
        panes.side.restoreState(_heard(state.get("side", "")))
    if state.get("zoom", "").isdigit():
        text.set_zoom(int(state["zoom"]))


def article_before() -> ArticleId | None:
    """Return the article the last window was closed on, or None."""
    article = window_state().get("article", "")
    return ArticleId(article) if article else None


def _told(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _heard(told: str) -> QByteArray:
    return QByteArray.fromBase64(told.encode("ascii"))
