"""The one table of commands: menus, keys, buttons, the key sheet, docs and tests all come from it.

A command's method is named in the collaborators of ``ui/window`` (their ``commands()``); the house
tests see to it that each has one and that no two share a key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget


class Need(Enum):
    """What must be there for a command to make sense."""

    NOTHING = auto()
    DESK = auto()
    CASE = auto()
    CLAIM = auto()
    TO_JUDGE = auto()
    """A claim; on a suggestion it is said that it has to become one first."""
    SUGGESTION = auto()
    ROW = auto()
    WORDS = auto()
    UNDO = auto()
    REDO = auto()


class Command(Struct, frozen=True):
    """One row of the table.

    Attributes:
        id: name of the command; also of its method's key in ``commands()``.
        menu: which menu it stands in, "Claim" or "Claim/Not a claim".
        text: English, with the mnemonic's ampersand; translated in context "Command".
        keys: key sequences, the first of them shown.
        apart: a line stands above it in the menu.
        choice: it is one of several of which one holds; the name of that group.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    needs: Need = Need.NOTHING
    apart: bool = False
    icon: str = ""
    choice: str = ""


_C = "Command"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001  the name lupdate looks for
    """Mark a text for translation; Qt's own returns an ``object``."""
    return text


_ROOM = "View/Room"

