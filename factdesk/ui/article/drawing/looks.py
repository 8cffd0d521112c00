"""How each sort of mark looks in a theme. Style says as much as colour, so that neither is needed alone."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from factdesk.model.claim import State
from factdesk.ui.article.marks import Mark, Sort
from factdesk.ui.claim.words import STATE_GLYPHS
from factdesk.ui.theme import Theme, colour


class Look(NamedTuple):
    """How the words of a mark are drawn.

    Attributes:
        underline: "solid", "double", "dashed", "dotted", "wave", "fine" or "faint" (small and smaller grey
            dots); empty for none.
        ink: colour of the underline and of the number in the margin.
        quiet: the words themselves are drawn in secondary ink.
        bare: the words stand on the ground of bare words.
        broken: the number's outline is dashed.
        glyph: shape that stands with the number.
    """

    underline: str = ""
    ink: QColor = QColor()
    quiet: bool = False
    bare: bool = False
    broken: bool = False
    glyph: str = ""


def look_of(mark: Mark, theme: Theme) -> Look:
    """Return how ``mark`` looks in ``theme``; the same object for the same look."""
    match mark.sort:
        case Sort.VERDICT if mark.value is not None:
            return _look(mark.value.underline, theme.verdict_ink(mark.value), glyph=mark.value.glyph)
        case Sort.WAITING:
            return _look("dashed", theme.waiting, glyph=STATE_GLYPHS[State.WAITING])
        case Sort.STALE:
            underline = mark.value.underline if mark.value is not None else "dashed"
            return _look(underline, theme.warning, broken=True, glyph=STATE_GLYPHS[State.STALE])
        case Sort.SET_ASIDE:
            return _look("fine", theme.quiet, quiet=True, glyph=STATE_GLYPHS[State.SET_ASIDE])
        case Sort.PROPOSED:
            decides = mark.suggestion is not None and mark.suggestion.becomes_claim
            return _look("fine" if decides else "faint", theme.quiet)
        case Sort.LABEL | Sort.FURNITURE:
            return _QUIET
        case Sort.BARE:
            return _BARE
        case _:
            return _look("dotted", theme.accent)


_QUIET, _BARE = Look(quiet=True), Look(bare=True)


@lru_cache(maxsize=256)
def _look(underline: str, ink: str, *, quiet: bool = False, broken: bool = False, glyph: str = "") -> Look:
    """Return a look with an ink that is written ``#rrggbb``, made once: a window shows thirty marks and five looks."""
    return Look(underline, colour(ink), quiet=quiet, broken=broken, glyph=glyph)


def mixed(one: str, other: str, share: float) -> QColor:
    """Return ``share`` of one colour in another."""
    a, b = QColor(one), QColor(other)
    parts = ((getattr(a, part)() * share + getattr(b, part)() * (1 - share)) for part in ("red", "green", "blue"))
    return QColor(*(round(part) for part in parts))


def selection_ground(theme: Theme) -> QColor:
    """Return the ground of selected words: stronger than that of the current claim."""
    return mixed(theme.accent, theme.ground, 0.34 if theme.dark else 0.27)


def found_ground(theme: Theme, *, current: bool) -> QColor:
    """Return the ground of words that were searched for."""
    return mixed(theme.waiting, theme.ground, 0.36 if current else 0.18)
