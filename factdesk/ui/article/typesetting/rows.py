"""The rows of an article, each made when it is looked at: a text has thousands, a window shows thirty."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import attrgetter, sub
from typing import NamedTuple, overload

from factdesk.model.version import Block
from factdesk.text.spans import Span
from factdesk.ui.article.typesetting.setting import BODY, FURNITURE, MARKUP, Setting, bullet_of, setting_of
from factdesk.ui.article.typesetting.shown import INVISIBLE

TOGETHER = 32
"""Rows made at once: some more than a view shows."""
_SLICE = 1 << 16
"""Characters cut into lines at once: one call for a long text would hold up every other thread."""
_TIGHT = 0.2
"""The most room, in ems, above a paragraph that no blank line parts from the one before, where they part some."""


class Row(NamedTuple):
    """One paragraph as Qt sees it: the text between two line ends.

    Attributes:
        start, length: of its characters in the shown text, in code points, without the line end.
        block: index of the article's block it belongs to, or -1.
        above: room above it in ems of the reading size.
        bullet: characters of its bullet, for a hanging row.
        empty: it shows nothing and takes no room.
        hidden: it is folded away.
        stub: index of the furniture whose stub stands above it, or -1.
    """

    start: int
    length: int
    setting: Setting
    block: int = -1
    above: float = 0.0
    bullet: int = 0
    empty: bool = False
    hidden: bool = False
    stub: int = -1

    @property
    def shows(self) -> bool:
        """Say whether its words are to be seen."""
        return not (self.empty or self.hidden)

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + self.length)


class Rows(Sequence[Row]):
    """Rows of one shown text, one for each of Qt's blocks. Where they begin is known of all of them.

    Args:
        starts: code point at which each row begins, and behind them the text's length and one more.
    """

    def __init__(self, starts: Sequence[int] = (0,)) -> None:
        self._starts = starts
        self._made: dict[int, Sequence[Row]] = {}

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self[nth] for nth in range(*at.indices(len(self)))]
        if not 0 <= at < len(self._starts) - 1:
            raise IndexError(f"row {at} of {len(self)}")
        made = self._made.get(at // TOGETHER) or self.part(at // TOGETHER)
        return made[at % TOGETHER]

    def __iter__(self) -> Iterator[Row]:
        return (self[nth] for nth in range(len(self)))

    def at(self, index: int) -> int:
        """Return the row that holds a code point of the text or ends before it."""
        return max(min(bisect_right(self._starts, index), len(self)) - 1, 0)

    def characters(self, first: int, last: int) -> int:
        """Return how many characters rows ``first`` up to ``last`` have with their line ends, without making them."""
        return self._starts[last] - self._starts[first]

    def characters_in_parts(self) -> Iterator[int]:
        """Yield the same for each ``TOGETHER`` of them."""
        edges = self._starts[:-1:TOGETHER]
        return map(sub, [*edges[1:], self._starts[-1]], edges)

    def part(self, nth: int) -> Sequence[Row]:
        """Return those of the ``nth`` part: ``TOGETHER`` of them, fewer in the last one."""
        made = self._made.get(nth)
        if made is None:
            first = nth * TOGETHER
            made = self._made[nth] = self._make(first, min(first + TOGETHER, len(self)))
        return made

    def _make(self, first: int, last: int) -> Sequence[Row]:  # noqa: ARG002
        """Make the rows from ``first`` up to ``last``; here there are none."""
        return []


class SetRows(Rows):
    """Rows set by the blocks of their article.

    Rows without a visible character take no room outside the article's blocks: the room between
    blocks comes from their settings.
    """

    def __init__(self, shown: str, blocks: Sequence[Block]) -> None:
        super().__init__(_line_starts(shown))
        self._shown, self._blocks = shown, blocks
        self._parted = _parted_by_blank_lines(shown, len(blocks))
        self._ends: dict[int, Row | None] = {}

    def words(self, n: int) -> str:
        """Return the characters of row ``n``."""
        return self._shown[self._starts[n] : self._starts[n + 1] - 1]

    def folded(self, furniture: Sequence[Span], *, hidden: bool) -> Rows:
        """Return the rows with those that lie in furniture set small or hidden, and room for its stubs.

        A row is furniture when all its visible characters lie in one of the ascending spans; the first
        row of each span carries the stub of that span.
        """
        return FoldedRows(self, self._starts, furniture, hidden=hidden) if furniture else self

    def blocks_in(self, span: Span) -> int:
        """Return how many of the article's blocks a span touches; of its rows that show words where it touches none."""
        first = bisect_right(self._blocks, span.start, key=lambda block: block.span.end)
        last = bisect_left(self._blocks, span.end, key=lambda block: block.span.start)
        if first < last:
            return last - first
        rows = (self[n] for n in range(self.at(span.start), self.at(span.end - 1) + 1))
        return sum(not row.empty and row.span.end > span.start for row in rows)

    def _make(self, first: int, last: int) -> list[Row]:
        blocks = self._blocks
        nth = bisect_right(blocks, self._starts[first], key=lambda block: block.span.end)
        above = self._shown_above(first)
        next_to = above is not None and above.start == self._starts[first - 1]
        made: list[Row] = []
        for n in range(first, last):
            start, words = self._starts[n], self.words(n)
            while nth < len(blocks) and blocks[nth].span.end <= start:
                nth += 1
            inside = nth < len(blocks) and blocks[nth].span.start < start + len(words)
            if inside or _is_seen(words):
                above = self._row(start, words, nth if inside else -1, (above, next_to))
                next_to = True
                made.append(above)
            else:
                made.append(Row(start, len(words), BODY, empty=True))
                next_to = False
        self._ends[first // TOGETHER] = above
        return made

    def _shown_above(self, first: int) -> Row | None:
        """Return the last row above ``first`` that shows words, as far as the rows below rest on it; None for none."""
        for n in range(first - 1, -1, -1):
            if (n + 1) % TOGETHER == 0 and n // TOGETHER in self._ends:
                return self._ends[n // TOGETHER]
            start, words = self._starts[n], self.words(n)
            nth = bisect_right(self._blocks, start, key=lambda block: block.span.end)
            if nth < len(self._blocks) and self._blocks[nth].span.start < start + len(words):
                return Row(start, len(words), self._setting(nth), nth)
            if _is_seen(words):
                return Row(start, len(words), MARKUP)
        return None

    def _setting(self, nth: int) -> Setting:
        return setting_of(self._blocks[nth].kind, self._blocks[nth].level) if nth >= 0 else MARKUP

    def _row(self, start: int, words: str, nth: int, before: tuple[Row | None, bool]) -> Row:
        """Set one row.

        Args:
            before: the last row above it that shows words, and whether nothing stands between them.
        """
        setting, (above, next_to) = self._setting(nth), before
        if above is not None and nth >= 0 and above.block == nth:
            return Row(start, len(words), setting, nth)
        room = _room(setting, above)
        if self._parted and next_to and above is not None and setting is BODY and above.setting is BODY:
            room = min(room, _TIGHT)
        return Row(start, len(words), setting, nth, room, bullet_of(words) if setting.hanging else 0)


class FoldedRows(Rows):
    """Rows of which some lie in furniture."""

    def __init__(self, rows: SetRows, starts: Sequence[int], furniture: Sequence[Span], *, hidden: bool) -> None:
        super().__init__(starts)
        self._rows, self._furniture, self._hidden = rows, furniture, hidden

    def _make(self, first: int, last: int) -> Sequence[Row]:
        start, end = self._starts[first], self._starts[last]
        before = bisect_left(self._furniture, end, key=attrgetter("start")) - 1
        if before < 0 or self._furniture[before].end <= start:
            return self._rows.part(first // TOGETHER)  # no furniture reaches in here
        return [self._as_folded(n) for n in range(first, last)]

    def _as_folded(self, n: int) -> Row:
        row, nth = self._rows[n], self._furniture_of(n)
        if nth < 0:
            return row
        above = range(n - 1, self._rows.at(self._furniture[nth].start) - 1, -1)
        begins = all(self._furniture_of(other) != nth for other in above)
        return row._replace(
            setting=FURNITURE, above=FURNITURE.above, bullet=0, hidden=self._hidden, stub=nth if begins else -1
        )

    def _furniture_of(self, n: int) -> int:
        """Return the index of the furniture that holds all visible characters of a row, or -1."""
        row = self._rows[n]
        if row.empty:
            return -1
        words = self._rows.words(n)
        start, end = row.start + len(words) - len(words.lstrip()), row.start + len(words.rstrip())
        nth = bisect_right(self._furniture, start, key=attrgetter("start")) - 1
        inside = nth >= 0 and row.start < self._furniture[nth].end and end <= self._furniture[nth].end
        return nth if inside else -1


def _room(setting: Setting, above: Row | None) -> float:
    """Return the room above a row of another block than the one above it."""
    if above is None:
        return 0.0
    if above.setting.below is not None and not setting.bold:
        return above.setting.below
    return setting.again if above.setting is setting else setting.above


def _is_seen(words: str) -> bool:
    return bool(words) and not words.isspace() and words != INVISIBLE


def _line_starts(shown: str) -> array[int]:
    """Return where each line begins, and behind them the text's length and one more."""
    starts = array("q", [0])
    for at in range(0, len(shown), _SLICE):
        ends = accumulate([len(line) + 1 for line in shown[at : at + _SLICE].split("\n")], initial=at)
        starts.extend(list(ends)[1:-1])  # the last line of a slice ends in the next one
    starts.append(len(shown) + 1)
    return starts


def _parted_by_blank_lines(shown: str, blocks: int) -> bool:
    """Say whether blank lines part paragraphs; those that none parts then belong together, like question and answer."""
    blank = shown.count("\n\n") + (shown.count(f"\n{INVISIBLE}\n") if INVISIBLE in shown else 0)
    return 3 * blank >= blocks - 1
