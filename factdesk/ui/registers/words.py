"""What the registers say in the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from factdesk.model.tick import Register
from factdesk.rules.shapes import OPEN, TICKED
from factdesk.ui import written

if TYPE_CHECKING:
    from factdesk.rules.registers.entries import Entry, Flagged


def _tr(text: str) -> str:
    return QCoreApplication.translate("Registers", text)


def register(which: Register) -> str:
    """Return the name of a register, as its tab shows it."""
    return {
        Register.NUMBERS: _tr("Figures"),
        Register.NAMES: _tr("Names"),
        Register.DATES: _tr("Dates"),
        Register.QUOTATIONS: _tr("Quotes"),
    }[which]


def progress(ticked: int, count: int) -> str:
    """Return how far the ticking is."""
    return _tr("{0} of {1} ticked").format(written.count(ticked), written.count(count))


def tick(made: int, of: int) -> str:
    """Return glyph and words of one tick that stands for ``of`` entries, of which ``made`` are ticked."""
    if made == of:
        return f"{TICKED.glyph} {_tr(TICKED.word) if of == 1 else _tr('all {0}').format(written.count(of))}"
    done = _tr("{0} of {1}").format(written.count(made), written.count(of)) if made else _tr(OPEN.word)
    return f"{OPEN.glyph} {done}"


def fold(folded: bool | None) -> str:
    """Return what is said of a group that is folded, or shown whole; nothing where there is no group."""
    if folded is None:
        return ""
    return _tr("folded: Right shows each") if folded else _tr("each shown: Left folds them")


def told(times: int) -> str:
    """Return how often a thing is told, where that is more than once."""
    return _tr("told {0} times").format(written.count(times)) if times > 1 else ""


def flag(flagged: Flagged) -> str:
    """Return glyph and words of a flag."""
    from factdesk.rules.registers.entries import FLAGS

    sign = FLAGS[flagged.flag]
    return f"{sign.glyph} {_tr(sign.word).format(flagged.words)}"


def beside(entry: Entry) -> str:
    """Return what is told of an entry beside its words: its normal form, title, speaker or what a date comes to."""
    match entry.register:
        case Register.NUMBERS:
            return f"{about(entry.note)} {entry.normal}".strip()
        case Register.NAMES:
            return entry.normal if entry.normal != entry.words else ""
        case Register.DATES:
            return _date(entry)
        case _:
            return (
                _tr("said by {0}").format(entry.note) if entry.note else _tr("a term") if entry.unit == "term" else ""
            )


def _date(entry: Entry) -> str:
    """Return what a date comes to, or what it lacks."""
    if entry.note:
        return f"= {entry.note}"
    if entry.normal.startswith("--"):
        return _tr("year not said")
    return entry.normal if entry.normal != entry.words.lower() else ""


def about(approximation: str) -> str:
    """Return how a figure is approximated."""
    return {
        "about": _tr("about"),
        "nearly": _tr("nearly"),
        "under": _tr("under"),
        "at most": _tr("at most"),
        "over": _tr("over"),
        "at least": _tr("at least"),
    }.get(approximation, "")