COMMANDS: tuple[Command, ...] = (
    Command("new-desk", "Desk", QT_TRANSLATE_NOOP(_C, "&New desk…")),
    Command("open-desk", "Desk", QT_TRANSLATE_NOOP(_C, "&Open desk…"), ("Ctrl+Shift+O",)),
    Command("save-copy", "Desk", QT_TRANSLATE_NOOP(_C, "Save a &copy…"), needs=Need.DESK),
    Command("close-desk", "Desk", QT_TRANSLATE_NOOP(_C, "C&lose desk"), ("Ctrl+Shift+W",), Need.DESK),
    Command("backup", "Desk", QT_TRANSLATE_NOOP(_C, "&Back up now"), needs=Need.DESK, apart=True),
    Command("restore", "Desk", QT_TRANSLATE_NOOP(_C, "&Restore…"), icon="restore"),
    Command("verify", "Desk", QT_TRANSLATE_NOOP(_C, "&Verify the record"), needs=Need.DESK),
    Command("undo", "Desk", QT_TRANSLATE_NOOP(_C, "&Undo"), ("Ctrl+Z",), Need.UNDO, True, "undo"),
    Command("redo", "Desk", QT_TRANSLATE_NOOP(_C, "R&edo"), ("Ctrl+Shift+Z", "Ctrl+Y"), Need.REDO, icon="redo"),
    Command("history", "Desk", QT_TRANSLATE_NOOP(_C, "&History…"), ("Ctrl+H",), Need.DESK, icon="history"),
    Command("preferences", "Desk", QT_TRANSLATE_NOOP(_C, "&Preferences…"), ("Ctrl+,",), apart=True, icon="settings"),
    Command("quit", "Desk", QT_TRANSLATE_NOOP(_C, "&Quit"), ("Ctrl+Q",)),
    Command("open-article", "Article", QT_TRANSLATE_NOOP(_C, "&Open…"), ("Ctrl+O",), icon="open"),
    Command("fetch-article", "Article", QT_TRANSLATE_NOOP(_C, "Open an a&ddress…"), ("Ctrl+Shift+U",)),
    Command("paste-article", "Article", QT_TRANSLATE_NOOP(_C, "&Paste article"), ("Ctrl+Shift+V",)),
    Command("add-version", "Article", QT_TRANSLATE_NOOP(_C, "Add a &version…"), needs=Need.CASE),
    Command("another-encoding", "Article", QT_TRANSLATE_NOOP(_C, "Read in another e&ncoding…"), needs=Need.CASE),
    Command("earlier-version", "Article", QT_TRANSLATE_NOOP(_C, "&Earlier version"), ("Alt+Left",), Need.CASE),
    Command("later-version", "Article", QT_TRANSLATE_NOOP(_C, "La&ter version"), ("Alt+Right",), Need.CASE),
    Command("articles", "Article", QT_TRANSLATE_NOOP(_C, "&Articles…"), ("Ctrl+L",), Need.DESK, True),
    Command("details", "Article", QT_TRANSLATE_NOOP(_C, "&Details…"), ("Ctrl+I",), Need.CASE),
    Command("remove-article", "Article", QT_TRANSLATE_NOOP(_C, "&Remove from desk"), needs=Need.CASE),
    Command("close-article", "Article", QT_TRANSLATE_NOOP(_C, "&Close article"), ("Ctrl+W",), Need.CASE),
    Command("printed-page", "Article", QT_TRANSLATE_NOOP(_C, "The printed pa&ge"), ("G",), Need.CASE),
    Command("links", "Article", QT_TRANSLATE_NOOP(_C, "Its &links…"), ("L",), Need.CASE),
    Command("find", "Article", QT_TRANSLATE_NOOP(_C, "&Find in text…"), ("Ctrl+F",), Need.CASE, True, "find"),
    Command("find-everywhere", "Article", QT_TRANSLATE_NOOP(_C, "Find in the &desk…"), ("Ctrl+Shift+F",), Need.DESK),
    Command("furniture", "Article", QT_TRANSLATE_NOOP(_C, "&Show what was set aside"), ("F",), Need.CASE),
    Command("next-bare", "Article", QT_TRANSLATE_NOOP(_C, "Next &bare words"), ("B",), Need.CASE),
    Command("propose-further", "Article", QT_TRANSLATE_NOOP(_C, "Propose claims &further on"), ("Shift+N",), Need.CASE),
    Command("make-claim", "Claim", QT_TRANSLATE_NOOP(_C, "&Make claim"), ("M",), Need.WORDS, icon="claim"),
    Command("accept", "Claim", QT_TRANSLATE_NOOP(_C, "&Accept suggestion"), ("A",), Need.SUGGESTION, icon="accept"),
    Command("label-opinion", "Claim/Not a claim", QT_TRANSLATE_NOOP(_C, "&Opinion"), ("O, O",), Need.WORDS),
    Command("label-prediction", "Claim/Not a claim", QT_TRANSLATE_NOOP(_C, "&Prediction"), ("O, P",), Need.WORDS),
    Command("label-question", "Claim/Not a claim", QT_TRANSLATE_NOOP(_C, "&Question"), ("O, Q",), Need.WORDS),
    Command("label-heading", "Claim/Not a claim", QT_TRANSLATE_NOOP(_C, "&Heading"), ("O, H",), Need.WORDS),
    Command("label-furniture", "Claim/Not a claim", QT_TRANSLATE_NOOP(_C, "&Furniture"), ("O, F",), Need.WORDS),
    Command(
        "reject", "Claim/Not a claim", QT_TRANSLATE_NOOP(_C, "Only re&ject, words stay bare"), ("O, X",),
        Need.SUGGESTION, apart=True,
    ),
    Command("remove-label", "Claim/Not a claim", QT_TRANSLATE_NOOP(_C, "&Remove label"), ("O, R",), Need.CASE),
    *(
        Command(f"verdict-{key}", "Claim/Verdict", QT_TRANSLATE_NOOP(_C, "Verdict"), (str(key),), Need.TO_JUDGE)
        for key in range(1, 10)
    ),
    Command("verified", "Claim", QT_TRANSLATE_NOOP(_C, "Mark &verified"), ("V",), Need.TO_JUDGE, True, "verified"),
    Command("clear-verdict", "Claim", QT_TRANSLATE_NOOP(_C, "Clear verdict"), ("0",), Need.CLAIM),
    Command("in-check", "Claim/Work", QT_TRANSLATE_NOOP(_C, "&In check"), ("C",), Need.CLAIM),
    Command("wait-author", "Claim/Work", QT_TRANSLATE_NOOP(_C, "Waiting for the &author"), ("W, A",), Need.CLAIM),
    Command("wait-source", "Claim/Work", QT_TRANSLATE_NOOP(_C, "Waiting for the &source"), ("W, S",), Need.CLAIM),
    Command("wait-document", "Claim/Work", QT_TRANSLATE_NOOP(_C, "Waiting for a &document"), ("W, D",), Need.CLAIM),
    Command("wait-editor", "Claim/Work", QT_TRANSLATE_NOOP(_C, "Waiting for the &editor"), ("W, E",), Need.CLAIM),
    Command("set-aside", "Claim/Work", QT_TRANSLATE_NOOP(_C, "Set aside &not checkable…"), ("W, N",), Need.CLAIM),
    Command("write", "Claim", QT_TRANSLATE_NOOP(_C, "&Write the rationale"), ("E",), Need.ROW, icon="edit"),
    Command("write-note", "Claim", QT_TRANSLATE_NOOP(_C, "Write the n&ote"), ("Shift+E",), Need.ROW),
    Command("add-source", "Claim", QT_TRANSLATE_NOOP(_C, "Add &source"), ("S",), Need.ROW, icon="add"),
    Command("source-up", "Claim/Order", QT_TRANSLATE_NOOP(_C, "Move source &up"), ("Alt+Up",), Need.CLAIM),
    Command("source-down", "Claim/Order", QT_TRANSLATE_NOOP(_C, "Move source &down"), ("Alt+Down",), Need.CLAIM),
    Command("start-earlier", "Claim/Edges", QT_TRANSLATE_NOOP(_C, "Start a word &earlier"), ("[",), Need.CLAIM),
    Command("start-later", "Claim/Edges", QT_TRANSLATE_NOOP(_C, "Start a word &later"), ("{",), Need.CLAIM),
    Command("end-later", "Claim/Edges", QT_TRANSLATE_NOOP(_C, "End a word l&ater"), ("]",), Need.CLAIM),
    Command("end-earlier", "Claim/Edges", QT_TRANSLATE_NOOP(_C, "End a word ea&rlier"), ("}",), Need.CLAIM),
    Command("to-selection", "Claim/Edges", QT_TRANSLATE_NOOP(_C, "Set to the &selected words"), ("=",), Need.CLAIM),
    Command("split", "Claim/Edges", QT_TRANSLATE_NOOP(_C, "Spl&it at the cursor"), ("/",), Need.CLAIM, True),
    Command("merge", "Claim/Edges", QT_TRANSLATE_NOOP(_C, "&Merge with the next claim"), ("+",), Need.CLAIM),
    Command("copy-row", "Claim", QT_TRANSLATE_NOOP(_C, "Cop&y as text"), ("Ctrl+Shift+C",), Need.ROW, True),
    Command("delete-claim", "Claim", QT_TRANSLATE_NOOP(_C, "&Delete claim"), ("Del",), Need.CLAIM, True),
    Command("next-unchecked", "Claim", QT_TRANSLATE_NOOP(_C, "&Next unchecked"), ("N",), Need.CASE, True, "next"),
    Command("next-row", "Claim", QT_TRANSLATE_NOOP(_C, "Next row"), ("J",), Need.CASE),
    Command("previous-row", "Claim", QT_TRANSLATE_NOOP(_C, "Previous row"), ("K",), Need.CASE),
    Command("filter", "Claim", QT_TRANSLATE_NOOP(_C, "&Filter the checklist"), ("Ctrl+K",), Need.CASE),
    Command("accept-labels", "Claim", QT_TRANSLATE_NOOP(_C, "Accept &labels in sight"), ("Ctrl+Shift+A",), Need.CASE),
    Command("link-tellings", "Claim", QT_TRANSLATE_NOOP(_C, "&Link repeats proposed"), ("Y",), Need.ROW, True),
    Command("confirm-wordings", "Claim", QT_TRANSLATE_NOOP(_C, "Confirm other &wordings"), ("Shift+Y",), Need.CLAIM),
    Command("tick-word", "Claim", QT_TRANSLATE_NOOP(_C, "Tick the next wor&d"), ("P",), Need.CLAIM),
    Command("untick-word", "Claim", QT_TRANSLATE_NOOP(_C, "Take the last tick back"), ("Shift+P",), Need.CLAIM),
    Command("tick", "Claim", QT_TRANSLATE_NOOP(_C, "&Tick the entry of a register"), ("T",), Need.CASE, True),
    Command("ask-author", "Claim", QT_TRANSLATE_NOOP(_C, "As&k the author…"), ("Q",), Need.CASE),
    Command("next-rise", "Claim", QT_TRANSLATE_NOOP(_C, "Next place told more s&urely"), ("Shift+Q",), Need.CASE),
    Command("copy-questions", "Claim", QT_TRANSLATE_NOOP(_C, "Copy questions as e-mail"), needs=Need.CASE),
    Command("paste-answers", "Claim", QT_TRANSLATE_NOOP(_C, "Paste answers of the author"), needs=Need.CASE),
    Command("show-claims", "View/List", QT_TRANSLATE_NOOP(_C, "&Claims"), ("Ctrl+1",), Need.CASE),
    Command("show-numbers", "View/List", QT_TRANSLATE_NOOP(_C, "&Figures"), ("Ctrl+2",), Need.CASE),
    Command("show-names", "View/List", QT_TRANSLATE_NOOP(_C, "&Names"), ("Ctrl+3",), Need.CASE),
    Command("show-dates", "View/List", QT_TRANSLATE_NOOP(_C, "&Dates"), ("Ctrl+4",), Need.CASE),
    Command("show-quotations", "View/List", QT_TRANSLATE_NOOP(_C, "Q&uotes"), ("Ctrl+5",), Need.CASE),
    Command("show-questions", "View/List", QT_TRANSLATE_NOOP(_C, "&Questions"), ("Ctrl+6",), Need.CASE),
    Command("zoom-in", "View", QT_TRANSLATE_NOOP(_C, "Zoom &in"), ("Ctrl++", "Ctrl+=")),
    Command("zoom-out", "View", QT_TRANSLATE_NOOP(_C, "Zoom &out"), ("Ctrl+-",)),
    Command("zoom-reset", "View", QT_TRANSLATE_NOOP(_C, "&Normal size"), ("Ctrl+0",)),
    Command("full-screen", "View", QT_TRANSLATE_NOOP(_C, "F&ull screen"), ("F11",)),
    Command("theme-system", "View/Theme", QT_TRANSLATE_NOOP(_C, "As the &desktop"), choice="theme"),
    Command("theme-light", "View/Theme", QT_TRANSLATE_NOOP(_C, "&Light"), choice="theme"),
    Command("theme-dark", "View/Theme", QT_TRANSLATE_NOOP(_C, "&Dark"), choice="theme"),
    Command("theme-contrast", "View/Theme", QT_TRANSLATE_NOOP(_C, "&High contrast"), choice="theme"),
    Command("claim-beside", "View", QT_TRANSLATE_NOOP(_C, "Claim &beside the checklist"), apart=True, choice="claim"),
    Command("claim-below", "View", QT_TRANSLATE_NOOP(_C, "Claim bel&ow the checklist"), choice="claim"),
    Command("article-wider", _ROOM, QT_TRANSLATE_NOOP(_C, "More for the &article"), ("Alt+Shift+Right",), Need.CASE),
    Command("article-narrower", _ROOM, QT_TRANSLATE_NOOP(_C, "&Less for the article"), ("Alt+Shift+Left",), Need.CASE),
    Command("list-larger", _ROOM, QT_TRANSLATE_NOOP(_C, "More for the l&ist"), ("Alt+Shift+Down",), Need.CASE),
    Command("list-smaller", _ROOM, QT_TRANSLATE_NOOP(_C, "Le&ss for the list"), ("Alt+Shift+Up",), Need.CASE),
    Command("next-pane", "View", QT_TRANSLATE_NOOP(_C, "Next &pane"), ("F6",), Need.CASE, True),
    Command("report", "Report", QT_TRANSLATE_NOOP(_C, "&Report"), ("Ctrl+R",), Need.CASE, icon="report"),
    Command("print", "Report", QT_TRANSLATE_NOOP(_C, "&Print…"), ("Ctrl+P",), Need.CASE, icon="print"),
    Command("save-report", "Report", QT_TRANSLATE_NOOP(_C, "&Save report as…"), ("Ctrl+Shift+S",), Need.CASE),
    Command("first-steps", "Help", QT_TRANSLATE_NOOP(_C, "&First steps")),
    Command("keys", "Help", QT_TRANSLATE_NOOP(_C, "&Keys"), ("F1",)),
    Command("sample", "Help", QT_TRANSLATE_NOOP(_C, "Open the &sample article")),
    Command("about", "Help", QT_TRANSLATE_NOOP(_C, "&About FactDesk"), apart=True),
)  # fmt: skip

