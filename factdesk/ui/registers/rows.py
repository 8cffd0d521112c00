"""Rows of a register: chosen, put in order, and made ready to draw when they are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from factdesk.rules.registers.entries import Entry
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
class Standing:
    """How an entry stands in its list.

    Attributes:
        ticked, of: how many of the entries that its tick stands for are ticked: of one alone, or of a group.
        grouped: what tells the same stands together.
        follows: it stands below the first of its group.
        folded: whether those below it are folded away; None where it is alone or follows.
    """

    ticked: int
    of: int
    grouped: bool = False
    follows: bool = False
    folded: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry, or one question, as it is drawn and spoken.

    Attributes:
        words: the first line; empty where an entry below its group's first has the same words.
        wraps: they may take a second line.
        beside: on the same line: normal form, how often it is told.
        sentence: the sentence it stands in, from a little before it.
        below: what a person should see about it.
        grouped, follows, folded: as in ``Standing``.
    """

    words: str
    sentence: str
    tick: str
    ticked: bool
    beside: str = ""
    below: str = ""
    in_conflict: bool = False
    wraps: bool = False
    grouped: bool = False
    follows: bool = False
    folded: bool | None = None

    @property
    def spoken(self) -> str:
        """The whole row in words, as a screen reader says it."""
        parts = (self.words, self.tick, self.beside, words.fold(self.folded), self.below, self.sentence)
        return ". ".join(part for part in parts if part)


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

    def row(self, entry: Entry, standing: Standing) -> Row:
        """Return the row of ``entry``, which stands so in its list."""
        times = "" if standing.follows else words.told(self._times[entry.normal])
        first = self.all[self._first[entry.normal]]
        return Row(
            words="" if standing.follows and entry.words == first.words else entry.words,
            beside=" · ".join(part for part in (words.beside(entry), times) if part),
            sentence=self._around(entry),
            below=" · ".join(map(words.flag, entry.flags)),
            tick=words.tick(standing.ticked, standing.of),
            ticked=standing.ticked == standing.of,
            in_conflict=entry.in_conflict,
            grouped=standing.grouped,
            follows=standing.follows,
            folded=standing.folded,
        )

    def _around(self, entry: Entry) -> str:
        """Return the sentence from a word a little before the entry on."""
        start = max(entry.sentence.start, entry.span.start - _AROUND)
        if start > entry.sentence.start:
            space = self._text.find(" ", start, entry.span.start)
            start = space + 1 if space >= 0 else start
        line = " ".join(self._text[start : max(entry.sentence.end, entry.span.end)].split())
        return line if start == entry.sentence.start else f"… {line}"
