"""What a screen reader is told of a window: its tree of ``QAccessibleInterface``, as AT-SPI and the others read it.

The property ``accessibleName`` alone is not asked: a combo box answers with the text it shows, and what is painted,
or a row of a table, has no such property.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

Roles = QAccessible.Role
WORKED = frozenset({
    Roles.Button, Roles.ButtonMenu, Roles.CheckBox, Roles.RadioButton, Roles.ComboBox, Roles.EditableText, Roles.Table,
    Roles.Tree, Roles.List, Roles.Cell, Roles.ListItem, Roles.TreeItem, Roles.PageTab, Roles.SpinBox, Roles.MenuItem,
    Roles.Slider, Roles.Window, Roles.Dialog,
})  # fmt: skip
"""Roles of what a person works with, which therefore must have a name."""
NOTHING = frozenset({Roles.NoRole, Roles.Client, Roles.Pane, Roles.Border, Roles.Grouping})
"""Roles that say nothing of what a control is for."""
PILES = frozenset({Roles.LayeredPane})
"""Roles that are said on the way to a control and mean nothing to the person."""


def interface(widget: QWidget) -> QAccessibleInterface:
    """Return what a screen reader is given for ``widget``."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None and found.isValid()
    return found


def told(above: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield ``above`` and everything below it that is to be seen, as a screen reader goes through it."""
    yield above
    for nth in range(above.childCount()):
        below = above.child(nth)
        if below is not None and below.isValid() and not below.state().invisible:
            yield from told(below)


def name(of: QAccessibleInterface) -> str:
    """Return the name; that of a combo box only if it was given one, since else it answers with its text."""
    widget = of.object()
    return widget.accessibleName() if isinstance(widget, QComboBox) else of.text(QAccessible.Text.Name)


def faults(window: QWidget) -> list[str]:
    """Return what a screen reader could not tell a person about a shown window; empty where all is well."""
    found = []
    for one in told(interface(window)):
        widget, state = one.object(), one.state()
        said = f"{one.role().name} {name(one)!r} ({type(widget).__name__})"
        if one.role() in PILES:
            found.append(f"is said on the way to what it holds: {said}")
        if one.role() in WORKED and not name(one).strip() and not _may_be_empty(one):
            found.append(f"has no name: {said} in {type(one.parent().object()).__name__}")
        if isinstance(widget, QWidget):
            found += [f"{fault}: {said}" for fault in _untrue(widget, one)]
        if state.focusable and one.role() in NOTHING and not one.text(QAccessible.Text.Description):
            found.append(f"has neither role nor description: {said}")
    return found


def _may_be_empty(one: QAccessibleInterface) -> bool:
    """A cell beyond the first of its row may hold nothing; the first one names the row."""
    cell = one.tableCellInterface()
    return cell is not None and cell.columnIndex() > 0


def _untrue(widget: QWidget, one: QAccessibleInterface) -> Iterator[str]:
    """Yield where the state that is told is not the state that is there."""
    state = one.state()
    if bool(state.disabled) is widget.isEnabled():
        yield "is told as enabled or disabled wrongly"
    if widget.hasFocus() and not state.focused and one.childCount() == 0:
        yield "has the focus and does not say so"
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and bool(state.checked) is not widget.isChecked():
        yield "is told as checked or not wrongly"
    if one.role() is Roles.CheckBox and isinstance(widget, QAbstractButton) and widget.autoExclusive():
        yield "is one of several and told as if it stood alone"