TO_JUDGE = frozenset(command.id for command in COMMANDS if command.needs is Need.TO_JUDGE)

_ON_THE_DESK = {
    "open-article", "fetch-article", "paste-article", "backup", "add-version", "another-encoding", "details",
    "remove-article", "propose-further", "remove-label", "accept-labels", "link-tellings", "add-source", "tick",
    "ask-author", "copy-questions", "paste-answers",
}  # fmt: skip
_ON_A_ROW = {Need.WORDS, Need.SUGGESTION, Need.CLAIM, Need.TO_JUDGE, Need.UNDO, Need.REDO}
CHANGING = frozenset(command.id for command in COMMANDS if command.id in _ON_THE_DESK or command.needs in _ON_A_ROW)
"""Commands that change the desk: they are not to be had where it is only read."""

MENUS = ("Desk", "Article", "Claim", "View", "Report", "Help")
_MENU_TEXTS = {
    "Desk": QT_TRANSLATE_NOOP(_C, "&Desk"),
    "Article": QT_TRANSLATE_NOOP(_C, "&Article"),
    "Claim": QT_TRANSLATE_NOOP(_C, "&Claim"),
    "Not a claim": QT_TRANSLATE_NOOP(_C, "N&ot a claim"),
    "Verdict": QT_TRANSLATE_NOOP(_C, "Ver&dict"),
    "Work": QT_TRANSLATE_NOOP(_C, "&Work"),
    "Order": QT_TRANSLATE_NOOP(_C, "Order of its so&urces"),
    "Edges": QT_TRANSLATE_NOOP(_C, "Ed&ges"),
    "View": QT_TRANSLATE_NOOP(_C, "&View"),
    "Room": QT_TRANSLATE_NOOP(_C, "Roo&m"),
    "List": QT_TRANSLATE_NOOP(_C, "&List"),
    "Theme": QT_TRANSLATE_NOOP(_C, "&Theme"),
    "Report": QT_TRANSLATE_NOOP(_C, "&Report"),
    "Help": QT_TRANSLATE_NOOP(_C, "&Help"),
}

