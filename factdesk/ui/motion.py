"""Whether things on the screen move: as the desktop has it, or not at all for people whom it disturbs.

What moves: the view of the article on its way to a claim, the stripe of a job whose end is not known, and the
blinking caret. Qt hears from the desktop (GTK, macOS, Windows) that nothing should; where it hears nothing, the
preference says it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

_STILL = "still"
"""Property of the application: the person wants no motion."""


def apply(app: QApplication, motion: str) -> None:
    """Put a preference in force: ``system`` or ``none``."""
    was_still, still = app.property(_STILL) is not None, motion == "none"
    if still and not was_still:
        app.setProperty(_STILL, app.cursorFlashTime())
        app.setCursorFlashTime(0)
    elif was_still and not still:
        app.setCursorFlashTime(int(app.property(_STILL)))
        app.setProperty(_STILL, None)


def moves(widget: QWidget) -> bool:
    """Say whether something on ``widget`` may move."""
    app = QApplication.instance()
    if app is not None and app.property(_STILL) is not None:
        return False
    from PySide6.QtWidgets import QStyle  # a large class, which the first paint can do without

    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
