"""The look of every standard control, written from the tokens of a theme.

A control says what it is by its property ``role`` (see ``Role``), never how it looks. What is drawn
by hand (rows, cards, bars) asks ``theme.current()`` when it paints.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from factdesk.assets import resource
from factdesk.ui import theme as themes
from factdesk.ui.fonts import reading_families
from factdesk.ui.theme import Theme


class Role(StrEnum):
    """What a control is for."""

    PRIMARY = "primary"  # the one button a person most likely wants
    FLAT = "flat"  # a button without a frame
    CHIP = "chip"  # a small choice, checkable
    PILL = "pill"  # a chip that calls for attention
    TITLE = "title"  # a heading of a pane
    QUIET = "quiet"  # secondary words
    READING = "reading"  # words of the article
    FIELD = "field"  # a text field of several lines
    PANEL = "panel"  # ground of a pane
    RAISED = "raised"  # a framed box on a pane
    LINE = "line"  # a hairline between parts
    NOTICE = "notice"  # what is told above the article as long as it holds
    WARNING = "warning"  # words that tell of something amiss
    GOOD = "good"  # a sign that bears a claim out
    DANGER = "danger"  # a sign that speaks against it


def set_role(widget: QWidget, role: Role) -> None:
    """Say what ``widget`` is; may be said again later, the look follows."""
    if widget.property("role") == role.value:
        return
    widget.setProperty("role", role.value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it takes its look when it is first shown
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def apply(app: QApplication, name: str, reading_font: str = "") -> None:
    """Put a theme in force for the whole application: palette and style sheet.

    Args:
        name: as ``theme.apply`` takes it.
        reading_font: family the words of the article are set in; empty for the one that ships.
    """
    themes.apply(app, name)
    app.setStyleSheet(stylesheet(themes.current(), reading_font))


def stylesheet(theme: Theme, reading_font: str = "") -> str:
    """Return the style sheet of the whole application in ``theme``."""
    return "".join(
        (_buttons(theme), _fields(theme), _words(theme, reading_font), _frames(theme), _bars(theme), _ticks(theme))
    )


def _buttons(theme: Theme) -> str:
    edge = theme.line if theme.name == "contrast" else theme.chip
    return f"""
QPushButton, QToolButton {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line};
    border-radius: 6px; padding: 4px 10px; }}
QToolButton {{ padding: 3px 6px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {theme.accent}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{ background: {theme.selected}; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {theme.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {theme.quiet}; border-color: {theme.chip}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
*[role="primary"] {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
    font-weight: 600; }}
*[role="primary"]:hover {{ border: 1px solid {theme.ink}; }}
*[role="primary"]:focus {{ border: 3px double {theme.on_accent}; padding: 2px 8px; }}
*[role="primary"]:disabled {{ background: {theme.chip}; color: {theme.quiet}; border-color: {theme.chip}; }}
QPushButton[role="flat"], QToolButton[role="flat"] {{ background: transparent; border-color: transparent;
    padding: 3px 5px; }}
QToolButton[role="flat"]:checked {{ color: {theme.danger}; font-weight: 600; }}
QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover {{ background: {theme.chip}; }}
QPushButton[role="flat"]:focus, QToolButton[role="flat"]:focus {{ border-color: {theme.accent}; }}
*[role="chip"], *[role="pill"] {{ background: {theme.chip}; border: 1px solid {edge}; border-radius: 10px;
    padding: 1px 3px; }}
QPushButton[role="chip"] {{ padding: 2px 7px 3px; }}  /* a tool button takes as much by itself */
*[role="chip"]:hover {{ border-color: {theme.accent}; }}
*[role="chip"]:checked {{ background: {theme.selected}; color: {theme.accent}; border-color: {theme.selected};
    font-weight: 600; }}
*[role="chip"]:disabled {{ color: {theme.quiet}; background: transparent; border-color: {edge}; }}
*[role="chip"]:focus, *[role="chip"]:checked:focus, *[role="pill"]:focus {{ border-color: {theme.accent}; }}
*[role="pill"] {{ background: {theme.bare}; border-color: {theme.bare}; }}
*[role="pill"]:hover {{ border-color: {theme.warning}; }}
"""


def _fields(theme: Theme) -> str:
    return f"""
QLineEdit, QSpinBox, QPlainTextEdit[role="field"], QTextBrowser[role="field"] {{ background: {theme.raised};
    color: {theme.ink}; border: 1px solid {theme.line}; border-radius: 5px; padding: 3px 6px;
    selection-background-color: {theme.accent}; selection-color: {theme.on_accent}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.quiet}; }}
QLineEdit:focus, QSpinBox:focus, QPlainTextEdit[role="field"]:focus,
QTextBrowser[role="field"]:focus {{ border-color: {theme.accent}; }}
QLineEdit:read-only, QPlainTextEdit[role="field"]:read-only {{ background: {theme.panel}; border-style: dashed; }}
QLineEdit:disabled {{ color: {theme.quiet}; background: {theme.panel}; }}
QLineEdit[invalid="true"], QLineEdit[invalid="true"]:focus {{ border-color: {theme.danger}; }}
QComboBox {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line}; border-radius: 5px;
    padding: 3px 24px 3px 6px; combobox-popup: 0; }}
QComboBox:focus, QComboBox:on {{ border-color: {theme.accent}; }}
QComboBox:disabled {{ color: {theme.quiet}; background: {theme.panel}; }}
QComboBox::drop-down {{ border: none; width: 0; }}
QComboBox QAbstractItemView {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line};
    selection-background-color: {theme.selected}; selection-color: {theme.ink}; padding: 2px; }}
