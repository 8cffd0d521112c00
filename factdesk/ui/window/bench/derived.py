"""What is worked out from a case whenever it changes: numbers, coverage, and what the panes show of it."""

from __future__ import annotations

from msgspec import Struct, field

from factdesk.model.case import Case
from factdesk.model.event import Changes
from factdesk.model.ids import ClaimId
from factdesk.rules.coverage import Coverage, coverage, coverage_again
from factdesk.rules.numbering import numbers
from factdesk.ui.article.marks import Marks, marks_of
from factdesk.ui.checklist.listed import Listed


class Derived(Struct, frozen=True):
    """Numbers of the claims of one case, and how much of its text is accounted for."""

    numbers: dict[ClaimId, str] = field(default_factory=dict)
    coverage: Coverage = field(default_factory=lambda: Coverage(letters=0, covered=0, bare=()))

    @classmethod
    def of(cls, case: Case) -> Derived:
        """Work out both for a whole case."""
        return cls(numbers(case.claims), coverage(case.version.text, case.segments))

    def again(self, before: Case, case: Case, changes: Changes) -> Derived:
        """Return what ``of(case)`` would, where this is what ``of(before)`` gave: only what changed is looked at."""
        if case.version.id != before.version.id:
            return Derived.of(case)
        covered, ids = self.coverage, changes.ids("segment")
        if ids:
            found = (some.segment(key) for some in (before, case) for key in ids)
            touched = [one.anchor.span for one in found if one is not None]
            covered = coverage_again(covered, case.version.text, case.segments, touched)
        renumbered = _numbered_otherwise(before, case, changes)
        return Derived(numbers(case.claims) if renumbered else self.numbers, covered)


class Picture(Struct, frozen=True):
    """Marks and rows of a whole case: a job makes them after a large step, the page keeps them up after small ones."""

    marks: Marks
    listed: Listed

    @classmethod
    def of(cls, case: Case, derived: Derived, me: str) -> Picture:
        """Work both out.

        Args:
            me: name of the person at the desk, as the record has it.
        """
        return cls(marks_of(case, derived.numbers, derived.coverage), Listed.of(case, derived.numbers, me))


def _numbered_otherwise(before: Case, after: Case, changes: Changes) -> bool:
    """Say whether claims came, went or stand elsewhere, or a number was fixed."""
    if len(before.claims) != len(after.claims):
        return True
    words = (some.segment(key) for some in (before, after) for key in changes.ids("segment"))
    if any(one is not None and one.claim_id is not None for one in words):
        return True
    pairs = ((before.claim(key), after.claim(key)) for key in changes.ids("claim"))
    return any(a is None or b is None or a.fixed_number != b.fixed_number for a, b in pairs)
