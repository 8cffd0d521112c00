"""Rows of a register: chosen, put in order, and made ready to draw when they are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from factdesk.rules.entries import Entry
from factdesk.text.spans import Span
from factdesk.ui.registers import words

_AROUND = 60
"""Characters of the sentence shown before an entry."""


class Which(StrEnum):
    """Which entries are shown."""

    ALL = "all"
    OPEN = "open"
    CONFLICTS = "conflicts"


class Order(StrEnum):
    """How they are put: as they are read, or all tellings of one thing together."""

    READING = "reading"
    GROUPED = "grouped"


@dataclass(frozen=True, slots=True)
class Ticks:
    """How many of the entries that one tick stands for are ticked: of one alone, or of a group."""

    made: int
    of: int


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it is drawn and spoken.

    Attributes:
        sentence: the sentence it stands in, from a little before it.
        below: normal form, how often it is told, flags.
        follows: it tells what the row above tells.
    """

    words: str
    sentence: str
    below: str
    tick: str
    ticked: bool
    in_conflict: bool
    follows: bool

    @property
    def spoken(self) -> str:
        """The whole row in words, as a screen reader says it."""
        return ". ".join(part for part in (self.words, self.tick, self.below, self.sentence) if part)


class Listing:
    """The entries of one register as they are listed. Rows are made one by one when they are asked for."""

    def __init__(self, entries: Iterable[Entry], text: str) -> None:
        self.all = tuple(entries)
        self._text = text
        self._times = Counter(entry.normal for entry in self.all)
        first: dict[str, int] = {}
        for nth, entry in enumerate(self.all):
            first.setdefault(entry.normal, nth)
        self._first: Mapping[str, int] = first

    def chosen(self, which: Which, order: Order, sought: str, ticked: frozenset[Span]) -> list[Entry]:
        """Return the entries to show, in order."""
        sought = sought.casefold().strip()
        shown = [
            entry
            for entry in self.all
            if (which is not Which.OPEN or entry.span not in ticked)
            and (which is not Which.CONFLICTS or entry.in_conflict)
            and (not sought or sought in f"{entry.words} {entry.normal} {entry.note}".casefold())
        ]
        if order is Order.GROUPED:
            shown.sort(key=lambda entry: (self._first[entry.normal], entry.span))
        return shown

    def row(self, entry: Entry, ticks: Ticks, *, follows: bool) -> Row:
        """Return the row of ``entry``; it may follow another telling of the same."""
        below = [words.beside(entry), words.told(self._times[entry.normal]), *map(words.flag, entry.flags)]
        return Row(
            words=entry.words,
            sentence=self._around(entry),
            below=" · ".join(part for part in below if part),
            tick=words.tick(ticks.made, ticks.of),
            ticked=ticks.made == ticks.of,
            in_conflict=entry.in_conflict,
            follows=follows,
        )

    def _around(self, entry: Entry) -> str:
        """Return the sentence from a word a little before the entry on."""
        start = max(entry.sentence.start, entry.span.start - _AROUND)
        if start > entry.sentence.start:
            space = self._text.find(" ", start, entry.span.start)
            start = space + 1 if space >= 0 else start
        line = " ".join(self._text[start : max(entry.sentence.end, entry.span.end)].split())
        return line if start == entry.sentence.start else f"… {line}"
