"""The current row: the claim or the open suggestion of the case that is being worked on."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable
from itertools import islice

from PySide6.QtCore import QObject, Signal

from factdesk.model.claim import Claim
from factdesk.model.ids import ClaimId
from factdesk.model.suggestion import Decision, Suggestion
from factdesk.text.anchor import Anchor, anchor_of
from factdesk.ui.checklist.rows import NO_ROW, Key, RowKind, key_of
from factdesk.ui.window.bench.workbench import Workbench

END = sys.maxsize
"""Where a claim stands whose words are gone: behind all others."""


class CurrentRow(QObject):
    """Knows which row of the case is current, and which one comes after it.

    Attributes:
        key: its kind and id; ``NO_ROW`` where there is none.
        first: the row that the next case begins with, where it has it.

    Signals:
        moved(): another row is current, or none; the panes follow.
    """

    moved = Signal()

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self.key = self.first = NO_ROW
        self._place = 0
        self._goings = 0
        self._behind = "", NO_ROW
        """A suggestion that is being decided, and the row to go to once it is gone from the checklist."""

    @property
    def id(self) -> str:
        """The id of the current row, "" where there is none."""
        return self.key[1]

    @property
    def claim(self) -> Claim | None:
        """The current claim, or None where the current row is a suggestion or there is none."""
        kind, row_id = self.key
        return self._claim(row_id) if kind == RowKind.CLAIM else None

    @property
    def suggestion(self) -> Suggestion | None:
        """The current open suggestion, or None."""
        kind, row_id = self.key
        return self._open(row_id) if kind == RowKind.SUGGESTION else None

    def anchor(self) -> Anchor | None:
        """Return where the words of the current row stand, or None where they are gone."""
        case, suggestion = self._bench.case, self.suggestion
        if case is None:
            return None
        if suggestion is not None:
            return anchor_of(case.version.text, suggestion.span)
        claim = self.claim
        segment = case.words_of().get(claim.id) if claim is not None else None
        return segment.anchor if segment else None

    # --- going to another

    def go(self, kind: str, row_id: str) -> None:
        """Make a row current."""
        if (kind, row_id) != self.key:
            self._goings += 1
            self.key = kind, row_id
            anchor = self.anchor()
            self._place = anchor.start if anchor else 0
            self.moved.emit()

    def unless_gone(self, then: Callable[[], object]) -> Callable[[], object]:
        """Return what follows a step that may have to wait: nothing, where the person went to another row meanwhile."""
        here = self._goings

        def follow() -> None:
            if self._goings == here:
                then()
                self._goings = here  # nobody went: what was asked for after it follows, too

        return follow

    def go_on_from(self, suggestion: Suggestion, otherwise: Key = NO_ROW) -> None:
        """Once ``suggestion`` is decided, go to the next open one behind it, or before it, or to ``otherwise``."""
        nearest = self._open_from(suggestion.span.start, suggestion) or self._open_from(0, suggestion)
        self._behind = suggestion.id, key_of(nearest) if nearest else otherwise

    def go_on_already(self, suggestion: Suggestion) -> None:
        """``suggestion`` is decided, and that waits for another program: go where the person goes once it is kept."""
        _, behind = self._behind
        if suggestion.id in self._bench.about and key_of(suggestion) == self.key != behind and self._is_there(behind):
            self.go(*behind)

    def stay_on(self, suggestion: Suggestion, claim_id: ClaimId) -> None:
        """Once ``suggestion`` is decided, go to the claim that is made of it."""
        self._behind = suggestion.id, (RowKind.CLAIM, claim_id)

    # --- the case

    def start(self) -> None:
        """Another case is shown: begin with the row that is wanted, or its first, or with none."""
        self._goings += 1
        self._place = 0
        wanted, self.first = self.first, NO_ROW
        self.key = wanted if wanted != NO_ROW and self._is_there(wanted) else self._first()
        anchor = self.anchor()
        self._place = anchor.start if anchor else 0
        self.moved.emit()

    def keep(self) -> bool:
        """The case changed: a current row that is gone gives way to another. Returns whether it did, and was told."""
        if self.key == NO_ROW or self._is_there(self.key):
            return False
        decided, behind = self._behind
        self.key = self._after_decision(behind) if decided == self.id else self._first()
        anchor = self.anchor()
        self._place = anchor.start if anchor else self._place
        self.moved.emit()
        return True

    # --- inside

    def _claim(self, claim_id: str) -> Claim | None:
        return self._bench.case.claim(claim_id) if self._bench.case else None

    def _open(self, suggestion_id: str) -> Suggestion | None:
        found = self._bench.case.suggestion(suggestion_id) if self._bench.case else None
        return found if found is not None and found.decision is Decision.OPEN else None

    def _is_there(self, key: Key) -> bool:
        """Say whether a row can be gone to: a claim, an open suggestion, or none."""
        kind, row_id = key
        found = self._open(row_id) if kind == RowKind.SUGGESTION else self._claim(row_id)
        return key == NO_ROW or found is not None

    def _after_decision(self, wanted: Key) -> Key:
        """Return the row to go to: the one wanted, or the next open suggestion where that was decided along with it."""
        if self._is_there(wanted):
            return wanted
        still_open = self._open_from(self._place) or self._open_from(0)
        return key_of(still_open) if still_open is not None else self._first()

    def _first(self) -> Key:
        """Return the first row at or behind where the person stands, or else the first of all."""
        case = self._bench.case
        if case is None:
            return NO_ROW
        words = case.words_of()

        def start(claim: Claim) -> int:
            return words[claim.id].anchor.start if claim.id in words else END

        found: list[tuple[int, Key]] = []
        for place in (self._place, 0):
            at = bisect_left(case.claims, place, key=start)
            found += [(start(one), key_of(one)) for one in case.claims[at : at + 1] if one.id in words]
            suggestion = self._open_from(place)
            if suggestion is not None:
                found.append((suggestion.span.start, key_of(suggestion)))
            if found:
                return min(found)[1]
        return NO_ROW

    def _open_from(self, place: int, but: Suggestion | None = None) -> Suggestion | None:
        """Return the first open suggestion at a place or behind it that is not ``but``, and not being decided."""
        suggestions = self._bench.case.suggestions if self._bench.case else ()
        at, about = bisect_left(suggestions, place, key=lambda one: one.span.start), self._bench.about
        behind = (one for one in islice(suggestions, at, None) if one.decision is Decision.OPEN)
        return next((one for one in behind if one is not but and one.id not in about), None)