QTreeView[role="field"], QTableView[role="field"], QListView[role="field"] {{ background: {theme.raised};
    border: 1px solid {theme.line}; border-radius: 5px; selection-background-color: {theme.selected};
    selection-color: {theme.ink}; }}
QTreeView[role="field"]:focus, QTableView[role="field"]:focus,
QListView[role="field"]:focus {{ border-color: {theme.accent}; }}
QTreeView[role="field"]::item, QListView[role="field"]::item {{ padding: 3px 2px; }}
QTreeView[role="field"]::item:selected, QListView[role="field"]::item:selected {{ background: {theme.selected};
    color: {theme.ink}; }}
QLineEdit[role="flat"] {{ background: transparent; border-color: transparent; }}
QLineEdit[role="flat"]:hover, QLineEdit[role="flat"]:focus {{ background: {theme.raised};
    border-color: {theme.line}; }}
QLineEdit[role="flat"]:focus {{ border-color: {theme.accent}; }}
"""


def _ticks(theme: Theme) -> str:
    """Fusion draws a check box's edge in a colour that a dark ground swallows."""
    tick = resource("marks", "tick-dark.svg" if theme.dark else "tick-light.svg").as_posix()
    return f"""
QCheckBox {{ spacing: 7px; }}
QCheckBox::indicator, QTreeView::indicator {{ width: 14px; height: 14px; border: 1px solid {theme.quiet};
    border-radius: 3px; background: {theme.raised}; }}
QCheckBox::indicator:checked, QTreeView::indicator:checked {{ background: {theme.accent};
    border-color: {theme.accent}; image: url("{tick}"); }}
QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; width: 12px; height: 12px; }}
QCheckBox:focus {{ color: {theme.accent}; }}
"""


def _words(theme: Theme, reading_font: str) -> str:
    size = QApplication.font().pointSizeF()
    families = ", ".join(f'"{name}"' for name in reading_families(reading_font))
    return f"""
*[role="title"] {{ font-size: {size * 1.1:.1f}pt; font-weight: 600; }}
*[role="quiet"] {{ color: {theme.quiet}; font-size: {size * 0.92:.1f}pt; }}
*[role="chip"], *[role="pill"] {{ font-size: {size * 0.92:.1f}pt; }}
*[role="reading"] {{ font-family: {families}; font-size: {size * 1.15:.1f}pt; }}
*[role="warning"] {{ color: {theme.warning}; font-weight: 600; }}
*[role="good"] {{ color: {theme.good}; font-weight: 600; }}
*[role="danger"] {{ color: {theme.danger}; font-weight: 600; }}
"""


def _frames(theme: Theme) -> str:
    return f"""
*[role="panel"] {{ background: {theme.panel}; }}
QFrame[role="notice"] {{ background: {theme.bare}; border: none; border-bottom: 1px solid {theme.line}; }}
QFrame[role="notice"] QLabel {{ background: transparent; color: {theme.ink}; }}
QFrame[role="line"] {{ background: {theme.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="raised"] {{ background: {theme.raised}; border: 1px solid {theme.line}; border-radius: 6px; }}
QTableView, QListView, QTreeView {{ background: {theme.panel}; border: none; outline: none; }}
QScrollArea {{ border: none; background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {theme.quiet}; border: none;
    border-bottom: 1px solid {theme.line}; padding: 4px 6px; }}
QProgressBar {{ background: {theme.chip}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
QToolTip {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 4px 6px; }}
QMenu {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 4px; }}
QMenu::item {{ padding: 4px 22px 4px 18px; border-radius: 4px; }}
QMenu::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}
QMenu::item:disabled {{ color: {theme.quiet}; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
QSplitter::handle {{ background: {theme.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover {{ background: {theme.accent}; }}
"""


def _bars(theme: Theme) -> str:
    return f"""
QMenuBar, QToolBar, QStatusBar {{ background: {theme.panel}; color: {theme.ink}; border: none; }}
QMenuBar {{ padding: 3px 6px; }}
QToolBar {{ padding: 0px 8px 4px 8px; spacing: 2px; border-bottom: 1px solid {theme.line}; }}
QToolBar QToolButton {{ background: transparent; border-color: transparent; padding: 3px 6px; margin: 0; }}
QToolBar QToolButton:hover {{ background: {theme.chip}; border-color: transparent; }}
QToolBar QToolButton:disabled {{ border-color: transparent; }}
QToolBar QToolButton:focus {{ border-color: {theme.accent}; }}
QStatusBar {{ border-top: 1px solid {theme.line}; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {theme.selected}; }}
QStatusBar::item {{ border: none; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{ background: transparent; color: {theme.quiet}; border: none; border-bottom: 2px solid transparent;
    padding: 4px 2px; margin-right: 9px; }}
QTabBar::tab:hover {{ color: {theme.ink}; }}
QTabBar::tab:selected {{ color: {theme.ink}; font-weight: 600; border-bottom-color: {theme.accent}; }}
QTabBar::tab:focus {{ color: {theme.accent}; border: 1px solid {theme.accent}; border-bottom-width: 2px;
    border-radius: 3px; padding: 3px 1px 4px 1px; }}
QTabBar::scroller {{ width: 40px; }}
QTabBar QToolButton {{ background: {theme.panel}; border: 1px solid transparent; border-radius: 4px; padding: 0; }}
QTabBar QToolButton:hover {{ border-color: {theme.accent}; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 11px; }}
QScrollBar:horizontal {{ height: 11px; }}
QScrollBar::handle {{ background: {theme.line}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {theme.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