_ANY_VERDICT = QT_TRANSLATE_NOOP(_C, "By its place in the scale")
"""What the key sheet calls the nine commands that each give one verdict."""

_HELD = frozenset({
    "next-row", "previous-row", "zoom-in", "zoom-out", "article-wider", "article-narrower", "list-larger",
    "list-smaller",
})  # fmt: skip
"""Commands that a key held down goes on with."""


def said(text: str) -> str:
    """Return a text of the table in the person's language."""
    return QCoreApplication.translate(_C, text)


def menu_text(name: str) -> str:
    """Return a menu's title in the person's language."""
    return said(_MENU_TEXTS[name])


def plain(text: str) -> str:
    """Return a menu text without its mnemonic."""
    return text.replace("&", "")


def made(parent: QWidget, do: Callable[[str], None]) -> dict[str, QAction]:
    """Make one action for each command; ``do`` is told which was given, and the parent listens for the keys."""
    groups: dict[str, QActionGroup] = {}
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        if command.choice not in groups:
            groups[command.choice] = _group(parent, do, exclusive=bool(command.choice))
        action = groups[command.choice].addAction(said(command.text))
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setObjectName(command.id)
        action.setCheckable(bool(command.choice))
        # A key that is held down must not run through a whole checklist.
        action.setAutoRepeat(command.id in _HELD)
        actions[command.id] = action
    parent.addActions(list(actions.values()))
    return actions


