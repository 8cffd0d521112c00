"""Menus, tool bar and which commands can be used now, all from the table in ``ui/actions.py``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from factdesk.model.scale import Scale
from factdesk.ui.actions import CHANGING, COMMANDS, MENUS, Command, Need, menu_text, native, plain, said
from factdesk.ui.controls.keyed import KeyedButton
from factdesk.ui.window.bench.current_row import CurrentRow
from factdesk.ui.window.bench.workbench import Workbench

IN_ARTICLE = ("make-claim", "Not a claim", "", "to-selection", "split", "merge", "", "find", "next-bare")
IN_CHECKLIST = ("accept", "Not a claim", "", "verified", "Verdict", "Work", "", "copy-row", "delete-claim")
"""What the menus under the right button hold: commands, menus and lines."""

TOOLS = ("open-article", "make-claim", "Not a claim", "next-unchecked", "undo", "", "report", "print")
"""What stands in the tool bar: commands, one menu, and a gap. Undo, whose words change, moves none of the others."""

_COMMANDS = {command.id: command for command in COMMANDS}


class Bars:
    """The window's menus and tool bar, kept in step with what is on the bench."""

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction], bench: Workbench, row: CurrentRow) -> None:
        self._window, self._actions, self._bench, self._row = window, actions, bench, row
        self._menus: dict[str, QMenu] = {}
        self._shown: tuple[object, ...] = ()
        self._why = ""
        for name in MENUS:
            self._menus[name] = window.menuBar().addMenu(menu_text(name))
        self._labels = QMenu(menu_text("Not a claim"), window)
        self._fill_tool_bar()
        for signal in (bench.only_read_changed, bench.case_shown, bench.case_changed, row.moved):
            signal.connect(lambda *_: self.refresh())
        self.refresh()

    @cached_property
    def _recent(self) -> QMenu:
        return QMenu(QCoreApplication.translate("Bars", "Open &recent"), self._window)

    def furnish(self) -> None:
        """Add what the first paint does not wait for: what the menus hold, icons and tips."""
        self._fill_menus()
        for more in self.tool_bar.findChildren(QToolButton, "qt_toolbar_ext_button"):
            more.setAccessibleName(QCoreApplication.translate("Bars", "More tools"))
        self._menus["Desk"].insertMenu(self._actions["save-copy"], self._recent)
        self._dress()

    def refresh(self) -> None:
        """Enable what makes sense now, and name what Undo and Redo would do."""
        there = self._there()
        session = self._bench.session
        undo, redo = session.next_labels() if session else (None, None)
        scale = session.scale() if session else None
        why = self._bench.only_read
        shown = (there, undo, redo, scale, why)
        if shown == self._shown:
            return
        self._shown = shown
        self._tell_why(why)
        found = {"undo": undo is not None, "redo": redo is not None}
        for command in COMMANDS:
            held = bool(why) and command.id in CHANGING
            self._actions[command.id].setEnabled(not held and found.get(command.id, command.needs in there))
        self._label_button.setEnabled(Need.WORDS in there and not why)
        self._name_verdicts(scale)
        text = QCoreApplication.translate
        self._actions["undo"].setText(
            text("Command", "&Undo “{0}”").format(said(undo)) if undo else text("Command", "&Undo")
        )
        self._actions["redo"].setText(
            text("Command", "R&edo “{0}”").format(said(redo)) if redo else text("Command", "R&edo")
        )

    def _tell_why(self, why: str) -> None:
        """Say on each command that changes the desk why it is not to be had; nothing where it is."""
        if why == self._why:
            return
        self._why = why
        for menu in self._menus.values():
            menu.setToolTipsVisible(bool(why))
        self._dress()

    def _name_verdicts(self, scale: Scale | None) -> None:
        """Show in the menu what each number key gives on the desk's scale; keys beyond it are gone."""
        values = scale.values if scale else ()
        for nth in range(1, 10):
            action = self._actions[f"verdict-{nth}"]
            action.setVisible(nth <= len(values))
            if nth <= len(values):
                action.setText(f"{values[nth - 1].glyph}  {values[nth - 1].label}")

    def menu(self, path: str) -> QMenu:
        """Return a menu by its path in the table, "Claim/Not a claim"."""
        return self._menus[path]

    def show_recent(self, desks: Iterable[Path], chosen: Callable[[Path], object]) -> None:
        """List desks used before in the Desk menu."""
        self._recent.clear()
        for path in desks:
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: chosen(path))
        self._recent.setToolTipsVisible(True)
        self._recent.setEnabled(not self._recent.isEmpty())

    def context_menu(self, names: Iterable[str]) -> QMenu:
        """Return a menu of some commands, for the place where the right button was pressed."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            if name in self._actions:
                menu.addAction(self._actions[name])
            elif name:
                menu.addMenu(self._menus[f"Claim/{name}"])
            else:
                menu.addSeparator()
        return menu

    def _there(self) -> set[Need]:
        there = {Need.NOTHING}
        if self._bench.session is not None:
            there.add(Need.DESK)
        if self._bench.case is not None:
            there |= {Need.CASE, Need.WORDS}
        if self._row.claim is not None:
            there |= {Need.CLAIM, Need.TO_JUDGE, Need.ROW}
        if self._row.suggestion is not None:
            there |= {Need.SUGGESTION, Need.TO_JUDGE, Need.ROW}
        return there

    def _fill_menus(self) -> None:
        for command in COMMANDS:
            menu = self._menu_of(command)
            if command.apart:
                menu.addSeparator()
            menu.addAction(self._actions[command.id])

    def _menu_of(self, command: Command) -> QMenu:
        path = command.menu
        if path not in self._menus:
            above, _, name = path.partition("/")
            self._menus[path] = self._labels if name == "Not a claim" else QMenu(menu_text(name), self._window)
            self._menus[above].addMenu(self._menus[path])
        return self._menus[path]

    def _fill_tool_bar(self) -> None:
        bar = QToolBar(QCoreApplication.translate("Bars", "Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setIconSize(QSize(16, 16))
        for name in TOOLS:
            if name in self._actions:
                bar.addWidget(self._tool(name))
            elif name:
                bar.addWidget(self._menu_button(name))
            else:
                gap = QWidget()
                gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(gap)
        self._window.addToolBar(bar)
        self.tool_bar = bar

    def _tool(self, name: str) -> QToolButton:
        button = KeyedButton()
        button.setDefaultAction(self._actions[name])
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as Qt makes tools: Tab is for the panes
        button.show_key(native(_COMMANDS[name].keys[:1]))
        if _COMMANDS[name].icon:
            button.keep_room_for_icon()
        return button

    def _menu_button(self, name: str) -> QToolButton:
        button = KeyedButton()
        button.setText(plain(menu_text(name)))
        button.keep_room_for_icon()
        button.show_key(native(_COMMANDS["label-opinion"].keys[:1]).split(",")[0])
        button.setMenu(self._labels)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(
            QCoreApplication.translate(
                "Bars", "O and a letter says what the words are, and they count as read; O and X only rejects them"
            )
        )
        button.setAccessibleName(plain(menu_text(name)))
        self._label_button = button
        return button

    def _dress(self) -> None:
        from factdesk.ui.icons import icon

        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(icon(command.icon))
            keys = native(command.keys[:1])
            text = plain(said(command.text))
            told = f"{text}  ({keys})" if keys else text
            held = self._why and command.id in CHANGING
            self._actions[command.id].setToolTip(f"{told}\n{self._why}" if held else told)
        self._label_button.setIcon(icon("label"))
        for tool in self.tool_bar.findChildren(KeyedButton):
            tool.show_icon()