def _group(parent: QWidget, do: Callable[[str], None], *, exclusive: bool) -> QActionGroup:
    """Return a group that tells which of its actions was given: one connection instead of a hundred."""
    group = QActionGroup(parent)
    policy = QActionGroup.ExclusionPolicy
    group.setExclusionPolicy(policy.Exclusive if exclusive else policy.None_)
    group.triggered.connect(lambda action: do(action.objectName()))
    return group


def key_rows(more: Iterable[tuple[str, str, str]] = ()) -> tuple[tuple[str, str, str], ...]:
    """Return (menu, text, keys) of every command for the key sheet, and ``more``; the verdicts are one row.

    The text begins with the menu inside ``menu`` that the command stands in, if it stands in one.
    """
    rows: dict[str, tuple[str, str, str]] = {}
    for command in COMMANDS:
        menu, _, inner = command.menu.partition("/")
        text, keys = plain(said(command.text)), native(command.keys)
        if inner == "Verdict":
            text, keys = said(_ANY_VERDICT), "1 … 9"
        told = f"{plain(menu_text(inner))} ▸ {text}" if inner else text
        rows[told] = (plain(menu_text(menu)), told, keys)
    return (*rows.values(), *more)


def native(keys: tuple[str, ...]) -> str:
    """Return key sequences as this system writes them."""
    text = QKeySequence.SequenceFormat.NativeText
    return "  ·  ".join(QKeySequence(sequence).toString(text) for sequence in keys)
